extension Program {
    private static let languages: [String: Language] = [
        "swift": .swift, "py": .python, "c": .c, "cc": .cpp, "cpp": .cpp, "cxx": .cpp, "ctd": .checktestdata,
        "viva": .viva,
    ]

    /// The programs of `folder`, each a source file or a folder; other files are no programs.
    static func all(in folder: String, of source: PackageSource, _ tree: PackageTree) -> [Program] {
        guard let content = tree[folder] else { return [] }
        var programs: [Program] = []
        for file in content.files where languages[ending(of: file)] != nil {
            programs.append(
                Program(
                    name: stem(file), language: languages[ending(of: file)] ?? .unknown,
                    files: [PackageFile(in: folder, file, source)]))
        }
        for (name, below) in content.folders {
            programs.append(Program(name: name, folder: "\(folder)/\(name)", source, below))
        }
        programs.sort { ($0.name, $0.files.first?.path ?? "") < ($1.name, $1.files.first?.path ?? "") }
        for (first, second) in zip(programs, programs.dropFirst()) where first.name == second.name {
            source.log.report(folder, "holds two programs named '\(first.name)'; rename one of them")
        }
        return programs
    }

    /// The one program of `folder`: its only folder, or else the folder itself.
    static func single(in folder: String, of source: PackageSource, _ tree: PackageTree) -> Program? {
        guard let content = tree[folder] else { return nil }
        if content.files.isEmpty, content.folders.count == 1, let (name, below) = content.folders.first {
            return Program(name: name, folder: "\(folder)/\(name)", source, below)
        }
        let program = Program(name: folder, folder: folder, source, content)
        if program.language == .unknown {
            source.log.report(folder, "holds no program; add a source file, or remove the folder")
            return nil
        }
        return program
    }

    private init(name: String, folder: String, _ source: PackageSource, _ tree: PackageTree) {
        let files = tree.allFiles().map { PackageFile(in: folder, $0, source) }
        let found = Set(files.compactMap { Self.languages[Self.ending(of: $0.name)] })
        let isScript = tree.files.contains("build") || tree.files.contains("run")
        self.init(
            name: name, language: isScript ? .script : found.count == 1 ? found.first ?? .unknown : .unknown,
            files: files)
    }

    /// What is said of a program that is not built.
    var complaint: String {
        let language = language == .unknown ? "" : "; it is '\(language.rawValue)'"
        return "holds no program in Swift, C, C++ or Python, and this judge runs no other\(language)"
    }

    static func ending(of name: String) -> String {
        guard let dot = name.lastIndex(of: ".") else { return "" }
        return String(name[name.index(after: dot)...])
    }

    static func stem(_ name: String) -> String {
        guard let dot = name.lastIndex(of: ".") else { return name }
        return String(name[..<dot])
    }
}

extension PackageFile {
    init(in folder: String, _ name: String, _ source: PackageSource) {
        let path = "\(folder)/\(name)"
        self.init(name: name, path: path, location: source.location(path))
    }
}
