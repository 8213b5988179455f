// tries: to turn the reading direction of what follows, and to hide text between invisible characters
// holds: the controls are shown as numbers
// verdict: wrong-answer
import Glibc

func total(_ values: [Int]) -> Int {
    let text = """
        \u{202E}detpecca\u{202C} \u{2066}\u{2067}\u{2068}left open \u{200F}\u{061C}
        zero\u{200B}width\u{200D}\u{FEFF}\u{2060} tags\u{E0001}\u{E0061}\u{E007F} soft\u{AD}hyphen
        lines\u{2028}and\u{2029}paragraphs \u{FFF9}a\u{FFFA}b\u{FFFB} filler\u{3164}\u{115F}
        """
    print(text)
    fputs(text, stderr)
    return -1  // Only then is what it printed part of the report as text.
}
