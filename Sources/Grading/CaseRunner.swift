import Foundation
import Jail
import JudgeCore

/// Runs cases in one standing jail and says how each run ended, before anybody looks at the answer.
struct CaseRunner {
    /// How a run ended.
    enum Ending: Sendable {
        /// It answered; the answer lies in ``Run/answer``.
        case answered
        /// It did not; the sentence is for the person who sent the source.
        case failed(Verdict, String)
    }

    /// One finished run.
    struct Run: Sendable {
        var ending: Ending
        var cpuSeconds: Double
        var wallSeconds: Double
        var peakBytes: Int
        /// The file that the answer was written to, without the harness's last word.
        var answer: String
        /// What the program printed besides its answer, escaped and cut.
        var printed: String
        /// The page on which it counted, as it left it.
        var meter: [UInt8]?
    }

    /// What the harness sends after the answer, see ChallengeKit's `Output`.
    private static let lastWord = Array("%complete\n".utf8)

    let jail: Jail
    let limits: Limits
    /// Whether the submission answers through a harness, on a channel of its own, or on standard output.
    let hasHarness: Bool
    /// Whether the source speaks of threads or processes, which the sandbox refuses.
    let wantsThreads: Bool
    let scratch: String
    let pace: Pace?

    /// A jail for the executable at `path` whose walls are those of submissions.
    nonisolated(nonsending) static func with<Result: Sendable>(
        _ path: String, limits: Limits, hasHarness: Bool, source: [UInt8], tools: Tools, scratch: String,
        _ body: nonisolated(nonsending) (CaseRunner) async throws -> Result
    ) async throws -> Result {
        var configuration = JailConfiguration(policy: .run, executable: tools.jailExecutable)
        configuration.sandbox = tools.sandbox
        configuration.memoryBytes = limits.memoryBytes
        configuration.processes = 4
        let text = String(decoding: source, as: UTF8.self)
        let wantsThreads = ["Dispatch", "Thread", "Task", "pthread", "Process", "fork"].contains { text.contains($0) }
        return try await Jail.with(configuration) { jail in
            try await jail.load(program: "submission", from: path)
            return try await body(
                CaseRunner(
                    jail: jail, limits: limits, hasHarness: hasHarness, wantsThreads: wantsThreads, scratch: scratch,
                    pace: tools.pace))
        }
    }

    /// What programs see: the same hashes each time, and no report of a crash, which nobody would read.
    static let environment = ["SWIFT_DETERMINISTIC_HASHING": "1", "SWIFT_BACKTRACE": "enable=no"]

    /// Stack of a measured run: counting makes frames larger, and a deep recursion is to be measured, not to crash.
    private static let meteredStack = 512 << 20

    /// Runs the program on `input` with `arguments`; a metered one counts on `meter`.
    func run(input: String, arguments: [String], meter: MeterPage? = nil) async throws -> Run {
        let answer = "\(scratch)/answer"
        let printed = "\(scratch)/printed"
        let errors = "\(scratch)/errors"
        var run = JailRun(program: "submission")
        run.arguments = arguments
        run.environment = Self.environment
        run.standardInput = input
        run.result = JailRun.Result(path: answer, channel: hasHarness ? 3 : 1, limit: limits.outputBytes)
        if hasHarness { run.outputPath = printed }
        run.errorPath = errors
        let factor = pace?.factor ?? 1
        let most = limits.cpuSeconds * factor * (pace == nil ? 1 : Pace.margin)
        run.cpuSeconds = most
        run.wallSeconds = limits.wallSeconds + max(0, most - limits.cpuSeconds) * 2
        run.memoryBytes = limits.memoryBytes
        if let meter {
            run.meter = meter.bytes
            run.stackBytes = Self.meteredStack
        }
        var outcome = try await jail.run(run)
        // It may have been ended a moment before its time was up.
        if case .cpuLimit = outcome.ending { outcome.cpuSeconds = max(outcome.cpuSeconds, most) }
        outcome.cpuSeconds /= factor
        let ending = try ending(of: outcome, answer: answer)
        let texts = [hasHarness ? printed : nil, errors].compactMap { $0 }.map { path in
            String(untrusted: FileManager.default.contents(atPath: path) ?? Data())
        }
        return Run(
            ending: ending, cpuSeconds: outcome.cpuSeconds, wallSeconds: outcome.wallSeconds,
            peakBytes: outcome.peakBytes, answer: answer, printed: texts.filter { !$0.isEmpty }.joined(separator: "\n"),
            meter: outcome.meter)
    }

    private func ending(of outcome: JailOutcome, answer: String) throws -> Ending {
        // The clock is read once more: a program may pass its limit and end before the jail looks.
        if outcome.cpuSeconds > limits.cpuSeconds { return .failed(.timeLimitExceeded, cpuMessage) }
        switch outcome.ending {
        case .exited(0):
            if !hasHarness { return .answered }
            if try removeLastWord(from: answer) { return .answered }
            return .failed(.runTimeError, "the program left with status 0 before it had answered")
        case .exited(let status): return .failed(.runTimeError, "the program ended with status \(status)" + threadsHint)
        case .signaled(let signal): return .failed(.runTimeError, Self.meaning(of: signal) + threadsHint)
        case .cpuLimit: return .failed(.timeLimitExceeded, cpuMessage)
        case .wallLimit:
            let seconds = String(format: "%.1f", limits.wallSeconds)
            return .failed(
                .timeLimitExceeded,
                "the program slept or waited until \(seconds) s of wall-clock time were over" + threadsHint)
        case .memoryLimit:
            return .failed(.memoryLimitExceeded, "the program used more than \(limits.memoryBytes >> 20) MiB of memory")
        case .resultLimit:
            return .failed(.outputLimitExceeded, "the answer is larger than \(limits.outputBytes >> 20) MiB")
        case .outputLimit: return .failed(.outputLimitExceeded, "the program printed too much")
        }
    }

    private var cpuMessage: String {
        "the program used more than \(String(format: "%g", limits.cpuSeconds)) s of CPU time"
    }

    private var threadsHint: String {
        wantsThreads ? "; the sandbox refuses threads and child processes, so a solution must do without them" : ""
    }

    private static func meaning(of signal: Int) -> String {
        switch Int32(signal) {
        case SIGILL, SIGTRAP:
            "the program trapped: an index out of range, a nil that was unwrapped, an overflow or a division by zero"
        case SIGSEGV, SIGBUS: "the program touched memory that is not its own: endless recursion, or an unsafe pointer"
        case SIGABRT: "the program aborted"
        case SIGFPE: "the program divided by zero"
        default: "the program was ended by signal \(signal)"
        }
    }

    /// Cuts the last word off the answer; `false` when it is not there.
    private func removeLastWord(from answer: String) throws -> Bool {
        let descriptor = open(answer, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let size = Int(lseek(descriptor, 0, SEEK_END))
        let count = Self.lastWord.count
        guard size >= count else { return false }
        var tail = [UInt8](repeating: 0, count: count)
        guard pread(descriptor, &tail, count, off_t(size - count)) == count, tail == Self.lastWord else { return false }
        guard ftruncate(descriptor, off_t(size - count)) == 0 else {
            throw JudgeError(.unavailable, "state-write-failed", "\(answer) cannot be written")
        }
        return true
    }
}
