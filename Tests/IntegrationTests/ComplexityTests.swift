import Foundation
import FoundationXML
import Support
import Testing

@Suite("The growth of a solution", .serialized)
struct ComplexityTests {
    private static let plain = Checkout.challenge("kmeans/submissions/accepted/plain.swift")
    private static let variables = ["n", "d", "k", "iterations"]

    private static let linear = """
        func work(_ values: [Int]) -> Int {
            var sum = 0
            for value in values { sum = sum &* 31 &+ value }
            return sum
        }
        """
    private static let sorting = "func work(_ values: [Int]) -> Int { values.sorted()[values.count / 2] }"
    private static let copying = "func work(_ values: [Int]) -> Int { values.map { $0 &* 31 }.max() ?? 0 }"

    // MARK: judge submit

    @Test("of an accepted one is within, and the same to the last digit on every submission beside busy programs")
    func repeats() async throws {
        var seen: Set<String> = []
        try await withBusyLoops(2) {
            for _ in 0..<5 { seen.insert(try await acceptedGrowth()) }
        }
        #expect(seen.count == 1)
    }

    /// The growth of a solution that is accepted, once it was looked at.
    private func acceptedGrowth() async throws -> String {
        let measured = try Measured(
            try await judge(["submit", Self.plain, "--challenge", "kmeans", "--quiet", "--format", "json"]))
        #expect(measured.status == 0 && measured.verdict == "accepted")
        for resource in ["time", "space"] {
            #expect(measured.verdict(resource) == "within")
            for name in Self.variables {
                #expect(measured.variable(resource, name)["verdict"] as? String == "within", "\(resource) \(name)")
            }
        }
        #expect(measured.report["groups"] is [Any])
        return try measured.complexity
    }

    @Test(
        "of one that grows too fast ends with complexity-exceeded, 1, and the variable's name",
        arguments: [
            ("removes_members_from_front", "time", "n"), ("table_of_all_distances", "space", "k"),
        ])
    func exceeded(name: String, resource: String, variable: String) async throws {
        let file = Checkout.challenge("kmeans/submissions/complexity_exceeded/\(name).swift")
        let measured = try Measured(
            try await judge(["submit", file, "--challenge", "kmeans", "--quiet", "--format", "json"]))
        #expect(measured.status == 1 && measured.verdict == "complexity-exceeded")
        #expect(measured.verdict(resource) == "over")
        let over = Self.variables.filter { measured.variable(resource, $0)["verdict"] as? String == "over" }
        let products = (measured.resource(resource)["variables"] as? [String: Any] ?? [:]).keys.filter {
            $0.contains("*")
        }
        #expect(over.contains(variable) || products.contains { $0.split(separator: "*").contains(Substring(variable)) })
        #expect(measured.message.contains(variable), "\(measured.message)")
        #expect(measured.resource(resource)["message"] as? String == measured.message)
        // All cases are right: that is what makes growth the verdict.
        for group in try #require(measured.report["groups"] as? [[String: Any]]) {
            #expect(group["passed"] as? Int == group["total"] as? Int)
        }
        let text = try await judge(["submit", file, "--challenge", "kmeans", "--quiet"])
        #expect(text.status == 1 && text.output.hasPrefix("complexity-exceeded"), "\(text.output)")
        let flat = text.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            flat.contains("\(resource) along \(variable)") || flat.contains("\(resource) along n*"), "\(text.output)")
    }

    @Test("is left out with --no-complexity, of a wrong answer, and by judge test")
    func leftOut() async throws {
        let exceeding = Checkout.challenge("kmeans/submissions/complexity_exceeded/removes_members_from_front.swift")
        let skipped = try Measured(
            try await judge(
                ["submit", exceeding, "--challenge", "kmeans", "--no-complexity", "--quiet", "--format", "json"]))
        #expect(skipped.status == 0 && skipped.verdict == "accepted")
        #expect(skipped.report["complexity"] is NSNull)
        let text = try await judge(["submit", exceeding, "--challenge", "kmeans", "--no-complexity", "--quiet"])
        #expect(text.status == 0 && !text.output.contains("within") && !text.output.contains("asked"))
        let folder = Checkout.challenge("kmeans/submissions/wrong_answer")
        let wrong = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).sorted().first)
        let rejected = try Measured(
            try await judge(["submit", "\(folder)/\(wrong)", "--challenge", "kmeans", "--quiet", "--format", "json"]))
        #expect(rejected.verdict == "wrong-answer" && rejected.report["complexity"] is NSNull)
        let tested = try Measured(
            try await judge(["test", exceeding, "--challenge", "kmeans", "--quiet", "--format", "json"]))
        #expect(tested.status == 0 && tested.report["complexity"] is NSNull)
    }

    // MARK: judge complexity

    @Test("is reported without cases, with every rung of every variable")
    func command() async throws {
        let measured = try Measured(
            try await judge(["complexity", Self.plain, "--challenge", "kmeans", "--quiet", "--format", "json"]))
        #expect(measured.status == 0 && measured.verdict == "accepted")
        #expect(measured.report["groups"] == nil)
        #expect(measured.report["schema"] as? String == "judge-report/1")
        for resource in ["time", "space"] {
            for (name, rungs) in zip(Self.variables, [7, 5, 5, 4]) {
                let points = measured.points(resource, name)
                #expect(points.count == rungs, "\(resource) \(name)")
                let xs = points.compactMap { $0["x"] as? Int }
                #expect(zip(xs, xs.dropFirst()).allSatisfy { $1 == 2 * $0 }, "\(xs)")
                #expect(points.allSatisfy { ($0["value"] as? Int ?? 0) > 0 && $0["at_least"] as? Bool == false })
                #expect(points.allSatisfy { ($0["bound"] as? Double ?? 0) > 0 })
                let interval = measured.variable(resource, name)["interval"] as? [Double] ?? []
                let exponent = measured.variable(resource, name)["exponent"] as? Double ?? -1
                #expect(interval.count == 2 && interval[0] <= exponent && exponent <= interval[1])
            }
        }
        #expect(measured.resource("time")["bound"] as? String == "iterations * n * k * d")
    }

    @Test("is held against the bounds of the command line, and against their very class with --strict")
    func options() async throws {
        for (source, arguments, verdicts) in [
            (Self.linear, [], ["within", "within"]), (Self.linear, ["--time", "1"], ["over", "within"]),
            (Self.linear, ["--time", "log(n)"], ["over", "within"]),
            (Self.linear, ["--space", "1"], ["within", "within"]),
            (Self.copying, ["--space", "1"], ["within", "over"]),
            (Self.copying, ["--space", "n"], ["within", "within"]),
            (Self.sorting, ["--time", "n"], ["within", "within"]),
            (Self.sorting, ["--time", "n", "--strict"], ["over", "within"]),
            (Self.sorting, ["--time", "n * log(n)", "--strict"], ["within", "within"]),
            (Self.linear, ["--time", "n", "--strict"], ["within", "within"]),
            // Too large for a number at most sizes.
            (Self.linear, ["--time", "2^n"], ["within", "within"]),
        ] {
            let measured = try await Growing.report(source, arguments)
            #expect([measured.verdict("time"), measured.verdict("space")] == verdicts, "\(arguments)")
            #expect(measured.status == (verdicts.contains("over") ? 1 : 0), "\(arguments)")
            if let index = arguments.firstIndex(of: "--time") {
                #expect(measured.resource("time")["bound"] as? String == arguments[index + 1])
            }
        }
    }

    @Test("is drawn as text, with ASCII only where that is asked for, and as SVG")
    func drawn() async throws {
        try await withFolder { folder in
            let text = try await Growing.measure(Self.sorting, ["--plot", "\(folder)/growth.svg"])
            #expect(text.output.contains("time along n") && text.output.contains("space along n"))
            #expect(text.output.contains { !$0.isASCII })
            let ascii = try await Growing.measure(Self.sorting, ["--ascii"])
            #expect(ascii.output.allSatisfy { $0.isASCII }, "\(ascii.output.filter { !$0.isASCII })")
            #expect(ascii.output.contains("time along n") && ascii.output.contains("*"), "\(ascii.output)")
            let svg = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/growth.svg"))
            let reader = SVGReader()
            let parser = XMLParser(data: svg)
            parser.delegate = reader
            #expect(parser.parse(), "\(String(describing: parser.parserError))")
            #expect(reader.elements.first == "svg")
            #expect(reader.elements.contains("text") && reader.elements.count > 20)
            #expect(!String(decoding: svg, as: UTF8.self).contains("<script"))
        }
    }

    private final class SVGReader: NSObject, XMLParserDelegate {
        private(set) var elements: [String] = []
        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            elements.append(name)
        }
    }

    @Test(
        "is not measured against a bound that cannot be read: that is usage, with the option and the column",
        arguments: [
            ("--time", "n * m", 5, "no variable 'm'"), ("--space", "n +", 4, "ends where a factor"),
            ("--time", "", 1, "ends where a factor"), ("--space", "n^^2", 3, "an exponent"),
        ])
    func badBound(option: String, bound: String, column: Int, words: String) async throws {
        let finished = try await Growing.measure(Self.linear, [option, bound])
        #expect(finished.status == 64 && finished.output.isEmpty)
        let flat = finished.errors.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            flat.contains(option) && flat.contains("column \(column)") && flat.contains(words), "\(finished.errors)")
        #expect(finished.errors.utf8.count < 400)
    }

    @Test("has nothing to be measured with where the challenge has no complexity.yaml")
    func noSettings() async throws {
        try await withFolder { folder in
            try FileManager.default.copyItem(atPath: "\(Growing.challenges)/growth", toPath: "\(folder)/growth")
            try FileManager.default.removeItem(atPath: "\(folder)/growth/complexity.yaml")
            try write(Self.linear, to: "\(folder)/growth.swift")
            let finished = try await judge(["complexity", "\(folder)/growth.swift", "--challenges", folder, "--quiet"])
            #expect(finished.status == 64)
            #expect(finished.errors.contains("growth has no complexity.yaml"), "\(finished.errors)")
            let submitted = try await judge(
                ["submit", "\(folder)/growth.swift", "--challenges", folder, "--quiet", "--format", "json"])
            #expect(submitted.status == 0)
            #expect(try report(submitted)["complexity"] is NSNull)
        }
    }

    // MARK: Programs whose growth is known

    struct Program: Sendable {
        let name: String
        let source: String
        let estimate: String
        let verdict: String
    }

    static let programs = [
        Program(name: "a loop", source: linear, estimate: "n", verdict: "within"),
        Program(
            name: "a loop in a loop",
            source: """
                func work(_ values: [Int]) -> Int {
                    var sum = 0
                    for first in values { for second in values where second < first { sum &+= first ^ second } }
                    return sum
                }
                """, estimate: "n^2", verdict: "over"),
        Program(
            name: "counting subsets",
            source: """
                func work(_ values: [Int]) -> Int {
                    func count(_ index: Int, _ left: Int) -> Int {
                        if index == values.count { return left == 0 ? 1 : 0 }
                        return count(index + 1, left) &+ count(index + 1, left &- values[index])
                    }
                    return count(0, 1_000_000_007)
                }
                """, estimate: "2^n", verdict: "over"),
        Program(
            name: "removeFirst in a loop",
            source: """
                func work(_ values: [Int]) -> Int {
                    var rest = values
                    var sum = 0
                    while !rest.isEmpty { sum &+= rest.removeFirst() }
                    return sum
                }
                """, estimate: "n^2", verdict: "over"),
        Program(
            name: "a new list for each value",
            source: """
                func work(_ values: [Int]) -> Int {
                    var list: [Int] = []
                    for x in values { list = [x] + list }
                    return list.first ?? 0
                }
                """, estimate: "n^2", verdict: "over"),
        Program(
            name: "insertion at the front",
            source: """
                func work(_ values: [Int]) -> Int {
                    var list: [Int] = []
                    for x in values { list.insert(x, at: 0) }
                    return list[0]
                }
                """, estimate: "n^2", verdict: "over"),
        Program(
            name: "a dictionary",
            source: """
                func work(_ values: [Int]) -> Int {
                    var counts: [Int: Int] = [:]
                    for value in values { counts[value, default: 0] += 1 }
                    return counts.values.max() ?? 0
                }
                """, estimate: "n", verdict: "within"),
    ]

    @Test("is found where it is known")
    func known() async throws {
        try await twoAtATime(Self.programs) { program in
            let measured = try await Growing.report(program.source)
            #expect(measured.verdict("time") == program.verdict, "\(program.name)")
            #expect(measured.estimate("time") == program.estimate, "\(program.name): \(measured.variable("time", "n"))")
            let verdict = program.verdict == "over" ? "complexity-exceeded" : "accepted"
            #expect(measured.verdict == verdict, "\(program.name)")
            #expect(measured.status == (program.verdict == "over" ? 1 : 0), "\(program.name)")
        }
    }

    @Test(
        "of a solution that draws lots is the same every time",
        arguments: [
            """
            func work(_ values: [Int]) -> Int {
                var sum = 0
                for (place, value) in values.shuffled().enumerated() where value % (place % 7 + 1) == 0 { sum &+= place }
                return sum
            }
            """,
            """
            func work(_ values: [Int]) -> Int {
                var steps = 0
                for _ in values { while Int.random(in: 0..<4) > 0 { steps += 1 } }
                return steps
            }
            """,
            """
            func quick(_ values: [Int]) -> [Int] {
                guard let pivot = values.randomElement() else { return [] }
                return quick(values.filter { $0 < pivot }) + values.filter { $0 == pivot } + quick(values.filter { $0 > pivot })
            }
            func work(_ values: [Int]) -> Int { quick(values)[values.count / 2] }
            """,
            """
            func work(_ values: [Int]) -> Int {
                let clock = ContinuousClock()
                let started = clock.now
                var sum = 0
                for value in Set(values.map(String.init)) { sum = sum &* 31 &+ value.hashValue }
                return clock.now - started > .seconds(1) ? 0 : sum
            }
            """,
            """
            func work(_ values: [Int]) -> Int {
                var sum = 0
                for value in Set(values.map(String.init)) { sum = sum &* 31 &+ value.hashValue }
                for step in 0..<ContinuousClock.now.hashValue.magnitude % 3000 { sum ^= Int(step) }
                return sum
            }
            """,
        ])
    func chance(source: String) async throws {
        var seen: Set<String> = []
        for _ in 0..<2 { seen.insert(try await Growing.report(source).complexity) }
        #expect(seen.count == 1, "\(seen)")
    }

    // MARK: Answers along the ladder

    @Test("comes with answers, which are judged: one that is wrong on large data only is a wrong answer")
    func wrongAbove() async throws {
        let source = try String(contentsOfFile: Self.plain, encoding: .utf8)
        let last = "return (centroids, points.map { nearestIndex($0, centroids) })"
        try #require(source.contains(last))
        try await withFolder { folder in
            for (change, verdict) in [
                ("points.count < 2000 ? LABELS : LABELS.map { 1 - min($0, 1) }", "wrong-answer"),
                ("points.count < 2000 ? LABELS : [LABELS.count, 1].map { LABELS[$0] }", "run-time-error"),
            ] {
                let labels = change.replacing("LABELS", with: "labels")
                let changed = source.replacing(
                    last, with: "let labels = points.map { nearestIndex($0, centroids) }; return (centroids, \(labels))"
                )
                try write(changed, to: "\(folder)/kmeans.swift")
                let measured = try Measured(
                    try await judge(["complexity", "\(folder)/kmeans.swift", "--quiet", "--format", "json"]))
                #expect(measured.status == 1 && measured.verdict == verdict, "\(measured.message)")
                #expect(measured.message.contains("n = ") && measured.message.contains("family"), "\(measured.message)")
                #expect(measured.report["complexity"] is NSNull)
            }
        }
    }

    @Test("of a submission that does not compile is a compile-error")
    func compileError() async throws {
        let measured = try await Growing.report("func work(_ values: [Int]) -> Int { nothing }")
        #expect(measured.status == 1 && measured.verdict == "compile-error")
    }
}
