import Foundation

/// An upper bound on growth, as `complexity.yaml` writes it: `q * n * (d + log(n))`, expanded into a sum of products.
package struct Bound: Sendable, Equatable {
    /// One product: how it grows in each of its variables.
    package struct Term: Sendable, Equatable {
        /// A positive factor.
        package var coefficient: Double
        /// The growth in each variable that occurs.
        package var factors: [String: Growth]

        /// The growth in `variable`; constant where it does not occur.
        package func growth(in variable: String) -> Growth { factors[variable] ?? .constant }

        /// Its value. The factors are taken in the order of their names, so that rounding is the same in every run.
        func value(at values: [String: Double]) -> Double {
            factors.sorted { $0.key < $1.key }.reduce(coefficient) { $0 * $1.value.value(at: values[$1.key] ?? 1) }
        }

        /// Whether it grows no faster than `other` in any variable.
        func isDominated(by other: Term) -> Bool {
            Set(factors.keys).union(other.factors.keys).allSatisfy { growth(in: $0).isAtMost(other.growth(in: $0)) }
        }

        static func * (left: Term, right: Term) -> Term {
            Term(
                coefficient: left.coefficient * right.coefficient,
                factors: left.factors.merging(right.factors) { $0 * $1 })
        }
    }

    /// As it was written.
    package let text: String
    /// The products whose sum it is.
    package let terms: [Term]

    /// Reads `text`; every name in it must be one of `variables`.
    ///
    /// - Throws: ``BoundError`` with the column of what cannot be read.
    package init(_ text: String, variables: some Sequence<String>) throws(BoundError) {
        var parser = BoundParser(text, variables: Set(variables))
        self.text = text.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
        terms = try parser.parse()
    }

    /// The products that no other one dominates: those that decide how it grows.
    package var leading: [Term] {
        terms.enumerated().filter { index, term in
            !terms.enumerated().contains { other, candidate in
                other != index && term.isDominated(by: candidate)
                    && (!candidate.isDominated(by: term) || other < index)
            }
        }.map(\.element)
    }

    /// The value where each variable has the value given.
    package func value(at values: [String: Double]) -> Double {
        terms.reduce(0) { $0 + $1.value(at: values) }
    }
}

/// Why a bound cannot be read.
package struct BoundError: Error, Equatable {
    /// The place in the text, from 1.
    package let column: Int
    /// What is wrong there.
    package let message: String
}
