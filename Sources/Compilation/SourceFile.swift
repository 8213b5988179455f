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

    /// The number, from 1, of the first line that holds `word` and is no comment from its beginning.
    func firstLine(with word: String) -> Int? {
        let lines = String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
        let index = lines.firstIndex { $0.contains(word) && !$0.drop(while: \.isWhitespace).hasPrefix("//") }
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
