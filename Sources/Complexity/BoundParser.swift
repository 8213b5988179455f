import Foundation

/// Reads a bound by recursive descent and expands it on the way:
///
/// ```
/// sum     = product { "+" product }
/// product = power { "*" power }
/// power   = atom [ "^" ( number | name ) ]        a name only above a number: 2^n
/// atom    = number | name | "log" "(" sum ")" | "sqrt" "(" sum ")" | "(" sum ")"
/// ```
struct BoundParser {
    private let characters: [Character]
    private let variables: Set<String>
    private var position = 0
    private var depth = 0
    private static let mostTerms = 64
    private static let deepest = 32

    init(_ text: String, variables: Set<String>) {
        characters = Array(text)
        self.variables = variables
    }

    mutating func parse() throws(BoundError) -> [Bound.Term] {
        let terms = try sum()
        skipSpaces()
        if position < characters.count { throw error("'\(characters[position])' is not expected here") }
        return terms
    }

    private mutating func sum() throws(BoundError) -> [Bound.Term] {
        var terms = try product()
        while take("+") { terms += try product() }
        return try checked(terms)
    }

    private mutating func product() throws(BoundError) -> [Bound.Term] {
        var terms = try power()
        while take("*") {
            let factors = try power()
            terms = try checked(terms.flatMap { term in factors.map { term * $0 } })
        }
        return terms
    }

    private mutating func power() throws(BoundError) -> [Bound.Term] {
        let base = try atom()
        skipSpaces()
        let column = position + 1
        guard take("^") else { return base }
        skipSpaces()
        if let name = name() {
            guard variables.contains(name) else { throw unknown(name) }
            guard base.count == 1, base[0].factors.isEmpty, base[0].coefficient > 1 else {
                throw BoundError(column: column, message: "only a number above 1 can be raised to a variable")
            }
            return [Bound.Term(coefficient: 1, factors: [name: Growth(rate: log(base[0].coefficient))])]
        }
        guard let exponent = number(), exponent > 0, exponent <= 16 else {
            throw error("an exponent is a number above 0, at most 16, or a variable")
        }
        return try raised(base, to: exponent, column: column)
    }

    /// A single product can be raised to anything, a sum to whole numbers only.
    private func raised(_ base: [Bound.Term], to exponent: Double, column: Int) throws(BoundError) -> [Bound.Term] {
        if base.count == 1 {
            return [
                Bound.Term(
                    coefficient: pow(base[0].coefficient, exponent),
                    factors: base[0].factors.mapValues { $0.raised(to: exponent) })
            ]
        }
        guard exponent == exponent.rounded() else {
            throw BoundError(column: column, message: "a sum can only be raised to a whole number")
        }
        var result = base
        for _ in 1..<Int(exponent) {
            result = try checked(result.flatMap { term in base.map { term * $0 } })
        }
        return result
    }

    private mutating func atom() throws(BoundError) -> [Bound.Term] {
        skipSpaces()
        if let value = number() {
            guard value > 0 else { throw error("a factor must be above 0") }
            return [Bound.Term(coefficient: value, factors: [:])]
        }
        let column = position + 1
        if let name = name() {
            skipSpaces()
            let isCall = position < characters.count && characters[position] == "("
            switch (name, isCall) {
            case ("log", true): return logarithm(of: try parentheses())
            case ("sqrt", true):
                let inner = try parentheses()
                guard inner.count == 1 else {
                    throw BoundError(column: column, message: "sqrt takes a product, not a sum")
                }
                return try raised(inner, to: 0.5, column: column)
            case (_, true):
                throw BoundError(column: column, message: "there is no function '\(name)'; only log and sqrt")
            case (_, false):
                guard variables.contains(name) else { position = column - 1; throw unknown(name) }
                return [Bound.Term(coefficient: 1, factors: [name: Growth(power: 1)])]
            }
        }
        if position < characters.count, characters[position] == "(" { return try parentheses() }
        throw error(
            position < characters.count
                ? "'\(characters[position])' is not expected here" : "the expression ends where a factor is expected")
    }

    /// log(a*b) is log a + log b, and log(a + b) no more than that up to a constant: a sum of one logarithm for each
    /// variable. The logarithm of an exponential is linear.
    private func logarithm(of inner: [Bound.Term]) -> [Bound.Term] {
        var found: [String: Growth] = [:]
        for (name, growth) in inner.flatMap(\.factors) {
            let log = growth.rate > 0 ? Growth(power: 1) : Growth(logs: 1)
            if let known = found[name], log.isAtMost(known) { continue }
            found[name] = log
        }
        let terms = found.sorted { $0.key < $1.key }.map { Bound.Term(coefficient: 1, factors: [$0.key: $0.value]) }
        return terms.isEmpty ? [Bound.Term(coefficient: 1, factors: [:])] : terms
    }

    private mutating func parentheses() throws(BoundError) -> [Bound.Term] {
        guard take("(") else { throw error("'(' is expected here") }
        depth += 1
        guard depth <= Self.deepest else { throw error("parentheses are nested too deep") }
        let terms = try sum()
        guard take(")") else { throw error("')' is expected here") }
        depth -= 1
        return terms
    }

    // MARK: - Characters

    private mutating func skipSpaces() {
        while position < characters.count, characters[position] == " " || characters[position] == "\t" { position += 1 }
    }

    private mutating func take(_ character: Character) -> Bool {
        skipSpaces()
        guard position < characters.count, characters[position] == character else { return false }
        position += 1
        return true
    }

    private mutating func name() -> String? {
        let start = position
        while position < characters.count, isNamePart(characters[position], first: position == start) { position += 1 }
        return position > start ? String(characters[start..<position]) : nil
    }

    private func isNamePart(_ character: Character, first: Bool) -> Bool {
        character.isASCII && (character.isLetter || character == "_" || !first && character.isNumber)
    }

    private mutating func number() -> Double? {
        let start = position
        while position < characters.count, characters[position].isASCII,
            characters[position].isNumber || characters[position] == "."
        { position += 1 }
        guard position > start, let value = Double(String(characters[start..<position])), value.isFinite else {
            position = start
            return nil
        }
        return value
    }

    private func checked(_ terms: [Bound.Term]) throws(BoundError) -> [Bound.Term] {
        guard terms.count <= Self.mostTerms else { throw error("the expression expands into too many products") }
        return terms
    }

    private func unknown(_ name: String) -> BoundError {
        error("there is no variable '\(name)'; there are \(variables.sorted().joined(separator: ", "))")
    }

    private func error(_ message: String) -> BoundError { BoundError(column: position + 1, message: message) }
}
