import JudgeCore
import Testing

@Suite("Text from a submission")
struct EscapingTests {
    @Test("keeps letters, line feeds, tabs and emoji", arguments: ["plain", "a\tb\nc", "naïve Σ x₁ ≤ 2", "日本語 🎉 ❤️"])
    func harmless(text: String) {
        #expect(text.escapingControls == text)
    }

    @Test(
        "shows what a terminal or a reader could be fooled by",
        arguments: [
            ("\u{1B}[31mred", "\\u{1B}[31mred"), ("a\rb", "a\\u{D}b"), ("\u{9B}31m", "\\u{9B}31m"),
            ("x\u{0}y", "x\\u{0}y"),
            ("\u{202E}evil", "\\u{202E}evil"), ("a\u{200B}b", "a\\u{200B}b"), ("\u{7F}", "\\u{7F}"),
            ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"), ("\u{2028}", "\\u{2028}"),
            ("a\u{3164}b", "a\\u{3164}b"),
        ])
    func hostile(text: String, shown: String) {
        #expect(text.escapingControls == shown)
        #expect(shown.escapingControls == shown)
    }

    @Test("survives invalid UTF-8 and is cut with a word that says so")
    func bytes() {
        #expect(String(untrusted: [0x61, 0xFF, 0x62]) == "a\u{FFFD}b")
        #expect(String(untrusted: [UInt8](repeating: 0x61, count: 12), limit: 10) == "aaaaaaaaaa\n… (2 more bytes)")
    }
}
