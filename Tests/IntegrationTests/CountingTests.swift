import Foundation
import JudgeCore
import Support
import Testing

@testable import Compilation
@testable import Grading
@testable import Jail

@Suite("A metered program")
struct CountingTests {
    private static let source = """
        func work(_ values: [Int]) -> Int {
            var counts: [Int: Int] = [:]
            for value in values.shuffled() { counts[value & 63, default: 0] += Int.random(in: 0...1) }
            var rest = values.sorted()
            while rest.count > 60 { rest.removeFirst() }
            return counts.values.reduce(rest.reduce(0, &+), &+) &+ Int(bitPattern: ObjectIdentifier(Box())) % 7
        }
        final class Box { var content = [1, 2, 3] }
        """

    @Test("counts the same in a thousand runs, however busy the cores are")
    func thousandRuns() async throws {
        let compiler = try await Compiler.ofCheckout()
        let harness = try String(
            contentsOfFile: "\(Growing.challenges)/growth/include/swift/main.swift", encoding: .utf8)
        let built = try await compiler.submission(
            SourceFile(name: "growth.swift", bytes: Array(Self.source.utf8)),
            harness: [SourceFile(name: "main.swift", bytes: Array(harness.utf8))], starter: nil, metered: true)
        guard case .success(let executable) = built, let metered = executable.metered else {
            Issue.record("it does not build: \(built)")
            return
        }
        try await withFolder { folder in
            let values = (0..<100).map { $0 * 7919 % 1009 }
            try write("100\n\(values.map(String.init).joined(separator: " "))\n", to: "\(folder)/input")
            let limits = MeterPage.Limits(work: 1 << 40, memory: 1 << 40, seed: 3)
            var counts: Set<[Int]> = []
            var answers: Set<String> = []
            try await withBusyLoops(2) {
                try await Jail.with(JailConfiguration(policy: .run, executable: Checkout.jail)) { jail in
                    try await jail.load(program: "metered", from: metered.path)
                    for _ in 0..<1000 {
                        let page = MeterPage(limits)
                        var run = JailRun(program: "metered")
                        run.environment = ["SWIFT_DETERMINISTIC_HASHING": "1"]
                        run.standardInput = "\(folder)/input"
                        run.result = JailRun.Result(path: "\(folder)/answer", channel: 3, limit: 1 << 10)
                        run.meter = page.bytes
                        let outcome = try await jail.run(run)
                        try #require(outcome.ending == .exited(0))
                        let count = try #require(outcome.meter.flatMap(page.count))
                        counts.insert([count.edges, count.bytes, count.calls, count.memory])
                        answers.insert(try String(contentsOfFile: "\(folder)/answer", encoding: .utf8))
                    }
                }
            }
            #expect(counts.count == 1, "\(counts)")
            #expect(answers.count == 1)
            let count = try #require(counts.first)
            #expect(count.allSatisfy { $0 > 0 }, "\(count)")
        }
    }
}
