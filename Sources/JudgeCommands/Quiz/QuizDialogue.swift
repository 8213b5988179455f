import Foundation
import Grading
import JudgeCore
import Reporting

/// Asks questions in a terminal, or of a file of answers.
struct QuizDialogue {
    let style: TextStyle
    /// Shows a text.
    let show: (String) throws -> Void

    private var ansi: ANSI { ANSI(isOn: style.color) }

    func begin(_ name: String, _ sheet: QuizSheet) throws {
        let count = sheet.items.count
        try show("\(ansi(name, .bold)): \(count) \(count == 1 ? "question" : "questions"); q leaves.\n")
    }

    /// Asks until there is an answer that the question allows, and says what is to be said of it.
    ///
    /// - Returns: the answer; `nil` where there is none any more.
    func ask(_ item: QuizSheet.Item, index: Int, _ sheet: QuizSheet) async throws -> (String, QuizSheet.Feedback)? {
        try show(
            "\n" + ansi("\(index + 1)/\(sheet.items.count)", .dim) + "\n" + MarkdownText.render(item.ask, style: style))
        if !item.options.isEmpty { try show("\n") }
        for option in item.options { try show(hanging("  \(option.letter)  ", option.text)) }
        let last = item.options.last?.letter ?? ""
        let prompt =
            switch item.form {
            case .choice: "Which one? (a to \(last)) "
            case .select: "Which of them hold? (such as ab, then Enter) "
            case .number: "What number? "
            }
        while true {
            try show("\n" + ansi(prompt, .bold))
            guard let answer = await Keyboard.answer(oneKey: item.form == .choice) else {
                try show("\n")
                return nil
            }
            if Keyboard.echoes { try show("\(answer)\n") }
            if answer == "q" { return nil }
            do {
                let feedback = try sheet.judge(answer, to: item.id)
                try explain(feedback)
                return (answer, feedback)
            } catch let error as JudgeError where error.code == "bad-answer" {
                try show("\(error.message)\n")
            }
        }
    }

    private func explain(_ feedback: QuizSheet.Feedback) throws {
        try show((feedback.isRight ? ansi("right", [.bold, .green]) : ansi("wrong", [.bold, .red])) + "\n")
        for remark in feedback.options {
            let mark = remark.isRight ? "✓" : "✗"
            let chosen = remark.isChosen ? "›" : " "
            try show(hanging("\(chosen) \(mark) \(remark.letter)  ", remark.because))
        }
        guard let number = feedback.number else { return }
        let margin = number.tolerance > 0 ? " (within \(Figures.metric(number.tolerance)))" : ""
        if let mistake = number.mistake { try show(hanging("  ✗  ", mistake)) }
        try show(hanging("  ✓  ", "**\(Figures.metric(number.right))**\(margin): \(number.because)"))
    }

    func end(right: Int, answered: Int, total: Int, best: Int?, id: String) throws {
        guard answered == total else {
            return try show(
                "\n\(right) of \(answered) right so far; \(total - answered) are left: `judge quiz \(id) --resume`\n")
        }
        let before = best.map { $0 > right ? "; your best is \($0)" : "" } ?? ""
        try show("\n" + ansi("\(right) of \(total)", .bold) + " right\(before)\n")
    }

    /// A text in Markdown whose first line begins with `mark`, the others below it.
    private func hanging(_ mark: String, _ markdown: String) -> String {
        let width = mark.count
        let lines = MarkdownText.render(
            markdown, style: TextStyle(color: style.color, width: max(20, style.width - width))
        ).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        let indent = String(repeating: " ", count: width)
        return lines.enumerated().map { index, line in
            let start = index == 0 ? mark : line.isEmpty ? "" : indent
            return start + line + "\n"
        }.joined()
    }
}
