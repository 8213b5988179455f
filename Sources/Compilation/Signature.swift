/// Finds the declaration of a function in Swift source without a compiler, to say which signature was expected and
/// which was found. It reads tokens, not types: comments and strings are skipped, the rest is taken as written.
enum Signature {
    /// The declaration of the first function in `source`, from `func` to before its body, on one line.
    static func first(in source: String) -> (name: String, text: String)? {
        declarations(in: source).first
    }

    /// The declaration of the function `name`, on one line, if there is one.
    static func find(_ name: String, in source: String) -> String? {
        declarations(in: source).first { $0.name == name }?.text
    }

    private static func declarations(in source: String) -> [(name: String, text: String)] {
        let code = Array(withoutCommentsAndStrings(source).unicodeScalars)
        var found: [(name: String, text: String)] = []
        var index = 0
        while let start = next("func", in: code, from: index) {
            index = start + 4
            var cursor = index
            while cursor < code.count, code[cursor].properties.isWhitespace { cursor += 1 }
            let nameStart = cursor
            while cursor < code.count, isIdentifier(code[cursor]) { cursor += 1 }
            guard cursor > nameStart else { continue }
            let name = text(code[nameStart..<cursor])
            var depth = 0
            while cursor < code.count {
                switch code[cursor] {
                case "(", "[": depth += 1
                case ")", "]": depth -= 1
                case "{" where depth <= 0, "}" where depth <= 0: depth = Int.min
                default: break
                }
                if depth == Int.min { break }
                cursor += 1
            }
            let words = text(code[start..<min(cursor, code.count)]).split { $0.isWhitespace }
            found.append((name, words.joined(separator: " ")))
        }
        return found
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static func isIdentifier(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.properties.isXIDContinue
    }

    private static func next(_ word: String, in code: [Unicode.Scalar], from start: Int) -> Int? {
        let word = Array(word.unicodeScalars)
        var index = start
        while index + word.count < code.count {
            if Array(code[index..<index + word.count]) == word, index == 0 || !isIdentifier(code[index - 1]),
                !isIdentifier(code[index + word.count])
            {
                return index
            }
            index += 1
        }
        return nil
    }

    /// The source with every comment and string literal replaced by a space.
    private static func withoutCommentsAndStrings(_ source: String) -> String {
        var result = String.UnicodeScalarView()
        let scalars = Array(source.unicodeScalars)
        func has(_ text: String, at index: Int) -> Bool {
            let text = Array(text.unicodeScalars)
            return index + text.count <= scalars.count && Array(scalars[index..<index + text.count]) == text
        }
        var index = 0
        while index < scalars.count {
            if has("//", at: index) {
                while index < scalars.count, scalars[index] != "\n" { index += 1 }
            } else if has("/*", at: index) {
                var depth = 0
                repeat {
                    if has("/*", at: index) {
                        depth += 1
                        index += 2
                    } else if has("*/", at: index) {
                        depth -= 1
                        index += 2
                    } else {
                        index += 1
                    }
                } while depth > 0 && index < scalars.count
                result.append(" ")
            } else if scalars[index] == "\"" {
                let quote = has("\"\"\"", at: index) ? "\"\"\"" : "\""
                index += quote.unicodeScalars.count
                while index < scalars.count, !has(quote, at: index), quote.count == 3 || scalars[index] != "\n" {
                    index += scalars[index] == "\\" ? 2 : 1
                }
                index += quote.unicodeScalars.count
                result.append(" ")
            } else {
                result.append(scalars[index])
                index += 1
            }
        }
        return String(result)
    }
}
