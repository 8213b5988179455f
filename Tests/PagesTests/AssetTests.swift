import Foundation
import Testing

@testable import Pages

@Suite struct AssetTests {
    @Test func `pages refer to files by what is in them`() {
        let html = Samples().error.html()
        for asset in [Asset.stylesheet, .liveScript] {
            #expect(asset.hash.wholeMatch(of: /[0-9a-f]{8,16}/) != nil)
            #expect(html.contains("\"\(asset.path)?v=\(asset.hash)\""))
            #expect(!asset.text.isEmpty)
        }
        #expect(Asset.stylesheet.hash != Asset.liveScript.hash)
    }

    @Test func `neither file loads anything, and the script makes no HTML`() {
        for text in [Asset.stylesheet.text, Asset.liveScript.text] {
            #expect(text.firstMatch(of: /https?:|url\(|@import|innerHTML|insertAdjacent|document\.write|eval\(/) == nil)
        }
    }

    @Test func `the script listens to what the submission page offers`() {
        let page = HTMLDocument(Samples().submission(.waiting(ahead: 1)).html())
        #expect(page.elements.contains { $0.attributes["data-events"] == "/submissions/5f1c/events" })
        for id in Asset.liveScript.text.matches(of: /getElementById\("([^"]+)"\)/).map({ String($0.output.1) }) {
            #expect(page.elements.contains { $0.attributes["id"] == id }, "\(id)")
        }
        #expect(Asset.liveScript.text.contains("addEventListener(\"status\""))
        #expect(Asset.liveScript.text.contains("addEventListener(\"done\""))
    }

    @Test(arguments: ["light", "dark"])
    func `text has the contrast that WCAG asks for at AA`(scheme: String) throws {
        let css = Asset.stylesheet.text
        let parts = css.split(separator: "@media (prefers-color-scheme: dark)", maxSplits: 1)
        let text = try #require(scheme == "light" ? parts.first : parts.last).prefix { $0 != "*" }
        var colors: [String: [Double]] = [:]
        for match in text.matches(of: /--([a-z-]+): #([0-9a-f]{6})/) {
            let value = try #require(Int(match.output.2, radix: 16))
            colors[String(match.output.1)] = [value >> 16, value >> 8 & 255, value & 255].map { Double($0) / 255 }
        }
        func luminance(_ name: String) throws -> Double {
            let linear = try #require(colors[name], "\(name)").map {
                $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        }
        func contrast(_ one: String, _ other: String) throws -> Double {
            let (first, second) = try (luminance(one), luminance(other))
            return (max(first, second) + 0.05) / (min(first, second) + 0.05)
        }
        for ground in ["page", "surface", "sunken"] {
            for ink in ["text", "quiet", "accent"] { #expect(try contrast(ink, ground) >= 4.5, "\(ink) on \(ground)") }
        }
        for tone in ["good", "bad", "warn", "odd", "wait"] {
            #expect(try contrast(tone, "\(tone)-tint") >= 4.5, "\(tone)")
            #expect(try contrast("text", "\(tone)-tint") >= 4.5, "\(tone)")
            #expect(try contrast(tone, "surface") >= 4.5, "\(tone)")
        }
        #expect(try contrast("on-accent", "accent") >= 4.5)
        #expect(try contrast("text", "accent-tint") >= 4.5)
        // What bounds a field, and what marks the focus, is no text.
        #expect(try contrast("strong-edge", "surface") >= 3)
        #expect(try contrast("strong-edge", "page") >= 3)
        #expect(try contrast("quiet", "accent-tint") >= 4.5)
    }
}
