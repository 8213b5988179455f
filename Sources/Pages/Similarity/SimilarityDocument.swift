internal import Reporting
internal import SwiftSource

/// Solutions that are alike, side by side, as one page that needs nothing else: no server, no script, no other file.
package enum SimilarityDocument {
    /// The page.
    ///
    /// - Parameters:
    ///   - groups: the solutions of each challenge.
    ///   - version: the judge's.
    package static func html(of groups: [SimilarityGroup], version: String) -> String {
        var sections: [[String: Any]] = []
        let lists = groups.map { group in
            let rows = group.shown.map { pair in
                let number = sections.count + 1
                let row = row(of: pair, in: group, number: number)
                sections.append(section(of: pair, in: group, row: row, number: number))
                return row
            }
            return fields([
                "challenge": group.challenge.displayedInline(), "summary": group.summary, "notes": group.notes,
                "hasPairs": !rows.isEmpty, "pairs": rows,
            ])
        }
        return Template.similarity.render([
            "styleHTML": Markup(trusted: Asset.stylesheet.text), "groups": lists, "sections": sections,
            "version": version,
        ]).html
    }

    private static func row(of pair: SimilarPair, in group: SimilarityGroup, number: Int) -> [String: Any] {
        [
            "number": number, "similarity": SimilarityGroup.percent(pair.similarity),
            "first": group.study.files[pair.first].name.displayedInline(),
            "firstShare": SimilarityGroup.percent(pair.shareOfFirst),
            "second": group.study.files[pair.second].name.displayedInline(),
            "secondShare": SimilarityGroup.percent(pair.shareOfSecond),
        ]
    }

    private static func section(
        of pair: SimilarPair, in group: SimilarityGroup, row: [String: Any], number: Int
    ) -> [String: Any] {
        let shared = group.study.sharedLines(of: pair)
        func listing(_ file: Int, _ runs: [ClosedRange<Int>], _ side: String, _ other: String) -> Markup {
            SimilarityListing(String(decoding: group.study.files[file].source, as: UTF8.self), runs: runs)
                .markup(side: "pair\(number)-\(side)-", other: "pair\(number)-\(other)-")
        }
        return row.merging([
            "challenge": group.challenge.displayedInline(),
            "firstHTML": listing(pair.first, shared.map(\.first), "first", "second"),
            "secondHTML": listing(pair.second, shared.map(\.second), "second", "first"),
        ]) { $1 }
    }
}
