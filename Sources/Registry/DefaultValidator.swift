package import JudgeCore

/// The output validator that the format defines for packages that bring none: a comparison word by word.
///
/// A word of the answer that is a number is compared as one where a tolerance is set; every other word must be the
/// same up to the case of ASCII letters, or byte for byte where asked. Whitespace only separates words, unless asked.
package struct DefaultValidator: Sendable, Equatable {
    /// Whether letters must have the same case.
    package private(set) var isCaseSensitive = false
    /// Whether whitespace must be the same in kind and amount, at the start and the end too.
    package private(set) var isSpaceSensitive = false
    /// The greatest error, as a part of the answer's absolute value, that a number may have.
    package private(set) var relativeTolerance: Double?
    /// The greatest absolute error that a number may have.
    package private(set) var absoluteTolerance: Double?

    /// The validator with the arguments that a package gives it (`output_validator_args`).
    ///
    /// - Throws: `validator-arguments` when one is unknown, given twice, lacks its value, or when `float_tolerance`
    ///   stands beside one of the others.
    package init(arguments: [String] = []) throws(JudgeError) {
        func refuse(_ message: String) -> JudgeError { JudgeError(.usage, "validator-arguments", message) }
        var seen: Set<String> = []
        var rest = arguments[...]
        while let word = rest.popFirst() {
            let known = [
                "case_sensitive", "space_change_sensitive", "float_relative_tolerance", "float_absolute_tolerance",
                "float_tolerance",
            ]
            guard known.contains(word) else {
                throw refuse(
                    """
                    '\(word.shown)' is no argument of the default validator; \
                    \(Spelling.suggestion(for: word, among: known))
                    """)
            }
            if word == "case_sensitive" || word == "space_change_sensitive" {
                if word == "case_sensitive" { isCaseSensitive = true } else { isSpaceSensitive = true }
                continue
            }
            guard seen.insert(word).inserted else { throw refuse("\(word) is given twice") }
            guard let text = rest.popFirst(), let value = DecimalNumber.parse(Array(text.utf8)), value >= 0,
                value.isFinite
            else { throw refuse("\(word) must be followed by a number of at least 0, such as 1e-6") }
            if word != "float_absolute_tolerance" { relativeTolerance = value }
            if word != "float_relative_tolerance" { absoluteTolerance = value }
        }
        if seen.contains("float_tolerance"), seen.count > 1 {
            throw refuse("float_tolerance stands for both tolerances, so neither of them may be given beside it")
        }
    }

    /// Compares a whole output with the answer.
    ///
    /// - Returns: the first difference that counts; `nil` when the output is accepted.
    package func compare(output: [UInt8], answer: [UInt8]) -> Mismatch? {
        var comparison = comparison(answer: answer)
        comparison.feed(output)
        return comparison.finish()
    }

    /// A comparison that is fed the output piece by piece.
    package func comparison(answer: [UInt8]) -> Comparison { Comparison(validator: self, answer: answer) }

    /// Whether a word of the output stands for a word of the answer; if not, why.
    func difference(
        output: some RandomAccessCollection<UInt8>, answer: ArraySlice<UInt8>
    ) -> Mismatch.Reason? {
        if output.elementsEqual(answer) { return nil }
        if relativeTolerance != nil || absoluteTolerance != nil, let expected = DecimalNumber.parse(answer) {
            guard let given = DecimalNumber.parse(output) else { return .notANumber }
            return isClose(given, to: expected) ? nil : .inaccurate
        }
        guard !isCaseSensitive, output.count == answer.count else { return .differs }
        let isEqual = zip(output, answer).allSatisfy { Self.lowercased($0) == Self.lowercased($1) }
        return isEqual ? nil : .differs
    }

    private func isClose(_ given: Double, to expected: Double) -> Bool {
        if given == expected { return true }
        // Numbers beyond the range of Double are infinite, and no error relative to infinity means anything.
        guard given.isFinite, expected.isFinite else { return false }
        let error = (given - expected).magnitude
        if let absoluteTolerance, error <= absoluteTolerance { return true }
        if let relativeTolerance, error <= relativeTolerance * expected.magnitude { return true }
        return false
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

    private static func lowercased(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}

extension DefaultValidator {
    /// The first difference between an output and the answer that counts.
    package struct Mismatch: Sendable, Equatable {
        /// What kind of difference it is.
        package enum Reason: Sendable, Equatable {
            /// Another word was expected.
            case differs
            /// A number was expected.
            case notANumber
            /// The number is too far from the one expected.
            case inaccurate
            /// The output ends before the answer.
            case tooShort
            /// The output goes on after the answer.
            case tooLong
            /// The whitespace is not the answer's.
            case space
        }

        /// What kind of difference it is.
        package let reason: Reason
        /// The line of the output, from 1.
        package let line: Int
        /// The word of the output, from 1; the one before the whitespace when that is what differs.
        package let word: Int
        /// The words of output and answer, cut and escaped; `nil` where there is none.
        let output: String?
        let answer: String?

        /// The difference in a sentence that gives no data away, fit for `teammessage.txt`.
        package var message: String {
            switch reason {
            case .differs: "line \(line), word \(word): another word was expected"
            case .notANumber: "line \(line), word \(word): a decimal number was expected"
            case .inaccurate: "line \(line), word \(word): the number is not as close to the expected one as it must be"
            case .tooShort: "the output ends too early, after \(word) \(word == 1 ? "word" : "words")"
            case .tooLong: "line \(line), word \(word): the output should have ended before"
            case .space: "line \(line), after word \(word): the whitespace is not as expected"
            }
        }

        /// The difference with the words that differ, fit for `judgemessage.txt`.
        package var judgeMessage: String {
            let words = [answer.map { "expected '\($0)'" }, output.map { "found '\($0)'" }].compactMap(\.self)
            return words.isEmpty ? message : "\(message): \(words.joined(separator: ", "))"
        }
    }
}
