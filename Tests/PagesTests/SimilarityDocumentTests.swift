import JudgeCore
import SwiftSource
import Testing

@testable import Pages

/// The page on which a reviewer sees solutions that are alike.
@Suite struct SimilarityDocumentTests {
    private static let source = """
        func total(_ list: [Int]) -> Int {
            var sum = 0
            for item in list where item > 0 { sum += item * item }
            return sum
        }

        func most(_ list: [Int]) -> Int? {
            guard var best = list.first else { return nil }
            for item in list.dropFirst() { if item > best { best = item } }
            return best
        }

        """

    private func page(_ files: [(name: String, source: String)], challenge: String = "kmeans", limit: Int = 20)
        -> String
    {
        let study = SimilarityStudy(
            of: files.map { .init(name: $0.name, source: Array($0.source.utf8)) }, leavingOut: [])
        let group = SimilarityGroup(challenge: challenge, study: study, threshold: 0.5, limit: limit)
        return SimilarityDocument.html(of: [group], version: "1.2.3")
    }

    @Test func `a pair is in the table and side by side, its lines linked to each other`() throws {
        let page = HTMLDocument(page([("ann.swift", Self.source), ("bob.swift", "// mine\n" + Self.source)]))
        try #require(page.isWellFormed)
        #expect(page.texts("td") == ["1", "100 %", "ann.swift", "100 %", "bob.swift", "100 %"])
        #expect(page.all("pre").count == 2)
        let identifiers = page.elements.compactMap { $0.attributes["id"] }
        #expect(Set(identifiers).count == identifiers.count)
        let links = page.all("a").compactMap { $0.attributes["href"] }
        #expect(links.contains("#pair1-first-1") && links.contains("#pair1-second-1"))
        #expect(links.allSatisfy { $0.hasPrefix("#") && identifiers.contains(String($0.dropFirst())) })
        // Ten lines and the empty one between them are alike, the comment is not.
        #expect(page.all("span", class: "alike").count == 22)
        #expect(page.all("span", class: "line").count == 25)
    }

    @Test func `it needs nothing else: no script, and nothing from elsewhere`() {
        let html = page([("ann.swift", Self.source), ("bob.swift", Self.source)])
        #expect(html.hasPrefix("<!DOCTYPE html>"))
        #expect(html.firstMatch(of: /<script|<img|https?:|src=|url\(|@import/) == nil)
        #expect(html.contains("default-src 'none'") && html.contains("prefers-color-scheme: dark"))
    }

    @Test func `whatever is in files and their names stays text`() throws {
        let hostile = "\"'><script>alert(1)</script>\u{1B}[2J\u{202E}"
        let source = "// \(hostile)\n" + Self.source + "let text = \"\(hostile)\"\r\n"
        let html = page([("\(hostile).swift", source), ("b\(hostile)\n.swift", source)], challenge: hostile)
        let page = HTMLDocument(html)
        try #require(page.isWellFormed)
        #expect(page.all("script").isEmpty)
        #expect(page.text.contains("<script>alert(1)</script>\\u{1B}[2J\\u{202E}"))
        #expect(html.unicodeScalars.allSatisfy { String($0).escapingControls == String($0) })
    }

    @Test func `pairs beyond the limit are told of`() {
        let files = (0..<4).map { ("\($0).swift", Self.source) }
        let html = page(files, limit: 2)
        #expect(html.contains("4 files, 6 pairs compared, 6 at least 50 % alike"))
        #expect(html.contains("Only the first 2 are shown"))
        #expect(HTMLDocument(html).all("pre").count == 4)
    }

    @Test func `where nothing is alike, the most alike are named, and what is too small`() {
        let other = (0..<12).map { "enum E\($0) { case a, b; init?(_ x: Any) { throw x as! E ?? .a } }\n" }.joined()
        let html = page([("a.swift", Self.source), ("b.swift", other), ("c.swift", "let a = 1\n")])
        #expect(html.contains("3 files, 1 pair compared, none 50 % alike; the most alike are"))
        #expect(html.contains("a.swift and b.swift"))
        #expect(html.contains("Too little to compare is left of 1 file"))
        #expect(HTMLDocument(html).all("pre").isEmpty)
    }

    @Test func `shares are rounded down, so that nothing below a threshold looks like it`() {
        #expect(SimilarityGroup.percent(0.4999) == "49 %" && SimilarityGroup.percent(1) == "100 %")
    }
}
