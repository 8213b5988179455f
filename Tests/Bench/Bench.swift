import Foundation
import Support

/// `make bench`: every claim about speed, as a ratio of two things measured in turn in one run.
@main
struct Bench {
    static func main() async throws {
        guard CommandLine.arguments.count == 2 else {
            print("usage: judge-bench JUDGE")
            exit(64)
        }
        let judge = CommandLine.arguments[1]
        try await withFolder { folder in
            try await SubmitBench(judge: judge, folder: folder).run()
            try await JailBench(folder: folder).run()
            try await ListBench(judge: judge, folder: folder).run()
            try await BigInputBench(judge: judge, folder: folder).run()
        }
    }

    /// Seconds that `body` takes.
    static func seconds(_ body: () async throws -> Void) async rethrows -> Double {
        let clock = ContinuousClock()
        let (whole, fraction) = try await clock.measure(body).components
        return Double(whole) + Double(fraction) * 1e-18
    }

    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }

    /// One line: what was measured, its median and spread.
    static func line(_ name: String, _ values: [Double], unit: String, scale: Double = 1) {
        let shown = [median(values), values.min() ?? 0, values.max() ?? 0].map { String(format: "%.3f", $0 * scale) }
        print("  \(name.padding(toLength: 44, withPad: " ", startingAt: 0)) \(shown[0]) \(unit) [\(shown[1]), \(shown[2])]")
    }

    /// One line: a ratio of medians of paired runs, and what it should stay under.
    static func ratio(_ name: String, _ first: [Double], _ second: [Double], target: Double) {
        let value = median(zip(first, second).map { $0 / $1 })
        let verdict = value <= target ? "ok" : "MISSED"
        print(String(format: "  %@ %.2f  (target at most %.2f: %@)", name, value, target, verdict))
    }
}
