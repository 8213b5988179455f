import Foundation

package import Complexity
package import JudgeCore

/// How the candidate says that their solution grows, before that is measured.
package struct Prediction: Sendable, Equatable, Codable {
    /// The growth of work, as a bound is written; empty where they did not say.
    package var time: String
    /// The growth of memory, likewise.
    package var space: String

    package init(time: String, space: String) {
        self.time = time
        self.space = space
    }

    /// How a prediction fits what was measured along one variable.
    package struct Fit: Sendable, Equatable, Codable {
        /// What grows: `time` or `space`.
        package var resource: String
        /// The variable.
        package var variable: String
        /// The exponent over the upper rungs that follows from the prediction, and the one that was measured.
        package var predicted: Double
        package var measured: Double
        /// The measured class, in words.
        package var estimate: String
        /// Whether they agree.
        package var agrees: Bool
    }

    /// How far a predicted exponent may be from the measured one: a logarithm over these rungs is worth about a tenth to a
    /// fifth, a square root a half.
    private static let tolerance = 0.3

    /// `text` as a bound in the variables of `settings`; `nil` where it is empty.
    ///
    /// - Throws: `bad-prediction` that says where it cannot be read.
    package static func bound(_ text: String, _ settings: GrowthSettings) throws(JudgeError) -> Bound? {
        if text.allSatisfy(\.isWhitespace) { return nil }
        do {
            return try Bound(text, variables: settings.variables.map(\.name))
        } catch {
            throw JudgeError(.usage, "bad-prediction", "column \(error.column): \(error.message)")
        }
    }

    /// How it fits what was measured; empty where nothing was predicted.
    package func fits(_ report: ComplexityReport, _ settings: GrowthSettings) -> [Fit] {
        func fits(_ resource: String, _ text: String, _ growth: ResourceGrowth) -> [Fit] {
            guard let bound = try? Self.bound(text, settings) else { return [] }
            let held = Dictionary(uniqueKeysWithValues: settings.variables.map { ($0.name, Double($0.at)) })
            return growth.variables.compactMap { variable in
                let sizes = variable.points.map { Double($0.x) }
                guard held[variable.name] != nil, let top = sizes.last, sizes.count >= 3 else { return nil }
                let low = sizes[sizes.count - 3]
                func value(_ x: Double) -> Double { bound.value(at: held.merging([variable.name: x]) { $1 }) }
                let predicted = log(value(top) / value(low)) / log(top / low)
                return Fit(
                    resource: resource, variable: variable.name, predicted: predicted, measured: variable.exponent,
                    estimate: variable.estimate, agrees: abs(predicted - variable.exponent) <= Self.tolerance)
            }
        }
        return fits("time", time, report.time) + fits("space", space, report.space)
    }
}
