internal import Reporting

/// A statement or an editorial in Markdown as HTML for a page.
///
/// CommonMark with tables, struck-out text and footnotes. Formulas between dollar signs become MathML,
/// `{{nextsample}}` and `{{remainingsamples}}` the samples, as ``MarkdownText`` has it. Raw HTML is shown as text, images
/// as what describes them.
enum StatementMarkup {
    /// The statement as HTML in which all elements are closed.
    ///
    /// - Parameters:
    ///   - markdown: the statement. It comes with a package, perhaps from elsewhere: nothing in it is trusted.
    ///   - samples: the public cases in order; those that no command asks for follow at the end.
    ///   - name: what the identifiers of footnotes begin with, different for each text on a page.
    ///   - headingLevel: the level of its highest headings, 2 or more.
    static func html(
        of markdown: String, samples: [MarkdownText.Sample] = [], name: String, headingLevel: Int = 2
    ) -> Markup {
        let scanner = StatementScanner(markdown.replacing("\r\n", with: "\n").displayed)
        let tree = CmarkTree(scanner.text)
        var rewriter = StatementRewriter(scanner.inserts, samples: samples, headingLevel: headingLevel)
        rewriter.rewrite(tree)
        let html = StatementInsert.filled(finished(tree.html, name: name), scanner.inserts) { index in
            guard case .formula(let formula, let isDisplayed) = scanner.inserts[index] else {
                return rewriter.blocks[index]
            }
            return FormulaMarkup.math(formula, isDisplayed: isDisplayed)
        }
        return Markup(trusted: html + rewriter.remainingSamples().html)
    }

    /// What cmark writes otherwise than pages have it. A `<` or a quote in its output is its own: those of texts are
    /// escaped.
    private static func finished(_ html: String, name: String) -> String {
        html.replacing(" data-footnotes>", with: ">").replacing(" data-footnote-ref>", with: ">")
            .replacing(" data-footnote-backref ", with: " ")
            .replacing("id=\"fn", with: "id=\"\(name)-fn").replacing("href=\"#fn", with: "href=\"#\(name)-fn")
            .replacing("<th></th>", with: "<td></td>").replacing("<th align=\"right\"></th>", with: "<td></td>")
            .replacing(/<thead>\n<tr>\n(?:<td><\/td>\n)+<\/tr>\n<\/thead>\n/, with: "")
            .replacing("<th>", with: "<th scope=\"col\">").replacing("<th align", with: "<th scope=\"col\" align")
            .replacing(
                "<table>", with: "<div class=\"scroll\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table>"
            )
            .replacing("</table>", with: "</table></div>")
            .replacing("<pre>", with: "<pre tabindex=\"0\">")
    }
}
