import Foundation
import FoundationXML
import JudgeCore
import Testing

@testable import Reporting

@Suite struct GrowthSVGTests {
    /// What an XML parser makes of a document.
    private final class Document: NSObject, XMLParserDelegate {
        struct Element {
            var name: String
            var attributes: [String: String]
            var text = ""
        }
        private(set) var elements: [Element] = []
        private var open: [Int] = []
        private(set) var isWellFormed = false

        init(_ text: String) {
            super.init()
            let parser = XMLParser(data: Data(text.utf8))
            parser.delegate = self
            isWellFormed = parser.parse()
        }

        func all(_ name: String, class part: String? = nil) -> [Element] {
            elements.filter { element in
                let names = element.attributes["class"]?.split(separator: " ") ?? []
                return element.name == name && (part.map { names.contains($0[...]) } ?? true)
            }
        }

        func texts(_ name: String = "text") -> [String] { all(name).map(\.text) }

        func parser(
            _: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            open.append(elements.count)
            elements.append(Element(name: name, attributes: attributes))
        }

        func parser(_: XMLParser, foundCharacters text: String) {
            if let last = open.last { elements[last].text += text }
        }

        func parser(_: XMLParser, didEndElement _: String, namespaceURI: String?, qualifiedName: String?) {
            open.removeLast()
        }
    }

    private func document(_ complexity: ComplexityReport?, title: String = "title") -> Document {
        Document(GrowthSVG.text(of: complexity, title: title))
    }

    @Test func `each variable of each resource has a panel with its points, line, bound and verdict`() throws {
        var report = Reports.accepted
        report.complexity = Growths.over
        let svg = Document(GrowthSVG.text(of: report))
        try #require(svg.isWellFormed)
        #expect(svg.all("rect", class: "panel").count == 8)
        let points = 2 * (7 + 5 + 5 + 4)
        // One more of each stands in the legend.
        #expect(svg.all("circle").count == points + 1)
        #expect(svg.all("path", class: "bound").count == 8 + 1)
        #expect(svg.texts().filter { $0 == "within" }.count == 6)
        #expect(svg.all("text", class: "over").map(\.text) == ["over"])
        #expect(svg.all("path", class: "over").count == 2)  // the line, and the arrow of a lower bound
        #expect(svg.all("path", class: "inconclusive").count == 1)
        for text in [
            "along n", "n^2", "slope 2.00 [1.99, 2.01], duplicates", "along iterations", "between k and k log k",
            "16,384", "100M", "256Ki", "kmeans · kmeans.swift · accepted", "at least",
        ] {
            #expect(svg.texts().contains(text), "\(text)")
        }
        #expect(svg.texts("tspan").contains("words of work, asked iterations * n * k * d"))
        #expect(svg.texts("title").contains("n = 16,384: at least 8,192,000,000 words"))
    }

    @Test func `a curve over its bound rises above the bound's line, which starts at its first point`() throws {
        let svg = document(Growths.over)
        let bound = try numbers(#require(svg.all("path", class: "bound").dropFirst().first))
        let line = try numbers(#require(svg.all("path", class: "over").first))
        #expect(bound.prefix(2) == line.prefix(2))
        // Pixels count from the top: the smaller, the higher.
        let (measured, asked) = try (#require(line.last), #require(bound.last))
        #expect(measured < asked - 40)
    }

    private func numbers(_ path: Document.Element) -> [Double] {
        path.attributes["d"]?.split { !"0123456789.".contains($0) }.compactMap { Double($0) } ?? []
    }

    @Test func `it needs nothing else, and says in words what it shows`() {
        let text = GrowthSVG.text(of: Growths.over, title: "kmeans")
        let svg = Document(text)
        #expect(svg.elements[0].attributes["role"] == "img")
        #expect(svg.elements[0].attributes["aria-labelledby"] == "growth-title growth-desc")
        #expect(svg.all("title").first?.text == "kmeans")
        let words = svg.texts("desc").joined()
        #expect(words.hasPrefix("Time is over of iterations * n * k * d: along n over, n^2, slope 2.00 [1.99, 2.01]; "))
        #expect(words.contains("Space is inconclusive"))
        #expect(text.contains("@media (prefers-color-scheme: dark)"))
        #expect(svg.all("script").isEmpty && svg.all("image").isEmpty)
        #expect(text.matches(of: /https?:|url\(|@import|href/).map(\.output) == ["http:"])  // the namespace
    }

    @Test func `texts from outside stay texts`() {
        let bad =
            "</text><script>alert('&')</script>\"\u{0}\u{1B}[2J\u{FFFE}\u{FFFF}\u{1FFFE}]]>\n--<!-- &lt; 日本\u{202E}"
        let variable = Growths.variable(bad, bad, alternative: bad, verdict: .over, family: bad)
        let growth = ResourceGrowth(bound: bad, variables: [variable])
        var report = Reports.report(.complexityExceeded, [], file: bad)
        report.submission.challenge = bad
        report.complexity = ComplexityReport(time: growth, space: growth)
        for text in [GrowthSVG.text(of: report), GrowthSVG.text(of: nil, title: bad)] {
            let svg = Document(text)
            #expect(svg.isWellFormed)
            #expect(svg.all("script").isEmpty)
            #expect(
                svg.texts("title").first?.contains("</text><script>alert('&')</script>\"\\u{0}\\u{1B}[2J\u{FFFD}")
                    == true)
            #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || String($0).escapingControls == String($0) })
        }
    }

    @Test func `what was not measured is said, and nothing is too much`() {
        #expect(document(nil).texts().contains("Growth was not measured."))
        let nothing = ResourceGrowth(bound: "", variables: [])
        #expect(document(ComplexityReport(time: nothing, space: nothing)).texts().contains("No variable was measured."))
        let values = [Int.min, 0, 1, 1000, .max]
        let bounds: [Double] = [.nan, .infinity, 0, 1e-300, 1e300]
        let points = zip(values, bounds).map { GrowthPoint(x: $0, value: $0, bound: $1, atLeast: true) }
        let odd = [
            [], [points[0]], [points[4]], points, points.map { GrowthPoint(x: 1, value: $0.value, bound: $0.bound) },
        ]
        let variables = odd.enumerated().map { index, points in
            VariableGrowth(
                name: "v\(index)", estimate: "1", exponent: .nan, interval: [.nan], verdict: .inconclusive, family: "",
                points: points)
        }
        let growth = ResourceGrowth(bound: "n", variables: variables)
        let text = GrowthSVG.text(of: ComplexityReport(time: growth, space: growth), title: "")
        #expect(Document(text).isWellFormed)
        #expect(!text.lowercased().contains("nan") && !text.contains("inf"))
        #expect(Document(text).texts().contains("no point was measured"))
    }

    /// The corners of what a text takes, in the document's unit.
    private struct Box {
        var left: Double
        var right: Double
        var bottom: Double
        var size: Double
    }

    @Test(arguments: 1...9)
    func `panels lie within the page and no text of one meets another or its edge`(count: Int) {
        let names = (0..<count).map { $0 == 0 ? "iterations_of_the_outermost_loop" : "variable\($0)" }
        let variables = names.map {
            Growths.variable(
                $0, "\($0)^2", alternative: "\($0)^2 log \($0)", first: 32_000, rungs: 9, verdict: .inconclusive,
                family: "a-family-with-a-long-name", stopped: true)
        }
        let growth = ResourceGrowth(bound: names.joined(separator: " * "), variables: variables)
        let text = GrowthSVG.text(
            of: ComplexityReport(time: growth, space: growth), title: String(repeating: "title ", count: 60))
        let svg = Document(text)
        let width = Double(svg.elements[0].attributes["width"] ?? "") ?? 0
        let height = Double(svg.elements[0].attributes["height"] ?? "") ?? 0
        let origins = svg.all("g").compactMap { $0.attributes["transform"] }.map { numbers(in: $0) }
        #expect(origins.count == 2 * count)
        #expect(Set(origins).count == origins.count)
        #expect(origins.allSatisfy { $0[0] + GrowthPanel.width <= width && $0[1] + GrowthPanel.height <= height })
        let panel = Document("<svg>\(GrowthPanel(variables[0], .time).text)</svg>")
        let boxes = panel.all("text").map(box)
        #expect(
            boxes.allSatisfy { $0.left >= 4 && $0.right <= GrowthPanel.width - 4 && $0.bottom < GrowthPanel.height })
        for (index, one) in boxes.enumerated() {
            for other in boxes[(index + 1)...] where abs(one.bottom - other.bottom) < min(one.size, other.size) {
                #expect(one.right < other.left || other.right < one.left)
            }
        }
    }

    private func numbers(in text: String) -> [Double] {
        text.split { !"0123456789.".contains($0) }.compactMap { Double($0) }
    }

    private func box(_ element: Document.Element) -> Box {
        let size = Double(element.attributes["font-size"] ?? "") ?? 0
        let x = Double(element.attributes["x"] ?? "") ?? -1
        let width = SVGText.width(element.text, size: size)
        let name = element.attributes["class"] ?? ""
        let left = name.contains("right") ? x - width : name.contains("middle") ? x - width / 2 : x
        return Box(left: left, right: left + width, bottom: Double(element.attributes["y"] ?? "") ?? -1, size: size)
    }
}
