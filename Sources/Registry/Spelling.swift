/// Finds the name that a misspelt one was meant to be.
package enum Spelling {
    /// The nearest of `names` to `word` by edits, if one is near enough to be meant; the first of equals.
    ///
    /// Case, `-`, `_` and spaces count for nothing at first, so that `K-Means` finds `kmeans`. A word that is no
    /// near misspelling but abbreviates exactly one name, as `linreg` does, stands for that name.
    package static func nearest(to word: String, among names: some Collection<String>) -> String? {
        let folded = fold(word)
        guard !folded.isEmpty, folded.count <= 100 else { return nil }
        let best = names.map { (name: $0, distance: distance(folded, fold($0))) }.min { $0.distance < $1.distance }
        if let best, best.distance <= max(1, folded.count / 3) { return best.name }
        guard folded.count >= 3 else { return nil }
        let longer = names.filter { isAbbreviation(folded, of: fold($0)) }
        return longer.count == 1 ? longer.first : nil
    }

    /// A sentence's end that suggests the nearest name, or lists the names when none is near.
    static func suggestion(for word: String, among names: [String]) -> String {
        if let name = nearest(to: word, among: names) { return "did you mean '\(name)'?" }
        return "it may be \(names.map { "'\($0)'" }.joined(separator: ", "))"
    }

    /// Edits from one to the other: insertions, deletions, substitutions and exchanges of neighbours.
    static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
        var above: [Int] = []
        var row = Array(0...second.count)
        for i in first.indices {
            let last = above
            above = row
            row = [i + 1]
            for j in second.indices {
                var best = min(above[j] + (first[i] == second[j] ? 0 : 1), above[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
                    best = min(best, last[j - 1] + 1)
                }
                row.append(best)
            }
        }
        return row[second.count]
    }

    private static func fold(_ word: String) -> [UInt8] {
        word.lowercased().utf8.filter { $0 != 0x2D && $0 != 0x5F && $0 != 0x20 }
    }

    /// Whether the letters of `word` come in `name` in this order, the first one first.
    private static func isAbbreviation(_ word: [UInt8], of name: [UInt8]) -> Bool {
        guard word.first == name.first else { return false }
        var rest = name[...]
        for letter in word {
            guard let index = rest.firstIndex(of: letter) else { return false }
            rest = rest[(index + 1)...]
        }
        return true
    }
}
