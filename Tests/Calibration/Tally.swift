import Complexity
import Foundation
import JudgeCore

/// What a rule said of all programs, against what is right.
struct Tally {
    /// Of each expectation, how often which verdict came; refusals count as `refused`.
    private(set) var verdicts: [CalibrationProgram.Expectation: [String: Int]] = [:]
    private var classes: [String: (right: Int, all: Int)] = [:]
    private var strict = (found: 0, all: 0)
    private(set) var wrong: [String] = []

    /// The verdicts in the order of the table.
    static let columns = ["within", "over", "inconclusive", "refused"]

    mutating func count(
        _ program: CalibrationProgram, _ resource: String, _ growth: CalibrationProgram.Growth, verdict: String,
        estimate: String?
    ) {
        verdicts[growth.expectation, default: [:]][verdict, default: 0] += 1
        let isRight =
            growth.expectation == .notWithin ? verdict != "within" : verdict == growth.expectation.rawValue
        if program.isStrict, growth.expectation == .over {
            strict.all += 1
            strict.found += isRight ? 1 : 0
        }
        var faults: [String] = isRight ? [] : ["is \(growth.expectation.rawValue) \(growth.bound), found \(verdict)"]
        // Those that hide their growth have a class, but not one that has to be found.
        if growth.expectation != .notWithin {
            classes[resource, default: (0, 0)].all += 1
            if estimate == growth.name {
                classes[resource, default: (0, 0)].right += 1
            } else {
                faults.append("grows like \(growth.name), found \(estimate ?? "nothing")")
            }
        }
        if !faults.isEmpty { wrong.append("\(program.name) in \(resource): \(faults.joined(separator: "; "))") }
    }

    private func sum(_ expectation: CalibrationProgram.Expectation, _ verdict: String? = nil) -> Int {
        let row = verdicts[expectation] ?? [:]
        return verdict.map { row[$0] ?? 0 } ?? row.values.reduce(0, +)
    }

    /// How many of those that are called over are.
    var precision: Double {
        let found = sum(.over, "over")
        return Double(found) / Double(max(1, found + sum(.within, "over")))
    }
    /// How many of those that are over are called so.
    var recall: Double { Double(sum(.over, "over")) / Double(max(1, sum(.over))) }
    /// The same of those that are over by a logarithm or a root, where that counts.
    var strictRecall: Double { Double(strict.found) / Double(max(1, strict.all)) }
    /// How many that hide their growth are called within.
    var deceived: Int { sum(.notWithin, "within") }
    var inconclusive: Double {
        let (told, all) = [.within, .over].reduce((0, 0)) { ($0.0 + sum($1, "inconclusive"), $0.1 + sum($1)) }
        return Double(told) / Double(max(1, all))
    }

    func classShare(_ resource: String) -> Double {
        classes[resource].map { Double($0.right) / Double(max(1, $0.all)) } ?? 0
    }

    /// The confusion matrix, a line for each expectation.
    var matrix: [String] {
        let head = "  " + Self.cell("is \\ found", 14) + Self.columns.map { Self.cell($0, 14) }.joined()
        return [head]
            + CalibrationProgram.Expectation.allCases.map { expectation in
                "  " + Self.cell(expectation.rawValue, 14)
                    + Self.columns.map { Self.cell("\(sum(expectation, $0))", 14) }.joined()
            }
    }

    /// `text`, at least `width` characters wide.
    static func cell(_ text: String, _ width: Int) -> String {
        text.padding(toLength: max(width, text.count), withPad: " ", startingAt: 0)
    }
}

extension GrowthClass {
    /// The verdict that follows from a class alone: over where it exceeds every term of the bound, and by more than a
    /// logarithm unless the test is strict.
    func verdict(against bound: String, isStrict: Bool) throws -> String {
        let terms = try Bound(bound, variables: ["n"]).terms.map { $0.growth(in: "n") }
        let allowed = terms.map { isStrict ? $0 : $0 * Growth(logs: 1) }
        return allowed.contains { growth.isAtMost($0) } ? "within" : "over"
    }
}
