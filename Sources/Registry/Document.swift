/// A statement or an editorial in one language.
package struct Document: Sendable, Equatable {
    /// What it is written in.
    package enum Format: String, Sendable, CaseIterable {
        case markdown = "md"
        case latex = "tex"
        case pdf
    }

    /// The language's code, e.g. `en`.
    package let language: String
    /// What it is written in.
    package let format: Format
    /// Where it lies.
    package let file: PackageFile
    /// The text with constants filled in; `nil` for PDF.
    package let text: String?
}

extension [Document] {
    /// The document in `language`, else in English, else the first; Markdown before other formats.
    package func preferred(_ language: String = "en") -> Document? {
        let order = Document.Format.allCases
        return self.min { first, second in
            func rank(_ document: Document) -> (Int, Int) {
                let place = document.language == language ? 0 : document.language == "en" ? 1 : 2
                return (place, order.firstIndex(of: document.format) ?? 0)
            }
            return rank(first) < rank(second)
        }
    }
}

extension Document {
    /// The documents `stem.<language>.<filetype>` in `folder`; where `stem.<filetype>` is allowed it is English.
    static func read(
        stem: String, in folder: String, of source: PackageSource, _ tree: PackageTree, constants: Constants,
        languageIsOptional: Bool
    ) -> [Document] {
        var documents: [Document] = []
        for name in tree[folder]?.files ?? [] where name.hasPrefix("\(stem).") {
            let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard let format = parts.last.flatMap(Format.init(rawValue:)) else { continue }
            let language: String
            switch parts.count {
            case 3: language = parts[1]
            case 2 where languageIsOptional: language = "en"
            default: continue
            }
            let path = "\(folder)/\(name)"
            let text = format == .pdf ? nil : source.text(path).map(constants.substituted(in:))
            let file = PackageFile(name: name, path: path, location: source.location(path))
            documents.append(Document(language: language, format: format, file: file, text: text))
        }
        return documents.sorted { ($0.language, $0.file.name) < ($1.language, $1.file.name) }
    }
}
