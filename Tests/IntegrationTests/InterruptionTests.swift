import Foundation
import Jail
import Subprocess
import Support
import SystemPackage
import Testing

/// Whatever ends `judge`, and at whatever stage, its children, control groups and scratch folders are gone soon after.
@Suite("An interrupted judge", .serialized)
struct InterruptionTests {
    struct Stage: Sendable, CustomTestStringConvertible {
        let delay: Int
        let signal: Subprocess.Signal
        let ending: TerminationStatus
        var testDescription: String { "signal \(signal.rawValue) after \(delay) ms" }
    }

    static let stages = [20, 150, 400, 900, 1600].flatMap { delay in
        [
            Stage(delay: delay, signal: .interrupt, ending: .exited(130)),
            Stage(delay: delay, signal: .terminate, ending: .exited(143)),
            Stage(delay: delay, signal: .kill, ending: .signaled(9)),
        ]
    }

    @Test("leaves nothing behind", arguments: stages)
    func interrupted(stage: Stage) async throws {
        try await withFolder { folder in
            // It loops in each case, so that the judge is still at work however late the signal comes; the comment makes
            // it a source that must be compiled.
            let source = """
                // \(folder)
                import Glibc
                func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int]) {
                    while clock() >= 0 {}
                    return ([], [])
                }
                """
            try write(source, to: "\(folder)/kmeans.swift")
            let before = HostTraces.now()
            let state = "\(Checkout.state)/judge"
            let started = try await run(
                .path(FilePath(Checkout.judge)),
                arguments: ["submit", "\(folder)/kmeans.swift", "--state", state, "--quiet"],
                input: .none, output: .discarded, error: .discarded
            ) { execution in
                try await Task.sleep(for: .milliseconds(stage.delay))
                try execution.send(signal: stage.signal)
            }
            // The first may come before the judge is so far that it hears of signals.
            if stage.delay > 100 { #expect(started.terminationStatus == stage.ending) }
            try await eventually { HostTraces.now().subtracting(before).sorted() }
        }
    }

    /// Waits until `leftovers` is empty; a killed judge's jail notices within moments.
    private func eventually(_ leftovers: () throws -> [String]) async throws {
        var last: [String] = []
        for _ in 0..<100 {
            last = try leftovers()
            if last.isEmpty { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("left behind: \(last)")
    }

    @Test("that was killed leaves its scratch folder to the next one")
    func scratch() async throws {
        try await withFolder { folder in
            let state = "\(folder)/state"
            try write("", to: "\(state)/scratch/999999-1-abcdef/leftover")
            let solution = Checkout.challenge("kmeans/submissions/accepted/plain.swift")
            let finished = try await Support.judge(["test", solution, "--challenge", "kmeans", "--state", state])
            #expect(finished.status == 0, "\(finished.errors)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(state)/scratch").isEmpty)
        }
    }

    @Test("two at once on one fresh state folder both get their verdict")
    func together() async throws {
        try await withFolder { folder in
            let solution = Checkout.challenge("knn/submissions/accepted/functional.swift")
            let arguments = [
                "submit", solution, "--challenge", "knn", "--state", "\(folder)/state", "--format", "json",
            ]
            async let first = Support.judge(arguments)
            async let second = Support.judge(arguments)
            let both = try await [first, second]
            #expect(both.map(\.status) == [0, 0], "\(both.map(\.errors))")
            #expect(try report(both[0])["seed"] as? String == report(both[1])["seed"] as? String)
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/state/scratch").isEmpty)
        }
    }
}
