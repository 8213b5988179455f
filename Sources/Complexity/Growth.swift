import Foundation

/// How a quantity grows with one variable x: `x^power * log(x)^logs * e^(rate*x)`.
package struct Growth: Sendable, Equatable, Hashable {
    /// The exponent of x.
    package var power: Double
    /// The exponent of log x.
    package var logs: Double
    /// The natural logarithm of the base of an exponential factor; 0 where there is none.
    package var rate: Double

    package init(power: Double = 0, logs: Double = 0, rate: Double = 0) {
        self.power = power
        self.logs = logs
        self.rate = rate
    }

    /// Does not grow.
    package static let constant = Growth()

    /// The natural logarithm of the value at `x`, which may be too large for a number itself. Logarithms are to base 2 and
    /// at least 1, so that no factor vanishes at x = 1.
    package func logarithm(at x: Double) -> Double {
        power * log(max(x, 1)) + logs * log(max(log2(max(x, 1)), 1)) + rate * x
    }

    /// The value at `x`.
    package func value(at x: Double) -> Double {
        pow(max(x, 1), power) * pow(max(log2(max(x, 1)), 1), logs) * exp(rate * x)
    }

    /// The mean slope of ln(value) against ln(x) between two places.
    package func slope(from low: Double, to high: Double) -> Double {
        (logarithm(at: high) - logarithm(at: low)) / (log(high) - log(low))
    }

    /// The product of two quantities.
    package static func * (left: Growth, right: Growth) -> Growth {
        Growth(power: left.power + right.power, logs: left.logs + right.logs, rate: left.rate + right.rate)
    }

    /// Raised to a power.
    func raised(to exponent: Double) -> Growth {
        Growth(power: power * exponent, logs: logs * exponent, rate: rate * exponent)
    }

    /// Whether this grows no faster than `other`, in the long run.
    package func isAtMost(_ other: Growth) -> Bool {
        if rate != other.rate { return rate < other.rate }
        if power != other.power { return power < other.power }
        return logs <= other.logs
    }
}

/// The classes that an estimate chooses from, in rising order.
package enum GrowthClass: Int, CaseIterable, Sendable, Comparable {
    case constant, logarithmic, squareRoot, linear, linearithmic, logSquared, threeHalves, quadratic, quadraticLog,
        cubic
    case exponential

    /// How it grows.
    package var growth: Growth {
        switch self {
        case .constant: .constant
        case .logarithmic: Growth(logs: 1)
        case .squareRoot: Growth(power: 0.5)
        case .linear: Growth(power: 1)
        case .linearithmic: Growth(power: 1, logs: 1)
        case .logSquared: Growth(power: 1, logs: 2)
        case .threeHalves: Growth(power: 1.5)
        case .quadratic: Growth(power: 2)
        case .quadraticLog: Growth(power: 2, logs: 1)
        case .cubic: Growth(power: 3)
        case .exponential: Growth(rate: log(2))
        }
    }

    /// Its name in terms of `variable`, e.g. `n log n`.
    package func name(_ variable: String) -> String {
        switch self {
        case .constant: "1"
        case .logarithmic: "log \(variable)"
        case .squareRoot: "sqrt \(variable)"
        case .linear: variable
        case .linearithmic: "\(variable) log \(variable)"
        case .logSquared: "\(variable) log^2 \(variable)"
        case .threeHalves: "\(variable)^1.5"
        case .quadratic: "\(variable)^2"
        case .quadraticLog: "\(variable)^2 log \(variable)"
        case .cubic: "\(variable)^3"
        case .exponential: "2^\(variable)"
        }
    }

    package static func < (left: GrowthClass, right: GrowthClass) -> Bool { left.rawValue < right.rawValue }
}
