internal import CCmark

/// A document as cmark reads it, with tables, struck-out text and footnotes besides CommonMark.
final class CmarkTree {
    typealias Node = OpaquePointer

    /// Neither raw HTML nor a link that could run something gets into what is rendered: that is cmark's safe mode, which
    /// it has unless told otherwise. It also mends text that is no UTF-8.
    private static let options =
        CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_FOOTNOTES
        | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE

    /// Registering them is not safe to do twice at the same time; a constant is made once.
    private static let hasExtensions: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()

    /// The document itself.
    let root: Node

    /// Reads `markdown`; any text is a document.
    init(_ markdown: String) {
        precondition(Self.hasExtensions)
        guard let parser = cmark_parser_new(Self.options) else { fatalError("cmark has no memory left") }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough"] {
            if let known = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, known) }
        }
        let bytes = Array(markdown.utf8)
        bytes.withUnsafeBytes { buffer in
            cmark_parser_feed(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
        }
        guard let root = cmark_parser_finish(parser) else { fatalError("cmark has no memory left") }
        self.root = root
    }

    deinit { cmark_node_free(root) }

    /// All nodes in the order of the document.
    var nodes: [Node] {
        guard let iterator = cmark_iter_new(root) else { return [] }
        defer { cmark_iter_free(iterator) }
        var nodes: [Node] = []
        while true {
            switch cmark_iter_next(iterator) {
            case CMARK_EVENT_DONE: return nodes
            case CMARK_EVENT_ENTER: if let node = cmark_iter_get_node(iterator) { nodes.append(node) }
            default: break
            }
        }
    }

    /// The document as HTML whose elements are all closed.
    var html: String {
        guard let text = cmark_render_html(root, Self.options, nil) else { return "" }
        defer { cmark_get_default_mem_allocator().pointee.free(text) }
        return String(cString: text)
    }

    /// A node for the middle of a line that holds `text`.
    static func text(_ text: String) -> Node? {
        let node = cmark_node_new(CMARK_NODE_TEXT)
        cmark_node_set_literal(node, text)
        return node
    }

    /// A node by itself, rendered as it is given.
    static func block(_ html: String) -> Node? {
        let node = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK)
        cmark_node_set_on_enter(node, html)
        return node
    }

    /// Puts `replacements` in the place of `node`, which is gone then.
    static func replace(_ node: Node, by replacements: [Node?]) {
        for replacement in replacements { cmark_node_insert_before(node, replacement) }
        cmark_node_unlink(node)
        cmark_node_free(node)
    }

    /// The children of a node, in order.
    static func children(of node: Node) -> [Node] {
        var children: [Node] = []
        var next = cmark_node_first_child(node)
        while let child = next {
            children.append(child)
            next = cmark_node_next(child)
        }
        return children
    }
}
