import Glibc

private let accepted: Int32 = 42
private let rejected: Int32 = 43

/// An input validator: reads one input, checks it, and ends with status 42 (valid) or 43 (not).
///
/// ```swift
/// validateInput { input in
///     let points = input.matrix("points")
///     if points.isEmpty { input.fail("there must be at least one point") }
/// }
/// ```
/// `body` must read everything; what is left over makes the input invalid.
public func validateInput(_ body: (inout Reader) -> Void) -> Never {
    guard let bytes = readAll(0) else { exitProgram(1, "input validator: standard input cannot be read") }
    var input = Reader(bytes: bytes, name: "input") { exitProgram(rejected, $0) }
    body(&input)
    input.end()
    exit(accepted)
}

/// An output validator of the Problem Package Format: `validate INPUT ANSWER FEEDBACK_DIR [ARGUMENT…] < OUTPUT`.
///
/// It ends with status 42 (accepted) or 43 (rejected). Input and answer come from the challenge, so a fault in them
/// ends with status 1, the judge's own error; a fault in the output is a wrong answer.
public struct OutputValidator {
    /// The case's input.
    public var input: Reader
    /// The case's answer, as the challenge's author or model solution wrote it.
    public var answer: Reader
    /// What the submission answered.
    public var output: Reader
    /// `output_validator_args` of the case or its group.
    public let arguments: [String]
    private let feedback: String

    /// Reads the files that the command line names, and the output on standard input.
    public init() {
        let words = CommandLine.arguments
        guard words.count >= 4 else {
            exitProgram(1, "usage: \(words.first ?? "validate") INPUT ANSWER FEEDBACK_DIR [ARGUMENT…] < OUTPUT")
        }
        guard let input = readFile(words[1]) else { exitProgram(1, "validator: \(words[1]) cannot be read") }
        guard let answer = readFile(words[2]) else { exitProgram(1, "validator: \(words[2]) cannot be read") }
        guard let output = readAll(0) else { exitProgram(1, "validator: standard input cannot be read") }
        let feedback = words[3]
        self.input = Reader(bytes: input, name: "input") { exitProgram(1, $0) }
        self.answer = Reader(bytes: answer, name: "answer") { exitProgram(1, $0) }
        self.output = Reader(bytes: output, name: "output") { message in
            Self.give(message, to: "teammessage.txt", in: feedback)
            Self.give(message, to: "judgemessage.txt", in: feedback)
            exit(rejected)
        }
        self.arguments = Array(words.dropFirst(4))
        self.feedback = feedback
    }

    /// Adds a measured quality, e.g. `inertia_ratio`, which reports show next to the case.
    public func metric(_ name: String, _ value: Double) {
        Self.give("\(name) \(value)", to: "metrics.txt", in: feedback)
    }

    /// Sets the share of the case's points that an accepted output earns, 0 to 1.
    public func scoreMultiplier(_ value: Double) {
        Self.give("\(value)", to: "score_multiplier.txt", in: feedback)
    }

    /// Ends with a wrong answer. `message` is shown to the person: it says which rule was broken and must not give
    /// hidden data away. `detail` is for the challenge's author only.
    public func reject(_ message: String, detail: String = "") -> Never {
        Self.give(message, to: "teammessage.txt", in: feedback)
        Self.give(detail.isEmpty ? message : "\(message) (\(detail))", to: "judgemessage.txt", in: feedback)
        exit(rejected)
    }

    /// Rejects with `message` unless `condition` holds.
    public func require(_ condition: Bool, _ message: @autoclosure () -> String, detail: @autoclosure () -> String = "")
    {
        if !condition { reject(message(), detail: detail()) }
    }

    /// Ends as accepted, if nothing is left of the output.
    public consuming func accept() -> Never {
        output.end()
        exit(accepted)
    }

    private static func give(_ line: String, to file: String, in folder: String) {
        let descriptor = open("\(folder)/\(file)", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0, writeAll(descriptor, Array((line + "\n").utf8)) else {
            exitProgram(1, "validator: \(folder)/\(file) cannot be written")
        }
        close(descriptor)
    }
}
