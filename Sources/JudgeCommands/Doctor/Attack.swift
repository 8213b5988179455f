import Compilation
import Foundation
import Jail
import JudgeCore
import Registry
import Reporting
import Subprocess
import SystemPackage

/// Sends the programs of the hostile corpus through `judge submit`, and tells which were held.
struct Attack: Sendable {
    /// What became of one program.
    struct Result: Encodable, Sendable {
        let program: String
        let tries: String
        /// The verdict; `refused` where the file was not even judged.
        let outcome: String
        let seconds: Double
        /// What was not as it must be.
        let complaints: [String]
        /// What this tier does not promise to stop, where it did not.
        let unstopped: String?

        var isHeld: Bool { complaints.isEmpty && unstopped == nil }
    }

    /// What became of all.
    struct Summary: Encodable, Sendable {
        let sandbox: SandboxReport
        let results: [Result]
        /// The most memory that one `judge` used by itself, in bytes.
        let judgePeakBytes: Int
        /// What was left on the host.
        let left: [String]
        let seconds: Double

        /// Whether all was as it must be.
        var isHeld: Bool { results.allSatisfy(\.complaints.isEmpty) && left.isEmpty }

        private enum CodingKeys: String, CodingKey {
            case sandbox, results, left, seconds
            case judgePeakBytes = "judge_peak_bytes"
        }
    }

    /// The folder `Hostile`, with `Challenges` and `Programs`.
    let corpus: String
    let sandbox: SandboxChoice
    let state: String
    let jobs: JobsOption
    /// Is told what is tried next.
    let progress: @Sendable (_ index: Int, _ total: Int, _ program: HostileProgram) -> Void

    /// More memory than this is not needed for judging, whatever a program writes.
    private static let mostJudgeBytes = 200 << 20
    /// How many times its CPU seconds a case or a compilation may take by the clock while others use the cores.
    private static let stretch = 16.0

    /// Runs `programs`.
    ///
    /// - Throws: `JudgeError` where the host has no such sandbox.
    func run(_ programs: [HostileProgram], walls: SandboxReport) async throws -> Summary {
        let started = ContinuousClock.now
        let before = HostTraces.now()
        let limits = try Registry(root: "\(corpus)/Challenges").challenge("total").limits
        let done = try await jobs.map(programs) { index, program in
            progress(index + 1, programs.count, program)
            return try await run(program, limits)
        }
        return Summary(
            sandbox: walls, results: done.map(\.result),
            judgePeakBytes: done.map(\.judgeBytes).max() ?? 0,
            left: HostTraces.now().subtracting(before).sorted(), seconds: (ContinuousClock.now - started).seconds)
    }

    private func run(_ program: HostileProgram, _ limits: PackageLimits) async throws -> (
        result: Result, judgeBytes: Int
    ) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("judge-attack-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appendingPathComponent("\(program.name.split(separator: "/").last ?? "").swift")
        try FileManager.default.copyItem(at: URL(fileURLWithPath: program.path), to: source)
        let files = ["json", "text"].map { folder.appendingPathComponent($0) }
        let started = ContinuousClock.now
        let arguments = [
            "submit", source.path, "--challenge", "total", "--challenges", "\(corpus)/Challenges", "--state", state,
            "--sandbox", sandbox.rawValue, "--quiet", "--format", "json", "--output", files[0].path, "--report",
            "text=\(files[1].path)",
        ]
        let finished = try await Subprocess.run(
            .path("/proc/self/exe"), arguments: .init(arguments), environment: .inherit.updating(["NO_COLOR": "1"]),
            workingDirectory: FilePath(folder.path), input: .none, output: .discarded, error: .string(limit: 1 << 16)
        ) { execution in
            await Self.peakBytes(of: execution.processIdentifier.value)
        }
        let seconds = (ContinuousClock.now - started).seconds
        let said = files.map { (try? Data(contentsOf: $0)) ?? Data() } + [Data(finished.standardError.utf8)]
        let report = try? JSONReport.read(said[0])
        guard report != nil || finished.terminationStatus == .exited(64) else {
            throw JudgeError(
                finished.terminationStatus == .exited(69) ? .unavailable : .failure, "attack-failed",
                "\(program.name) was not judged: \(finished.standardError)")
        }
        let outcome = report?.verdict.rawValue ?? HostileProgram.refused
        var complaints = Self.breaches(report)
        if !program.outcomes.contains(outcome) {
            complaints.append("\(outcome), where \(program.outcomes.joined(separator: " or ")) is right")
        }
        let texts = said.map { String(decoding: $0, as: UTF8.self) }
        for words in program.says where outcome != "accepted" && !texts.contains(where: { $0.contains(words) }) {
            complaints.append("the report does not say \"\(words)\"")
        }
        for (kind, data) in zip(["JSON", "text", "standard error"], said) where !Self.isHarmless(data) {
            complaints.append("the program's control characters or workflow commands reach the report (\(kind))")
        }
        complaints += Self.overruns(report, seconds, limits)
        if finished.closureResult > Self.mostJudgeBytes {
            complaints.append("the judge itself used \(finished.closureResult >> 20) MiB")
        }
        let isUnstopped = sandbox == .restricted && !complaints.isEmpty && program.unstopped != nil
        let result = Result(
            program: program.name, tries: program.tries, outcome: outcome, seconds: seconds,
            complaints: isUnstopped ? [] : complaints, unstopped: isUnstopped ? program.unstopped : nil)
        return (result, finished.closureResult)
    }

    /// What a program says that it got through.
    private static func breaches(_ report: Report?) -> [String] {
        let samples = report?.groups.flatMap(\.cases).compactMap(\.sample) ?? []
        let lines = samples.flatMap { $0.printed.split(separator: "\n") }.filter { $0.hasPrefix("breach: ") }
        return Set(lines).sorted().map { String($0.prefix(200)) }
    }

    /// Limits that were passed by more than two seconds.
    private static func overruns(_ report: Report?, _ seconds: Double, _ limits: PackageLimits) -> [String] {
        let caseSeconds = limits.timeLimit ?? 1
        let cases = report?.groups.flatMap(\.cases) ?? []
        let long = cases.filter { $0.cpuSeconds > caseSeconds + 2 }.map {
            "\($0.name) took \($0.cpuSeconds) s of CPU time"
        }
        let most = stretch * (Double(limits.compilationTime) + Double(cases.count) * caseSeconds) + 2
        return long + (seconds > most ? ["it took \(seconds) s in all"] : [])
    }

    /// Whether text is well-formed and has nothing in it that moves a cursor, changes a direction or is a command of a CI
    /// system.
    private static func isHarmless(_ data: Data) -> Bool {
        guard let text = String(validating: data, as: UTF8.self) else { return false }
        if text.contains(/##[A-Za-z]*\[/) || text.split(separator: "\n").contains(where: { $0.contains(/^\s*::/) }) {
            return false
        }
        return text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x0A: true
            case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: false
            default: true
            }
        }
    }

    /// The high-water mark of a process's resident memory, looked at until it ends.
    private static func peakBytes(of pid: pid_t) async -> Int {
        var peak = 0
        while let status = try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kibibytes = Int(line.filter(\.isNumber))
        {
            peak = max(peak, kibibytes << 10)
            try? await Task.sleep(for: .milliseconds(20))
        }
        return peak
    }
}
