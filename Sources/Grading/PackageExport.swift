import Compilation
import Foundation
import JudgeCore
import Registry

/// A challenge as a package that stands alone, for judges that know nothing of this one: version `2023-07-draft` of the
/// Problem Package Format, which Kattis's problemtools read. ChallengeKit comes with each program that imports it, and
/// hidden data as files, drawn anew.
package struct PackageExport: Sendable {
    /// A file of the package.
    package struct File: Sendable {
        /// The path from the package's folder.
        package let path: String
        package let data: Data
        /// Whether it is a script that is run.
        package let isExecutable: Bool
    }

    private let tools: Tools
    private let challenge: Challenge
    private let progress: @Sendable (GradingProgress) -> Void

    /// - Throws: `JudgeError` `not-exportable` where the format has no words for what the challenge is.
    package init(
        tools: Tools, challenge: Challenge, progress: @escaping @Sendable (GradingProgress) -> Void = { _ in }
    ) throws(JudgeError) {
        func refuse(_ why: String) -> JudgeError {
            JudgeError(.usage, "not-exportable", "\(challenge.slug) cannot be exported: \(why)")
        }
        if challenge.form == .quiz { throw refuse("that version of the format has no quizzes") }
        if challenge.metadata.isScoring { throw refuse("that version of the format has no score multipliers") }
        if challenge.groups.contains(where: { group in
            group.cases.contains { !$0.settings.args.isEmpty } || group.generated.contains { !$0.settings.args.isEmpty }
        }) {
            throw refuse("its submissions take arguments, and that version of the format has none")
        }
        self.tools = tools
        self.challenge = challenge
        self.progress = progress
    }

    /// Everything in the package. Hidden data are drawn with chance of their own, so that they give nothing away of those
    /// that this installation grades with.
    package func files() async throws -> [File] {
        let salt = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
        let material = try await Preparation(tools: tools, challenge: challenge, salt: salt, progress: progress)
            .material()
        var files = [text("problem.yaml", problem)]
        for document in challenge.statements { files.append(try copy(document.file)) }
        for file in challenge.attachments { files.append(try copy(file)) }
        for file in challenge.templates.values.joined() { files.append(try copy(file)) }
        for group in material.groups { files += try self.files(of: group) }
        files += try harness()
        for program in challenge.inputValidators { files += try self.files(of: program, in: "input_validators") }
        if let program = challenge.outputValidator { files += try self.files(of: program, in: "output_validator") }
        // Growth is judged here alone: elsewhere those submissions are right.
        for submission in challenge.submissions where !submission.isExpectedToExceedComplexity {
            for file in submission.files { files.append(try copy(file)) }
        }
        return files
    }

    // MARK: problem.yaml

    private var problem: String {
        let metadata = challenge.metadata
        let limits = metadata.limits
        var lines = ["problem_format_version: 2023-07-draft", "type: pass-fail", "name:"]
        for (language, name) in metadata.names.sorted(by: { $0.key < $1.key }) {
            lines.append("  \(language): \(quoted(name))")
        }
        lines.append("uuid: \(metadata.uuid)")
        if let version = metadata.version { lines.append("version: \(quoted(version))") }
        let authors = metadata.credits.authors.map(\.name)
        if !authors.isEmpty { lines += ["credits:", "  authors: [\(authors.map(quoted).joined(separator: ", "))]"] }
        lines.append("license: \(metadata.license.rawValue)")
        if let owner = metadata.rightsOwner { lines.append("rights_owner: \(quoted(owner))") }
        if !metadata.keywords.isEmpty {
            lines.append("keywords: [\(metadata.keywords.map(quoted).joined(separator: ", "))]")
        }
        lines.append("languages: [swift]")
        lines += [
            "limits:", "  memory: \(limits.memory)", "  output: \(limits.output)", "  code: \(limits.code)",
            "  compilation_time: \(limits.compilationTime)", "  validation_time: \(limits.validationTime)",
            "  validation_memory: \(limits.validationMemory)",
        ]
        if let seconds = limits.timeLimit {
            lines += ["  time_limit: \(seconds)", "  time_resolution: \(limits.timeResolution)"]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A text as YAML takes it in quotes: JSON is YAML.
    private func quoted(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }

    // MARK: Data

    private func files(of group: Material.Group) throws -> [File] {
        let folder = "data/\(group.name)"
        let settings = group.group.settings.cases
        var files: [File] = []
        let flags = self.flags(settings.outputValidatorArgs, settings.inputValidatorArgs)
        if !flags.isEmpty { files.append(text("\(folder)/testdata.yaml", flags)) }
        for item in group.cases {
            // Arguments belong to folders in that version, so a case with its own gets one.
            let isOwn = item.validatorArguments != settings.outputValidatorArgs
            let base = isOwn ? "\(folder)/\(item.name)/case" : "\(folder)/\(item.name)"
            if isOwn {
                let own = self.flags(item.validatorArguments, settings.inputValidatorArgs)
                files.append(text("\(folder)/\(item.name)/testdata.yaml", own))
            }
            for (path, ending) in [(item.input, "in"), (item.answer, "ans")] {
                guard let data = FileManager.default.contents(atPath: path) else {
                    throw JudgeError(.failure, "broken-package", "\(challenge.slug): \(path) cannot be read")
                }
                files.append(File(path: "\(base).\(ending)", data: data, isExecutable: false))
            }
            if let hint = item.hint { files.append(text("\(base).hint", hint.hasSuffix("\n") ? hint : hint + "\n")) }
        }
        return files
    }

    private func flags(_ output: [String], _ input: ValidatorArguments) -> String {
        var lines: [String] = []
        if !output.isEmpty { lines.append("output_validator_flags: \(quoted(output.joined(separator: " ")))") }
        switch input {
        case .all(let words) where !words.isEmpty:
            lines.append("input_validator_flags: \(quoted(words.joined(separator: " ")))")
        case .named(let named):
            if let (name, words) = named.first(where: { !$0.value.isEmpty }) {
                lines.append("input_validator_flags: {name: \(name), flags: \(quoted(words.joined(separator: " ")))}")
            }
        default: break
        }
        return lines.map { $0 + "\n" }.joined()
    }

    // MARK: Programs

    /// Swift is no language of problemtools', so a script builds it. The files of ChallengeKit lie beside it, in one module.
    private func files(of program: Program, in folder: String) throws -> [File] {
        let place = "\(folder)/\(program.name == folder ? "validate" : program.name)"
        guard program.language == .swift else {
            return try challenge.sources(of: program).map { source in
                File(path: "\(place)/\(source.name)", data: Data(source.bytes), isExecutable: false)
            }
        }
        let build =
            "#!/bin/sh\n# Takes Swift 6 or newer: https://www.swift.org/install/linux/\nexec swiftc -O -o run *.swift\n"
        var files = [File(path: "\(place)/build", data: Data(build.utf8), isExecutable: true)]
        let sources = try challenge.sources(of: program)
        for source in sources {
            // Statements stand in a file of this name alone.
            let name = sources.count == 1 ? "main.swift" : source.name
            files.append(text("\(place)/\(name)", Self.withoutImports(source)))
        }
        return files + kit(in: place)
    }

    private func harness() throws -> [File] {
        guard !challenge.isWholeProgram else { return [] }
        let sources = try challenge.harnessSources()
        return sources.map { text("include/swift/\($0.name)", Self.withoutImports($0)) } + kit(in: "include/swift")
    }

    /// ChallengeKit, with an answer that goes to standard output, and nobody who counts.
    private func kit(in folder: String) -> [File] {
        tools.compiler.kitSources.map { source in
            let path = "\(folder)/ChallengeKit\(source.name)"
            switch source.name {
            case "Channel.swift": return text(path, Self.channel)
            case "Meter.swift": return text(path, Self.meter)
            default: return File(path: path, data: Data(source.bytes), isExecutable: false)
            }
        }
    }

    private static let channel = """
        /// Where a harness's answer goes.
        enum AnswerChannel {
            static let descriptor: Int32 = 1
            static let lastWord = ""
        }

        """
    private static let meter = """
        // Nobody counts here.
        func meterPause() {}
        func meterBegin() {}
        func meterEnd() {}
        func meterFinish() {}

        """

    /// A source whose module is that of ChallengeKit and of the submission as well.
    private static func withoutImports(_ source: SourceFile) -> String {
        let own: Set = ["import ChallengeKit", "@testable import Submission", "import Submission"]
        return String(decoding: source.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !own.contains($0.trimmingCharacters(in: .whitespaces)) }.joined(separator: "\n")
    }

    private func text(_ path: String, _ text: String) -> File {
        File(path: path, data: Data(text.utf8), isExecutable: false)
    }

    private func copy(_ file: PackageFile) throws -> File {
        File(path: file.path, data: Data(try challenge.contents(of: file, limit: 64 << 20)), isExecutable: false)
    }
}
