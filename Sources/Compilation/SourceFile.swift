import Foundation
import JudgeCore

/// One source file in memory. The compiler is shown its name, never the folder that it came from.
package struct SourceFile: Sendable, Equatable {
    /// The name without folders, e.g. `kmeans.swift`.
    package let name: String
    /// Its text, UTF-8.
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Writes it to the host's file at `path`.
    ///
    /// - Throws: `JudgeError` `state-write-failed`.
    package func write(to path: String) throws(JudgeError) {
        do { try Data(bytes).write(to: URL(fileURLWithPath: path)) } catch {
            throw JudgeError(.unavailable, "state-write-failed", "\(path) cannot be written: \(error.reason)")
        }
    }

    /// What the comment lines that it begins with say, `// KEY: VALUE` each, in their order.
    package var head: [(key: String, value: String)] {
        var head: [(key: String, value: String)] = []
        // Line by line, as further down the bytes may be odd.
        for bytes in bytes.split(separator: UInt8(ascii: "\n")) {
            let line = String(decoding: bytes, as: UTF8.self).drop { $0 == "\u{FEFF}" }
            guard line.hasPrefix("// ") else { break }
            let pair = line.dropFirst(3).split(separator: ": ", maxSplits: 1)
            if pair.count == 2 { head.append((String(pair[0]), pair[1].trimmingCharacters(in: .whitespaces))) }
        }
        return head
    }

    /// The number, from 1, of the first line that holds `word` and is no comment from its beginning.
    func firstLine(with word: String) -> Int? {
        let text = String(decoding: bytes, as: UTF8.self)
        // Within a comment or a literal of several lines, `//` may end it, and code follow.
        let hasLongOnes = ["/*", "\"\"\"", "#/"].contains { text.contains($0) }
        let index = text.split(omittingEmptySubsequences: false) { $0.isNewline }.firstIndex { line in
            line.contains(word) && (hasLongOnes || !line.drop(while: \.isWhitespace).hasPrefix("//"))
        }
        return index.map { $0 + 1 }
    }
}

/// A static executable in the cache.
package struct Executable: Sendable, Equatable {
    /// Where it lies.
    package let path: String
    /// The same program with the meter in it, where that was asked for.
    package let metered: MeteredExecutable?
    /// Whether it lay there before.
    package let cached: Bool
    /// Wall-clock seconds that building took; 0 from the cache.
    package let seconds: Double
    /// What the compiler said about it, warnings mostly.
    package let diagnostics: [Diagnostic]
}

/// An executable that counts what the submission does.
package struct MeteredExecutable: Sendable, Equatable {
    /// Where it lies.
    package let path: String
    /// Functions of libraries that the submission calls and whose work the meter does not see, as people write them.
    package let uncounted: [String]
}

/// What compiling a submission came to.
package enum CompileResult: Sendable {
    /// It can be run.
    case success(Executable)
    /// It is no solution.
    case failure(CompileFailure)
}

/// Why a submission does not build.
package struct CompileFailure: Sendable, Equatable {
    /// One sentence for the person who sent it.
    package var message: String
    /// What the compiler said about it, and where.
    package var diagnostics: [Diagnostic]
    /// Wall-clock seconds until that was known.
    package var seconds: Double
    /// The walls around the compiler.
    package var sandbox: SandboxReport
}
