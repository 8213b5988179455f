/// Codes of natural languages as file names and keys of the format use them: `en`, `fil`, `pt-BR`.
enum LanguageCode {
    static func isValid(_ code: String) -> Bool {
        let parts = code.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
        guard parts.count <= 2, let language = parts.first, (2...3).contains(language.count),
            language.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A })
        else { return false }
        guard parts.count == 2 else { return true }
        return parts[1].count == 2 && parts[1].allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
    }

    static func complaint(_ code: String) -> String {
        "'\(code.shown)' is no language code such as 'en', 'fil' or 'pt-BR'"
    }
}
