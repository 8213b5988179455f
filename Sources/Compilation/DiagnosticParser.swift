import JudgeCore

/// Reads what the compiler wrote to standard error, in its `llvm` style: `PATH:LINE:COLUMN: error: MESSAGE`.
///
/// Only the submission's own file is compiled in such a run, so every located message is about it, whatever name
/// `#sourceLocation` claims; messages inside other modules (`Swift.Array:…`) are left out.
struct DiagnosticParser {
    static let most = 50
    static let longest = 400

    /// The submission's file name, which every diagnostic shows.
    let file: String
    /// The path that the compiler was given.
    let path: String
    /// The submission's lines, for the line under a message.
    let lines: [Substring]

    init(file: String, path: String, source: [UInt8]) {
        self.file = file
        self.path = path
        // The compiler counts lines by LF, CR and both together.
        lines = String(decoding: source, as: UTF8.self)
            .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    }

    /// The diagnostics in `output`, at most ``most``, each text at most ``longest`` characters and escaped.
    func parse(_ output: String) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for line in output.split(whereSeparator: \.isNewline) where found.count < Self.most {
            guard let diagnostic = parse(line: line), !found.contains(diagnostic) else { continue }
            found.append(diagnostic)
        }
        return found
    }

    private func parse(line: Substring) -> Diagnostic? {
        for severity in [Diagnostic.Severity.error, .warning, .note] {
            let mark = ": \(severity.rawValue): "
            guard let range = line.firstRange(of: mark) else { continue }
            let message = Self.cut(String(line[range.upperBound...]))
            let location = line[..<range.lowerBound].split(separator: ":", omittingEmptySubsequences: false)
            guard location.count >= 3, let row = Int(location[location.count - 2]), let column = Int(location.last!)
            else { continue }
            let name = location.dropLast(2).joined(separator: ":")
            if name == path {
                // Raw: whoever shows it escapes it, after placing the caret by its column in bytes.
                let source = row >= 1 && row <= lines.count ? String(lines[row - 1].prefix(Self.longest)) : nil
                return Diagnostic(
                    severity: severity, file: file, line: row, column: column, message: message, source: source)
            }
            // Another module's interface has no folder in its name; anything else was renamed by #sourceLocation.
            guard severity == .error else { return nil }
            return Diagnostic(severity: severity, file: file, line: row, column: column, message: message)
        }
        return nil
    }

    private static func cut(_ text: String) -> String {
        let escaped = text.escapingControls
        return escaped.count > longest ? escaped.prefix(longest) + "…" : escaped
    }
}
