internal import Reporting
package import SwiftSource

/// The solutions of one challenge, compared, and what of it is shown.
package struct SimilarityGroup: Sendable {
    /// The challenge's slug.
    package let challenge: String
    /// The files and their pairs.
    package let study: SimilarityStudy
    /// The similarity from which pairs are shown, from 0 to 1.
    package let threshold: Double
    /// The pairs that are at least so alike, the most alike first.
    package let alike: ArraySlice<SimilarPair>
    /// The first of them.
    package let shown: ArraySlice<SimilarPair>

    /// Chooses the pairs at or above `threshold`, and shows at most `limit` of them.
    package init(challenge: String, study: SimilarityStudy, threshold: Double, limit: Int) {
        self.challenge = challenge
        self.study = study
        self.threshold = threshold
        alike = study.pairs(atLeast: threshold)
        shown = alike.prefix(limit)
    }

    /// A share in whole percent, rounded down, so that what is below a threshold never looks as if it were not.
    package static func percent(_ share: Double) -> String { "\(Int((100 * share).rounded(.down))) %" }

    /// How many files and pairs were compared, and how many of them are alike.
    package var summary: String {
        let files = Figures.count(study.files.count, "file")
        guard let most = study.pairs.first else { return "\(files), nothing to compare" }
        let pairs = "\(files), \(Figures.count(study.pairs.count, "pair")) compared"
        let least = Self.percent(threshold)
        guard alike.isEmpty else { return "\(pairs), \(alike.count) at least \(least) alike" }
        return "\(pairs), none \(least) alike; the most alike are \(Self.percent(most.similarity)): \(names(of: most))"
    }

    /// What the reader must know besides: pairs that are not shown, and files that were not compared.
    package var notes: [String] {
        var notes: [String] = []
        if shown.count < alike.count { notes.append("Only the first \(shown.count) are shown; --limit shows more.") }
        let small = study.tooSmall
        if !small.isEmpty {
            let names = small.prefix(5).map { $0.name.displayedInline() } + (small.count > 5 ? ["…"] : [])
            notes.append(
                "Too little to compare is left of \(Figures.count(small.count, "file")) without the starter and the "
                    + "packaged solutions: \(names.joined(separator: ", "))")
        }
        return notes
    }

    private func names(of pair: SimilarPair) -> String {
        [pair.first, pair.second].map { study.files[$0].name.displayedInline() }.joined(separator: " and ")
    }
}
