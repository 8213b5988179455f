import Foundation
import Testing

@testable import Reporting

@Suite struct TerminalTests {
    @Test func `colour follows the mode, then the environment, then the terminal`() {
        let terminal = ["TERM": "xterm-256color"]
        func isOn(_ mode: ColorMode, _ variables: [String: String], isTerminal: Bool = true) -> Bool {
            mode.isOn(environment: terminal.merging(variables) { $1 }, isTerminal: isTerminal)
        }
        #expect(isOn(.auto, [:]))
        #expect(!isOn(.auto, [:], isTerminal: false))
        #expect(!isOn(.auto, ["NO_COLOR": "1"]))
        #expect(isOn(.auto, ["NO_COLOR": ""]))
        #expect(!isOn(.auto, ["TERM": "dumb"]))
        #expect(!isOn(.auto, ["TERM": ""]))
        #expect(!ColorMode.auto.isOn(environment: [:], isTerminal: true))
        #expect(!isOn(.auto, ["CLICOLOR": "0"]))
        #expect(isOn(.auto, ["CLICOLOR_FORCE": "1"], isTerminal: false))
        #expect(!isOn(.auto, ["CLICOLOR_FORCE": "0"], isTerminal: false))
        #expect(!isOn(.auto, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]))
        #expect(isOn(.always, ["NO_COLOR": "1"], isTerminal: false))
        #expect(!isOn(.never, ["CLICOLOR_FORCE": "1"]))
    }

    @Test func `styles become one sequence, and none without colour or text`() {
        #expect(ANSI(isOn: true)("text", [.red, .bold, .underline]) == "\u{1B}[1;4;31mtext\u{1B}[0m")
        #expect(ANSI(isOn: true)("text", []) == "text")
        #expect(ANSI(isOn: true)("", .red) == "")
        #expect(ANSI(isOn: false)("text", .red) == "text")
    }

    @Test func `without a terminal the width is COLUMNS, else 80, within bounds`() throws {
        let file = open("/dev/null", O_RDONLY)
        try #require(file >= 0)
        defer { close(file) }
        func columns(_ value: String?) -> Int {
            TerminalWidth.columns(of: file, environment: value.map { ["COLUMNS": $0] } ?? [:])
        }
        #expect(columns(nil) == 80)
        #expect(columns("132") == 132)
        #expect(columns("wide") == 80)
        #expect(columns("0") == 80)
        #expect(columns("-5") == 80)
        #expect(columns("3") == 20)
        #expect(columns("99999999") == 1000)
        #expect(!TerminalWidth.isTerminal(file))
    }

    @Test func `a terminal's own width comes before COLUMNS`() throws {
        let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        try #require(terminal >= 0)
        defer { close(terminal) }
        var size = winsize(ws_row: 24, ws_col: 57, ws_xpixel: 0, ws_ypixel: 0)
        try #require(ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0)
        #expect(TerminalWidth.columns(of: terminal, environment: ["COLUMNS": "132"]) == 57)
        #expect(TerminalWidth.isTerminal(terminal))
    }
}

@Suite struct ColumnsTests {
    @Test func `characters count as a terminal shows them`() {
        #expect("abc é".columns == 5)
        #expect("e\u{301}".columns == 1)
        #expect("日本語".columns == 6)
        #expect("ﾊﾝ".columns == 2)
        #expect("한".columns == 2)
        #expect("👍🏽🇩🇪".columns == 4)
        #expect("☀\u{FE0F}".columns == 2)
        #expect("Σᵢ₌₁ⁿ xᵢ²".columns == 9)
        #expect("x̄‖│═".columns == 4)
        #expect("\u{20000}".columns == 2)
    }

    @Test func `a text is cut with an ellipsis in its last column`() {
        #expect("abcdef".cut(to: 6) == "abcdef")
        #expect("abcdefg".cut(to: 6) == "abcde…")
        #expect("日本語".cut(to: 6) == "日本語")
        #expect("日本語".cut(to: 5) == "日本…")
        #expect("日本語".cut(to: 4) == "日…")
        #expect("abc".cut(to: 1) == "…")
        #expect("abc".cut(to: 0) == "")
    }

    @Test func `a window shows its focus and marks what is missing on either side`() {
        func cut(_ text: String, _ width: Int, _ focus: Int) -> String {
            let (text, focus) = text.cut(to: width, around: focus)
            return "\(text) \(focus)"
        }
        #expect(cut("0123456789", 10, 9) == "0123456789 9")
        #expect(cut("0123456789abcdef", 9, 0) == "01234567… 0")
        #expect(cut("0123456789abcdef", 9, 8) == "…6789abc… 3")
        #expect(cut("0123456789abcdef", 9, 15) == "…89abcdef 8")
        // Wide characters that would be cut in two are left out.
        #expect(cut("日本日本日本日本", 9, 8) == "…本日本… 3")
    }

    @Test func `tabs end at the next stop`() {
        #expect("\ta\tbc\tdefg\th".expandingTabs == "    a   bc  defg    h")
        #expect("a\n\tb".expandingTabs == "a\n    b")
        #expect("日\tb".expandingTabs == "日  b")
    }

    @Test func `untrusted text loses its powers and keeps its lines`() {
        #expect("a\u{1B}[1m\tb\r\n\u{2028}c".displayed == "a\\u{1B}[1m\tb\\u{D}\n\\u{2028}c")
        #expect("a\nb\tc".displayedInline() == "a⏎b c")
        #expect(String(repeating: "x", count: 300).displayedInline(limit: 5) == "xxxx…")
        #expect("a\n\n\tb\n".displayedLines == ["a", "", "    b"])
        #expect("".displayedLines == [])
        #expect(("x" + String(repeating: "\u{301}", count: 50)).displayed.unicodeScalars.count == 5)
    }
}

@Suite struct StyledTextTests {
    private func wrap(_ text: String, _ width: Int) -> [String] {
        StyledText(text).wrapped(to: width).map { $0.rendered(ANSI(isOn: false)) }
    }

    @Test func `text is wrapped at spaces, and within a word only when it must be`() {
        #expect(wrap("one two three", 7) == ["one two", "three"])
        #expect(wrap("one two three", 6) == ["one", "two", "three"])
        #expect(wrap("abcdefghij kl", 4) == ["abcd", "efgh", "ij", "kl"])
        #expect(wrap("a  b", 9) == ["a  b"])
        #expect(wrap("a\n\nb", 9) == ["a", "", "b"])
        #expect(wrap("", 9) == [""])
        #expect(wrap("a\u{A0}b c", 4) == ["a b", "c"])
        #expect(wrap("日本 日本", 5) == ["日本", "日本"])
    }

    @Test func `styles live on across lines`() {
        var text = StyledText("plain ")
        text.append("red red", .red)
        let lines = text.wrapped(to: 9).map { $0.rendered(ANSI(isOn: true)) }
        #expect(lines == ["plain \u{1B}[31mred\u{1B}[0m", "\u{1B}[31mred\u{1B}[0m"])
    }

    @Test func `styled text is cut like plain text`() {
        var text = StyledText("abc")
        text.append("def", .red)
        text.append("ghi")
        for width in 1...9 { #expect(text.cut(to: width).plain == "abcdefghi".cut(to: width)) }
        #expect(text.cut(to: 4).spans.map(\.style) == [[], .red])
    }
}
