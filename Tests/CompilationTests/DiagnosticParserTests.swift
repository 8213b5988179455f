import JudgeCore
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
}
