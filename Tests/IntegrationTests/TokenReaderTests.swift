import Foundation
import JudgeCore
import Support
import Testing

@testable import Compilation
@testable import Jail

/// What harnesses and validators read submissions' answers with, in the jail where it runs.
@Suite("The reader of tokens")
struct TokenReaderTests {
    private static let source = """
        import ChallengeKit
        import Glibc
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while read(0, &byte, 1) == 1 { bytes.append(byte) }
        var reader = Reader(bytes: bytes, name: "output") { message in
            _ = write(2, message + "\\n", message.utf8.count + 1)
            exit(43)
        }
        switch CommandLine.arguments[1] {
        case "ints": _ = reader.intList()
        case "doubles": _ = reader.doubleList()
        case "matrix": _ = reader.matrix()
        default: _ = (reader.word(), reader.int(in: 0...9), reader.double())
        }
        reader.end()
        """

    @Test("reads what is nearly right, or refuses it in one short sentence, in little memory and time")
    func mutants() async throws {
        let compiler = try await Compiler.ofCheckout()
        let program = try await compiler.program(
            [SourceFile(name: "main.swift", bytes: Array(Self.source.utf8))], name: "a reader")
        let originals = [
            "ints": "3\n1 -2 3\n", "doubles": "2\n0.5 -1e-300\n", "matrix": "2 3\n1 2 3\n4 5.5 6e7\n",
            "words": "abc 7 2.5\n",
        ]
        try await withFolder { folder in
            try await Jail.with(JailConfiguration(policy: .run, executable: Checkout.jail)) { jail in
                try await jail.load(program: "reader", from: program.path)
                for (kind, text) in originals.sorted(by: { $0.key < $1.key }) {
                    var refused = 0
                    let words = ["2147483647 0", "2147483647", "1000000 0", "+1", "0x10", "1_000", "1e", ".", "-"]
                    for bytes in Mutants(of: [Array(text.utf8)], words: words, count: 300) {
                        try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/in"))
                        var run = JailRun(program: "reader")
                        run.arguments = [kind]
                        run.standardInput = "\(folder)/in"
                        run.errorPath = "\(folder)/error"
                        run.cpuSeconds = 5
                        run.memoryBytes = 64 << 20
                        let outcome = try await jail.run(run)
                        let said = try String(contentsOfFile: "\(folder)/error", encoding: .utf8)
                        #expect(
                            [.exited(0), .exited(43)].contains(outcome.ending),
                            "\(kind) \(bytes): \(outcome.ending) \(said)")
                        guard outcome.ending == .exited(43) else { continue }
                        refused += 1
                        #expect(said.hasPrefix("output, line ") && said.count < 200 && said.count { $0 == "\n" } == 1)
                        #expect(said.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" }, "\(said)")
                    }
                    #expect(refused > 50 && refused < 300, "\(kind): \(refused)")
                }
            }
        }
    }
}
