import Testing

@testable import Pages

@Suite struct FormulaMarkupTests {
    private func row(_ formula: String, isDisplayed: Bool = false) -> String {
        FormulaMarkup.math(formula, isDisplayed: isDisplayed).html
    }

    @Test(
        "formulas become MathML",
        arguments: [
            ("x_i^2", "<msubsup><mi>x</mi><mrow><mi>i</mi></mrow><mrow><mn>2</mn></mrow></msubsup>"),
            (#"\frac{a}{2}"#, "<mfrac><mrow><mi>a</mi></mrow><mrow><mn>2</mn></mrow></mfrac>"),
            (#"\sqrt{x}"#, "<msqrt><mrow><mi>x</mi></mrow></msqrt>"),
            (#"\sqrt[3]{x}"#, "<mroot><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></mroot>"),
            (
                #"\hat{x_i}"#,
                "<msub><mover accent=\"true\"><mrow><mi>x</mi></mrow><mo stretchy=\"false\">^</mo></mover>"
            ),
            (#"\text{if } x"#, "<mtext>if\u{A0}</mtext><mi>x</mi>"), ("-x", "<mo form=\"prefix\">−</mo><mi>x</mi>"),
            ("a - b", "<mi>a</mi><mo form=\"infix\">−</mo><mi>b</mi>"),
            (#"20\,000"#, "<mn>20</mn><mspace width=\"0.17em\"/>"),
            (#"\Sigma_2"#, "<mi>Σ</mi>"), (#"\sum_i x"#, "<munder><mo>∑</mo><mrow><mi>i</mi></mrow></munder>"),
            (
                "|x|",
                "<mo form=\"prefix\" stretchy=\"false\">|</mo><mi>x</mi><mo form=\"postfix\" stretchy=\"false\">|</mo>"
            ),
            (#"P(y \mid x)"#, "<mo lspace=\"0.28em\" rspace=\"0.28em\" stretchy=\"false\">|</mo>"),
            (#"n \log n"#, "<mi>n</mi><mspace width=\"0.17em\"/><mi>log</mi><mspace width=\"0.17em\"/><mi>n</mi>"),
            (#"\log(n)"#, "<mi>log</mi><mo form=\"prefix\" stretchy=\"false\">(</mo>"), ("x'", "<mo>′</mo>"),
            (#"(\frac{1}{n})"#, "<mrow><mo form=\"prefix\">(</mo><mfrac>"),
            ("= 0", "<mo form=\"infix\" lspace=\"0\">=</mo>"),
            (#"a < b & c"#, "&lt;"), ("f/2", "<mo lspace=\"0\" rspace=\"0\" stretchy=\"false\">/</mo>"),
            (#"\int_0^1"#, "<msubsup><mo>∫</mo>"),
        ])
    func becomes(formula: String, part: String) {
        #expect(row(formula).contains(part), "\(row(formula))")
        #expect(HTMLDocument(row(formula)).isWellFormed)
        #expect(row(formula).hasPrefix("<math><mrow>"))
    }

    @Test func `a displayed formula stands by itself, with limits below and rows aligned`() {
        #expect(row(#"\min_j x"#).contains("<msub>") && row(#"\min_j x"#, isDisplayed: true).contains("<munder>"))
        #expect(row("x", isDisplayed: true).hasPrefix("<math display=\"block\">"))
        let cases = row(#"f = \begin{cases} 1 & x > 0 \\ 0 & \text{else} \end{cases}"#)
        #expect(cases.contains("<mo form=\"prefix\">{</mo><mtable class=\"cases\"><mtr><mtd>"))
        #expect(cases.matches(of: /<mtr>/).count == 2 && cases.matches(of: /<mtd>/).count == 4)
        #expect(
            row(#"\begin{aligned} a &= b \\ c &= d \end{aligned}"#).contains("<mtable class=\"aligned\" displaystyle"))
        #expect(row(#"\begin{pmatrix} 1 & 2 \end{pmatrix}"#).contains("</mtable><mo form=\"postfix\">)</mo>"))
    }

    @Test func `what is not known is shown as it was written`() {
        #expect(row(#"\frac{\foo{<x>}}{2}"#) == #"<code>\frac{\foo{&lt;x&gt;}}{2}</code>"#)
        #expect(row(#"\backslash x"#).contains("<mi>\\</mi>"))
        #expect(row("") == "<code></code>")
    }

    @Test(
        "no formula, however broken or deep, gives anything but well-formed MathML",
        arguments: [
            "{", "}", "\\frac", "x^", "x^a", "\\sqrt[", "\\begin{cases}", "\\not", "|x", "\\hat{", "\\left(", "&\\\\",
            "_",
            "\\text{<b>&\"'\u{202E}}", "(", ")", "\\mid", "=", "<", "\\begin{array}{c} a & ", "'", "\\vec{\\frac{1}",
        ])
    func survives(part: String) {
        for formula in [part, String(repeating: part, count: 500)] {
            let html = row(formula)
            #expect(HTMLDocument(html).isWellFormed, "\(html.prefix(300))")
            #expect(!html.contains("<b>") && !html.contains("\u{202E}"))
        }
    }
}
