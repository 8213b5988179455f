import Foundation
import Jail
import Testing

/// What the jail costs, against a bare spawn of the same program in the same minute. `JUDGE_BENCH=1` switches it on:
/// the figures need a quiet machine.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["JUDGE_BENCH"] != nil))
struct SpeedTests {
    @Test func `a case costs at most 0.3 ms more than a bare spawn`() async throws {
        let executable = try Workshop.shared.program(
            "tiny", "#include <unistd.h>\nint main() { char b[64]; write(3, b, read(0, b, 64)); return 0; }")
        let folder = try Workshop.shared.scratch("speed")
        try "input\n".write(toFile: folder + "/input", atomically: true, encoding: .utf8)
        var jailed: [Double] = []
        var bare: [Double] = []
        try await Jail.with(JailConfiguration(policy: .run, executable: Workshop.jail)) { jail in
            try await jail.load(program: "tiny", from: executable)
            var run = JailRun(program: "tiny")
            run.standardInput = folder + "/input"
            run.result = JailRun.Result(path: folder + "/result", channel: 3, limit: 1000)
            run.memoryBytes = 256 << 20
            for _ in 0..<200 {
                jailed.append(try await milliseconds { _ = try await jail.run(run) })
                bare.append(await milliseconds { spawn(executable, folder) })
            }
        }
        let (slow, fast) = (median(jailed), median(bare))
        print("case: \(slow) ms in the jail, \(fast) ms bare, \(slow - fast) ms more (medians of 200)")
        print("case: \(tenth(jailed)) ms in the jail, \(tenth(bare)) ms bare (tenth percentiles)")
        #expect(slow - fast <= 0.3)
    }

    @Test func `entering a jail takes at most 8 ms`() async throws {
        var entries: [Double] = []
        for _ in 0..<30 {
            let began = ContinuousClock.now
            entries.append(
                try await Jail.with(JailConfiguration(policy: .run, executable: Workshop.jail)) { _ in
                    Self.milliseconds(since: began)
                })
        }
        print("entering: \(median(entries)) ms (median of 30), tenth percentile \(tenth(entries)) ms")
        #expect(median(entries) <= 8)
    }

    private static func milliseconds(since began: ContinuousClock.Instant) -> Double {
        (ContinuousClock.now - began) / .milliseconds(1)
    }

    private func milliseconds(_ body: () async throws -> Void) async rethrows -> Double {
        let began = ContinuousClock.now
        try await body()
        return Self.milliseconds(since: began)
    }

    private func median(_ values: [Double]) -> Double {
        (values.sorted()[values.count / 2] * 1000).rounded() / 1000
    }

    private func tenth(_ values: [Double]) -> Double {
        (values.sorted()[values.count / 10] * 1000).rounded() / 1000
    }

    private func spawn(_ executable: String, _ folder: String) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_addopen(&actions, 0, folder + "/input", O_RDONLY, 0)
        for descriptor in 1...3 as ClosedRange<Int32> {
            posix_spawn_file_actions_addopen(
                &actions, descriptor, folder + "/bare\(descriptor)", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        }
        var child: pid_t = 0
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("tiny"), nil]
        var status: Int32 = 0
        if posix_spawn(&child, executable, &actions, nil, &arguments, nil) == 0 { waitpid(child, &status, 0) }
        free(arguments[0])
        posix_spawn_file_actions_destroy(&actions)
    }
}
