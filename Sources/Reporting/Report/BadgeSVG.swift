/// A badge: a title and a value beside it, as a picture that needs no font but the reader's.
package enum BadgeSVG {
    /// The picture.
    ///
    /// - Parameter color: of the value's ground, as CSS has it; white text must be readable on it.
    package static func text(_ title: String, _ value: String, color: String = "#2d6a4f") -> String {
        // Text is set to the width that is reckoned here, whatever the reader's font makes of it.
        let widths = [title, value].map { 7 * $0.columns + 12 }
        let total = widths[0] + widths[1]
        func label(_ text: String, _ start: Int, _ width: Int) -> String {
            """
              <text x="\(start + width / 2)" y="14" textLength="\(width - 12)" lengthAdjust="spacingAndGlyphs">\
            \(text.escapedForMarkup)</text>
            """
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(total)" height="20" role="img">
              <title>\(title.escapedForMarkup): \(value.escapedForMarkup)</title>
              <clipPath id="edge"><rect width="\(total)" height="20" rx="3"/></clipPath>
              <g clip-path="url(#edge)">
                <rect width="\(widths[0])" height="20" fill="#444"/>
                <rect x="\(widths[0])" width="\(widths[1])" height="20" fill="\(color)"/>
              </g>
              <g fill="#fff" text-anchor="middle" font-family="Verdana, DejaVu Sans, sans-serif" font-size="11">
            \(label(title, 0, widths[0]))
            \(label(value, widths[0], widths[1]))
              </g>
            </svg>

            """
    }
}
