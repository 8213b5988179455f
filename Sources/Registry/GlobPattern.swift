/// A pattern of `submissions.yaml`: `*` stands for any characters but `/`, `{a,b}` for one of its words, and every
/// other character for itself.
struct GlobPattern: Sendable {
    /// What is wrong with a pattern.
    enum Fault: Error, Equatable {
        case unbalancedBraces
        case tooManyWords
    }

    private static let maximumCount = 256
    private let alternatives: [[[UInt8]]]

    init(_ pattern: String) throws(Fault) {
        alternatives = try Self.expand(Array(pattern.utf8)).map { text in
            text.split(separator: 0x2F).map(Array.init)
        }
    }

    /// Whether the pattern matches `path` or a folder that it lies in.
    func matches(_ path: String) -> Bool {
        let names = path.utf8.split(separator: 0x2F)
        return alternatives.contains { pattern in
            !pattern.isEmpty && pattern.count <= names.count
                && zip(pattern, names).allSatisfy { Self.matches($0[...], $1) }
        }
    }

    /// Whether something below `sample` or `secret` could match, so that a key is meant for cases.
    var mayMatchCases: Bool {
        alternatives.contains { pattern in
            guard let first = pattern.first else { return false }
            return ["sample", "secret"].contains { Self.matches(first[...], $0.utf8[...]) }
        }
    }

    /// Matches with one backtracking point, the last star, so that the time is at most the product of the lengths.
    private static func matches(_ pattern: ArraySlice<UInt8>, _ text: some Collection<UInt8>) -> Bool {
        let text = Array(text)
        var at = pattern.startIndex
        var position = 0
        var star: (at: Int, position: Int)?
        while position < text.count {
            if at < pattern.endIndex, pattern[at] == 0x2A {
                star = (at, position)
                at += 1
            } else if at < pattern.endIndex, pattern[at] == text[position] {
                at += 1
                position += 1
            } else if let last = star {
                star = (last.at, last.position + 1)
                at = last.at + 1
                position = last.position + 1
            } else {
                return false
            }
        }
        return pattern[at...].allSatisfy { $0 == 0x2A }
    }

    /// All texts that a pattern with braces stands for, as a shell writes them out.
    private static func expand(_ pattern: [UInt8]) throws(Fault) -> [[UInt8]] {
        var results: [[UInt8]] = []
        var pending = [pattern]
        while let next = pending.popLast() {
            guard results.count + pending.count < maximumCount else { throw .tooManyWords }
            guard let open = next.firstIndex(of: 0x7B) else {
                if next.contains(0x7D) { throw .unbalancedBraces }
                results.append(next)
                continue
            }
            var depth = 0
            var words: [ArraySlice<UInt8>] = []
            var start = open + 1
            var close: Int?
            for index in open..<next.count {
                switch next[index] {
                case 0x7B: depth += 1
                case 0x7D: depth -= 1
                case 0x2C where depth == 1:
                    words.append(next[start..<index])
                    start = index + 1
                default: break
                }
                if depth == 0 {
                    close = index
                    break
                }
            }
            guard let close, words.count < maximumCount else { throw close == nil ? .unbalancedBraces : .tooManyWords }
            words.append(next[start..<close])
            for word in words.reversed() {
                pending.append(Array(next[..<open]) + Array(word) + Array(next[(close + 1)...]))
            }
        }
        return results
    }
}
