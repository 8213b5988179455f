import JudgeCore
import SystemPackage

/// One line of `judge-jail`, taken apart.
struct Reply: Sendable {
    /// `ready`, `ok`, `done` or `error`.
    var word: String
    /// The run that it is about, for `done` and some `error`s.
    var run: String?
    /// The decoded `key=value` words.
    var fields: [String: String] = [:]

    /// Takes a line apart; `nil` for an empty one.
    init?(line: String) {
        var words = line.split(separator: " ").map(String.init)
        guard let first = words.first else { return nil }
        word = first
        words.removeFirst()
        if word == "done", !words.isEmpty { run = words.removeFirst() }
        for word in words {
            guard let split = word.firstIndex(of: "=") else { continue }
            fields[String(word[..<split])] = String(percentEncoded: word[word.index(after: split)...])
        }
        if word == "error" { run = fields["id"] }
    }

    /// The error that an `error` line stands for.
    var error: JudgeError {
        let step = fields["step"] ?? "jail"
        let message = fields["message"] ?? "judge-jail gave no reason"
        if errno == Errno.noSpace.rawValue {
            return JudgeError(.unavailable, "disk-full", "The disk is full (\(message)); make room and try again.")
        }
        if step == "get", errno == Errno.fileTooLarge.rawValue {
            return JudgeError(.failure, "file-too-large", "A file of the sandbox is larger than allowed (\(message)).")
        }
        switch step {
        case "bubblewrap": return JudgeError(.unavailable, "no-bubblewrap", "No sandbox: \(message).")
        case "namespaces":
            return JudgeError(
                .unavailable, "no-namespaces",
                "No sandbox: \(message). Where namespaces cannot be had, --sandbox restricted does with weaker walls.")
        case "landlock": return JudgeError(.unavailable, "no-landlock", "No sandbox: \(message).")
        case "seccomp": return JudgeError(.unavailable, "no-seccomp", "No sandbox: \(message).")
        default: return JudgeError(.failure, "jail-failed", "The sandbox failed at the step \"\(step)\": \(message).")
        }
    }

    /// The `errno` of an `error` line, 0 where there is none.
    var errno: Int32 { fields["errno"].flatMap { Int32($0) } ?? 0 }
}
