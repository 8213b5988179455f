import Foundation
import JudgeCore
import Reporting
import Testing

@testable import Pages

/// What all pages have in common: they can be read without scripts, without colours and without eyes.
@Suite struct PageStructureTests {
    private static let pages = Dictionary(
        uniqueKeysWithValues: Samples().all.map { ($0.name, $0.html) }
            + Samples(user: nil).all.map { ("\($0.name), signed out", $0.html) })
    private static let names = pages.keys.sorted()

    private func html(_ name: String) throws -> String { try #require(Self.pages[name]) }

    @Test(arguments: names)
    func `a page has a language, a title, one heading above all and landmarks`(name: String) throws {
        let page = try HTMLDocument(html(name))
        try #require(page.isWellFormed)
        #expect(try html(name).hasPrefix("<!DOCTYPE html>"))
        #expect(page.all("html").first?.attributes["lang"] == "en")
        #expect(page.texts("title").first?.hasSuffix(" · judge") == true)
        let metas = page.all("meta").map(\.attributes)
        #expect(metas.contains { $0["name"] == "viewport" && $0["content"] == "width=device-width, initial-scale=1" })
        #expect(metas.contains { $0["name"] == "color-scheme" && $0["content"] == "light dark" })
        for landmark in ["main", "nav", "h1"] { #expect(page.all(landmark).count == 1, "\(landmark)") }
        #expect(page.all("header", class: "site").count == 1 && page.all("footer", class: "site").count == 1)
        let body = try #require(page.elements.firstIndex { $0.name == "body" })
        #expect(page.elements[body + 1].attributes["href"] == "#main")
        #expect(page.all("main").first?.attributes["id"] == "main")
        #expect(page.texts("footer").first == "judge 0.1.0")
    }

    @Test(arguments: names)
    func `headings go down one level at a time`(name: String) throws {
        let levels = try HTMLDocument(html(name)).elements.compactMap { element -> Int? in
            element.name.count == 2 && element.name.first == "h" ? element.name.last?.wholeNumberValue : nil
        }
        #expect(levels.first == 1)
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(levels)")
    }

    @Test(arguments: names)
    func `identifiers are unique and whatever is referred to is there`(name: String) throws {
        let page = try HTMLDocument(html(name))
        let ids = page.elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        for element in page.elements {
            for key in ["for", "aria-labelledby", "aria-describedby", "aria-errormessage", "data-fills"] {
                for reference in element.attributes[key]?.split(separator: " ") ?? [] {
                    #expect(ids.contains(String(reference)), "\(key) \(reference)")
                }
            }
            guard let target = element.attributes["href"], target.hasPrefix("#") else { continue }
            #expect(ids.contains(String(target.dropFirst())), "\(target)")
        }
    }

    @Test(arguments: names)
    func `every form proves where it comes from, and every field has a label`(name: String) throws {
        let page = try HTMLDocument(html(name))
        for (index, form) in page.elements.enumerated() where form.name == "form" {
            let fields = page.within(index)
            guard form.attributes["method"] == "post" else {
                // What only asks needs no proof, and must not tell it either.
                #expect(form.attributes["method"] == "get" && form.attributes["action"] == "/leaderboard")
                #expect(!fields.contains { $0.attributes["name"] == "csrf" })
                continue
            }
            let proofs = fields.filter { $0.attributes["name"] == "csrf" }
            #expect(proofs.map { $0.attributes["value"] } == ["token-of-the-session"])
            #expect(proofs.allSatisfy { $0.attributes["type"] == "hidden" })
            #expect(fields.contains { $0.name == "button" && !$0.text.isEmpty })
        }
        let labels = page.all("label").filter { !$0.text.isEmpty }.compactMap { $0.attributes["for"] }
        for field in page.all("input") + page.all("textarea") + page.all("select")
        where field.attributes["type"] != "hidden" {
            #expect(labels.contains(field.attributes["id"] ?? ""), "\(field.attributes)")
        }
    }

    @Test(arguments: names)
    func `tables have headers with a scope and scroll in a box that the keyboard reaches`(name: String) throws {
        let page = try HTMLDocument(html(name))
        #expect(page.all("th").allSatisfy { ["row", "col"].contains($0.attributes["scope"]) && !$0.text.isEmpty })
        for table in page.all("table") {
            let box = table.parent.map { page.elements[$0] }
            #expect(box?.classes.contains("scroll") == true && box?.attributes["tabindex"] == "0")
            #expect(box?.attributes["aria-label"] != nil || box?.attributes["aria-labelledby"] != nil)
        }
        #expect(page.all("pre").allSatisfy { $0.attributes["tabindex"] == "0" })
    }

    @Test(arguments: names)
    func `results are words, and their symbols are hidden from those who listen`(name: String) throws {
        let page = try HTMLDocument(html(name))
        for (index, verdict) in page.elements.enumerated() where verdict.classes.contains("verdict") {
            let symbols = page.within(index).filter { $0.attributes["aria-hidden"] == "true" }
            #expect(symbols.count == 1)
            #expect(verdict.text.contains { $0.isLetter || $0.isNumber }, "\(verdict.text)")
        }
    }

    @Test func `the header leads to all places, says where one is, and who one is`() {
        let page = HTMLDocument(Samples().leaderboard.html())
        let links = page.elements.indices.filter { index in
            page.elements[index].name == "a" && page.ancestors(of: index).contains { page.elements[$0].name == "nav" }
        }.map { page.elements[$0] }
        #expect(links.map { $0.attributes["href"] } == ["/", "/leaderboard", "/submissions", "/interviews"])
        #expect(links.map { $0.attributes["aria-current"] } == [nil, "page", nil, nil])
        #expect(page.texts("span", class: "user") == ["Signed in as Ada Lovelace"])
        #expect(page.all("form").map { $0.attributes["action"] } == ["/sign-out", "/leaderboard"])
        let signedOut = HTMLDocument(Samples(user: nil).leaderboard.html())
        #expect(signedOut.all("form").map { $0.attributes["action"] } == ["/leaderboard"])
        #expect(signedOut.all("a").contains { $0.attributes["href"] == "/sign-in" })
    }
}
