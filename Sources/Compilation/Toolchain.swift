import Crypto
import Foundation
import JudgeCore
import Subprocess
import SystemPackage

/// The Swift compiler and linker of the host, and what the compile jail must see for them to work.
package struct Toolchain: Codable, Sendable, Equatable {
    /// What reports show, e.g. `swift 6.3.1`.
    package let version: String
    /// The target, e.g. `x86_64-unknown-linux-gnu`.
    package let triple: String
    /// The folder that holds `bin` and `lib`.
    package let root: String
    /// `lib/swift_static` of the toolchain.
    package let staticResources: String
    /// The arguments of a static link, with ``objectsPlaceholder`` and ``outputPlaceholder`` in their places.
    package let linkerArguments: [String]
    /// Names this very compiler: its path, size and modification time.
    package let identity: String

    static let objectsPlaceholder = "OBJECTS"
    static let outputPlaceholder = "EXECUTABLE"

    package var frontend: String { "\(root)/bin/swift-frontend" }
    package var clang: String { "\(root)/bin/clang" }
    package var linker: String { "\(root)/bin/ld.lld" }

    /// What the compile jail sees of the host, read-only: the toolchain, C headers, C libraries and nothing else.
    package var readOnlyPaths: [String] {
        let candidates = [root, "/usr/include", "/usr/lib", "/usr/lib64", "/lib", "/lib64"]
        return candidates.filter { FileManager.default.fileExists(atPath: $0) }
    }

    /// Finds `swiftc` in `JUDGE_SWIFTC` or `PATH` and asks it what it is. The answer is kept in `state`, because asking
    /// takes longer than a small compilation.
    ///
    /// - Throws: `JudgeError` `no-toolchain` when there is none or it cannot link static executables.
    package static func find(state: StateFolder, environment: [String: String]) async throws -> Toolchain {
        let swiftc = try locate(environment)
        let identity = try identity(of: swiftc)
        let memo = "\(state.modules)/toolchain-\(identity).json"
        if let data = FileManager.default.contents(atPath: memo) {
            if let known = try? JSONDecoder().decode(Toolchain.self, from: data) { return known }
            state.kept.setAside(memo, "it is no record of a toolchain")
        }
        let found = try await ask(swiftc, identity: identity)
        try state.writing { try JSONEncoder().encode(found).write(to: URL(fileURLWithPath: memo), options: .atomic) }
        return found
    }

    private static func locate(_ environment: [String: String]) throws -> String {
        if let named = environment["JUDGE_SWIFTC"] {
            guard access(named, X_OK) == 0 else {
                throw JudgeError(
                    .unavailable, "no-toolchain", "JUDGE_SWIFTC names \(named), which is no executable file")
            }
            return named
        }
        for folder in (environment["PATH"] ?? "").split(separator: ":") where access("\(folder)/swiftc", X_OK) == 0 {
            return "\(folder)/swiftc"
        }
        throw JudgeError(
            .unavailable, "no-toolchain",
            "no swiftc in PATH; install Swift 6.3 or newer from swift.org, or name its swiftc in JUDGE_SWIFTC")
    }

    private static func identity(of swiftc: String) throws -> String {
        let path = URL(fileURLWithPath: swiftc).resolvingSymlinksInPath().path
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        let size = (attributes[.size] as? Int) ?? 0
        let modified = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return String(SHA256.hash(data: Data("\(path) \(size) \(modified)".utf8)).hexadecimal.prefix(16))
    }

    private static func ask(_ swiftc: String, identity: String) async throws -> Toolchain {
        struct Info: Decodable {
            struct Target: Decodable { let triple: String }
            struct Paths: Decodable { let runtimeResourcePath: String }
            let compilerVersion: String
            let target: Target
            let paths: Paths
        }
        let text = try await output(of: swiftc, ["-print-target-info"])
        guard let info = try? JSONDecoder().decode(Info.self, from: Data(text.utf8)) else {
            throw JudgeError(.unavailable, "no-toolchain", "\(swiftc) does not say what it is; is it Swift's compiler?")
        }
        // …/usr/lib/swift -> …/usr
        let root = URL(fileURLWithPath: info.paths.runtimeResourcePath)
            .deletingLastPathComponent().deletingLastPathComponent().resolvingSymlinksInPath().path
        let words = info.compilerVersion.split(separator: " ")
        let number = words.firstIndex(of: "version").flatMap { words.indices.contains($0 + 1) ? words[$0 + 1] : nil }
        let staticResources = "\(root)/lib/swift_static"
        for needed in ["\(root)/bin/swift-frontend", "\(root)/bin/clang", "\(root)/bin/ld.lld", staticResources]
        where !FileManager.default.fileExists(atPath: needed) {
            throw JudgeError(.unavailable, "no-toolchain", "the Swift toolchain at \(root) lacks \(needed)")
        }
        return Toolchain(
            version: "swift \(number ?? "unknown")", triple: info.target.triple, root: root,
            staticResources: staticResources,
            linkerArguments: try await linkerArguments(root: root, triple: info.target.triple, static: staticResources),
            identity: identity)
    }

    /// The link line that clang would run, asked once: calling the linker directly saves two drivers a submission.
    private static func linkerArguments(root: String, triple: String, static resources: String) async throws -> [String]
    {
        let architecture = triple.prefix { $0 != "-" }
        let runtime = "\(resources)/linux/\(architecture)/swiftrt.o"
        let shown = try await output(
            of: "\(root)/bin/clang",
            [
                "-###", "-fuse-ld=lld", "--target=\(triple)", "-static", "-Wl,-s", "-Wl,--gc-sections",
                "-L\(resources)/linux", runtime, "-Wl,--defsym=\(objectsPlaceholder)=0",
                "@\(resources)/linux/static-executable-args.lnk", "-o", outputPlaceholder,
            ])
        guard let line = shown.split(separator: "\n").last(where: { $0.contains("ld.lld\"") }) else {
            throw JudgeError(
                .unavailable, "no-toolchain", "\(root)/bin/clang does not say how it links; is lld installed with it?")
        }
        // "program" "argument" …; -### quotes every word and escapes quotes within.
        let words = line.split(separator: "\"").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
        return words.dropFirst().map {
            $0.hasPrefix("--defsym=\(objectsPlaceholder)") ? objectsPlaceholder : $0
        }
    }

    private static func output(of program: String, _ arguments: [String]) async throws -> String {
        do {
            let result = try await run(
                .path(FilePath(program)), arguments: .init(arguments), output: .string(limit: 1 << 20),
                error: .combinedWithOutput)
            return result.standardOutput
        } catch {
            throw JudgeError(.unavailable, "no-toolchain", "\(program) cannot be run", cause: error)
        }
    }
}
