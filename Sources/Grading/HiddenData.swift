import Compilation
import Crypto
import Foundation
import Jail
import JudgeCore
import Registry

/// Draws the hidden cases of a challenge with the installation's secret, and keeps them in the state folder.
///
/// A case's folder is named for everything that it follows from (generator, command, seed, model solution, harness), so
/// a change of the package makes new data and never mixes old with new. It appears by one rename, whole.
struct HiddenData: Sendable {
    let preparation: Preparation
    let seeds: Seeds

    private var tools: Tools { preparation.tools }
    private var challenge: Challenge { preparation.challenge }
    private static let largestInput = 1 << 30

    /// The generated cases of `group`.
    ///
    /// - Throws: `JudgeError` `broken-package` when a generator, an input validator or the model solution fails on one.
    func cases(of group: TestGroup) async throws -> [PreparedCase] {
        let sources = try sources()
        let folders = group.generated.map { "\(tools.state.data)/\(challenge.slug)/\(key(of: $0, sources))" }
        let missing = zip(group.generated, folders).filter {
            !FileManager.default.fileExists(atPath: "\($0.1)/case.ans")
        }
        if !missing.isEmpty { try await make(missing.map { (item: $0.0, folder: $0.1) }, sources) }
        for folder in folders { utimensat(AT_FDCWD, folder, nil, 0) }
        removeStale()
        return zip(group.generated, folders).map { item, folder in
            PreparedCase(
                group: group.name, name: item.shortName, input: "\(folder)/case.in", answer: "\(folder)/case.ans",
                settings: item.settings)
        }
    }

    private struct Sources {
        let generators: [String: [SourceFile]]
        let solution: SourceFile
        let harness: [SourceFile]
    }

    private func sources() throws -> Sources {
        guard let generators = challenge.generators else {
            throw JudgeError(.failure, "broken-package", "\(challenge.slug) has generated cases but no generators.yaml")
        }
        guard let solution = challenge.submissions.first(where: { "submissions/\($0.path)" == generators.solution })
        else {
            throw JudgeError(
                .failure, "broken-package",
                "\(challenge.slug)/generators/generators.yaml: solution: there is no \(generators.solution)")
        }
        var programs: [String: [SourceFile]] = [:]
        for program in challenge.generatorPrograms {
            programs[program.name] = try challenge.sources(of: program.swiftFiles)
        }
        let files = try challenge.sources(of: solution.files)
        guard files.count == 1 else {
            throw JudgeError(
                .failure, "broken-package",
                "\(challenge.slug)/\(generators.solution): a model solution is one Swift file, not \(files.count)")
        }
        return Sources(generators: programs, solution: files[0], harness: try challenge.harnessSources())
    }

    private func arguments(of item: GeneratedCase) -> [String] {
        item.arguments { seeds.seed("\(challenge.slug)/\(item.name)/\($0 ?? 0)") }
    }

    private func key(of item: GeneratedCase, _ sources: Sources) -> String {
        var hash = SHA256()
        hash.update(data: Data("2 \(item.generator) \(arguments(of: item)) \(item.settings.args)\n".utf8))
        for file in (sources.generators[item.generator] ?? []) + [sources.solution] + sources.harness {
            hash.update(data: Data("\(file.name) \(file.bytes.count)\n".utf8))
            hash.update(data: file.bytes)
        }
        return String(hash.finalize().hexadecimal.prefix(32))
    }

    /// Makes cases in standing jails: one for the input validators, one for the model solution.
    private func make(_ missing: [(item: GeneratedCase, folder: String)], _ sources: Sources) async throws {
        let solution = try await model(sources, for: missing[0].item)
        // Far above any submission's limit: this run is only made once, and must not depend on how busy the host is.
        var limits = challenge.limits.limits(cpuSeconds: 60)
        limits.outputBytes = 256 << 20
        try await tools.state.withScratch { scratch in
            try await InputCheck.with(preparation, scratch: scratch) { inputs in
                try await CaseRunner.with(
                    solution, limits: limits, hasHarness: !challenge.isWholeProgram, source: sources.solution.bytes,
                    tools: tools, scratch: scratch
                ) { runner in
                    for (item, folder) in missing {
                        preparation.progress(.preparing(item.name))
                        let input = "\(scratch)/case.in"
                        try await generate(item, to: input, scratch: scratch)
                        if let complaint = try await inputs.complaint(
                            about: input, arguments: item.settings.inputValidatorArgs)
                        {
                            throw broken(item, "an input validator refuses what the generator made: \(complaint)")
                        }
                        let run = try await runner.run(input: input, arguments: item.settings.args)
                        guard case .answered = run.ending else {
                            throw broken(
                                item, "the model solution \(sources.solution.name) does not answer: \(run.ending)")
                        }
                        try keep(input: input, answer: run.answer, in: folder, scratch: scratch)
                    }
                }
            }
        }
    }

    /// Moves a case to its place, whole.
    private func keep(input: String, answer: String, in folder: String, scratch: String) throws {
        try tools.state.writing {
            let manager = FileManager.default
            let incoming = "\(scratch)/whole-\(UUID().uuidString)"
            try manager.createDirectory(atPath: incoming, withIntermediateDirectories: false)
            try manager.moveItem(atPath: input, toPath: "\(incoming)/case.in")
            try manager.moveItem(atPath: answer, toPath: "\(incoming)/case.ans")
            try manager.createDirectory(
                atPath: "\(tools.state.data)/\(challenge.slug)", withIntermediateDirectories: true)
            // Two judges may draw the same case at once: they draw the same bytes, so either will do.
            if rename(incoming, folder) != 0, errno != EEXIST, errno != ENOTEMPTY {
                throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
            }
        }
    }

    private func generate(_ item: GeneratedCase, to input: String, scratch: String) async throws {
        guard let program = challenge.generatorPrograms.first(where: { $0.name == item.generator }) else {
            throw broken(item, "there is no generator '\(item.generator)' in generators/")
        }
        let executable = try await preparation.build(program)
        var configuration = JailConfiguration(policy: .tools, executable: tools.jailExecutable)
        configuration.sandbox = tools.sandbox
        configuration.workBytes = 64 << 20
        let outcome = try await Jail.with(configuration) { jail in
            try await jail.load(program: "generator", from: executable.path)
            var run = JailRun(program: "generator")
            run.arguments = arguments(of: item)
            run.environment = ["SWIFT_DETERMINISTIC_HASHING": "1", "SWIFT_BACKTRACE": "enable=no"]
            run.result = JailRun.Result(path: input, channel: 1, limit: Self.largestInput)
            run.errorPath = "\(scratch)/generator.err"
            run.cpuSeconds = 60
            run.wallSeconds = 120
            return try await jail.run(run)
        }
        guard outcome.ending == .exited(0) else {
            throw broken(item, "the generator ended with \(outcome.ending)\(said("\(scratch)/generator.err"))")
        }
    }

    private func model(_ sources: Sources, for item: GeneratedCase) async throws -> Executable {
        let solution = sources.solution
        let compiled = try await tools.compiler.submission(
            solution, harness: sources.harness, starter: try challenge.starter(), limits: challenge.compileLimits)
        switch compiled {
        case .success(let executable): return executable
        case .failure(let failure):
            throw broken(item, "the model solution \(solution.name) does not compile: \(failure.message)")
        }
    }

    private func broken(_ item: GeneratedCase, _ message: String) -> JudgeError {
        JudgeError(
            .failure, "broken-package",
            "\(challenge.slug)/generators/generators.yaml: \(item.group): \(item.shortName): \(message)")
    }

    private func said(_ file: String) -> String {
        let text = String(untrusted: FileManager.default.contents(atPath: file) ?? Data(), limit: 300)
        return text.split(separator: "\n").first.map { ": \($0)" } ?? ""
    }

    /// Data of earlier forms of the package that nobody has used for a week.
    private func removeStale() {
        let manager = FileManager.default
        let parent = "\(tools.state.data)/\(challenge.slug)"
        for name in (try? manager.contentsOfDirectory(atPath: parent)) ?? [] {
            let used = (try? manager.attributesOfItem(atPath: "\(parent)/\(name)"))?[.modificationDate] as? Date
            if let used, Date().timeIntervalSince(used) > 7 * 86400 {
                try? manager.removeItem(atPath: "\(parent)/\(name)")
            }
        }
    }
}
