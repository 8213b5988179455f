/// Inputs that are nearly right: what a reader of untrusted bytes must take without a crash, a hang, or a wrong word.
///
/// The same seed gives the same mutants, so that a test that fails names what it failed on.
public struct Mutants: Sequence, IteratorProtocol {
    private let originals: [[UInt8]]
    private let words: [[UInt8]]
    private var left: Int
    private var state: UInt64

    /// `count` mutants of `originals`, each changed in one to four places.
    ///
    /// - Parameter words: what is meaningful to the reader, and so likely to lead far.
    public init(of originals: [[UInt8]], words: [String] = [], count: Int, seed: UInt64 = 1) {
        self.originals = originals
        self.words = (words + Self.common).map { Array($0.utf8) }
        left = count
        state = seed
    }

    private static let common = [
        "0", "-1", "1e999", "nan", "9223372036854775807", "-9223372036854775808", "99999999999999999999", "\u{0}", "\n",
        "\r\n", " ", "\t", ":", "\"", "\u{202E}", "\u{FEFF}", "\u{1B}[31m", "::error::x", "{", "}", "[", "]",
    ]

    /// The next one, `nil` after the last.
    public mutating func next() -> [UInt8]? {
        guard left > 0, !originals.isEmpty else { return nil }
        left -= 1
        var bytes = originals[below(originals.count)]
        for _ in 0...below(4) { change(&bytes) }
        return bytes
    }

    /// SplitMix64 (Steele, Lea, Flood 2014), reduced to less than `bound`.
    private mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31) % UInt64(bound))
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let place = below(bytes.count + 1)
        let end = Swift.min(bytes.count, place + 1 + below(40))
        switch below(7) {
        case 0: if place < bytes.count { bytes[place] ^= 1 << UInt8(below(8)) }
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: below(bytes.count + 1))
        case 3: bytes.replaceSubrange(place..<end, with: words[below(words.count)])
        case 4: bytes.insert(contentsOf: words[below(words.count)], at: place)
        case 5: bytes.removeSubrange(place...)
        default:
            let other = originals[below(originals.count)]
            bytes.replaceSubrange(place..., with: other[Swift.min(place, other.count)...])
        }
    }
}
