import Foundation
import Registry
import Reporting
import Support
import Testing

@testable import Pages

@Suite struct StatementMarkupTests {
    private func html(_ markdown: String, samples: [MarkdownText.Sample] = [], headingLevel: Int = 2) -> String {
        StatementMarkup.html(of: markdown, samples: samples, name: "statement", headingLevel: headingLevel).html
    }

    private static let texts = ((try? FileManager.default.contentsOfDirectory(atPath: Checkout.challenges)) ?? [])
        .sorted()
        .flatMap { ["\($0)/statement/problem.en.md", "\($0)/solution/solution.en.md"] }
        .filter { FileManager.default.fileExists(atPath: Checkout.challenge($0)) }

    @Test(arguments: texts)
    func `packaged texts render with every formula and nothing left of their marks`(path: String) throws {
        let markdown = try String(contentsOfFile: Checkout.challenge(path), encoding: .utf8)
        try check(markdown)
        let isTask = path.contains("statement") && !path.hasPrefix("quiz")
        #expect(!HTMLDocument(html(markdown)).all("math").isEmpty || !isTask)
    }

    private static let quizzes = texts.filter { $0.hasPrefix("quiz") }.compactMap { $0.split(separator: "/").first }

    @Test(arguments: quizzes.map(String.init))
    func `what quizzes ask and answer renders likewise`(slug: String) throws {
        let quiz = try #require(try Registry(root: Checkout.challenges).challenge(slug).quiz)
        for question in quiz.questions {
            try check(question.ask)
            for option in question.options {
                try check(option.text)
                try check(option.because)
            }
            guard case .number(let key) = question.form else { continue }
            for text in [key.because] + key.mistakes.map(\.because) { try check(text) }
        }
    }

    private func check(_ markdown: String) throws {
        let html = html(markdown)
        let document = HTMLDocument(html)
        try #require(document.isWellFormed)
        let code = document.texts("code").joined().count { $0 == "$" }
        #expect(document.text.count { $0 == "$" } == code)
        let known: Set = [
            "body", "p", "h2", "h3", "h4", "h5", "ul", "ol", "li", "pre", "code", "em", "strong", "a", "table", "thead",
            "tbody", "tr", "th", "td", "div", "span", "hr", "br", "blockquote", "math", "mrow", "mi", "mn", "mo",
            "mtext",
            "mspace", "mfrac", "msqrt", "mroot", "mover", "munder", "munderover", "msub", "msup", "msubsup", "mtable",
            "mtr", "mtd",
        ]
        #expect(Set(document.elements.map(\.name)).subtracting(known).isEmpty)
        // Each formula takes a pair of single or double dollar signs, and those in code stand for themselves.
        let displayed = document.all("math").count { $0.attributes["display"] == "block" }
        let inline = document.all("math").count - displayed
        #expect(markdown.count { $0 == "$" } == 2 * inline + 4 * displayed + code, "\(markdown)")
        #expect(!html.contains("\\"), "a command that is not known")
    }

    @Test func `Markdown does not touch formulas, and formulas do not touch code`() {
        #expect(html("$a_1 * b_2 * c$ and *x*").contains("<em>x</em>"))
        #expect(HTMLDocument(html("$a_1 * b_2 * c$ and *x*")).all("em").count == 1)
        #expect(HTMLDocument(html("$$\n= a\n- b\n+ c\n$$")).all("math").count == 1)
        #expect(html("> $$\n> a\n> + b\n> $$").contains("<mi>a</mi><mo form=\"infix\">+</mo><mi>b</mi>"))
        let table = HTMLDocument(html("| a | b |\n| --- | --: |\n| $|S|$ | x $y$ |"))
        #expect(table.all("td").count == 2 && table.all("math").count == 2)
        #expect(table.all("th").map { $0.attributes["align"] } == [nil, "right"])
        for code in ["`$x$`", "``a ` $x$``", "```\n$x$\n```", "- ~~~\n  $x$\n  ~~~", "text\n\n    $x$\n"] {
            let document = HTMLDocument(html(code))
            #expect(document.all("math").isEmpty && document.texts("code").joined().contains("$x$"), "\(code)")
        }
        #expect(HTMLDocument(html("5 $ and 6 $, \\$x\\$, a $20 bill or two $30")).all("math").isEmpty)
        #expect(html("**$x$** [$y$](https://a.b) ~~$z$~~").contains("<del><span class=\"formula\"><math>"))
        // A full stop stays with its formula.
        #expect(html("is $x$.").contains("</math>.</span></p>"))
    }

    @Test func `raw HTML is shown and never passes`() {
        for markdown in [
            "<script>alert(1)</script>", "a <script>alert(1)</script>", "<img src=x onerror=alert(1)>",
            "<div\nonclick=x>",
            "- <iframe src='x'>", "<style>*{}</style>", "<!-- > --><b>", "<?php ?>", "<![CDATA[<b>]]>",
            "`<b>`\n\n    <b>", "```<b>\n<b>\n```", "$<b>$ and $\\text{<b>}$", "[<b>](https://a.b \"<b>\")",
            "<a@b.c><b>",
        ] {
            let document = HTMLDocument(html(markdown))
            #expect(document.isWellFormed, "\(markdown)")
            let names = Set(document.elements.map(\.name))
            #expect(names.isDisjoint(with: ["script", "img", "div", "iframe", "style", "b"]), "\(markdown)")
            #expect(document.comments.isEmpty, "\(markdown)")
        }
        #expect(HTMLDocument(html("a <script>alert(1)</script>")).text.contains("a <script>alert(1)</script>"))
        #expect(HTMLDocument(html("<b>bold</b>\n")).text.contains("<b>bold</b>"))
        #expect(html("a<!-- x -->b\n\n<!-- y\n-->\n\nc<br>d") == "<p>ab</p>\n<p>c<br />\nd</p>\n")
    }

    @Test func `cmark by itself lets neither raw HTML nor links through that run something`() {
        let html = CmarkTree("<b>x</b>\n\na <i>y</i> [z](javascript:alert(1)) ![w](data:text/html,x)").html
        #expect(html.firstMatch(of: /<b>|<i>|javascript|data:/) == nil)
        #expect(html.contains("z</a>"))
    }

    @Test(
        "links lead to the web or stay within the page",
        arguments: [
            ("[x](https://a.b/c?d=e&f)", "https://a.b/c?d=e&f"), ("[x](HTTP://a.b)", "HTTP://a.b"),
            ("<mailto:a@b.c>", "mailto:a@b.c"), ("[x](#top)", "#top"), ("[x](javascript:alert(1))", nil),
            ("[x](JaVaScRiPt:alert(1))", nil), ("[x](&#106;avascript:alert(1))", nil),
            ("[x](java&#10;script:alert(1))", nil),
            ("[x](data:text/html,x)", nil), ("[x](vbscript:x)", nil), ("[x](file:///etc/passwd)", nil),
            ("[x](//a.b)", nil),
            ("[x](/sign-out)", nil), ("[x](y)", nil), ("[x]()", nil), ("<javascript:alert(1)>", nil),
            ("[x][y]\n\n[y]: javascript:alert(1)", nil), ("[x](https://a&#x202E;b)", nil), ("[x](https://a$x$b)", nil),
        ] as [(String, String?)])
    func links(markdown: String, target: String?) {
        let document = HTMLDocument(html(markdown))
        #expect(document.isWellFormed)
        #expect(document.all("a").map { $0.attributes["href"] } == (target.map { [$0] } ?? []))
        #expect(document.text.contains(target == "mailto:a@b.c" ? "a@b.c" : markdown.hasPrefix("<") ? "alert" : "x"))
    }

    @Test func `images become what describes them`() {
        #expect(html("![a *b* ![c](d)](javascript:x \"t\")") == "<p>[image: a <em>b</em> [image: c]]</p>\n")
        #expect(html("[![a](b)](https://c.d)") == "<p><a href=\"https://c.d\">[image: a]</a></p>\n")
    }

    @Test func `invisible characters are visible, also those that are written as references`() {
        let document = HTMLDocument(
            html(
                "a\u{1B}b\u{202E} &#x202E; `\u{202E}` [x](https://a.b \"&#x202E;\")\n\n```&#x202E;\n\u{9B}\n```\n\u{E000}0\u{E001}"
            ))
        #expect(document.text.contains("a\\u{1B}b\\u{202E} \\u{202E} \\u{202E} x"))
        #expect(document.all("a").first?.attributes["title"] == "\\u{202E}")
        #expect(document.text.contains("\\u{9B}") && document.text.contains("\\u{E000}0\\u{E001}"))
        // References can only spell the mark of a formula that is there anyway.
        #expect(HTMLDocument(html("&#xE000;0&#xE001; &#xE000;x")).text.contains("\\u{E000}0\\u{E001} \\u{E000}x"))
        #expect(HTMLDocument(html("$x$ &#xE000;0&#xE001; &#xE000;7&#xE001;")).all("math").count == 2)
    }

    private let samples = ["one", "two", "three", "four"].map {
        MarkdownText.Sample(
            name: $0, input: "in \($0)", answer: "out <\($0)>", note: $0 == "two" ? "a *note*[^1]\n\n[^1]: n" : nil)
    }

    @Test func `samples stand where they are asked for, and the rest at the end`() throws {
        let document = HTMLDocument(
            html(
                "# A\n\nfirst {{nextsample}} then\n*more*\n\n- {{nextsample}}\n\n`{{nextsample}}`\n\nlast",
                samples: samples))
        try #require(document.isWellFormed)
        let places = document.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            places.firstMatch(
                of: /first Sample one .* then more Sample two .* \{\{nextsample}} last Sample three .* Sample four/)
                != nil)
        #expect(document.texts("figcaption").prefix(2) == ["Input", "Answer"])
        #expect(document.texts("pre").prefix(2) == ["in one", "out <one>"])
        #expect(document.texts("em") == ["more", "note"])
        #expect(document.elements.contains { $0.attributes["id"]?.hasPrefix("sample2-fn") == true })
        let all = HTMLDocument(
            html("{{nextsample}}{{remainingsamples}} {{nextsample}}\n\n## {{nextsample}}", samples: samples))
        #expect(all.all("section", class: "sample").count == 4)
        #expect(all.text.contains("(there is no further sample)"))
        #expect(all.texts("h2") == ["{{nextsample}}"])
    }

    @Test func `long samples are cut`() {
        let input = (1...50).map(String.init).joined(separator: "\n")
        let document = HTMLDocument(html("", samples: [.init(name: "x", input: input, answer: "")]))
        #expect(document.texts("pre").first?.hasSuffix("29 … and 21 more lines") == true)
    }

    @Test func `headings find their level, tables their headers, footnotes names of their own`() {
        #expect(html("# A\n\n## B\n\n### C", headingLevel: 3) == "<h3>A</h3>\n<h3>B</h3>\n<h4>C</h4>\n")
        let table = html("| | b |\n| --- | --- |\n| c | d |")
        #expect(table.contains("<tr>\n<td></td>\n<th scope=\"col\">b</th>\n</tr>"))
        #expect(!html("| | |\n| --- | --- |\n| c | d |").contains("<thead>"))
        let notes = HTMLDocument(html("a[^x]\n\n[^x]: note <b>"))
        #expect(notes.isWellFormed && notes.text.contains("note <b>"))
        // Marks of formulas get into no attribute.
        let odd = HTMLDocument(html("a[^$x$] b[^$x$] `$y$`\n\n[^$x$]: note $z$\n\n```$x$\ncode\n```"))
        #expect(odd.isWellFormed && odd.all("math").count == 2 && odd.texts("code") == ["$y$", "code"])
        let ids = notes.elements.compactMap { $0.attributes["id"] }
        #expect(ids.count == 2 && ids.allSatisfy { $0.hasPrefix("statement-fn") })
        #expect(notes.all("a").allSatisfy { ids.contains(String(($0.attributes["href"] ?? "").dropFirst())) })
    }

    @Test(
        "no statement, however broken or deep, fails or takes long",
        arguments: [
            "> ", "- ", "[", "![", "$", "$a ", "$$", "`", "<", "<!--", "*a _", "{{nextsample}}", "| ", "\\", "&#xE000;",
            "[^a]", "```\n", "~", "\u{301}", "1. ", "\u{E000}0", "$x$ ",
        ])
    func survives(part: String) {
        let text = String(repeating: part, count: 2000)
        let growing = (1...120).map { String(repeating: "`", count: $0) }.joined(separator: " ")
        let elapsed = ContinuousClock().measure {
            for markdown in [text, text + "\n\n| a |\n| - |\n| \(part) |", growing] {
                #expect(HTMLDocument(html(markdown, samples: samples)).isWellFormed)
            }
        }
        #expect(elapsed < .seconds(20))
    }
}
