import JudgeCore
import Support
import Testing

@testable import Compilation

@Suite("What the compiler says")
struct DiagnosticParserTests {
    private let parser = DiagnosticParser(
        file: "kmeans.swift", path: "/box/submission/kmeans.swift",
        source: Array("let a = 1\nlet b: Int = \"x\"\n".utf8))

    @Test("keeps file name, place, severity, message and source line")
    func located() {
        let output = """
            /box/submission/kmeans.swift:2:14: error: cannot convert value of type 'String' to specified type 'Int'
            let b: Int = "x"
                         ^~~
            /box/submission/kmeans.swift:1:5: warning: never used
            """
        #expect(
            parser.parse(output) == [
                Diagnostic(
                    severity: .error, file: "kmeans.swift", line: 2, column: 14,
                    message: "cannot convert value of type 'String' to specified type 'Int'",
                    source: "let b: Int = \"x\""),
                Diagnostic(
                    severity: .warning, file: "kmeans.swift", line: 1, column: 5, message: "never used",
                    source: "let a = 1"),
            ])
    }

    @Test("leaves out notes within other modules, and never believes another file's name")
    func others() {
        let output = """
            Swift.Array:2:10: note: 'append' declared here
            /etc/passwd:7:1: error: spoofed by a source location
            """
        let found = parser.parse(output)
        #expect(found.map(\.file) == ["kmeans.swift"])
        #expect(found.map(\.line) == [7])
        #expect(found[0].source == nil)
    }

    @Test("is cut at 50 messages and 400 characters, and escaped")
    func bounded() {
        let long = String(repeating: "x", count: 1000)
        let many = (1...200).map { "/box/submission/kmeans.swift:\($0):1: error: \u{1B}[31m\(long)" }
        let found = parser.parse(many.joined(separator: "\n"))
        #expect(found.count == 50)
        #expect(found.allSatisfy { $0.message.count <= 401 && $0.message.hasPrefix("\\u{1B}[31m") })
    }

    @Test("is bounded and escaped, whatever it says")
    func mutants() {
        let originals = [
            "/box/submission/kmeans.swift:2:14: error: cannot convert value of type 'String'\nlet b = 1\n        ^~~\n",
            "Swift.Array:1:2: note: in an interface\n<unknown>:0: error: fatal\nkmeans.swift:1:5: warning: never used\n",
        ]
        let words = [
            "/box/submission/kmeans.swift:", ": error: ", ": note: ", "error: ", "-1:", "1:1:", "\u{9B}", "\u{85}",
        ]
        var found = 0
        for bytes in Mutants(of: originals.map { Array($0.utf8) }, words: words, count: 10_000) {
            let diagnostics = parser.parse(String(decoding: bytes, as: UTF8.self))
            found += diagnostics.count
            #expect(diagnostics.count <= DiagnosticParser.most)
            for diagnostic in diagnostics {
                for text in [diagnostic.message, diagnostic.source ?? "", diagnostic.file] {
                    #expect(text.count <= DiagnosticParser.longest + 1)
                    let odd = text.unicodeScalars.first { $0.properties.generalCategory == .control && $0 != "\t" }
                    #expect(odd == nil, "\(bytes)")
                }
            }
        }
        #expect(found > 1000)
    }
}
