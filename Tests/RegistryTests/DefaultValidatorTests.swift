import JudgeCore
import Support
import Testing

@testable import Registry

@Suite struct DefaultValidatorTests {
    private func compare(_ output: String, _ answer: String, _ arguments: String = "") throws -> DefaultValidator
        .Mismatch?
    {
        let validator = try DefaultValidator(arguments: arguments.split(separator: " ").map(String.init))
        return validator.compare(output: Array(output.utf8), answer: Array(answer.utf8))
    }

    @Test(arguments: [
        ("1 2 3\n", "1 2 3\n", ""), ("1 2 3", "1\n2\n3\n", ""), ("  1\t2\u{0B}\u{0C}3\r\n\n", "1 2 3", ""),
        ("", "", ""),
        (" \n", "", ""), ("", "\n", ""), ("YES", "yes", ""), ("Yes", "yEs", ""), ("YES", "YES", "case_sensitive"),
        ("1  2\n", "1  2\n", "space_change_sensitive"), ("", "", "space_change_sensitive"),
        ("YES\n", "yes\n", "space_change_sensitive"),
        ("1.0", "1", "float_tolerance 0"), ("1e0", "1.", "float_tolerance 0"), (".5", "0.5", "float_tolerance 0"),
        ("+1", "1", "float_tolerance 0"), ("1.001", "1", "float_absolute_tolerance 0.0011"),
        ("1.25", "1", "float_absolute_tolerance 0.25"), ("1250", "1000", "float_relative_tolerance 0.25"),
        ("-1250", "-1000", "float_relative_tolerance 0.25"), ("0.1", "0", "float_absolute_tolerance 0.1"),
        ("1000.5", "1000", "float_relative_tolerance 1e-9 float_absolute_tolerance 0.5"),
        ("1001", "1000", "float_relative_tolerance 1e-3 float_absolute_tolerance 1e-9"),
        ("1e400", "1e400", "float_tolerance 0.5"), ("-0", "0", "float_tolerance 0"),
        ("abc 1.1", "ABC 1", "float_tolerance 0.2"), ("nan", "NaN", "float_tolerance 1"),
        ("0.333333333333333333333333333333333333", "0.33333333333333333333333333333333", "float_tolerance 1e-12"),
    ])
    func accepts(output: String, answer: String, arguments: String) throws {
        #expect(try compare(output, answer, arguments) == nil)
    }

    @Test(
        arguments: [
            ("1 2", "1 3", "", .differs, 1, 2), ("1\n2\nx", "1 2 3", "", .differs, 3, 3),
            ("1 2", "1 2 3", "", .tooShort, 1, 2), ("", "1", "", .tooShort, 1, 0), ("1 2 3", "1 2", "", .tooLong, 1, 3),
            ("x", "", "", .tooLong, 1, 1), ("1.0", "1", "", .differs, 1, 1), ("12", "1 2", "", .differs, 1, 1),
            ("YES", "yes", "case_sensitive", .differs, 1, 1), ("Ä", "ä", "", .differs, 1, 1),
            ("[", "{", "", .differs, 1, 1), ("@", "`", "", .differs, 1, 1),
            ("1 2\n", "1  2\n", "space_change_sensitive", .space, 1, 1),
            ("1  2\n", "1 2\n", "space_change_sensitive", .space, 1, 1),
            ("1\t2\n", "1 2\n", "space_change_sensitive", .space, 1, 1),
            ("1 2", "1 2\n", "space_change_sensitive", .space, 1, 2),
            ("1 2\n\n", "1 2\n", "space_change_sensitive", .space, 2, 2),
            (" 1", "1", "space_change_sensitive", .space, 1, 0), ("1", " 1", "space_change_sensitive", .space, 1, 0),
            ("1 3\n", "1 2\n", "space_change_sensitive", .differs, 1, 2),
            ("1 ", "1 2", "space_change_sensitive", .tooShort, 1, 1),
            ("1.26", "1", "float_absolute_tolerance 0.25", .inaccurate, 1, 1),
            ("1251", "1000", "float_relative_tolerance 0.25", .inaccurate, 1, 1),
            ("1e-9", "0", "float_relative_tolerance 0.5", .inaccurate, 1, 1),
            ("0x1", "1", "float_tolerance 0.5", .notANumber, 1, 1),
            ("inf", "1", "float_tolerance 0.5", .notANumber, 1, 1),
            ("nan", "1", "float_tolerance 0.5", .notANumber, 1, 1),
            ("1e", "1", "float_tolerance 0.5", .notANumber, 1, 1),
            ("1,0", "1", "float_tolerance 0.5", .notANumber, 1, 1),
            ("5", "1e400", "float_tolerance 0.5", .inaccurate, 1, 1),
            ("1e400", "5", "float_tolerance 0.5", .inaccurate, 1, 1), ("1", "one", "float_tolerance 9", .differs, 1, 1),
            ("1\u{0}", "1", "", .differs, 1, 1), ("1\u{A0}2", "1 2", "", .differs, 1, 1),
        ] as [(String, String, String, DefaultValidator.Mismatch.Reason, Int, Int)])
    func refuses(
        output: String, answer: String, arguments: String, reason: DefaultValidator.Mismatch.Reason, line: Int,
        word: Int
    ) throws {
        let mismatch = try #require(try compare(output, answer, arguments))
        #expect(mismatch.reason == reason)
        #expect(mismatch.line == line)
        #expect(mismatch.word == word)
    }

    @Test func theOutputMayComeInPiecesOfAnySize() throws {
        let answer = Array("alpha  1.5\n-2e3 omega\n".utf8)
        let outputs = [
            "alpha  1.5\n-2e3 omega\n", "alpha  1.6\n-2e3 omega\n", "alpha 1.5\n-2e3 omega\n", "alpha  1.5\n-2e3",
        ]
        for arguments in [[], ["space_change_sensitive", "float_tolerance", "0.01"]] {
            let validator = try DefaultValidator(arguments: arguments)
            for output in outputs.map({ Array($0.utf8) }) {
                let whole = validator.compare(output: output, answer: answer)
                for size in 1...output.count {
                    var comparison = validator.comparison(answer: answer)
                    for start in stride(from: 0, to: output.count, by: size) {
                        comparison.feed(output[start..<min(start + size, output.count)])
                    }
                    #expect(comparison.finish() == whole)
                }
            }
        }
    }

    @Test func aDecidedComparisonNeedsNoMoreBytes() throws {
        var comparison = try DefaultValidator().comparison(answer: Array("1 2".utf8))
        comparison.feed(Array("9 ".utf8))
        #expect(comparison.isDecided)
        comparison.feed(Array("2".utf8))
        #expect(comparison.finish()?.word == 1)
    }

    @Test func anEndlessWordIsRefusedBeforeItFillsTheMemory() throws {
        var comparison = try DefaultValidator().comparison(answer: Array("1 2".utf8))
        comparison.feed(repeatElement(0x30, count: 2000))
        #expect(comparison.isDecided)
        #expect(comparison.finish()?.reason == .differs)
    }

    @Test func messagesTellSolversNoDataAndJudgesAll() throws {
        let mismatch = try #require(try compare("1\n\u{1B}[31m 8", "1 7 8"))
        #expect(mismatch.message == "line 2, word 2: another word was expected")
        #expect(
            mismatch.judgeMessage == "line 2, word 2: another word was expected: expected '7', found '\\u{1B}[31m'")
        #expect(try compare("1 2", "1 2 3")?.message == "the output ends too early, after 2 words")
        #expect(try compare("1", "1 2 3")?.judgeMessage == "the output ends too early, after 1 word")
        #expect(
            try compare("1 2", "1")?.judgeMessage == "line 1, word 2: the output should have ended before: found '2'")
        #expect(
            try compare("50", "7", "float_tolerance 1")?.message
                == "line 1, word 1: the number is not as close to the expected one as it must be")
        #expect(
            try compare("x", "7", "float_tolerance 1")?.message == "line 1, word 1: a decimal number was expected")
        #expect(
            try compare("1 ", "1\n", "space_change_sensitive")?.message
                == "line 1, after word 1: the whitespace is not as expected")
    }

    @Test(arguments: [
        ("float_tolerance", "float_tolerance must be followed by a number of at least 0, such as 1e-6"),
        ("float_tolerance x", "float_tolerance must be followed by a number of at least 0, such as 1e-6"),
        (
            "float_absolute_tolerance -1",
            "float_absolute_tolerance must be followed by a number of at least 0, such as 1e-6"
        ),
        (
            "float_relative_tolerance 1e999",
            "float_relative_tolerance must be followed by a number of at least 0, such as 1e-6"
        ),
        ("float_tolerance 1 float_tolerance 1", "float_tolerance is given twice"),
        (
            "float_relative_tolerance 1 float_tolerance 1",
            "float_tolerance stands for both tolerances, so neither of them may be given beside it"
        ),
        (
            "case_sensetive",
            "'case_sensetive' is no argument of the default validator; did you mean 'case_sensitive'?"
        ),
    ])
    func wrongArgumentsAreNamed(arguments: String, expected: String) {
        do throws(JudgeError) {
            _ = try DefaultValidator(arguments: arguments.split(separator: " ").map(String.init))
            Issue.record("the arguments are wrong")
        } catch {
            #expect(error.code == "validator-arguments")
            #expect(error.message == expected)
        }
    }

    @Test(arguments: [
        ("1", 1.0), ("-1.5", -1.5), ("+.5", 0.5), ("5.", 5), ("1e3", 1000), ("1.E-3", 0.001), ("1E+3", 1000),
        ("00012", 12), ("1e400", .infinity), ("-1e400", -.infinity), ("1e-400", 0),
        ("123456789012345678901234567890.123456789012345678901234567890", 1.2345678901234568e29),
    ])
    func numbersFollowTheGrammarOfTheFormat(text: String, expected: Double) {
        #expect(DecimalNumber.parse(Array(text.utf8)) == expected)
    }

    @Test(arguments: [
        "", ".", "+", "-.", "e5", "1e", "1e+", "1.2.3", "0x10", "inf", "nan", "1 ", " 1", "1_000", "١", "--1",
    ])
    func otherTextsAreNoNumbers(text: String) {
        #expect(DecimalNumber.parse(Array(text.utf8)) == nil)
    }

    @Test func everyTextAgreesWithItselfAndWithNoOtherUnlessOnlySpacesDiffer() throws {
        let originals = ["3 4\n1.5 2.5 -3\n", "YES\nno 1e3\n", "  \n", "abc def  ghi\n\n1 2 3\n"].map { Array($0.utf8) }
        let words = ["1.50", "+1.5", "1.5e0", ".5", "5.", "0x1p3", "inf", "NO", "yes"]
        func tokens(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
            bytes.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
        }
        let exact = try DefaultValidator(arguments: ["case_sensitive"])
        let byteForByte = try DefaultValidator(arguments: ["case_sensitive", "space_change_sensitive"])
        let close = try DefaultValidator(arguments: ["float_tolerance", "1e-6"])
        var previous = originals[0]
        var agreed = 0
        for bytes in Mutants(of: originals, words: words, count: 20_000) {
            for validator in [exact, byteForByte, close] {
                #expect(validator.compare(output: bytes, answer: bytes) == nil, "\(bytes)")
            }
            let isEqual = exact.compare(output: bytes, answer: previous) == nil
            let haveEqualWords = tokens(bytes) == tokens(previous)
            #expect(isEqual == haveEqualWords, "\(bytes) \(previous)")
            let isIdentical = byteForByte.compare(output: bytes, answer: previous) == nil
            #expect(isIdentical == bytes.elementsEqual(previous), "\(bytes) \(previous)")
            // What is the same is close, too; and what is said of one is said piece by piece.
            if isEqual { #expect(close.compare(output: bytes, answer: previous) == nil, "\(bytes) \(previous)") }
            var pieces = exact.comparison(answer: previous)
            for byte in bytes { pieces.feed([byte]) }
            let isEqualByPieces = pieces.finish() == nil
            #expect(isEqualByPieces == isEqual, "\(bytes) \(previous)")
            agreed += isEqual ? 1 : 0
            // Now and then the same with other spaces, so that some agree.
            previous = agreed % 3 == 0 ? bytes : Array(tokens(bytes).joined(separator: [0x20, 0x0A]))
            if agreed % 3 != 0 { #expect(exact.compare(output: previous, answer: bytes) == nil, "\(bytes)") }
        }
    }
}
