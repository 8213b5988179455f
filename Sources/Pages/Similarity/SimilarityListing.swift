internal import SwiftSource

/// A source with the lines that another has too marked, each run of them with its number and a link to the other side.
struct SimilarityListing {
    /// The kinds of marks, which take turns.
    private static let tones = 5

    private let source: String
    /// For each run its lines, from 1.
    private let runs: [ClosedRange<Int>]

    /// - Parameters:
    ///   - source: any text; line feeds end its lines, alone or behind carriage returns.
    ///   - runs: the lines of each run, from 1.
    init(_ source: String, runs: [ClosedRange<Int>]) {
        self.source = source
        self.runs = runs
    }

    /// The lines, for an element that keeps white space.
    ///
    /// - Parameters:
    ///   - side: begins the identifiers of this side's runs; unique on the page.
    ///   - other: begins those of the other side's.
    func markup(side: String, other: String) -> Markup {
        var run: [Int: Int] = [:]
        for (index, lines) in runs.enumerated() {
            // Where one run ends in the line in which another begins, the line belongs to the first.
            for line in lines where run[line] == nil { run[line] = index }
        }
        var begun: Set<Int> = []
        let lines = source.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
            .prefix(SourceListing.maximumLines)
        let html = lines.enumerated().map { index, line in
            let number = "<span class=\"number\" aria-hidden=\"true\">\(index + 1)  </span>"
            let text = Markup.escaped(String(line)) + "\n</span>"
            guard let run = run[index + 1] else { return "<span class=\"line\">\(number)\(text)" }
            let tone = "<span class=\"line alike tone\(run % Self.tones)\""
            guard begun.insert(run).inserted else { return "\(tone)>\(number)\(text)" }
            return "\(tone) id=\"\(side)\(run + 1)\">\(number)<a href=\"#\(other)\(run + 1)\" "
                + "aria-label=\"Run \(run + 1) in the other file\">\(run + 1)</a>\(text)"
        }.joined()
        return Markup(trusted: html)
    }
}
