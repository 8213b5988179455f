internal import CCmark
internal import Reporting

/// Makes a document that cmark has read fit for a page: formulas and samples where their marks stand, what cmark would
/// drop shown as text, and nothing that leads where a statement has no business.
struct StatementRewriter {
    private let inserts: [StatementInsert]
    private let headingLevel: Int
    private var samples: ArraySlice<MarkdownText.Sample>
    private var shown = 0
    /// The samples that stand where commands were, by the numbers of those.
    private(set) var blocks: [Int: Markup] = [:]

    /// - Parameters:
    ///   - inserts: what the marks stand for.
    ///   - samples: the public cases in order.
    ///   - headingLevel: the level of the statement's highest headings on the page.
    init(_ inserts: [StatementInsert], samples: [MarkdownText.Sample], headingLevel: Int) {
        self.inserts = inserts
        self.samples = samples[...]
        self.headingLevel = headingLevel
    }

    /// Changes the document in place.
    mutating func rewrite(_ tree: CmarkTree) {
        var images: [CmarkTree.Node] = []
        for node in tree.nodes {
            switch cmark_node_get_type(node) {
            case CMARK_NODE_TEXT: rewriteText(node)
            case CMARK_NODE_CODE: cmark_node_set_literal(node, restored(literal(node)))
            case CMARK_NODE_CODE_BLOCK:
                cmark_node_set_literal(node, restored(literal(node)))
                cmark_node_set_fence_info(node, restored(Self.string(cmark_node_get_fence_info(node))))
            case CMARK_NODE_HTML_BLOCK: rewriteBlock(node)
            case CMARK_NODE_HTML_INLINE: rewriteTag(node)
            case CMARK_NODE_HEADING:
                let level = max(Int(cmark_node_get_heading_level(node)), 2) - 2 + headingLevel
                cmark_node_set_heading_level(node, Int32(min(level, 6)))
            case CMARK_NODE_LINK: rewriteLink(node)
            case CMARK_NODE_IMAGE: images.append(node)
            default: break
            }
        }
        // Last, as what an image holds goes with it; inner ones before outer ones.
        for image in images.reversed() { rewriteImage(image) }
    }

    /// The samples that no command has asked for yet.
    mutating func remainingSamples() -> Markup {
        var html = ""
        while let sample = nextSample() { html += sample.html }
        return Markup(trusted: html)
    }

    private func literal(_ node: CmarkTree.Node) -> String { Self.string(cmark_node_get_literal(node)) }
    private static func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }
    private func restored(_ text: String) -> String { Self.visible(StatementInsert.restored(text, inserts)) }

    /// Character references bring back what was made visible before Markdown was read; and cmark lets through what is no
    /// character at all, which XML does not allow.
    private static func visible(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.displayed.unicodeScalars {
            result.append(scalar.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : scalar)
        }
        return String(result)
    }

    private mutating func rewriteText(_ node: CmarkTree.Node) {
        // A sample is a block: it can stand between two paragraphs, and nowhere else.
        let isInParagraph = cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_PARAGRAPH
        var text = ""
        var nodes: [CmarkTree.Node?] = []
        for piece in StatementInsert.pieces(of: literal(node), inserts) {
            switch piece {
            case .text(let plain): text += Self.visible(plain)
            // Marks of formulas stay until there is HTML: not everything that holds text may hold other nodes.
            case .insert(let index) where inserts[index].isFormula: text += StatementInsert.mark(index)
            case .insert(let index) where !isInParagraph: text += inserts[index].source
            case .insert(let index):
                blocks[index] = sample(for: inserts[index])
                nodes += [CmarkTree.text(text), CmarkTree.block(StatementInsert.mark(index))]
                text = ""
            }
        }
        guard !nodes.isEmpty, let paragraph = cmark_node_parent(node) else {
            cmark_node_set_literal(node, text)
            return
        }
        split(paragraph, at: node, nodes + [CmarkTree.text(text)])
    }

    private mutating func sample(for command: StatementInsert) -> Markup {
        if command == .remainingSamples { return remainingSamples() }
        return nextSample() ?? Markup(trusted: "<p>(there is no further sample)</p>\n")
    }

    private mutating func nextSample() -> Markup? {
        guard let sample = samples.popFirst() else { return nil }
        shown += 1
        return SampleFigure(sample, number: shown, headingLevel: headingLevel + 1).markup
    }

    /// Divides a paragraph at the blocks among what takes the place of one of its texts.
    private func split(_ paragraph: CmarkTree.Node, at node: CmarkTree.Node, _ nodes: [CmarkTree.Node?]) {
        // The original paragraph keeps what follows, so that the texts in it are still found in their places.
        var before = CmarkTree.children(of: paragraph).prefix { $0 != node }[...]
        for replacement in nodes {
            if cmark_node_get_type(replacement) == CMARK_NODE_CUSTOM_BLOCK {
                let part = cmark_node_new(CMARK_NODE_PARAGRAPH)
                for child in before { cmark_node_append_child(part, child) }
                before = []
                cmark_node_insert_before(paragraph, part)
                cmark_node_insert_before(paragraph, replacement)
            } else if let replacement {
                cmark_node_insert_before(node, replacement)
                before.append(replacement)
            }
        }
        CmarkTree.replace(node, by: [])
    }

    /// Raw HTML in a block of its own becomes a paragraph that shows it; comments go.
    private func rewriteBlock(_ node: CmarkTree.Node) {
        let text = restored(literal(node)).replacing(/(?s)<!--.*?(?:-->|$)/, with: "")
        guard text.contains(where: { !$0.isWhitespace }) else { return CmarkTree.replace(node, by: []) }
        let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH)
        cmark_node_append_child(paragraph, CmarkTree.text(text))
        CmarkTree.replace(node, by: [paragraph])
    }

    /// Raw HTML within a line is shown, but for comments and breaks.
    private func rewriteTag(_ node: CmarkTree.Node) {
        let tag = restored(literal(node))
        if tag.hasPrefix("<!--") {
            CmarkTree.replace(node, by: [])
        } else if tag.lowercased().wholeMatch(of: /<br *\/?>/) != nil {
            CmarkTree.replace(node, by: [cmark_node_new(CMARK_NODE_LINEBREAK)])
        } else {
            CmarkTree.replace(node, by: [CmarkTree.text(tag)])
        }
    }

    /// A link that leads to the web, to a mailbox or within the page stays; of any other its text does.
    private func rewriteLink(_ node: CmarkTree.Node) {
        let address = Self.string(cmark_node_get_url(node))
        let isAllowed = ["https://", "http://", "mailto:", "#"].contains { address.lowercased().hasPrefix($0) }
        guard isAllowed, address.displayedInline(limit: 2000) == address else {
            return CmarkTree.replace(node, by: CmarkTree.children(of: node))
        }
        cmark_node_set_title(node, restored(Self.string(cmark_node_get_title(node))))
    }

    /// Pages load nothing that a statement names: an image becomes the text that describes it.
    private func rewriteImage(_ node: CmarkTree.Node) {
        CmarkTree.replace(
            node, by: [CmarkTree.text("[image: ")] + CmarkTree.children(of: node) + [CmarkTree.text("]")])
    }
}
