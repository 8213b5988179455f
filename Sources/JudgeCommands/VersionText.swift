import Compilation
import Foundation

/// What `judge --version` says: the version, the commit that it was built from, and the compiler that it uses.
enum VersionText {
    static func text(environment: [String: String]) async -> String {
        var text = "judge \(JudgeCommand.version)"
        if let commit { text += " (\(commit))" }
        return text + "\n" + (await toolchain(environment)) + "\n"
    }

    private static func toolchain(_ environment: [String: String]) async -> String {
        do {
            let state = try StateFolder(path: StatePath.find(option: nil, environment: environment))
            let found = try await Toolchain.find(state: state, environment: environment)
            return "\(found.version), \(found.triple), \(found.root)"
        } catch {
            return "\(error)"
        }
    }

    /// The build wrote it beside the executable; `make install` keeps it with the rest.
    private static var commit: String? {
        let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let places = [folder.path + "/commit", folder.deletingLastPathComponent().path + "/share/judge/commit"]
        let found = places.lazy.compactMap { FileManager.default.contents(atPath: $0) }.first
        return found.map { String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines) }
    }
}
