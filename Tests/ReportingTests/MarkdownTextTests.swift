import JudgeCore
import Testing

@testable import Reporting

@Suite struct MarkdownTextTests {
    private func render(
        _ markdown: String, width: Int = 60, color: Bool = false, samples: [MarkdownText.Sample] = []
    ) -> String {
        MarkdownText.render(markdown, style: TextStyle(color: color, width: width), samples: samples)
    }

    @Test func `headings, paragraphs and emphasis`() {
        #expect(
            render(
                """
                # Title
                Some *emphasis*, **strong**, `code`, a_b_c and ~~old~~
                words that go on for long enough to be wrapped.\\
                A break.  
                Another.

                ## Second ##
                ### Third
                Setext
                ------
                """) == """
                    Title
                    ═════

                    Some emphasis, strong, `code`, a_b_c and old words that go
                    on for long enough to be wrapped.
                    A break.
                    Another.

                    Second
                    ──────

                    Third

                    Setext
                    ──────

                    """)
    }

    @Test func `lists nest, number and keep their blocks`() {
        #expect(
            render(
                """
                - one, which is long enough that it has to go on
                  in a second line
                - two
                  1. first
                  2. second
                     - deep
                * another list

                9. nine

                   A paragraph of it.

                       code
                10. ten
                """, width: 40) == """
                      • one, which is long enough that it
                        has to go on in a second line
                      • two
                          1. first
                          2. second
                               • deep

                      • another list

                       9. nine

                          A paragraph of it.

                              code

                      10. ten

                    """)
    }

    @Test func `code stays as it is, in fences and by indentation`() {
        #expect(
            render(
                """
                ```swift
                func f(_ x: [Double]) -> Int { *not emphasis* }

                    $x$
                ```
                ~~~
                ``` inside
                ~~~
                Text

                    indented < code
                """) == """
                        func f(_ x: [Double]) -> Int { *not emphasis* }

                            $x$

                        ``` inside

                    Text

                        indented < code

                    """)
    }

    @Test func `tables are aligned, and wrapped where the page is narrow`() {
        let table = """
            | name | type | meaning |
            |:-----|-----:|:-------:|
            | `k` | Int | the number of neighbours that vote, $1 \\le k \\le n$ |
            | a \\| b | `x | y` | $|x|$ |
            """
        #expect(
            render(table, width: 80) == """
                  name  │    type │                    meaning
                  ──────┼─────────┼──────────────────────────────────────────────
                  `k`   │     Int │ the number of neighbours that vote, 1 ≤ k ≤ n
                  a | b │ `x | y` │                      |x|

                """)
        #expect(
            render(table, width: 40) == """
                  name  │    type │       meaning
                  ──────┼─────────┼─────────────────────
                  `k`   │     Int │    the number of
                        │         │   neighbours that
                        │         │   vote, 1 ≤ k ≤ n
                  a | b │ `x | y` │         |x|

                """)
    }

    @Test func `quotes, rules, links, images, footnotes, entities and comments`() {
        #expect(
            render(
                """
                > Quoted
                lazily

                ---
                <!-- a comment
                of two lines -->
                See [the guide](https://example.org/guide "title"), [here](#local), [ref], <https://example.org>,
                ![plot](plot.svg), a note[^1], 1 &lt; 2 &amp; 3 [not a link] \\*plain\\*.

                [ref]: https://example.org/ref
                [^1]: The note, which
                  goes on.
                """) == """
                    │ Quoted lazily

                    ────────────────────────────────────────────────────────────

                    See the guide <https://example.org/guide>, here, ref
                    <https://example.org/ref>, https://example.org, [image:
                    plot], a note[1], 1 < 2 & 3 [not a link] *plain*.

                    [1] The note, which goes on.

                    """)
    }

    @Test func `formulas stand in the text and by themselves`() {
        #expect(
            render(
                """
                Let $x_i \\in \\mathbb{R}^d$; it costs 5 $ or 6 $, with `$n$` as it is and \\$1.
                $$
                \\sum_{i=1}^{n} x_i
                  = 0
                $$
                Then $$a^2$$, or $$b$$.

                $$ c = d $$.
                """) == """
                    Let xᵢ ∈ ℝᵈ; it costs 5 $ or 6 $, with `$n$` as it is and
                    $1.

                        Σᵢ₌₁ⁿ xᵢ = 0

                    Then a², or b.

                        c = d.

                    """)
    }

    @Test func `short formulas and code are not torn apart`() {
        #expect(
            render("word word word $a = b + c$ word `let x = 1`", width: 22) == """
                word word word
                a = b + c word
                `let x = 1`

                """)
    }

    private let samples = [
        MarkdownText.Sample(name: "one", input: "4 2\n0 0\n1 1\n", answer: "2\n", note: "Two *points*."),
        MarkdownText.Sample(name: "two", input: "1", answer: "1"),
        MarkdownText.Sample(name: "three", input: "2", answer: "2"),
    ]

    @Test func `samples stand where commands ask for them, side by side or below one another`() {
        #expect(
            render("First:\n{{nextsample}}\nThe rest: {{remainingsamples}} and {{nextsample}}", samples: samples) == """
                First:

                Sample one
                Two points.
                    input │ answer
                    4 2   │ 2
                    0 0   │
                    1 1   │

                The rest:

                Sample two
                    input │ answer
                    1     │ 1

                Sample three
                    input │ answer
                    2     │ 2

                and

                (there is no further sample)

                """)
        let long = MarkdownText.Sample(
            name: "long\u{1B}", input: (1...40).map { "row \($0) of a long input" }.joined(separator: "\n"),
            answer: String(repeating: "9", count: 60) + "\u{202E}")
        let text = render("Text", width: 40, samples: [long])
        #expect(text.hasPrefix("Text\n\nSample long\\u{1B}\n  input\n    row 1 of a long input\n"))
        let cut = String(repeating: "9", count: 35) + "…"
        #expect(text.hasSuffix("    row 29 of a long input\n    … and 11 more lines\n  answer\n    \(cut)\n"))
    }

    @Test func `samples that no command asks for follow at the end`() {
        #expect(render("Text", samples: [samples[1]]) == "Text\n\nSample two\n    input │ answer\n    1     │ 1\n")
    }

    @Test func `colour replaces backquotes and adds nothing else`() {
        let text = render("# T\n**b** `c d` *e*", color: true)
        #expect(
            text == """
                \u{1B}[1mT\u{1B}[0m
                \u{1B}[2m═\u{1B}[0m

                \u{1B}[1mb\u{1B}[0m \u{1B}[36mc d\u{1B}[0m \u{1B}[3me\u{1B}[0m

                """)
    }

    @Test func `emphasis follows the rules of its marks`() {
        #expect(
            render("a * b * c, 2*3*4, snake_case_name, __init__, ***both***, **open") == """
                a * b * c, 234, snake_case_name, init, both, **open

                """)
    }

    @Test func `a hostile statement is escaped, wrapped and rendered in bounded time`() {
        let text = render("\u{1B}[2J\u{202E}# no\r\nplain\u{0}", width: 40)
        #expect(text == "\\u{1B}[2J\\u{202E}# no plain\\u{0}\n")
        for part in [
            "[", "*a ", "a* ", "`", "> ", "- ", "$", "![", "<", "|", "_a_", "&", "1. ", "\n- a\n  ", "{{nextsample}}",
            "#", "~~",
        ] {
            let elapsed = ContinuousClock().measure { _ = render(String(repeating: part, count: 2000), width: 40) }
            #expect(elapsed < .seconds(10), "\(part)")
        }
    }
}
