import Glibc

/// A generator's command line: `--family NAME --seed N --VARIABLE VALUE …`.
///
/// The same arguments must give the same bytes, on every machine: all chance comes from ``Random`` with this seed.
public struct GeneratorArguments {
    /// The name of the input family, e.g. `blobs`.
    public let family: String
    /// The seed of all chance.
    public let seed: UInt64
    private let values: [String: String]

    /// Reads the command line; ends with status 64 and a sentence when it is not of the form above.
    public init() {
        var values: [String: String] = [:]
        var words = CommandLine.arguments.dropFirst()
        while let option = words.popFirst() {
            guard option.hasPrefix("--"), let value = words.popFirst() else {
                exitProgram(64, "generator: expected '--NAME VALUE', found '\(option)'")
            }
            guard values.updateValue(value, forKey: String(option.dropFirst(2))) == nil else {
                exitProgram(64, "generator: \(option) is given twice")
            }
        }
        guard let family = values.removeValue(forKey: "family") else {
            exitProgram(64, "generator: --family is missing")
        }
        guard let seed = values.removeValue(forKey: "seed").flatMap({ UInt64($0) }) else {
            exitProgram(64, "generator: --seed is missing, or no integer from 0 to 2^64 - 1")
        }
        self.family = family
        self.seed = seed
        self.values = values
    }

    /// The value of `--name`, an integer; ends with status 64 when it is neither given nor has a default.
    public func int(_ name: String, default fallback: Int? = nil) -> Int {
        guard let text = values[name] else {
            if let fallback { return fallback }
            exitProgram(64, "generator: --\(name) is missing")
        }
        guard let value = Int(text) else { exitProgram(64, "generator: --\(name) must be an integer, not '\(text)'") }
        return value
    }

    /// Whether the answer is asked for in place of the input: only where `generators.yaml` says `answers: generator`.
    public var asksForAnswer: Bool { values["part"] == "answer" }

    /// Ends with status 64, saying which families there are.
    public func unknownFamily(known: [String]) -> Never {
        exitProgram(64, "generator: no family '\(family)'; there are \(known.joined(separator: ", "))")
    }
}

/// A seeded stream of chance: xoshiro256** 1.0 (Blackman and Vigna, 2018), its state filled by SplitMix64.
public struct Random: RandomNumberGenerator {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    /// The stream of `seed`; each seed gives its own.
    public init(seed: UInt64) {
        var mixer = seed
        func next() -> UInt64 {
            mixer &+= 0x9E37_79B9_7F4A_7C15
            var value = mixer
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
        state = (next(), next(), next(), next())
    }

    /// 64 random bits.
    public mutating func next() -> UInt64 {
        func rotate(_ value: UInt64, _ count: UInt64) -> UInt64 { (value << count) | (value >> (64 - count)) }
        let result = rotate(state.1 &* 5, 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = rotate(state.3, 45)
        return result
    }

    /// A uniform number in [0, 1), a multiple of 2^-53.
    public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A uniform number in [low, high).
    public mutating func uniform(_ low: Double, _ high: Double) -> Double { low + (high - low) * uniform() }

    /// A uniform integer in `range`.
    public mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// A standard normal number, by Marsaglia's polar method.
    public mutating func normal() -> Double {
        while true {
            let x = uniform(-1, 1)
            let y = uniform(-1, 1)
            let square = x * x + y * y
            if square > 0, square < 1 { return x * (-2 * log(square) / square).squareRoot() }
        }
    }

    /// The integers 0 to count - 1 in random order (Fisher and Yates).
    public mutating func permutation(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        order.shuffle(using: &self)
        return order
    }

    /// A random orthogonal matrix, `size` rows of `size` columns: Gram-Schmidt on normal rows.
    public mutating func rotation(_ size: Int) -> [[Double]] {
        var rows: [[Double]] = []
        while rows.count < size {
            var row = (0..<size).map { _ in normal() }
            // Twice is enough (Kahan): the second pass removes what rounding left in the first.
            for _ in 0..<2 {
                for other in rows {
                    let along = zip(row, other).reduce(0) { $0 + $1.0 * $1.1 }
                    for index in 0..<size { row[index] -= along * other[index] }
                }
            }
            let length = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
            if length > 1e-3 { rows.append(row.map { $0 / length }) }
        }
        return rows
    }
}
