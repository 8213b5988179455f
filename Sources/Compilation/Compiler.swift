import Crypto
import Foundation
import Jail
import JudgeCore

/// Turns Swift source into static executables, inside the jail, with a cache.
///
/// A submission is a module of its own, `Submission`, so that its names cannot collide with the harness's:
///
/// ```
/// kmeans.swift ──▶ Submission.swiftmodule ──▶ harness main.swift ──▶ harness.o ─┐
///      └─────────▶ submission.bc ──▶ submission.o ──────────────────────────────┼─▶ program
///                            └─────▶ metered.o ─────────────────────────────────┼─▶ metered
/// ChallengeKit, meter (once per toolchain) ──▶ ChallengeKit.o, meter.o ──────────┘
/// ```
///
/// The rows run side by side: the module without function bodies is ready long before the optimiser is, and bitcode is
/// the form in which the metered executable can be made without a second front-end run.
package struct Compiler: Sendable {
    let toolchain: Toolchain
    let state: StateFolder
    let jailExecutable: String
    let sandbox: SandboxChoice
    /// The source files of the module `ChallengeKit`.
    package let kitSources: [SourceFile]
    /// The sources of the meter and of what stands in its place in plain builds.
    let meterSources: [SourceFile]
    let cache: ExecutableCache

    /// Part of every cache key: raise it when the way of building changes.
    static let recipe = "7"

    /// A compiler that keeps its results in `state`.
    ///
    /// - Parameters:
    ///   - sandboxFolder: the folder that holds the sources of ChallengeKit and of the meter.
    ///   - jailExecutable: the path of `judge-jail`.
    /// - Throws: `JudgeError` `broken-installation` when the kit's sources cannot be read.
    package init(
        toolchain: Toolchain, state: StateFolder, sandboxFolder: String, jailExecutable: String, sandbox: SandboxChoice
    ) throws {
        self.toolchain = toolchain
        self.state = state
        self.jailExecutable = jailExecutable
        self.sandbox = sandbox
        kitSources = try Self.sources(in: "\(sandboxFolder)/ChallengeKit", [".swift"])
        meterSources = try Self.sources(in: "\(sandboxFolder)/Meter", [".c", ".h"])
        cache = ExecutableCache(folder: state.executables, kept: state.kept)
    }

    private static func sources(in folder: String, _ endings: [String]) throws -> [SourceFile] {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
            name in endings.contains { name.hasSuffix($0) }
        }
        let files = names.sorted().compactMap { name in
            FileManager.default.contents(atPath: "\(folder)/\(name)").map { SourceFile(name: name, bytes: [UInt8]($0)) }
        }
        guard !files.isEmpty else {
            throw JudgeError(
                .unavailable, "broken-installation",
                "the sandbox's sources are missing: there is no \(endings[0]) file in \(folder); install judge again")
        }
        return files
    }

    /// Builds a program of a challenge package: a generator, a validator.
    ///
    /// - Parameters:
    ///   - name: says which in messages.
    ///   - building: is called before it is compiled, and not when it comes from the cache.
    /// - Throws: `JudgeError` `broken-package` with the compiler's first error when it does not build.
    package func program(
        _ sources: [SourceFile], name: String, building: () -> Void = {}
    ) async throws -> Executable {
        let key = key("program", sources)
        if let executable = cache.find(key) { return executable }
        building()
        let result = try await build(key: key, limits: CompileLimits()) { build in
            try await build.put(sources, folder: "sources")
            try await build.frontend(
                ["-c", "-O"] + sources.map { "\(build.root)/sources/\($0.name)" } + ["-I", build.kitFolder]
                    + (sources.count == 1 && Self.hasMainType(sources[0]) ? ["-parse-as-library"] : [])
                    + ["-module-name", "main", "-o", "\(build.root)/program.o"],
                errors: "program.err")
            try await build.link(["program.o"], to: "program", imports: sources)
        }
        return try Self.built(result, name)
    }

    private static func built(_ result: Result<Executable, BuildFailure>, _ name: String) throws(JudgeError)
        -> Executable
    {
        switch result {
        case .success(let executable): return executable
        case .failure(let failure):
            let first = failure.output.split(whereSeparator: \.isNewline).first { $0.contains("error:") } ?? ""
            throw JudgeError(
                .failure, "broken-package",
                "\(name) does not compile: \(first.isEmpty ? failure.summary : String(first).escapingControls)")
        }
    }

    /// Builds a program of a package in C or C++, as packages from elsewhere have them, headers among its `sources`.
    ///
    /// - Parameters: as of ``program(_:name:building:)``.
    /// - Throws: `JudgeError` `broken-package` with the compiler's first error when it does not build.
    package func native(
        _ sources: [SourceFile], isCPlusPlus: Bool, name: String, building: () -> Void = {}
    ) async throws -> Executable {
        let key = key(isCPlusPlus ? "c++" : "c", sources)
        if let executable = cache.find(key) { return executable }
        building()
        let result = try await build(key: key, limits: CompileLimits()) { build in
            try await build.put(sources, folder: "sources")
            try await build.native(sources, isCPlusPlus: isCPlusPlus)
        }
        return try Self.built(result, name)
    }

    /// Builds a submission with its challenge's harness; without a harness it is a whole program.
    ///
    /// - Parameters:
    ///   - source: the submission.
    ///   - harness: the files of `include/swift/`.
    ///   - starter: the challenge's starter, which shows the signature that the harness calls.
    ///   - metered: whether an executable that counts is made as well.
    /// - Throws: only what is the judge's own trouble; a submission that does not build is a result.
    package func submission(
        _ source: SourceFile, harness: [SourceFile], starter: String?, limits: CompileLimits = CompileLimits(),
        metered: Bool = false
    ) async throws -> CompileResult {
        let meteredKey = key("metered", [source] + harness)
        if let executable = cache.find(meteredKey) { return .success(executable) }
        let key = metered ? meteredKey : key("submission", [source] + harness)
        if !metered, let executable = cache.find(key) { return .success(executable) }
        let page = metered ? try page(key) : nil
        let started = ContinuousClock.now
        let result = try await build(key: key, limits: limits, metered: metered) { build in
            try await build.submission(source, harness: harness, starter: starter, page: page)
        }
        switch result {
        case .success(let executable): return .success(executable)
        case .failure(let failure):
            return .failure(
                CompileFailure(
                    message: failure.summary, diagnostics: failure.diagnostics,
                    seconds: (ContinuousClock.now - started).seconds, sandbox: failure.sandbox))
        }
    }

    /// Names the way in which work and memory are counted: counts with different names cannot be compared.
    package var countingIdentity: String { digest(toolchain: toolchain.identity) }

    /// The same for all hosts with the same compiler and target, wherever it lies.
    package var countingMark: String {
        String(digest(toolchain: "\(toolchain.version) \(toolchain.triple)").prefix(16))
    }

    /// Stands for the way of building with this toolchain, the kit and the meter.
    private func digest(toolchain: String) -> String {
        var hash = SHA256()
        hash.update(data: Data("\(Self.recipe) \(toolchain)\n".utf8))
        for file in kitSources + meterSources { hash.update(data: file.bytes) }
        return hash.finalize().hexadecimal
    }

    static func hasMainType(_ source: SourceFile) -> Bool {
        String(decoding: source.bytes, as: UTF8.self).contains("@main")
    }

    /// Runs `steps` in a fresh jail and moves the program that they leave into the cache.
    private func build(
        key: String, limits: CompileLimits, metered: Bool = false, _ steps: @Sendable (Build) async throws -> Void
    ) async throws -> Result<Executable, BuildFailure> {
        let kit = try await kit()
        let started = ContinuousClock.now
        return try await state.withScratch { scratch in
            var configuration = JailConfiguration(policy: .tools, executable: jailExecutable)
            configuration.sandbox = sandbox
            configuration.memoryBytes = limits.memoryBytes
            configuration.processes = 64
            configuration.workBytes = 512 << 20
            configuration.readOnlyPaths = toolchain.readOnlyPaths + [kit.modules]
            return try await Jail.with(configuration) { jail in
                let build = Build(
                    jail: jail, toolchain: toolchain, limits: limits, scratch: scratch, modules: kit.modules,
                    deadline: .now + .seconds(limits.wallSeconds))
                do {
                    try await build.putKit(kit)
                    try await steps(build)
                    for name in metered ? ["program", "metered"] : ["program"] {
                        try await build.fetch(
                            name, to: "\(scratch)/\(name)", limit: limits.executableBytes, what: "executable")
                    }
                } catch var failure as BuildFailure {
                    failure.sandbox = jail.sandbox
                    return .failure(failure)
                }
                let built = ExecutableCache.Built(
                    program: "\(scratch)/program", metered: metered ? "\(scratch)/metered" : nil,
                    uncounted: await build.uncounted, seconds: (ContinuousClock.now - started).seconds,
                    diagnostics: await build.diagnostics)
                return .success(try state.writing { try cache.store(key, built) })
            }
        }
    }

    /// Where the meter of the build `key` counts: told by the installation's secret, so that no program knows it.
    private func page(_ key: String) throws -> UInt64 {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("meter/\(key)".utf8), using: SymmetricKey(data: try state.salt()))
        return Metering.page(from: code.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }

    private func key(_ kind: String, _ sources: [SourceFile]) -> String {
        var hash = SHA256()
        for part in [Self.recipe, kind, toolchain.identity, sandbox.rawValue] {
            hash.update(data: Data("\(part)\n".utf8))
        }
        for file in kitSources + meterSources + sources {
            hash.update(data: Data("\(file.name) \(file.bytes.count)\n".utf8))
            hash.update(data: file.bytes)
        }
        return hash.finalize().hexadecimal
    }
}
