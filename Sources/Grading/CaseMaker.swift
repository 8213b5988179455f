import Compilation
import Foundation
import Jail
import JudgeCore
import Registry

/// Makes cases from command lines of a package's generators: the input, checked by the input validators, and the model
/// solution's answer. Everything that it takes stands ready in jails while it is used.
struct CaseMaker {
    /// What makes the cases of a package.
    struct Sources: Sendable {
        let generators: [String: [SourceFile]]
        let solution: SourceFile
        let harness: [SourceFile]
    }

    private let preparation: Preparation
    private let generators: GeneratorRunner
    private let inputs: InputCheck
    private let model: CaseRunner
    private let scratch: String

    /// Builds the programs and keeps them ready while `body` runs.
    ///
    /// - Parameter metered: whether the model solution counts, so that ``make(_:arguments:validatorArguments:limits:)``
    ///   can say what it needs.
    nonisolated(nonsending) static func with<Result: Sendable>(
        _ preparation: Preparation, _ sources: Sources, metered: Bool, scratch: String,
        _ body: nonisolated(nonsending) (CaseMaker) async throws -> Result
    ) async throws -> Result {
        let tools = preparation.tools
        let challenge = preparation.challenge
        let solution = try await model(preparation, sources, metered: metered)
        // Far above any submission's limit: these runs are made once, and must not depend on how busy the host is.
        var limits = challenge.limits.limits(cpuSeconds: 60)
        limits.outputBytes = 256 << 20
        let limit = limits
        return try await GeneratorRunner.with(preparation, scratch: scratch) { generators in
            try await InputCheck.with(preparation, scratch: scratch) { inputs in
                try await CaseRunner.with(
                    metered ? solution.metered?.path ?? solution.path : solution.path, limits: limit,
                    hasHarness: !challenge.isWholeProgram, source: sources.solution.bytes, tools: tools,
                    scratch: scratch
                ) { runner in
                    try await body(
                        CaseMaker(
                            preparation: preparation, generators: generators, inputs: inputs, model: runner,
                            scratch: scratch)
                    )
                }
            }
        }
    }

    /// A case, with its files in scratch space, and the model solution's run of it.
    struct Made {
        let input: String
        let answer: String
        let run: CaseRunner.Run
    }

    /// Makes the case of a generator's command line.
    ///
    /// - Parameters:
    ///   - label: names the case in messages.
    ///   - meter: the page on which the model solution counts.
    /// - Throws: `JudgeError` `broken-package` when the generator, an input validator or the model solution fails on it.
    func make(
        _ generator: String, arguments: [String], settings: CaseSettings, label: String, meter: MeterPage? = nil
    ) async throws -> Made {
        let input = "\(scratch)/case.in"
        try await generators.run(generator, arguments, to: input, label: label)
        if let complaint = try await inputs.complaint(about: input, arguments: settings.inputValidatorArgs) {
            throw preparation.challenge.broken(
                label, "an input validator refuses what the generator made: \(complaint)")
        }
        let run = try await model.run(input: input, arguments: settings.args, meter: meter)
        guard case .answered = run.ending else {
            throw preparation.challenge.broken(label, "the model solution does not answer: \(run.ending)")
        }
        var answer = run.answer
        if preparation.challenge.generators?.answers == .generator {
            answer = "\(scratch)/case.ans"
            try await generators.run(generator, arguments + ["--part", "answer"], to: answer, label: label)
        }
        return Made(input: input, answer: answer, run: run)
    }

    /// Moves files of scratch space into `folder`, which appears whole: `case.in`, `case.ans` and `others` by name.
    func keep(_ made: Made, others: [String: Data] = [:], in folder: String) throws {
        let tools = preparation.tools
        try tools.state.writing {
            let manager = FileManager.default
            let incoming = "\(scratch)/whole-\(UUID().uuidString)"
            try manager.createDirectory(atPath: incoming, withIntermediateDirectories: false)
            try manager.moveItem(atPath: made.input, toPath: "\(incoming)/case.in")
            try manager.moveItem(atPath: made.answer, toPath: "\(incoming)/case.ans")
            for (name, data) in others { try data.write(to: URL(fileURLWithPath: "\(incoming)/\(name)")) }
            try tools.state.kept.seal(incoming)
            try manager.createDirectory(
                atPath: "\(tools.state.data)/\(preparation.challenge.slug)", withIntermediateDirectories: true)
            // Two judges may draw the same case at once: they draw the same bytes, so either will do.
            if rename(incoming, folder) != 0, errno != EEXIST, errno != ENOTEMPTY {
                throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
            }
        }
    }

    private static func model(_ preparation: Preparation, _ sources: Sources, metered: Bool) async throws -> Executable
    {
        let challenge = preparation.challenge
        let solution = sources.solution
        let compiled = try await preparation.tools.compiler.submission(
            solution, harness: sources.harness, starter: try challenge.starter(), limits: challenge.compileLimits,
            metered: metered)
        switch compiled {
        case .success(let executable): return executable
        case .failure(let failure):
            throw JudgeError(
                .failure, "broken-package",
                "\(challenge.slug): the model solution \(solution.name) does not compile: \(failure.message)")
        }
    }
}

extension Preparation {
    /// What makes the challenge's cases.
    func caseSources() throws -> CaseMaker.Sources {
        guard let generators = challenge.generators else {
            throw JudgeError(.failure, "broken-package", "\(challenge.slug) has generated cases but no generators.yaml")
        }
        guard let solution = challenge.submissions.first(where: { "submissions/\($0.path)" == generators.solution })
        else {
            throw challenge.broken("generators/generators.yaml", "solution: there is no \(generators.solution)")
        }
        var programs: [String: [SourceFile]] = [:]
        for program in challenge.generatorPrograms {
            programs[program.name] = try challenge.sources(of: program)
        }
        let files = try challenge.sources(of: solution.files)
        guard files.count == 1 else {
            throw challenge.broken(generators.solution, "a model solution is one Swift file, not \(files.count)")
        }
        return CaseMaker.Sources(generators: programs, solution: files[0], harness: try challenge.harnessSources())
    }
}
