import Foundation
import JudgeCore
import Reporting
import Testing

@testable import Pages

/// What pages do with texts that want to be more than text.
@Suite struct PageSafetyTests {
    /// Ends attributes and elements, begins scripts, and turns the reader's terminal or text around.
    private static let hostile = """
        "'><img src=x onerror=alert(1)><script>alert(1)</script>&lt;\u{1B}[2J\u{202E}\u{0}\u{9B}"\u{301} onfocus=alert(2) \
        '\u{FE0F} onclick=x \u{FFFE}]]>--><!--
        """

    @Test func `whatever is written into a page stays text`() throws {
        for (name, html) in Samples(text: Self.hostile).all {
            let page = HTMLDocument(html)
            try #require(page.isWellFormed, "\(name)")
            #expect(page.all("script").map { $0.attributes["src"] } == [Asset.liveScript.url], "\(name)")
            #expect(page.all("img").isEmpty && page.all("style").isEmpty && page.comments.isEmpty, "\(name)")
            let attributes = page.elements.flatMap(\.attributes.keys)
            #expect(!attributes.contains { $0.hasPrefix("on") || $0 == "style" }, "\(name)")
            #expect(page.text.contains("<img src=x onerror=alert(1)><script>alert(1)</script>&lt;"), "\(name)")
            #expect(page.text.contains("\\u{1B}[2J\\u{202E}\\u{0}\\u{9B}\"\u{301} onfocus=alert(2)"), "\(name)")
            #expect(html.unicodeScalars.allSatisfy { String($0).escapingControls == String($0) }, "\(name)")
        }
    }

    @Test func `each text of each page is among what was tested`() throws {
        // The usual words must be gone from pages whose texts are all replaced, but for those of the pages themselves.
        let usual = [
            "Ada", "Grace", "Lloyd", "lloyd", "2026-01-0", "kmeans.swift", "stale", "seccomp", "lopsided", "c3a9",
        ]
        let pages = Dictionary(uniqueKeysWithValues: Samples(text: Self.hostile).all.map { ($0.name, $0.html) })
        for (name, html) in Samples().all {
            let known = usual.filter { html.contains($0) }
            let left = known.filter { pages[name]?.replacing("before=2026-01-0", with: "").contains($0) == true }
            #expect(left.isEmpty, "\(name)")
        }
        #expect(Samples().submission(.graded(Samples().report(.wrongAnswer, complexity: nil))).html().contains("stale"))
    }

    @Test func `pages keep to a policy that allows nothing inline and nothing from elsewhere`() throws {
        for (name, html) in Samples().all + [("signed out", Samples(user: nil).challenge.html())] {
            let page = HTMLDocument(html)
            try #require(page.isWellFormed, "\(name)")
            #expect(page.all("style").isEmpty, "\(name)")
            #expect(
                page.all("script").allSatisfy { $0.text.isEmpty && $0.attributes["src"]?.hasPrefix("/static/") == true }
            )
            for element in page.elements {
                for (key, value) in element.attributes {
                    #expect(key != "style" && !key.hasPrefix("on"), "\(name): \(key)")
                    guard ["src", "href", "action"].contains(key), element.name != "a" else { continue }
                    let isLocal = value.hasPrefix("/") && !value.hasPrefix("//")
                    #expect(isLocal || element.attributes["rel"] == "icon" && value == "data:,", "\(name): \(value)")
                }
            }
        }
    }

    @Test func `templates take only what this module made as it is`() {
        for template in Template.allCases {
            for name in template.text.matches(of: /\{\{\{\s*([^}]*)\}\}\}/).map(\.output.1) {
                #expect(name.hasSuffix("HTML"), "\(template): \(name)")
            }
            #expect(template.text.firstMatch(of: /\{\{&/) == nil, "\(template)")
        }
        let value = "<b>\u{301}\"\u{301}"
        #expect(Template.error.render(["title": value]).html.contains("&lt;b&gt;\u{301}&quot;\u{301}</h1>"))
        #expect(Template.history.render(["submissionsHTML": Markup(escaping: "<")]).html.contains("&lt;"))
        #expect(Template.history.render(["submissionsHTML": Markup(trusted: "<i>")]).html.contains("<i>"))
    }
}
