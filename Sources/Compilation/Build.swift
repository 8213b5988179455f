import Foundation
import Jail
import JudgeCore

/// Why a build did not come to an executable.
struct BuildFailure: Error {
    /// One sentence for the person who sent the source.
    var summary: String
    /// What the failed step wrote to standard error.
    var output = ""
    /// What of that is about the submission.
    var diagnostics: [Diagnostic] = []
    /// The walls around the compiler.
    var sandbox = SandboxReport(level: .none, walls: [])
}

/// The steps of one build, in one compile jail.
actor Build {
    let jail: Jail
    let toolchain: Toolchain
    let limits: CompileLimits
    /// A folder outside the jail for what goes in and comes out.
    let scratch: String
    let modules: String
    let deadline: ContinuousClock.Instant
    /// What the compiler said about the submission.
    private(set) var diagnostics: [Diagnostic] = []
    /// Functions of libraries that the submission calls and that the meter does not see into.
    private(set) var uncounted: [String] = []

    init(
        jail: Jail, toolchain: Toolchain, limits: CompileLimits, scratch: String, modules: String,
        deadline: ContinuousClock.Instant
    ) {
        self.jail = jail
        self.toolchain = toolchain
        self.limits = limits
        self.scratch = scratch
        self.modules = modules
        self.deadline = deadline
    }

    nonisolated var root: String { jail.workPath }
    nonisolated var kitFolder: String { "\(root)/kit" }

    func putKit(_ kit: BuiltKit) async throws {
        for file in ["ChallengeKit.swiftmodule", "ChallengeKit.o", "meter.o", "unmetered.o"] {
            try await jail.put("kit/\(file)", from: "\(kit.folder)/\(file)")
        }
    }

    /// Copies `sources` into `folder` of the jail's work folder.
    func put(_ sources: [SourceFile], folder: String) async throws {
        for file in sources {
            let outside = "\(scratch)/\(folder)-\(file.name)"
            try file.write(to: outside)
            try await jail.put("\(folder)/\(file.name)", from: outside)
        }
    }

    /// The submission as a module of its own, the harness that imports it, and the link of both into `program`; without
    /// a harness, the submission as a whole program. With a `page`, where the meter counts, the same goes into `metered`
    /// as well.
    func submission(_ source: SourceFile, harness: [SourceFile], starter: String?, page: UInt64?) async throws {
        if !harness.isEmpty, let line = source.firstLine(with: Self.kitName) { throw Self.takesKitsName(source, line) }
        try await put([source], folder: "submission")
        try await put(harness, folder: "harness")
        // Relative to the work folder: programs can ask for the path (#filePath), and it tells nothing of the host.
        let path = "submission/\(source.name)"
        let parser = DiagnosticParser(file: source.name, path: path, source: source.bytes)
        let module = [path] + moduleArguments(source, isWholeProgram: harness.isEmpty)

        async let called = callers(module: module, harness: harness)
        do {
            let output = try await frontend(
                ["-emit-bc", "-O"] + module + ["-o", "\(root)/submission.bc"], errors: "submission.err")
            diagnostics = parser.parse(output)
        } catch var failure as BuildFailure {
            _ = try await called
            failure.diagnostics = parser.parse(failure.output)
            let errors = failure.diagnostics.count { $0.severity == .error }
            if errors > 0 { failure.summary = Self.count(errors) }
            throw failure
        }
        async let metered: Void = page == nil ? () : object("metered", Metering.instrumentation)
        try await object("submission", [])
        try await checkSymbols(isWholeProgram: harness.isEmpty)
        try await metered
        if let failure = try await called {
            throw BuildFailure(
                summary: Self.mismatch(source: source, starter: starter, harnessErrors: failure.output),
                output: failure.output, diagnostics: diagnostics)
        }
        let callers = harness.isEmpty ? [] : ["harness.o"]
        let imports = [source] + harness
        async let meteredLink: Void =
            page == nil ? () : link(callers + ["metered.o"], to: "metered", imports: imports, page: page)
        try await link(callers + ["submission.o"], to: "program", imports: imports)
        try await meteredLink
    }

    private static func count(_ errors: Int) -> String {
        let found =
            errors == 1 ? "an error" : errors < DiagnosticParser.most ? "\(errors) errors" : "\(errors) errors or more"
        return "the compiler found \(found)"
    }

    private static let kitName = "ChallengeKit"

    /// A type or alias of this name, wherever it stands, could answer the harness in the place of the module.
    private static func takesKitsName(_ source: SourceFile, _ line: Int) -> BuildFailure {
        let message = "\(kitName) is the judge's own module: a solution neither imports it nor uses its name"
        return BuildFailure(
            summary: message,
            diagnostics: [Diagnostic(severity: .error, file: source.name, line: line, column: 1, message: message)])
    }

    private func moduleArguments(_ source: SourceFile, isWholeProgram: Bool) -> [String] {
        if !isWholeProgram { return ["-parse-as-library", "-enable-testing", "-module-name", "Submission"] }
        return (Compiler.hasMainType(source) ? ["-parse-as-library"] : []) + ["-module-name", "main"]
    }

    /// Turns the submission's bitcode into the object `name`.
    private func object(_ name: String, _ arguments: [String]) async throws {
        try await step(
            toolchain.clang,
            ["--target=\(toolchain.triple)", "-Wno-override-module", "-c", "-O1"] + arguments
                + ["\(root)/submission.bc", "-o", "\(root)/\(name).o"],
            "\(name)-object.err")
    }

    /// Looks at the names that the submission defines and uses, before they meet others.
    private func checkSymbols(isWholeProgram: Bool) async throws {
        let copy = "\(scratch)/submission.o"
        try await fetch("submission.o", to: copy, limit: 256 << 20, what: "object")
        let bytes = [UInt8](FileManager.default.contents(atPath: copy) ?? Data())
        try? FileManager.default.removeItem(atPath: copy)
        guard let symbols = ObjectSymbols(bytes) else {
            throw BuildFailure(summary: "the compiler made no object that can be read", diagnostics: diagnostics)
        }
        if let complaint = SymbolRules.complaint(about: symbols, isWholeProgram: isWholeProgram) {
            throw BuildFailure(summary: complaint.escapingControls, diagnostics: diagnostics)
        }
        uncounted = SymbolRules.uncounted(symbols).map { SwiftSymbol.readable($0).escapingControls }
    }

    /// Copies what was built out of the jail.
    ///
    /// - Throws: ``BuildFailure`` where it is larger than `limit` bytes: that is the source's doing.
    func fetch(_ file: String, to path: String, limit: Int, what: String) async throws {
        do { try await jail.get(file, to: path, limit: limit) } catch let error as JudgeError
            where error.code == "file-too-large"
        {
            throw BuildFailure(
                summary: "the \(what) would be larger than \(limit >> 20) MiB; make tables as the program runs",
                diagnostics: diagnostics)
        }
    }

    /// Compiles the harness against the submission's interface. A failure is not the last word: the submission's own
    /// errors, if it has any, say more.
    private func callers(module: [String], harness: [SourceFile]) async throws -> BuildFailure? {
        if harness.isEmpty { return nil }
        do {
            try await frontend(
                // -O, although no body is compiled: it is part of what clang names its cached modules by.
                ["-emit-module", "-O", "-experimental-skip-all-function-bodies"] + module
                    + ["-o", "\(root)/Submission.swiftmodule"],
                errors: "module.err")
            try await frontend(
                ["-c", "-O"] + harness.map { "harness/\($0.name)" }
                    + ["-I", root, "-I", kitFolder, "-module-name", "main", "-o", "\(root)/harness.o"],
                errors: "harness.err")
            return nil
        } catch let failure as BuildFailure {
            return failure
        }
    }

    /// Runs Swift's front end; returns what it wrote to standard error.
    @discardableResult
    func frontend(_ arguments: [String], errors: String) async throws -> String {
        try await step(
            toolchain.frontend, ["-frontend"] + arguments + toolchain.frontendArguments(modules: modules), errors)
    }

    /// Compiles and links a program in C or C++ into `program`, statically.
    func native(_ sources: [SourceFile], isCPlusPlus: Bool) async throws {
        let units = sources.map(\.name).filter { name in [".c", ".cc", ".cpp", ".cxx"].contains { name.hasSuffix($0) } }
        let language = isCPlusPlus ? ["--driver-mode=g++", "-std=gnu++20"] : ["-std=gnu17"]
        try await step(
            toolchain.clang,
            ["--target=\(toolchain.triple)"] + language + ["-O2", "-static", "-fuse-ld=lld", "-w"]
                + units.map { "\(root)/sources/\($0)" } + ["-lm", "-o", "\(root)/program"],
            "program.err")
    }

    /// Links `objects`, ChallengeKit and the meter, or what stands in its place, into the executable `name`.
    func link(_ objects: [String], to name: String, imports: [SourceFile], page: UInt64? = nil) async throws {
        let kit = ["ChallengeKit.o", page == nil ? "unmetered.o" : "meter.o"].map { "\(kitFolder)/\($0)" }
        let all = Metering.linkerArguments(page: page) + objects.map { "\(root)/\($0)" } + kit
        let libraries = toolchain.libraries(imports: imports).map { "-l\($0)" }
        let arguments = toolchain.linkerArguments.flatMap { argument in
            switch argument {
            case Toolchain.objectsPlaceholder: ["--start-group"] + all + libraries + ["--end-group"]
            case Toolchain.outputPlaceholder: ["\(root)/\(name)"]
            default: [argument]
            }
        }
        do {
            try await step(toolchain.linker, arguments, "\(name)-link.err")
        } catch var failure as BuildFailure where !failure.output.isEmpty {
            let first = failure.output.split(whereSeparator: \.isNewline).first { $0.contains("error:") } ?? ""
            let reason = first.split(separator: "error: ", maxSplits: 1).last.map(String.init) ?? failure.summary
            failure.summary = "linking failed: \(reason.prefix(200).description.escapingControls)"
            throw failure
        }
    }

    @discardableResult
    private func step(_ program: String, _ arguments: [String], _ errors: String) async throws -> String {
        let captured = "\(scratch)/\(errors)"
        var run = JailRun(path: program)
        run.arguments = arguments
        run.environment = [
            "PATH": "\(toolchain.root)/bin", "TMPDIR": root, "HOME": root, "SWIFT_BACKTRACE": "enable=no",
        ]
        run.workingDirectory = root
        run.errorPath = captured
        run.cpuSeconds = limits.cpuSeconds
        run.wallSeconds = max(0.01, (deadline - .now).seconds)
        run.memoryBytes = limits.memoryBytes
        run.fileSizeBytes = 512 << 20
        run.stackBytes = 512 << 20
        let outcome = try await jail.run(run)
        let output = FileManager.default.contents(atPath: captured).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let tool = program.split(separator: "/").last.map(String.init) ?? program
        switch outcome.ending {
        case .exited(0): return output
        case .exited:
            throw BuildFailure(summary: Self.firstError(in: output) ?? "\(tool) failed without a word", output: output)
        case .signaled(let signal):
            throw BuildFailure(
                summary: "the compiler crashed on this source (\(tool), signal \(signal)); simplify the last change",
                output: output)
        case .cpuLimit, .wallLimit:
            throw BuildFailure(
                summary: "compiling took longer than \(Int(limits.cpuSeconds)) s; split long expressions and literals",
                output: output)
        case .memoryLimit:
            throw BuildFailure(
                summary:
                    "compiling took more than \(limits.memoryBytes >> 20) MiB; split long expressions and literals",
                output: output)
        case .resultLimit, .outputLimit:
            throw BuildFailure(summary: "the compiler wrote too much", output: output)
        }
    }

    private static func firstError(in output: String) -> String? {
        guard let line = output.split(whereSeparator: \.isNewline).first(where: { $0.contains("error: ") }),
            let range = line.firstRange(of: "error: ")
        else { return nil }
        return String(line[range.upperBound...].prefix(200)).escapingControls
    }

    /// One sentence on why the harness could not call the submission.
    static func mismatch(source: SourceFile, starter: String?, harnessErrors: String) -> String {
        let reason = firstError(in: harnessErrors) ?? "the harness does not compile against it"
        guard let starter, let expected = Signature.first(in: starter) else {
            return "the submission cannot be called: \(reason)"
        }
        guard let found = Signature.find(expected.name, in: String(decoding: source.bytes, as: UTF8.self)) else {
            return "\(source.name) declares no function '\(expected.name)'; expected: \(expected.text)"
        }
        let shown = found.prefix(300).description.escapingControls
        if found == expected.text { return "'\(expected.name)' cannot be called: \(reason)" }
        return "'\(expected.name)' has another signature than asked for; expected: \(expected.text); found: \(shown)"
    }
}

extension Toolchain {
    /// The static libraries that `sources` may need. Foundation's are large, so only a source that mentions a module
    /// beyond the standard library's gets them.
    func libraries(imports sources: [SourceFile]) -> [String] {
        let small = [
            "swiftSwiftOnoneSupport", "swiftCore", "swift_Concurrency", "swift_StringProcessing", "swift_RegexParser",
            "swiftGlibc",
        ]
        let large = [
            "swiftSynchronization", "BlocksRuntime", "dispatch", "swiftDispatch", "_FoundationICU",
            "CoreFoundation", "Foundation", "FoundationEssentials", "FoundationInternationalization",
            "_FoundationCShims", "_FoundationCollections", "swiftObservation", "swiftDistributed",
            "swift_Differentiation",
            "swiftRegexBuilder",
        ]
        let more = sources.contains { source in
            let text = String(decoding: source.bytes, as: UTF8.self)
            return text.split(whereSeparator: \.isNewline).contains { line in
                line.contains("import") && !["ChallengeKit", "Submission", "Glibc"].contains { line.contains($0) }
            }
        }
        let present = large.filter {
            FileManager.default.fileExists(atPath: "\(staticResources)/linux/lib\($0).a")
        }
        return more ? small + present : small
    }
}
