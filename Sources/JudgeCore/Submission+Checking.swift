extension Submission {
    /// Refuses what the compiler would not take for a Swift file: it goes by the name's end, and knows other languages.
    ///
    /// - Parameter file: the file's own name, without folders.
    /// - Throws: `JudgeError` `bad-file-name`.
    public static func check(file: String) throws {
        let isPlain = !file.unicodeScalars.contains { $0.properties.generalCategory == .control }
        guard file.hasSuffix(".swift"), file.utf8.count > 6, file.utf8.count <= 200, isPlain else {
            throw JudgeError(
                .usage, "bad-file-name",
                "'\(file.escapingControls)' cannot be the file's name: it must end in .swift, with at most 200 bytes and no control characters"
            )
        }
    }

    /// Refuses what is no source to judge: nothing at all, too much, a NUL, bytes that are not UTF-8.
    ///
    /// - Parameters:
    ///   - name: what sentences call the source, a path or a file's name.
    ///   - limit: the largest source allowed, in bytes.
    /// - Throws: `JudgeError` of kind usage: `empty-file`, `file-too-large`, `not-text`, `not-utf8`.
    public static func check(source bytes: [UInt8], name: String, limit: Int) throws {
        guard !bytes.isEmpty else {
            throw JudgeError(.usage, "empty-file", "\(name) is empty; `judge start ID` writes a starter")
        }
        guard bytes.count <= limit else {
            throw JudgeError(
                .usage, "file-too-large",
                "\(name) is larger than \(limit / 1024) KiB, the most that this challenge allows")
        }
        if let index = bytes.firstIndex(of: 0) {
            let line = bytes[..<index].count { $0 == 0x0A } + 1
            throw JudgeError(
                .usage, "not-text", "\(name), line \(line): there is a NUL byte; Swift source is text")
        }
        if String(validating: bytes, as: UTF8.self) == nil {
            // A line feed is never part of a longer character, so lines can be looked at on their own.
            let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            let line = (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
            throw JudgeError(
                .usage, "not-utf8", "\(name), line \(line): the bytes are not UTF-8; save the file in that encoding")
        }
    }
}
