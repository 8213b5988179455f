/// Solutions of one task, each compared with each by fingerprints.
///
/// What the task gives to everybody is left out on both sides; what is left of a file is its own.
package struct SimilarityStudy: Sendable {
    /// A file to compare.
    package struct File: Sendable {
        /// What it is called, mostly its path.
        package let name: String
        /// Any bytes will do.
        package let source: [UInt8]

        /// A file that was read before.
        package init(name: String, source: [UInt8]) {
            self.name = name
            self.source = source
        }
    }

    /// The fewest tokens of its own that a file must have to be compared: of less, all may be in another by chance.
    package static let leastTokens = 60
    /// The fewest tokens in a row that are shown as lines that are alike; shorter runs count in shares all the same.
    package static let leastShown = 16
    /// The similarity from which two files are worth a look: on the corpus of `make check-similar` most copies that were
    /// rewritten in two or three manners are above it, and few independent solutions.
    package static let usualThreshold = 0.3

    /// The files that are compared.
    package let files: [File]
    /// How many tokens each file has that are not left out.
    package let ownTokens: [Int]
    /// The pairs of files that have enough of their own, the most alike first; of equals the first files first.
    package let pairs: [SimilarPair]
    private let fingerprints: [Fingerprints]

    /// Compares files.
    ///
    /// - Parameter common: sources that everybody has, such as the starter: none of their runs of tokens count.
    package init(of files: [File], leavingOut common: [[UInt8]]) {
        let left = Set(common.flatMap(Fingerprints.hashes))
        let fingerprints = files.map { Fingerprints(of: $0.source, without: left) }
        let ownTokens = fingerprints.map { file in
            var count = TokenCount()
            for mark in file.marks { count.add(mark.tokens) }
            return count.total
        }
        let compared = files.indices.filter { ownTokens[$0] >= Self.leastTokens }
        var holders: [UInt64: [Int]] = [:]
        for file in compared {
            for mark in fingerprints[file].marks where holders[mark.hash]?.last != file {
                holders[mark.hash, default: []].append(file)
            }
        }
        // For each file the shares of it that the others have.
        let shares = compared.map { file in
            var counts = [TokenCount](repeating: TokenCount(), count: files.count)
            for mark in fingerprints[file].marks {
                for other in holders[mark.hash] ?? [] { counts[other].add(mark.tokens) }
            }
            return counts.map { Double($0.total) / Double(ownTokens[file]) }
        }
        var pairs: [SimilarPair] = []
        for (place, first) in compared.enumerated() {
            for later in place + 1..<max(compared.count, place + 1) {
                let second = compared[later]
                pairs.append(
                    SimilarPair(
                        first: first, second: second, shareOfFirst: shares[place][second],
                        shareOfSecond: shares[later][first]))
            }
        }
        self.files = files
        self.fingerprints = fingerprints
        self.ownTokens = ownTokens
        self.pairs = pairs.sorted { one, other in
            one.similarity != other.similarity
                ? one.similarity > other.similarity : (one.first, one.second) < (other.first, other.second)
        }
    }

    /// The files that are in no pair, because too little of their own is left.
    package var tooSmall: [File] { files.indices.filter { ownTokens[$0] < Self.leastTokens }.map { files[$0] } }

    /// The pairs that are at least so alike, the most alike first.
    package func pairs(atLeast threshold: Double) -> ArraySlice<SimilarPair> {
        pairs.prefix { $0.similarity >= threshold }
    }

    /// The lines that the files of a pair have in common for at least ``leastShown`` tokens in a row, in the order of the
    /// first file. A run goes as far as the tokens are the same, over what is left out too, but holds something that is not.
    /// Where it is in the second file several times, it is paired with the place that goes on alike for longest.
    package func sharedLines(of pair: SimilarPair) -> [SharedLines] {
        let (first, second) = (fingerprints[pair.first], fingerprints[pair.second])
        var places: [UInt64: [Int]] = [:]
        for mark in second.marks { places[mark.hash, default: []].append(mark.place) }
        var shared: [SharedLines] = []
        /// Where the last run ended in each file.
        var (end, otherEnd) = (0, 0)
        for mark in first.marks where mark.tokens.upperBound > end {
            // What is repeated more often than this is no more worth showing.
            let runs = (places[mark.hash] ?? []).prefix(16).map { place in
                let tokens = first.run(around: mark.place, from: end, with: second, at: place)
                return (tokens: tokens, start: place + tokens.lowerBound - mark.place)
            }
            guard let longest = runs.map(\.tokens.count).max(), longest >= Self.leastShown else { continue }
            // Of equally long ones the first behind what was shown, which keeps the order of both files.
            let equals = runs.filter { $0.tokens.count == longest }
            let (tokens, start) = equals.first { $0.start >= otherEnd } ?? equals[0]
            (end, otherEnd) = (tokens.upperBound, start + tokens.count)
            shared.append(
                SharedLines(
                    first: first.lines(of: tokens), second: second.lines(of: start..<otherEnd), tokens: tokens.count))
        }
        return shared
    }
}

/// How many tokens are in ranges that are added in the order of their beginnings.
private struct TokenCount {
    private(set) var total = 0
    private var end = 0

    mutating func add(_ range: Range<Int>) {
        total += max(0, range.upperBound - max(end, range.lowerBound))
        end = max(end, range.upperBound)
    }
}

extension Fingerprints {
    /// The tokens around `place`, but none before `start`, that are the same as those around the other's `otherPlace`.
    fileprivate func run(
        around place: Int, from start: Int, with other: Fingerprints, at otherPlace: Int
    ) -> Range<Int> {
        var (lower, upper) = (place, place)
        let offset = otherPlace - place
        while lower > start, lower + offset > 0, codes[lower - 1] == other.codes[lower - 1 + offset] { lower -= 1 }
        while upper < codes.count, upper + offset < other.codes.count, codes[upper] == other.codes[upper + offset] {
            upper += 1
        }
        return lower..<upper
    }

    /// The lines from the first to the last of some tokens.
    fileprivate func lines(of tokens: Range<Int>) -> ClosedRange<Int> {
        lines[tokens.lowerBound].lowerBound...lines[tokens.upperBound - 1].upperBound
    }
}
