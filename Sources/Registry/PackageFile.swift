/// A file of a challenge package.
package struct PackageFile: Sendable, Hashable {
    /// The path from the folder that it was listed for: `main.swift`, or `util/matrix.swift` in a program of folders.
    package let name: String
    /// The path from the package's folder, e.g. `include/swift/main.swift`.
    package let path: String
    /// The absolute path, to open it by.
    package let location: String
}

/// A validator, generator or other program of a package: one file or one folder of files.
package struct Program: Sendable, Equatable {
    /// What a program is written in, by its files' extensions.
    package enum Language: String, Sendable {
        case swift, python, c, cpp, script, checktestdata, viva, unknown

        /// Whether this judge builds and runs it.
        package var isBuilt: Bool { [.swift, .python, .c, .cpp].contains(self) }
    }

    /// The file's name without extension, or the folder's name.
    package let name: String
    /// The language.
    package let language: Language
    /// Its files, sorted by path. `README` and other files that are no source are among them.
    package let files: [PackageFile]

    /// What is compiled or run: of Swift the source files, of other languages also what they include or import.
    package var sourceFiles: [PackageFile] {
        let endings: [String]
        switch language {
        case .swift: endings = [".swift"]
        case .python: endings = [".py"]
        default: endings = [".c", ".cc", ".cpp", ".cxx", ".h", ".hpp", ".hh"]
        }
        return files.filter { file in endings.contains { file.name.hasSuffix($0) } }
    }
}
