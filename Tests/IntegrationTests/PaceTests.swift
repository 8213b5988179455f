import Compilation
import Foundation
import Grading
import Jail
import JudgeCore
import Registry
import Support
import Testing

/// Time limits on hosts that are faster or slower than the one that they are meant for.
@Suite("the pace of a host", .serialized, .timeLimit(.minutes(5)))
struct PaceTests {
    private static func tools() async throws -> Tools {
        try await Tools.find(
            state: try StateFolder(path: "\(Checkout.state)/judge"), sandboxFolder: "\(Checkout.root)/Sandbox",
            jailExecutable: Checkout.jail, sandbox: .full, environment: ProcessInfo.processInfo.environment)
    }

    /// A solution that is right, once its process has used so many seconds of CPU time.
    private static func solution(spinning seconds: Double) throws -> Submission {
        let text = try String(
            contentsOfFile: Checkout.challenge("kmeans/submissions/accepted/plain.swift"), encoding: .utf8)
        let start = "    var centroids = initialCentroids\n"
        let slow = text.replacing(start, with: "    while clock() < \(Int(seconds * 1e6)) {}\n\(start)")
        #expect(slow != text)
        return Submission(
            id: "slow", challenge: "kmeans", file: "kmeans.swift", source: Array("import Glibc\n\(slow)".utf8),
            sha256: "", author: nil, submittedAt: "")
    }

    @Test(
        "limits are longer on a slower host and shorter on a faster one, and reports tell the seconds of the other host"
    )
    func scaled() async throws {
        let challenge = try Registry(root: Checkout.challenges).challenge("kmeans")
        let limit = try #require(challenge.limits.timeLimit)
        let slow = try Self.solution(spinning: 0.9 * limit)
        var tools = try await Self.tools()
        func report(_ pace: Double?) async throws -> Report {
            tools.pace = pace.map { pace in
                let here = Pace()
                here.set(pace, reference: 1)
                return here
            }
            return try await Grader(tools: tools, judgeVersion: "test").grade(
                slow, challenge: challenge, scope: .samples, growth: .skip
            ).report
        }
        let alone = try await report(nil)
        #expect(alone.verdict == .accepted && alone.isNearTimeLimit, "\(alone)")
        let equal = try await report(1)
        #expect(equal.verdict == .accepted && equal.isNearTimeLimit, "\(equal)")
        let slower = try await report(3)
        #expect(slower.verdict == .accepted && !slower.isNearTimeLimit, "\(slower)")
        let seconds = try #require(slower.groups.first?.cases.first?.cpuSeconds)
        #expect(seconds < 0.5 * limit && seconds >= 0.3 * limit)
        #expect(slower.limits == alone.limits)
        let little = try await report(0.85)
        #expect(little.verdict == .timeLimitExceeded && little.isNearTimeLimit, "\(little)")
        let faster = try await report(0.4)
        #expect(faster.verdict == .timeLimitExceeded && !faster.isNearTimeLimit, "\(faster)")
    }

    @Test("the program that compares hosts runs in the sandbox, and takes about as long when it is asked again")
    func calibrated() async throws {
        let tools = try await Self.tools()
        let first = try await Calibration.seconds(tools)
        var paced = tools
        paced.pace = Pace()
        paced.pace?.set(1000, reference: 1)
        let second = try await Calibration.seconds(paced)
        #expect(first > 0 && second > 0 && second < first * 100, "what it finds does not hang on what was found before")
    }
}
