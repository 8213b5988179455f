import Complexity
import Foundation
import JudgeCore

/// Why what was counted is not to be trusted.
enum GrowthDoubt: Sendable, Equatable {
    /// The page does not hold what the meter writes.
    case changed
    /// CPU time was spent where nothing is counted.
    case hidden(point: GrowthStudy.Point, seconds: Double)
    /// CPU time was spent before or after what is measured.
    case outside(point: GrowthStudy.Point, seconds: Double)
    /// The build that is not counted takes far longer than the counted one.
    case plain(point: GrowthStudy.Point, seconds: Double, counted: Double)
    /// Memory was used that was not counted.
    case memory(point: GrowthStudy.Point)

    /// Whether it rests on a time, which has to be looked at more than once.
    var isOfTime: Bool {
        switch self {
        case .hidden, .outside: true
        case .changed, .plain, .memory: false
        }
    }
}

extension ComplexityReport {
    /// Makes inconclusive what cannot be trusted, for the first doubt of each kind.
    ///
    /// - Parameters:
    ///   - uncounted: functions whose work is not counted, as people write them.
    ///   - place: what to call a point.
    mutating func doubt(_ doubts: [GrowthDoubt], uncounted: [String], place: (GrowthStudy.Point) -> String) {
        for doubt in doubts {
            switch doubt {
            case .changed:
                let reason = "the counters were changed while the program ran"
                time.doubt(reason)
                space.doubt(reason)
            case .hidden(let point, let seconds):
                let functions = uncounted.prefix(3).joined(separator: ", ")
                time.doubt(
                    String(format: "at %@ it spent %.1f s where work is not counted", place(point), seconds)
                        + (functions.isEmpty ? "" : ", perhaps in \(functions)"))
            case .outside(let point, let seconds):
                time.doubt(
                    String(
                        format: "at %@ the process took %.1f s, far more than what was counted takes: work before or "
                            + "after the answer, or changed counters", place(point), seconds))
            case .plain(let point, let seconds, let counted):
                time.doubt(
                    String(
                        format: "at %@ it takes %.2f s where nothing is counted, but %.2f s where it is", place(point),
                        seconds, counted))
            case .memory(let point):
                space.doubt("at \(place(point)) it used memory that is not counted")
            }
        }
    }
}

extension ResourceGrowth {
    /// Makes a verdict of `within` inconclusive, for `reason`. What is over stays over: it is so by what was seen.
    mutating func doubt(_ reason: String) {
        guard verdict == .within else { return }
        verdict = .inconclusive
        message = reason
        for index in variables.indices where variables[index].verdict == .within {
            variables[index].verdict = .inconclusive
            variables[index].reason = reason
        }
    }
}
