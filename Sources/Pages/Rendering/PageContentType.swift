internal import Mustache

/// How templates escape: as ``Markup`` does. Mustache's own way goes by graphemes, to which a quote followed by an
/// accent is no quote, and would let such a one end an attribute.
struct PageContentType: MustacheContentType {
    /// The name by which templates ask for it.
    static let name = "JUDGE_PAGE"

    func escapeText(_ text: String) -> String { Markup.escaped(text) }
}
