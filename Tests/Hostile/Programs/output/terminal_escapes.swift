// tries: to steer the terminal that shows the report: colours, cursor, title, clipboard, links, resets
// holds: no control character reaches the report as it is
// verdict: wrong-answer
import Glibc

func total(_ values: [Int]) -> Int {
    let text = """
        \u{1B}[2J\u{1B}[H\u{1B}[31;5mred\u{1B}[1A\u{1B}[2K\u{9B}31m\u{7F}\u{8}\u{8}\u{8}
        \u{1B}]0;title\u{7}\u{1B}]52;c;anVkZ2U=\u{7}\u{1B}]8;;http://127.0.0.1/\u{1B}\\link\u{1B}]8;;\u{1B}\\
        \u{1B}c\u{1B}P+q544e\u{1B}\\\u{1B}[?1049h\u{1B}[6n\u{85}\rhidden
        """
    print(text)
    fputs(text, stderr)
    return -1  // Only then is what it printed part of the report as text.
}
