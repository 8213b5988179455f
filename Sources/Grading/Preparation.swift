import Compilation
import Foundation
import Jail
import JudgeCore
import Registry

/// Makes ready what grading for a challenge needs: the validator, hidden cases, limits. All of it is kept, so that only
/// the first submission after a change waits for it.
package struct Preparation: Sendable {
    let tools: Tools
    let challenge: Challenge
    let progress: @Sendable (GradingProgress) -> Void
    /// What hidden data are drawn with instead of the installation's secret.
    private let salt: [UInt8]?

    package init(
        tools: Tools, challenge: Challenge, salt: [UInt8]? = nil,
        progress: @escaping @Sendable (GradingProgress) -> Void = { _ in }
    ) {
        self.tools = tools
        self.challenge = challenge
        self.salt = salt
        self.progress = progress
    }

    /// What a submission to the challenge is graded with.
    ///
    /// - Throws: `JudgeError` `broken-package` naming the file when a program of the package fails; `sealed-package` where
    ///   hidden parts are asked for and cannot be opened.
    package func material(scope: Grader.Scope = .everything) async throws -> Material {
        if scope == .everything { try challenge.mustBeOpen() }
        let seeds = Seeds(salt: try salt ?? tools.state.salt())
        let validator = try await challenge.outputValidator.asyncMap { try await build($0) }
        var groups: [Material.Group] = []
        // A limit that is inferred follows from all cases, so that public and hidden ones are held to the same.
        let infersLimit = challenge.limits.explicitLimits == nil
        for group in challenge.groups where scope == .everything || group.isPublic || infersLimit {
            var cases = group.cases.map { PreparedCase($0, group: group.name) }
            if !group.generated.isEmpty {
                cases += try await HiddenData(preparation: self, seeds: seeds).cases(of: group)
            }
            if !cases.isEmpty { groups.append(Material.Group(name: group.name, cases: cases, group: group)) }
        }
        groups.sort { ($0.name == "sample" ? 0 : 1, $0.name) < ($1.name == "sample" ? 0 : 1, $1.name) }
        let limits = try await limits(groups: groups, validator: validator, seed: seeds.fingerprint)
        return Material(
            groups: scope == .everything ? groups : groups.filter { $0.name == "sample" }, validator: validator,
            limits: limits, seed: seeds.fingerprint)
    }

    /// Makes a program of the package ready: a generator, a validator.
    func build(_ program: Program) async throws -> BuiltProgram {
        let folder = program.files.first.map { String($0.path.split(separator: "/")[0]) } ?? "?"
        let name = "\(challenge.slug)/\(folder)/\(program.name)"
        let sources = try challenge.sources(of: program)
        let building = { progress(.preparing("\(folder)/\(program.name)")) }
        switch program.language {
        case .swift:
            return .executable(try await tools.compiler.program(sources, name: name, building: building))
        case .c, .cpp:
            return .executable(
                try await tools.compiler.native(
                    sources, isCPlusPlus: program.language == .cpp, name: name, building: building))
        case .python: return try BuiltProgram.python(sources, name: name)
        case .script, .checktestdata, .viva, .unknown:
            throw JudgeError(
                .failure, "unsupported-language",
                "\(name) is no program in Swift, C, C++ or Python; this judge runs no other")
        }
    }

    private func limits(groups: [Material.Group], validator: BuiltProgram?, seed: String) async throws -> Limits {
        if let limits = challenge.limits.explicitLimits { return limits }
        return try await TimeLimitInference(preparation: self).limits(groups: groups, validator: validator, seed: seed)
    }
}

extension PreparedCase {
    init(_ item: TestCase, group: String) {
        self.init(
            group: group, name: item.shortName, input: item.input.location, answer: item.answer.location,
            settings: item.settings)
    }

    init(group: String, name: String, input: String, answer: String, settings: CaseSettings) {
        self.init(
            group: group, name: name, input: input, answer: answer, arguments: settings.args,
            validatorArguments: settings.outputValidatorArgs, hint: settings.hint)
    }
}
