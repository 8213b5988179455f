import Foundation
import FoundationXML

/// What a strict parser makes of a page: all its elements in order.
final class HTMLDocument: NSObject, XMLParserDelegate {
    struct Element {
        var name: String
        var attributes: [String: String]
        /// The element around it, by its place.
        var parent: Int?
        /// Its text, that of the elements in it included.
        var text = ""

        var classes: [Substring] { (attributes["class"] ?? "").split(separator: " ") }
    }

    private(set) var elements: [Element] = []
    private(set) var comments: [String] = []
    private(set) var isWellFormed = false
    private var open: [Int] = []

    /// A whole page, or the content of one.
    init(_ html: String) {
        super.init()
        let text = html.hasPrefix("<!DOCTYPE") ? html : "<body>\(html)</body>"
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    func all(_ name: String, class part: String? = nil) -> [Element] {
        elements.filter { $0.name == name && (part == nil || $0.classes.contains(part![...])) }
    }

    func texts(_ name: String, class part: String? = nil) -> [String] {
        all(name, class: part).map { $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }

    /// The text of all.
    var text: String { elements.first?.text ?? "" }

    /// The elements within the one at `index`.
    func within(_ index: Int) -> [Element] {
        elements.indices.filter { ancestors(of: $0).contains(index) }.map { elements[$0] }
    }

    func ancestors(of index: Int) -> [Int] {
        var result: [Int] = []
        var next = elements[index].parent
        while let parent = next {
            result.append(parent)
            next = elements[parent].parent
        }
        return result
    }

    func parser(
        _: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.append(Element(name: name, attributes: attributes, parent: open.last))
        open.append(elements.count - 1)
    }

    func parser(_: XMLParser, foundCharacters text: String) {
        for index in open { elements[index].text += text }
    }

    func parser(_: XMLParser, foundComment comment: String) { comments.append(comment) }

    func parser(_: XMLParser, didEndElement _: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }
}
