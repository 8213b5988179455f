internal import JudgeCore

/// Places in a source by whose hashes a common run of tokens is found.
///
/// All runs of ``gram`` tokens are hashed, and in every ``window`` neighbouring hashes the least is selected (Schleimer,
/// Wilkerson and Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD 2003): two sources that have
/// `gram + window - 1` tokens in a row in common have selected a common hash, and no common run of less than `gram`
/// tokens is ever found.
package struct Fingerprints: Sendable {
    /// How many tokens are hashed together: about a line. On the corpus of `make check-similar` runs of 6 to 12 tokens do
    /// almost as well as each other; shorter ones hold on to what was split and rewritten, longer ones tell idioms apart.
    package static let gram = 8
    /// Of how many neighbouring hashes one at least is selected. Solutions are short: a wider window saves nothing that
    /// counts, and lets chance decide what is found of a part that was rewritten. At most ``gram``, so that the selected runs
    /// of a copied part cover it.
    package static let window = 2

    /// A selected hash.
    struct Mark: Sendable, Equatable {
        let hash: UInt64
        /// The first of its tokens.
        let place: Int

        /// Its tokens.
        var tokens: Range<Int> { place..<place + Fingerprints.gram }
    }

    /// The selected hashes in the order of their places.
    let marks: [Mark]
    /// A number for each token, as ``NormalTokens`` has them.
    let codes: [UInt64]
    /// The lines that each token is on, from 1.
    let lines: [ClosedRange<Int>]

    /// The fingerprints of a source, but for those whose hashes are in `common`. Any bytes will do.
    init(of source: [UInt8], without common: Set<UInt64> = []) {
        let tokens = NormalTokens(of: source)
        codes = tokens.codes
        lines = tokens.lines
        marks = Self.winnowed(Self.hashes(of: tokens.codes)).filter { !common.contains($0.hash) }
    }

    /// The hashes of all runs of tokens, selected or not.
    static func hashes(of source: [UInt8]) -> [UInt64] { hashes(of: NormalTokens(of: source).codes) }

    private static func hashes(of codes: [UInt64]) -> [UInt64] {
        guard codes.count >= gram else { return [] }
        return (0...codes.count - gram).map { mixed(FNV.hash(codes[$0..<$0 + gram])) }
    }

    /// Spreads what differs over all bits, so that the least hash is any (the finaliser of SplitMix64; Steele, Lea and
    /// Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
    private static func mixed(_ hash: UInt64) -> UInt64 {
        var hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
        hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
        return hash ^ (hash >> 31)
    }

    /// The least hash of every window, once each; of several the one that was selected before, else the last one (the
    /// paper's robust winnowing, which takes few of a run of equal hashes).
    private static func winnowed(_ hashes: [UInt64]) -> [Mark] {
        guard !hashes.isEmpty else { return [] }
        var marks: [Mark] = []
        var least = -1
        for end in min(window, hashes.count) - 1..<hashes.count {
            let start = max(0, end - window + 1)
            if least < start {
                least = (start...end).reversed().min { hashes[$0] < hashes[$1] }!
            } else if hashes[end] < hashes[least] {
                least = end
            } else {
                continue
            }
            marks.append(Mark(hash: hashes[least], place: least))
        }
        return marks
    }
}
