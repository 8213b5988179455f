import Foundation
import JudgeCore

/// Where the parts of this installation lie: the challenges, the sandbox's sources and judge-jail.
///
/// ```
/// in a checkout                     installed with make install PREFIX=…
/// .build/…/judge                    PREFIX/bin/judge
/// .build/sandbox/judge-jail         PREFIX/libexec/judge/judge-jail
/// Challenges/                       PREFIX/share/judge/Challenges/
/// Sandbox/{ChallengeKit,Meter}/     PREFIX/share/judge/Sandbox/{ChallengeKit,Meter}/
/// Tests/Hostile/                    PREFIX/share/judge/Hostile/
/// ```
struct Installation: Sendable {
    /// The folder of challenge packages.
    let challenges: String
    /// The folder that holds the sources of ChallengeKit and of the meter.
    let sandbox: String
    /// The path of `judge-jail`.
    let jail: String
    /// The folder of the hostile corpus.
    let hostile: String

    /// Finds the parts from the place of the running executable.
    ///
    /// - Parameter challenges: what `--challenges` says; else `JUDGE_CHALLENGES`, else the installation's own.
    /// - Throws: `JudgeError` naming the part that is missing.
    init(challenges option: String?, environment: [String: String]) throws {
        let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let candidates = Self.checkouts(above: executable) + [Self.installed(executable)]
        guard let home = candidates.first(where: { Self.exists("\($0.sandbox)/ChallengeKit") }) else {
            throw JudgeError(
                .unavailable, "broken-installation",
                "the judge's own files are not beside \(executable.path); run `make install`, or run it from its checkout"
            )
        }
        guard Self.exists(home.jail) else {
            throw JudgeError(
                .unavailable, "broken-installation", "judge-jail is missing at \(home.jail); run `make` to build it")
        }
        sandbox = home.sandbox
        jail = home.jail
        hostile = home.hostile
        let named = option ?? environment["JUDGE_CHALLENGES"]
        challenges = named ?? home.challenges
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: challenges, isDirectory: &isFolder), isFolder.boolValue else {
            let source = option != nil ? "--challenges" : named != nil ? "JUDGE_CHALLENGES" : "the installation"
            throw JudgeError(
                .usage, "no-challenges", "\(challenges), named by \(source), is no folder of challenges")
        }
    }

    private typealias Home = (challenges: String, sandbox: String, jail: String, hostile: String)

    private static func installed(_ executable: URL) -> Home {
        let prefix = executable.deletingLastPathComponent().deletingLastPathComponent().path
        return (
            "\(prefix)/share/judge/Challenges", "\(prefix)/share/judge/Sandbox",
            "\(prefix)/libexec/judge/judge-jail", "\(prefix)/share/judge/Hostile"
        )
    }

    private static func checkouts(above executable: URL) -> [Home] {
        var folder = executable.deletingLastPathComponent()
        var homes: [Home] = []
        while folder.path != "/" {
            if exists("\(folder.path)/Package.swift") {
                let root = folder.path
                homes.append(
                    (
                        "\(root)/Challenges", "\(root)/Sandbox", "\(root)/.build/sandbox/judge-jail",
                        "\(root)/Tests/Hostile"
                    ))
            }
            folder = folder.deletingLastPathComponent()
        }
        return homes
    }

    private static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
