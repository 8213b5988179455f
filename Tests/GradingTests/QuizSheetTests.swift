import JudgeCore
import Testing

@testable import Grading
@testable import Registry

/// The order of a quiz, and what is said of answers.
@Suite struct QuizSheetTests {
    private static let quiz = Quiz(
        questions: (0..<6).map { index in
            Quiz.Question(
                id: "q\(index)", ask: "Which?",
                form: .choice((0..<4).map { .init(text: "option \($0)", isRight: $0 == 0, because: "because \($0)") }))
        } + [
            Quiz.Question(
                id: "some", ask: "Which?",
                form: .select([
                    .init(text: "yes", isRight: true, because: "1"),
                    .init(text: "yes too", isRight: true, because: "2"),
                    .init(text: "no", isRight: false, because: "3"),
                ])),
            Quiz.Question(
                id: "number", ask: "How many?",
                form: .number(
                    .init(
                        number: 0.3, tolerance: 0.1, because: "so", mistakes: [.init(number: 3, because: "tenfold")]))),
        ])

    @Test func `the order follows from the seed and differs between seeds, in questions and in options`() {
        let first = QuizSheet(Self.quiz, seed: 1)
        #expect(QuizSheet(Self.quiz, seed: 1).items == first.items)
        let others = (2..<12).map { QuizSheet(Self.quiz, seed: $0).items }
        #expect(Set(others.map { $0.map(\.id) }).count > 5)
        #expect(Set(others.map { sheet in sheet.first { $0.id == "q0" }!.options.map(\.text) }).count > 3)
        #expect(Set(first.items.map(\.id)) == Set(Self.quiz.questions.map(\.id)))
        for item in first.items {
            let letters = "abcd".prefix(item.options.count).map(String.init)
            #expect(item.options.map(\.letter) == letters)
        }
    }

    @Test func `the right letter follows its option wherever it stands`() throws {
        for seed in UInt64(0)..<20 {
            let sheet = QuizSheet(Self.quiz, seed: seed)
            for item in sheet.items where item.form == .choice {
                let right = try #require(item.options.first { $0.text == "option 0" }?.letter)
                for option in item.options {
                    let feedback = try sheet.judge(" \(option.letter.uppercased()) ", to: item.id)
                    #expect(feedback.isRight == (option.letter == right))
                    #expect(feedback.options.filter(\.isChosen).map(\.letter) == [option.letter])
                    #expect(feedback.options.filter(\.isRight).map(\.because) == ["because 0"])
                }
            }
        }
    }

    @Test func `several must be chosen all and no other, in any order`() throws {
        let sheet = QuizSheet(Self.quiz, seed: 5)
        let options = try #require(sheet.items.first { $0.id == "some" }).options
        let right = options.filter { $0.text.hasPrefix("yes") }.map(\.letter)
        let wrong = try #require(options.first { $0.text == "no" }).letter
        #expect(try sheet.judge(right.joined(), to: "some").isRight)
        #expect(try sheet.judge(right.reversed().joined(separator: ", "), to: "some").isRight)
        #expect(try !sheet.judge(right[0], to: "some").isRight)
        #expect(try !sheet.judge((right + [wrong]).joined(), to: "some").isRight)
    }

    @Test(
        arguments: [
            ("0.3", true, nil), ("0.4", true, nil), ("0.2", true, nil), (".25", true, nil), ("0.41", false, nil),
            ("3", false, "tenfold"), ("2.95", false, "tenfold"), ("-0.3", false, nil),
        ] as [(String, Bool, String?)])
    func `a number is right within its tolerance, and known mistakes are named`(
        answer: String, isRight: Bool, mistake: String?
    ) throws {
        let feedback = try QuizSheet(Self.quiz, seed: 1).judge(answer, to: "number")
        #expect(feedback.isRight == isRight && feedback.number?.mistake == mistake)
    }

    @Test(arguments: [
        ("q0", "", "one letter, a to d"), ("q0", "e", "one letter, a to d"), ("q0", "ab", "one letter, a to d"),
        ("q0", "1", "one letter, a to d"), ("some", "aa", "a to c, such as 'a c'"), ("some", "", "a to c"),
        ("number", "many", "a number"), ("number", "nan", "a number"), ("number", "inf", "a number"),
        ("number", "1 2", "a number"), ("number", "", "a number"),
    ]) func `what the question does not allow is refused with what it allows`(id: String, answer: String, said: String)
    {
        let error = #expect(throws: JudgeError.self) { try QuizSheet(Self.quiz, seed: 1).judge(answer, to: id) }
        #expect(error?.code == "bad-answer" && error?.message.contains(said) == true, "\(String(describing: error))")
    }
}
