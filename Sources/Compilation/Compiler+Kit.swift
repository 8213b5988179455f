import Crypto
import Foundation
import Jail
import JudgeCore
import Subprocess
import SystemPackage

/// ChallengeKit and the meter, built, and the compiler's cache of the C library's modules.
struct BuiltKit: Sendable {
    /// The folder with `ChallengeKit.swiftmodule`, `ChallengeKit.o`, `meter.o` and `unmetered.o`.
    let folder: String
    /// The module cache, which jails see read-only: reading glibc's headers anew would double the time of a compilation.
    let modules: String
}

extension Compiler {
    /// Builds ChallengeKit and fills the module cache, once per toolchain and kit.
    ///
    /// Both come from the judge's own sources and from nothing that anybody sent, so this runs outside the jail; that is
    /// also what lets the module cache be shared: nothing hostile ever wrote to it.
    func kit() async throws -> BuiltKit {
        // Compiled modules name the folder of their cache. So it is named for that, too: where a state folder was moved or
        // copied to, the compiler would refuse what is in it, and every submission.
        let identity = SHA256.hash(data: Data("\(countingIdentity) \(state.modules)".utf8)).hexadecimal.prefix(24)
        let folder = "\(state.modules)/\(identity)"
        let kit = BuiltKit(folder: folder, modules: "\(folder)/clang")
        if isBuilt(kit) { return kit }
        // For the same reason it is built in its final place, by one judge at a time.
        return try await withFileLock("\(folder).lock") {
            if isBuilt(kit) { return kit }
            try await buildKit(kit)
            return kit
        }
    }

    /// Whether the kit is there and whole. Without a seal it is still being built, or somebody was killed who did.
    private func isBuilt(_ kit: BuiltKit) -> Bool {
        FileManager.default.fileExists(atPath: "\(kit.folder)/\(KeptFolders.seal)") && state.kept.isWhole(kit.folder)
    }

    private func buildKit(_ kit: BuiltKit) async throws {
        let manager = FileManager.default
        let sources = "\(kit.folder)/sources"
        try state.writing {
            try? manager.removeItem(atPath: kit.folder)
            try manager.createDirectory(atPath: sources, withIntermediateDirectories: true)
            for file in kitSources + meterSources {
                try Data(file.bytes).write(to: URL(fileURLWithPath: "\(sources)/\(file.name)"))
            }
            let imports = "import Foundation\nimport Glibc\nimport Dispatch\nimport Synchronization\n"
            try Data(imports.utf8).write(to: URL(fileURLWithPath: "\(kit.folder)/imports.swift"))
        }
        let common = toolchain.frontendArguments(modules: kit.modules)
        try await trusted(
            toolchain.frontend,
            [
                "-frontend", "-typecheck", "-O", "-parse-as-library", "\(kit.folder)/imports.swift", "-module-name",
                "imports",
            ] + common
        )
        try await trusted(
            toolchain.frontend,
            ["-frontend", "-c", "-O", "-parse-as-library"] + kitSources.map { "\(sources)/\($0.name)" }
                + ["-module-name", "ChallengeKit", "-emit-module-path", "\(kit.folder)/ChallengeKit.swiftmodule"]
                + ["-o", "\(kit.folder)/ChallengeKit.o"] + common)
        for name in ["meter", "unmetered"] {
            try await trusted(
                toolchain.clang,
                ["--target=\(toolchain.triple)", "-std=gnu17", "-D_GNU_SOURCE", "-O2", "-fno-builtin"]
                    + ["-c", "\(sources)/\(name).c", "-o", "\(kit.folder)/\(name).o"])
        }
        try state.writing { try state.kept.seal(kit.folder) }
    }

    private func trusted(_ program: String, _ arguments: [String]) async throws {
        let result = try await run(
            .path(FilePath(program)), arguments: .init(arguments),
            output: .string(limit: 1 << 16), error: .combinedWithOutput)
        if !result.terminationStatus.isSuccess, result.standardOutput.contains("No space left on device") {
            throw JudgeError(
                .unavailable, "disk-full",
                "writing into the state folder \(state.path) failed: No space left on device; make room and try again")
        }
        guard result.terminationStatus.isSuccess else {
            throw JudgeError(
                .failure, "kit-failed", "the sandbox's own sources do not compile: \(result.standardOutput)")
        }
    }

    /// Holds an exclusive lock on `path` while `body` runs, polling: a blocked thread would be one of the few there are.
    private func withFileLock<Result>(_ path: String, _ body: () async throws -> Result) async throws -> Result {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw JudgeError(
                .unavailable, "state-write-failed", "\(path) cannot be created: \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            try await Task.sleep(for: .milliseconds(20))
        }
        return try await body()
    }
}

extension Toolchain {
    /// Arguments that every front-end run shares. Plug-in paths are left out on purpose: a macro is a program that would
    /// run within the compiler.
    func frontendArguments(modules: String) -> [String] {
        [
            "-target", triple, "-disable-objc-interop", "-no-color-diagnostics", "-diagnostic-style=llvm",
            "-use-static-resource-dir", "-module-cache-path", modules,
            // Without this, 6.3.1 crashes on some valid sources: "Unexpected anonymous function when writing summary".
            "-disable-llvm-merge-functions-pass",
        ]
    }
}
