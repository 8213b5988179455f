import Complexity
import Foundation
import JudgeCore
import Reporting
import Support

/// `make calibrate`: measures every program of the corpus and prints how often the judge is right, beside what two known
/// rules make of the CPU times of the same runs. `make calibrate-load`: whether verdicts flip.
@main
struct Calibrate {
    private static let usage = "usage: judge-calibrate [--repeats N] [NAME…]"
    private static let loads = ["nothing", "two busy loops", "a memory hog"]

    static func main() async {
        do {
            var words = Array(CommandLine.arguments.dropFirst())
            var repeats = 0
            if words.first == "--repeats" {
                guard words.count > 1, let number = Int(words[1]), number > 1 else { throw Fault(usage) }
                repeats = number
                words.removeFirst(2)
            }
            guard !words.contains(where: { $0.hasPrefix("-") }) else { throw Fault(usage) }
            let folder = "\(Checkout.root)/Tests/Calibration/Programs"
            let programs = try CalibrationProgram.all(below: folder, named: words)
            guard !programs.isEmpty else {
                throw Fault("no program's name contains \(words.joined(separator: " or "))")
            }
            let laboratory = try await Laboratory(state: "\(Checkout.root)/.build/calibration-state")
            if repeats > 0 {
                try await flips(programs, laboratory, repeats)
            } else {
                try await figures(programs, laboratory)
            }
        } catch {
            FileHandle.standardError.write(Data("judge-calibrate: \(error)\n".utf8))
            exit(70)
        }
    }

    // MARK: - How often it is right

    private static func figures(_ programs: [CalibrationProgram], _ laboratory: Laboratory) async throws {
        var own = Tally()
        var rivals = Rival.allCases.map { (rule: $0, tally: Tally()) }
        var seconds: [Double] = []
        for (index, program) in programs.enumerated() {
            note("\(index + 1) of \(programs.count): \(program.name)")
            let outcome = try await laboratory.measure(program)
            seconds.append(outcome.seconds)
            for (resource, growth, found) in [
                ("time", program.time, outcome.complexity?.time), ("space", program.space, outcome.complexity?.space),
            ] {
                own.count(
                    program, resource, growth, verdict: found?.verdict.rawValue ?? "refused",
                    estimate: found?.variables.first { $0.name == "n" }?.estimate)
            }
            // Times say nothing of space, and nothing where there was no run.
            guard outcome.complexity != nil else { continue }
            for place in rivals.indices {
                let estimate = rivals[place].rule.estimate(outcome.times)
                rivals[place].tally.count(
                    program, "time", program.time,
                    verdict: try estimate?.verdict(against: program.time.bound, isStrict: program.isStrict)
                        ?? "inconclusive", estimate: estimate?.name("n"))
            }
        }
        note("")
        print("\(programs.count) programs, \(programs.count { $0.isStrict }) of them held strictly to their bounds")
        for line in own.matrix { print(line) }
        print(row("", ["judge"] + rivals.map(\.rule.rawValue), "target"))
        func line(_ name: String, _ target: String, _ value: (Tally) -> String?) {
            print(row(name, [value(own) ?? "-"] + rivals.map { value($0.tally) ?? "-" }, target))
        }
        line("class right, time", "97 %") { percent($0.classShare("time")) }
        print(row("class right, space", [percent(own.classShare("space"))] + rivals.map { _ in "-" }, "95 %"))
        line("over, precision", "99.5 %") { percent($0.precision) }
        line("over, recall", "98 %") { percent($0.recall) }
        line("over by a logarithm or root, strict, recall", "95 %") { percent($0.strictRecall) }
        line("inconclusive", "5 %") { percent($0.inconclusive) }
        line("hidden growth called within", "0") { "\($0.deceived)" }
        let sorted = seconds.sorted()
        print(
            String(
                format: "a program takes %.1f s (median), %.1f s at most", sorted[sorted.count / 2], sorted.last ?? 0))
        if !own.wrong.isEmpty { print("where the judge is wrong:") }
        for line in own.wrong { print("  \(line)") }
    }

    private static func row(_ name: String, _ values: [String], _ target: String) -> String {
        "  " + Tally.cell(name, 46) + Tally.cell(values[0], 10)
            + values.dropFirst().map { Tally.cell($0, 26) }.joined() + target
    }

    private static func percent(_ share: Double) -> String { String(format: "%.1f %%", share * 100) }

    // MARK: - Whether it stays the same

    /// Measures each program `repeats` times under each load. The judge's whole report on growth must be the same; of the
    /// rivals only the class is held.
    private static func flips(_ programs: [CalibrationProgram], _ laboratory: Laboratory, _ repeats: Int) async throws {
        print("\(programs.count) programs, \(repeats) times under each load")
        print(row("programs whose verdict or class changed", ["judge"] + Rival.allCases.map(\.rawValue), ""))
        var verdicts: [String: Set<String>] = [:]
        var reports: [String: Set<String>] = [:]
        for load in loads {
            var changed = [Int](repeating: 0, count: Rival.allCases.count)
            var ownChanged = 0
            try await withLoad(load) {
                for (index, program) in programs.enumerated() {
                    var classes = [Set<String>](repeating: [], count: Rival.allCases.count)
                    var own: Set<String> = []
                    for turn in 0..<repeats {
                        note("beside \(load), \(index + 1) of \(programs.count), turn \(turn + 1): \(program.name)")
                        let outcome = try await laboratory.measure(program)
                        let found = outcome.complexity
                        own.insert(
                            found.map { "\($0.time.verdict.rawValue) \($0.space.verdict.rawValue)" } ?? "refused")
                        reports[program.name, default: []].insert(try JSONText.encode(found))
                        for (place, rule) in Rival.allCases.enumerated() where found != nil {
                            classes[place].insert(rule.estimate(outcome.times)?.name("n") ?? "?")
                        }
                    }
                    ownChanged += own.count > 1 ? 1 : 0
                    verdicts[program.name, default: []].formUnion(own)
                    for place in classes.indices where classes[place].count > 1 { changed[place] += 1 }
                }
            }
            note("")
            print(row("beside \(load)", (["\(ownChanged)"] + changed.map(String.init)), ""))
        }
        let others = verdicts.filter { $0.value.count > 1 }.keys.sorted()
        print(
            "verdicts of the judge that differ between loads: \(others.isEmpty ? "none" : others.joined(separator: ", "))"
        )
        let figures = reports.filter { $0.value.count > 1 }.keys.sorted()
        print("reports that differ in any figure: \(figures.isEmpty ? "none" : figures.joined(separator: ", "))")
        if !others.isEmpty || !figures.isEmpty { exit(1) }
    }

    /// What it is doing, on one line of standard error that the next one takes the place of.
    private static func note(_ text: String) {
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
    }
}
