import Foundation
import Jail
import Support
import Testing

/// An ordinary package of the format, as it might come from elsewhere: no harness, no validator of its own, no time
/// limit.
@Suite("A package of whole programs")
struct PackageTests {
    private static let sum = """
        var total = 0.0
        while let line = readLine() { for word in line.split(separator: " ") { total += Double(word) ?? 0 } }
        print(total)

        """

    private func withPackage(limits: String = "", _ body: (String) async throws -> Void) async throws {
        try await withFolder { folder in
            let package = "\(folder)/challenges/sum"
            try write(
                """
                problem_format_version: "2025-09"
                name: Sum
                uuid: 7b0c9a3e-52a7-4f2e-8f64-9f0c3f3f1b55
                license: public domain
                \(limits)

                """, to: "\(package)/problem.yaml")
            try write("Add the numbers.\n", to: "\(package)/statement/problem.en.md")
            try write(Self.sum, to: "\(package)/submissions/accepted/sum.swift")
            try write("print(0)\n", to: "\(package)/submissions/wrong_answer/zero.swift")
            try write("import Glibc\nexit(42)\n", to: "\(package)/input_validators/any.swift")
            try write("1 2 3\n", to: "\(package)/data/sample/one.in")
            try write("6.0\n", to: "\(package)/data/sample/one.ans")
            try write("1.5 2.25\n", to: "\(package)/data/secret/numbers/two.in")
            try write("3.75000001\n", to: "\(package)/data/secret/numbers/two.ans")
            try write(
                "output_validator_args: [float_tolerance, 1e-6]\n", to: "\(package)/data/secret/numbers/test_group.yaml"
            )
            try await body("\(folder)/challenges")
        }
    }

    @Test("is judged by the format's default validator and its flags")
    func defaultValidator() async throws {
        try await withPackage(limits: "limits: {time_limit: 5}") { challenges in
            let accepted = "\(challenges)/sum/submissions/accepted/sum.swift"
            let right = try await judge([
                "submit", accepted, "--challenge", "sum", "--challenges", challenges, "--format", "json",
            ])
            #expect(right.status == 0, "\(right.output) \(right.errors)")
            let strict = try String(contentsOfFile: accepted, encoding: .utf8)
                .replacingOccurrences(of: "print(total)", with: "print(total + 0.001)")
            try write(strict, to: "\(challenges)/../sum.swift")
            let wrong = try await judge([
                "submit", "\(challenges)/../sum.swift", "--challenges", challenges, "--format", "json",
            ])
            let verdict = try report(wrong)["verdict"] as? String
            #expect(wrong.status == 1 && verdict == "wrong-answer")
        }
    }

    @Test("ends a compilation that takes too long, as a compile-error with a sentence and with nothing left")
    func compileTime() async throws {
        try await withPackage(limits: "limits: {time_limit: 5, compilation_time: 2}") { challenges in
            let before = HostTraces.now()
            // The type checker tries every overload of every operator on every literal, several seconds for each line.
            let bomb = """
                [1, 2.5, 3].map { -$0 * 2 }.reduce(0, +) + Double(1) - -(2.5) * 3 / 4 + 5 - 6.5 * 7 + (8 - 9) / 2 \
                + (1 + 2.0) * 3 - 4 + 5.5 - [1, 2, 3].map { $0 + 1 }.reduce(0, +) * 2 + "abc".count
                """
            let source = (0..<8).map { "let x\($0) = \(bomb)\n" }.joined()
            try write(source, to: "\(challenges)/../sum.swift")
            let finished = try await judge(["submit", "\(challenges)/../sum.swift", "--challenges", challenges])
            #expect(finished.status == 1, "\(finished.errors)")
            #expect(finished.output.hasPrefix("compile-error"))
            #expect(finished.output.contains("took longer than 2 s"), "\(finished.output)")
            #expect(HostTraces.now().subtracting(before).isEmpty)
        }
    }

    @Test("keeps its promises, with a time limit inferred from its submissions")
    func inferredTimeLimit() async throws {
        try await withPackage { challenges in
            let state = "\(challenges)/../state"
            let arguments = ["--challenges", challenges, "--state", state]
            let verified = try await judge(["verify"] + arguments)
            #expect(verified.status == 0, "\(verified.output) \(verified.errors)")
            let shown = try await judge(
                ["submit", "\(challenges)/sum/submissions/accepted/sum.swift", "--challenge", "sum"] + arguments)
            // The smallest multiple of the default resolution, one second, is plenty for an addition.
            #expect(shown.output.contains("of 1 s"), "\(shown.output)")
            let tested = try await judge(
                ["test", "\(challenges)/sum/submissions/accepted/sum.swift", "--challenge", "sum"] + arguments)
            #expect(tested.status == 0 && tested.output.contains("of 1 s") && tested.output.contains("public 1/1"))
            let kept = try FileManager.default.contentsOfDirectory(atPath: "\(state)/data/sum")
            #expect(kept.count { $0.hasPrefix("time-limit-") } == 1)
        }
    }

    @Test("gives a program the arguments that the package says, and its name")
    func arguments() async throws {
        try await withPackage(limits: "limits: {time_limit: 5}") { challenges in
            try write(
                "args: [--times, '2']\noutput_validator_args: [float_tolerance, 1e-6]\n",
                to: "\(challenges)/sum/data/secret/numbers/test_group.yaml")
            try write("7.5\n", to: "\(challenges)/sum/data/secret/numbers/two.ans")
            let source = """
                let words = CommandLine.arguments
                let times = words.count == 3 && !words[0].isEmpty && words[1] == "--times" ? Double(words[2])! : 1

                """ + Self.sum.replacing("print(total)", with: "print(total * times)")
            try write(source, to: "\(challenges)/../sum.swift")
            let finished = try await judge(["submit", "\(challenges)/../sum.swift", "--challenges", challenges])
            #expect(finished.status == 0, "\(finished.output) \(finished.errors)")
        }
    }
}
