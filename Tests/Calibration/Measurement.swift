import Compilation
import Complexity
import Foundation
import Grading
import Jail
import JudgeCore
import Registry
import Support
import Synchronization

/// Measures programs of the corpus as `judge complexity` does, and keeps the CPU times of the same runs for the rivals.
struct Laboratory: Sendable {
    /// What one measurement came to.
    struct Outcome: Sendable {
        /// `nil` where it was not built or did not answer; `refusal` says why.
        var complexity: ComplexityReport?
        var refusal: String?
        /// CPU seconds of the work along n, of the family that the report shows, the median over samples of data.
        var times: [(n: Double, seconds: Double)] = []
        /// What the whole measurement took.
        var seconds = 0.0
    }

    private let grader: Grader
    private let challenge: Challenge

    init(state path: String) async throws {
        let state = try StateFolder(path: path)
        let tools = try await Tools.find(
            state: state, sandboxFolder: "\(Checkout.root)/Sandbox", jailExecutable: Checkout.jail, sandbox: .full,
            environment: ProcessInfo.processInfo.environment)
        grader = Grader(tools: tools, judgeVersion: "calibration")
        challenge = try Registry(root: "\(Checkout.root)/Tests/Fixtures/Challenges").challenge("growth")
    }

    func measure(_ program: CalibrationProgram) async throws -> Outcome {
        guard var settings = challenge.growth else { throw Fault("the fixture growth has no complexity.yaml") }
        settings.time = try Bound(program.time.bound, variables: ["n"])
        settings.space = try Bound(program.space.bound, variables: ["n"])
        settings.isStrict = program.isStrict
        let runs = Mutex<[String: [Int: [Double]]]>([:])
        let submission = Submission(
            id: program.name, challenge: "growth", file: "\(program.name.split(separator: "/")[1]).swift",
            source: program.source, sha256: "", author: nil, submittedAt: "")
        let started = ContinuousClock.now
        let report = try await grader.measure(submission, challenge: challenge, settings: settings) { point, seconds in
            runs.withLock { $0[point.family, default: [:]][point.values["n"] ?? 0, default: []].append(seconds) }
        }.report
        var outcome = Outcome(complexity: report.complexity, seconds: (.now - started) / .seconds(1))
        guard let complexity = report.complexity else {
            outcome.refusal = "\(report.verdict.rawValue): \(report.message ?? "no reason given")"
            return outcome
        }
        let family = complexity.time.variables.first?.family ?? ""
        outcome.times = runs.withLock { runs in
            (runs[family] ?? [:]).sorted { $0.key < $1.key }.map {
                (Double($0.key), $0.value.sorted()[$0.value.count / 2])
            }
        }
        return outcome
    }
}

/// Keeps the host busy in the way that `name` says while `body` runs.
func withLoad<Result>(_ name: String, _ body: () async throws -> Result) async throws -> Result {
    let isOver = Flag()
    defer { isOver.raise() }
    switch name {
    case "two busy loops":
        for _ in 0..<2 { Thread { while !isOver.isRaised {} }.start() }
    case "a memory hog":
        Thread {
            // Walks through 1 GiB, a byte in each cache line: nothing stays in the caches of others.
            var bytes = [UInt8](repeating: 1, count: 1 << 30)
            while !isOver.isRaised {
                for index in stride(from: 0, to: bytes.count, by: 64) { bytes[index] &+= 1 }
            }
        }.start()
    default: break
    }
    return try await body()
}

private final class Flag: Sendable {
    private let state = Atomic(false)
    var isRaised: Bool { state.load(ordering: .relaxed) }
    func raise() { state.store(true, ordering: .relaxed) }
}
