import JudgeCore

/// The page on which a measured program counts, as `Sandbox/Meter/meter.h` lays it out: words of 64 bits, the lowest byte
/// first.
struct MeterPage: Sendable, Equatable {
    /// What the program is given.
    struct Limits: Sendable, Equatable {
        /// Words of work after which it is stopped.
        var work: Int
        /// Bytes of memory.
        var memory: Int
        /// The seed of the system's randomness.
        var seed: UInt64
    }

    /// What was found on it.
    struct Count: Sendable, Equatable {
        /// Edges between basic blocks of the submission.
        var edges: Int
        /// Bytes that library functions moved, set or compared.
        var bytes: Int
        /// Calls of library functions that are counted.
        var calls: Int
        /// Peak bytes: heap and stack.
        var memory: Int
        /// Whether the meter stopped the program at a limit.
        var isStopped: Bool
        /// CPU seconds within `measured { }`; 0 where the program did not leave it.
        var cpuSeconds: Double

        /// Words of work: an edge is one, a word moved 16 bytes, a call eight.
        var work: Int { edges + bytes / 16 + calls * 8 }
    }

    private enum Word: Int {
        case front, workLimit, memoryLimit, seed, fuel, handed, bytes, calls, live, peak, stackTop, stackLow, state,
            stopped
        case cpu, seal, back, baseEdges, baseBytes, baseCalls, measured
    }

    private static let words = 21

    let limits: Limits
    /// Words that the page begins and ends with, drawn for each run.
    let mark: UInt64

    /// A page with `limits`.
    init(_ limits: Limits) {
        self.limits = limits
        var generator = SystemRandomNumberGenerator()
        mark = generator.next()
    }

    /// What the page holds before the run.
    var bytes: [UInt8] {
        var words = [UInt64](repeating: 0, count: Self.words)
        words[Word.front.rawValue] = mark
        words[Word.workLimit.rawValue] = UInt64(limits.work)
        words[Word.memoryLimit.rawValue] = UInt64(limits.memory)
        words[Word.seed.rawValue] = limits.seed
        words[Word.back.rawValue] = mark
        return words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
    }

    /// Reads the page after the run; `nil` where what it holds cannot have come from the meter.
    func count(_ bytes: [UInt8]) -> Count? {
        guard bytes.count >= Self.words * 8 else { return nil }
        func word(_ place: Word) -> UInt64 {
            let start = place.rawValue * 8
            return bytes[start..<start + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }
        let handed = word(.handed)
        let left = Int64(bitPattern: word(.fuel))
        let isUntouched =
            word(.front) == mark && word(.back) == mark && word(.workLimit) == UInt64(limits.work)
            && word(.memoryLimit) == UInt64(limits.memory) && (handed == 0 || word(.seal) == Self.mix(mark ^ handed))
        let most = UInt64(Int64.max / 64)
        guard isUntouched, handed < most, left >= -1, left <= 1 << 16, word(.bytes) < most, word(.calls) < most,
            word(.baseEdges) < most, word(.state) > 0, word(.stopped) <= 2, word(.stackTop) >= word(.stackLow),
            Int64(handed) - left >= Int64(bitPattern: word(.baseEdges)), word(.bytes) >= word(.baseBytes),
            word(.calls) >= word(.baseCalls)
        else { return nil }
        let stack = word(.stackTop) - word(.stackLow)
        let peak = Int64(bitPattern: word(.peak))
        guard stack < most, peak >= 0, peak < Int64(most) else { return nil }
        return Count(
            edges: Int(Int64(handed) - left - Int64(word(.baseEdges))), bytes: Int(word(.bytes) - word(.baseBytes)),
            calls: Int(word(.calls) - word(.baseCalls)), memory: Int(peak) + Int(stack), isStopped: word(.stopped) != 0,
            cpuSeconds: word(.measured) == 2 ? Double(word(.cpu)) * 1e-9 : 0)
    }

    /// SplitMix64's finaliser (Steele, Lea and Flood, 2014), as the meter seals with.
    private static func mix(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
