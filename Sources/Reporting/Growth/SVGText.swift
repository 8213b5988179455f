import JudgeCore

/// Text and numbers within an SVG document.
enum SVGText {
    /// Untrusted text made fit for an attribute or an element: invisible characters become visible, and what XML 1.0
    /// gives a meaning, or does not allow at all, is replaced.
    static func escaped(_ text: String, limit: Int = 200) -> String {
        text.displayedInline(limit: limit).escapedForMarkup
    }

    /// A coordinate with one decimal at most, always with a point.
    static func number(_ value: Double) -> String {
        let tenths = (min(max(value, -1e6), 1e6) * 10).rounded() / 10
        return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
    }

    /// About how wide a text is in a sans-serif font, in the unit of `size`; rather too much than too little, as nobody
    /// knows the reader's font.
    static func width(_ text: String, size: Double) -> Double { Double(text.columns) * size * 0.62 }

    /// The text, cut with an ellipsis where it would be wider than `width`.
    static func fitted(_ text: String, size: Double, width: Double) -> String {
        text.displayedInline().cut(to: Int(width / (size * 0.62)))
    }
}
