import Compilation
import Foundation
import Jail
import JudgeCore
import Support
import Testing

/// Sources that compile, or nearly, and are refused all the same.
@Suite("A source")
struct RefusedSourceTests {
    private func build(
        _ source: String, _ limits: CompileLimits = CompileLimits()
    ) async throws -> CompileFailure? {
        let compiler = try await Compiler.ofCheckout()
        let harness = try Data(
            contentsOf: URL(fileURLWithPath: "\(Checkout.root)/Tests/Hostile/Challenges/total/include/swift/main.swift")
        )
        let result = try await compiler.submission(
            SourceFile(name: "total.swift", bytes: Array(source.utf8)),
            harness: [SourceFile(name: "main.swift", bytes: Array(harness))], starter: nil, limits: limits)
        guard case .failure(let failure) = result else { return nil }
        return failure
    }

    @Test(
        "that uses the name of the harness's library is refused, as the harness would call it instead",
        arguments: [
            "enum ChallengeKit {}", "typealias ChallengeKit = Int", "struct `ChallengeKit` {}", "import ChallengeKit",
        ])
    func kitsName(declaration: String) async throws {
        let failure = try #require(
            try await build("// A solution.\n\(declaration)\nfunc total(_ values: [Int]) -> Int { 0 }\n"))
        #expect(failure.message.contains("ChallengeKit is the judge's own module"))
        #expect(failure.diagnostics.map(\.line) == [2])
    }

    @Test(
        "that hides the name behind the end of a longer comment or literal is refused too",
        arguments: [
            "/*\n// */ enum ChallengeKit {}", "let x = #/\n// \n/#; enum ChallengeKit {}",
        ])
    func hiddenName(text: String) async throws {
        let failure = try #require(try await build("\(text)\nfunc total(_ values: [Int]) -> Int { 0 }\n"))
        #expect(failure.message.contains("ChallengeKit is the judge's own module"))
    }

    @Test("may speak of it in a comment")
    func comment() async throws {
        let source = """
            // The harness reads with ChallengeKit.
            func total(_ values: [Int]) -> Int { values.reduce(0, +) }

            """
        #expect(try await build(source) == nil)
    }

    @Test("whose executable is too large is at fault itself, not the judge")
    func large() async throws {
        var limits = CompileLimits()
        limits.executableBytes = 1 << 20
        let failure = try #require(
            try await build(
                "func total(_ values: [Int]) -> Int { values.count + \(UInt32.random(in: 1...9999)) }\n", limits))
        #expect(failure.message.hasPrefix("the executable would be larger than 1 MiB"))
    }

    @Test("with more errors than are shown is not told a number that is too small")
    func manyErrors() async throws {
        let lines = (0..<80).map { "let x\($0): Int = \"no\"\n" }.joined()
        let failure = try #require(try await build(lines + "func total(_ values: [Int]) -> Int { 0 }\n"))
        #expect(failure.message == "the compiler found 50 errors or more")
        #expect(failure.diagnostics.count == 50)
    }
}
