import Foundation
import Support

/// `judge submit` against a script that compiles the same files with `swiftc -O` and runs the same cases bare.
struct SubmitBench {
    let judge: String
    let folder: String
    private let rounds = 7

    func run() async throws {
        for slug in ["kmeans", "logisticregression"] {
            let state = "\(folder)/state"
            let solution = try model(of: slug)
            print("judge submit, \(slug), \(rounds) rounds in turn")
            // Builds validators and hidden data: that is once per installation, not per submission.
            _ = try await execute(judge, ["submit", solution, "--challenge", slug, "--state", state, "--quiet"])
            // The data of growth are no cases.
            let inputs = try self.inputs(of: slug, state: state)
            let source = try String(contentsOfFile: solution, encoding: .utf8)
            var plain: [Double] = []
            var cold: [Double] = []
            var again: [Double] = []
            for round in 0..<rounds {
                let file = "\(folder)/\(slug).swift"
                try write("// \(round) \(UUID())\n" + source, to: file)
                let arguments = ["submit", file, "--state", state, "--quiet", "--no-complexity"]
                plain.append(try await Bench.seconds { try await script(slug, file, inputs) })
                cold.append(try await Bench.seconds { try await expectAccepted(arguments) })
                again.append(try await Bench.seconds { try await expectAccepted(arguments) })
            }
            Bench.line("swiftc -O and \(inputs.count) bare runs", plain, unit: "s")
            Bench.line("judge submit, a new source", cold, unit: "s")
            Bench.line("judge submit, the same source again", again, unit: "s")
            Bench.ratio("new source / script ", cold, plain, target: 1.25)
            Bench.ratio("same source / script", again, plain, target: 0.35)
        }
    }

    /// What the measurement of growth adds to `judge submit`, of a new source each time.
    func runGrowth() async throws {
        print("judge submit, a new source, what the measurement of growth adds, 5 rounds in turn")
        var medians: [Double] = []
        for slug in ["decisiontree", "kmeans", "knn", "linearregression", "logisticregression"] {
            let state = "\(folder)/state"
            let solution = try model(of: slug)
            _ = try await execute(judge, ["submit", solution, "--challenge", slug, "--state", state, "--quiet"])
            let source = try String(contentsOfFile: solution, encoding: .utf8)
            let file = "\(folder)/\(slug).swift"
            var added: [Double] = []
            for _ in 0..<5 {
                let arguments = ["submit", file, "--state", state, "--quiet"]
                try write("// \(UUID())\n" + source, to: file)
                let without = try await Bench.seconds { try await expectAccepted(arguments + ["--no-complexity"]) }
                try write("// \(UUID())\n" + source, to: file)
                let with = try await Bench.seconds { try await expectAccepted(arguments) }
                added.append(with - without)
            }
            Bench.line(slug, added, unit: "s")
            medians.append(Bench.median(added))
        }
        let median = Bench.median(medians)
        print(
            String(
                format: "  median over the five %.1f s  (target at most 4: %@)", median, median <= 4 ? "ok" : "MISSED"))
    }

    private func expectAccepted(_ arguments: [String]) async throws {
        let finished = try await execute(judge, arguments)
        guard finished.status == 0 else { fatalError(finished.output + finished.errors) }
    }

    private func model(of slug: String) throws -> String {
        let yaml = try String(contentsOfFile: Checkout.challenge("\(slug)/generators/generators.yaml"), encoding: .utf8)
        let line = yaml.split(separator: "\n").first { $0.hasPrefix("solution:") } ?? ""
        let path = line.dropFirst("solution:".count).trimmingCharacters(in: .whitespaces)
        return Checkout.challenge("\(slug)/\(path.drop { $0 == "/" })")
    }

    /// Samples, fixed secret cases, and the ones that the judge has drawn.
    private func inputs(of slug: String, state: String) throws -> [String] {
        var found: [String] = []
        for root in [
            Checkout.challenge("\(slug)/data/sample"), Checkout.challenge("\(slug)/data/secret"),
            "\(state)/data/\(slug)",
        ] {
            for path in try FileManager.default.subpathsOfDirectory(atPath: root)
            where path.hasSuffix(".in") && !path.hasPrefix("growth-") {
                found.append("\(root)/\(path)")
            }
        }
        return found
    }

    /// What a person without a judge would do: one module of everything, a static executable, and a loop over the cases.
    private func script(_ slug: String, _ file: String, _ inputs: [String]) async throws {
        let harness = "\(folder)/harness/main.swift"
        let text = try String(contentsOfFile: Checkout.challenge("\(slug)/include/swift/main.swift"), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        try write(lines.filter { !$0.contains("import ") }.joined(separator: "\n"), to: harness)
        let kit = try FileManager.default.contentsOfDirectory(atPath: Checkout.kit).filter { $0 != "Meter.swift" }
            .map { "\(Checkout.kit)/\($0)" }
        // What stands in the meter's place, for a build without it.
        let nothing = ["Pause", "Begin", "End", "Finish"].map { "func meter\($0)() {}\n" }.joined()
        try write(nothing, to: "\(folder)/harness/nothing.swift")
        let program = "\(folder)/plain"
        let compile =
            ["swiftc", "-O", "-wmo", "-static-executable", "-use-ld=lld"] + kit + [
                file, harness, "\(folder)/harness/nothing.swift", "-o", program,
            ]
        let command = """
            \(compile.map { "'\($0)'" }.joined(separator: " ")) || exit 1
            while read -r input; do '\(program)' < "$input" > /dev/null 3> /dev/null || exit 1; done <<END
            \(inputs.joined(separator: "\n"))
            END
            """
        let finished = try await execute("/bin/sh", ["-c", command])
        guard finished.status == 0 else { fatalError(finished.output + finished.errors) }
    }
}
