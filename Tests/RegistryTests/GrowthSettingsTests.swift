import Complexity
import Testing

@testable import Registry

/// `complexity.yaml`, read and checked.
@Suite struct GrowthSettingsTests {
    private static let head = "time: n * d\nspace: n + d\n"
    private static let variables =
        "variables:\n  n: {at: 64, ladder: 16, rungs: 6}\n  d: {at: 4, ladder: 2, rungs: 5}\n"
    private static let families = "families: [blobs, line]\n"

    private func problems(_ text: String) throws -> [String] {
        try TemporaryRegistry(["complexity.yaml": text]).problems()
    }

    @Test func aFullFileIsRead() throws {
        let registry = try TemporaryRegistry([
            "complexity.yaml": """
            # What is asked for.
            strict: true
            families: [lopsided, blobs.v2, line-1, a_b]
            inconclusive: reject
            variables:
              z: { at: 1024, ladder: 256, rungs: 7 }
              n2: { rungs: 4, ladder: 1, at: 1 }
              max_depth: { at: 8, ladder: 2, rungs: 24 }
            space: "z + n2^2"
            time: z *  n2 * (max_depth + log(z))

            """
        ])
        let growth = try #require(try registry.challenge().growth)
        let names = ["z", "n2", "max_depth"]
        #expect(growth.time == (try Bound("z *  n2 * (max_depth + log(z))", variables: names)))
        #expect(growth.time.text == "z * n2 * (max_depth + log(z))")
        #expect(growth.space == (try Bound("z + n2^2", variables: names)))
        #expect(
            growth.variables == [
                .init(name: "z", at: 1024, ladder: 256, rungs: 7), .init(name: "n2", at: 1, ladder: 1, rungs: 4),
                .init(name: "max_depth", at: 8, ladder: 2, rungs: 24),
            ])
        #expect(growth.families == ["lopsided", "blobs.v2", "line-1", "a_b"])
        #expect(growth.isStrict && !growth.acceptsInconclusive)
        #expect(try registry.problems() == [])
    }

    @Test func aLogarithmMoreIsWithinAndDoubtsAreAcceptedUnlessTheFileSaysOtherwise() throws {
        let plain = try TemporaryRegistry(["complexity.yaml": TemporaryRegistry.growth]).challenge().growth
        #expect(plain?.isStrict == false && plain?.acceptsInconclusive == true)
        let said = try TemporaryRegistry([
            "complexity.yaml": TemporaryRegistry.growth + "strict: false\ninconclusive: accept\n"
        ]).challenge().growth
        #expect(said == plain)
    }

    @Test(arguments: ["time", "space", "variables", "families"]) func eachOfTheFourKeysMustBeGiven(key: String) throws {
        let keys = ["time": "1", "space": "1", "variables": "{n: {at: 64, ladder: 16, rungs: 6}}", "families": "[a]"]
        let text = keys.filter { $0.key != key }.map { "\($0.key): \($0.value)\n" }.joined()
        let found = try problems(text)
        #expect(found.contains("sum/complexity.yaml:1: \(key): is missing and must be given"), "\(found)")
    }

    @Test func anEmptyFileLacksAllKeys() throws {
        let found = try problems("{}\n")
        for key in ["time", "space", "variables", "families"] {
            #expect(found.contains("sum/complexity.yaml:1: \(key): is missing and must be given"), "\(found)")
        }
    }

    @Test(
        arguments: [
            ("n * m", 1, "there is no variable 'm'; there are d, n", 5),
            ("n * ", 1, "ends where a factor is expected", 5),
            ("n ** d", 1, "'*' is not expected here", 4), ("n^", 1, "an exponent is a number", 3),
            ("exp(n)", 1, "there is no function 'exp'", 1), ("(n + d)^1.5", 1, "raised to a whole number", 8),
            ("n * log(d", 1, "')' is expected here", 10), ("n - d", 1, "'-' is not expected here", 3),
        ] as [(String, Int, String, Int)])
    func aBoundThatCannotBeReadIsAnsweredWithItsColumn(
        bound: String, line: Int, message: String, column: Int
    ) throws {
        for key in ["time", "space"] {
            let other = key == "time" ? "space" : "time"
            let text = "\(key): \"\(bound)\"\n\(other): 1\n" + Self.variables + Self.families
            let found = try problems(text)
            #expect(found.count == 1, "\(found)")
            #expect(
                found.first?.hasPrefix(
                    "sum/complexity.yaml:\(line):\(key.count + 3): \(key): column \(column) of '\(bound)': ")
                    == true && found.first?.contains(message) == true, "\(found)")
        }
    }

    @Test(
        arguments: [
            ("rungs: 3", "must be an integer of at least 4, but is the number 3"),
            ("rungs: -6", "must be an integer of at least 4"),
            ("rungs: 25", "the last rung, 1 doubled 24 times, is too high; give fewer rungs"),
            ("rungs: many", "must be an integer of at least 4"), ("rungs: 6.5", "must be an integer of at least 4"),
        ])
    func theNumberOfRungsHasBounds(rungs: String, message: String) throws {
        let found = try problems("time: 1\nspace: 1\nvariables:\n  n: {at: 1, ladder: 1, \(rungs)}\n" + Self.families)
        #expect(
            found.contains { $0.hasPrefix("sum/complexity.yaml:4:32: variables.n.rungs: \(message)") }, "\(found)")
    }

    @Test func theLastRungHasABound() throws {
        func found(_ ladder: Int, _ rungs: Int) throws -> [String] {
            try problems(
                "time: 1\nspace: 1\nvariables:\n  n: {at: 1, rungs: \(rungs), ladder: \(ladder)}\n" + Self.families)
        }
        #expect(try found(1 << 20, 11) == [])
        #expect(
            try found(1 << 20, 12).contains(
                """
                sum/complexity.yaml:4:21: variables.n.rungs: the last rung, 1048576 doubled 11 times, is too high; \
                give fewer rungs
                """))
        #expect(try found(1 << 27, 4) == [])
        #expect(try !found(Int(Int32.max), 4).isEmpty)
    }

    @Test(
        arguments: [
            ("at: 0, ladder: 16, rungs: 6", "4:11: variables.n.at: must be an integer of at least 1"),
            ("at: 1, ladder: 0, rungs: 6", "4:22: variables.n.ladder: must be an integer of at least 1"),
            ("at: 1, ladder: 16", "variables.n.rungs: is missing and must be given"),
            ("at: 1, rungs: 6", "variables.n.ladder: is missing and must be given"),
            ("ladder: 16, rungs: 6", "variables.n.at: is missing and must be given"),
            (
                "at: 1, ladder: 16, rungs: 6, from: 3",
                "4:36: variables.n.from: unknown key"
            ),
        ])
    func aVariableHasItsThreeNumbers(text: String, message: String) throws {
        let found = try problems("time: 1\nspace: 1\nvariables:\n  n: {\(text)}\n" + Self.families)
        #expect(found.contains { $0.hasPrefix("sum/complexity.yaml:4:") && $0.contains(message) }, "\(found)")
    }

    @Test(arguments: ["2n", "_n", "n-1", "n m", "größe", "n*d"]) func aVariableHasAName(name: String) throws {
        let found = try problems(
            "time: 1\nspace: 1\nvariables: {\"\(name)\": {at: 1, ladder: 1, rungs: 4}}\nfamilies: [a]\n")
        #expect(
            found.contains {
                $0.hasPrefix("sum/complexity.yaml:3:")
                    && $0.hasSuffix(
                        "variables.\(name): a variable's name is letters, digits and '_', and starts with a letter")
            }, "\(found)")
    }

    @Test(arguments: ["a b", "../a", "-a", "--seed", "tücke", "a/b", ""]) func aFamilyHasAName(name: String) throws {
        let text = "time: 1\nspace: 1\nfamilies: [blobs, \"\(name)\"]\n" + Self.variables
        #expect(
            try problems(text) == [
                """
                sum/complexity.yaml:3:11: families: '\(name)' is no name of a family: letters, digits, '_', '.' and '-'
                """
            ])
    }

    @Test func thereIsAtLeastOneFamilyAndOneVariable() throws {
        let needs =
            "sum/complexity.yaml:1:1: needs at least one variable and one family; see Challenges/kmeans/complexity.yaml"
        #expect(try problems(Self.head + Self.variables + "families: []\n") == [needs])
        #expect(try problems("time: 1\nspace: 1\nvariables: {}\n" + Self.families) == [needs])
        #expect(
            try problems(Self.head + Self.variables + "families: blobs\n").contains(
                "sum/complexity.yaml:6:11: families: must be a list, but is 'blobs'"))
    }

    @Test(
        arguments: [
            ("strickt: true", "7:1: strickt: unknown key; did you mean 'strict'?"),
            ("strict: 1", "7:9: strict: must be true or false, but is the number 1"),
            ("inconclusive: maybe", "7:15: inconclusive: 'maybe' is none of 'accept', 'reject'"),
            ("time: n", "7:1: 'time' is given twice, first on line 1"),
        ])
    func otherKeysAreChecked(line: String, message: String) throws {
        let found = try problems(Self.head + Self.variables + Self.families + line + "\n")
        #expect(found.count == 1 && found[0].hasPrefix("sum/complexity.yaml:\(message)"), "\(found)")
    }

    @Test func aFaultInOneVariableIsNotBlamedOnTheBounds() throws {
        let found = try problems(
            "time: n * d\nspace: n\nvariables:\n  n: {at: 64, ladder: 16, rungs: 2}\n  d: {at: 4, ladder: 2, rungs: 5}\n"
                + Self.families)
        #expect(
            found == [
                "sum/complexity.yaml:4:34: variables.n.rungs: must be an integer of at least 4, but is the number 2"
            ])
    }

    @Test func aFileThatIsNoMapIsAnswered() throws {
        for text in ["- n\n", "n\n", "time: [\n"] {
            let found = try problems(text)
            #expect(found.count == 1 && found[0].hasPrefix("sum/complexity.yaml"), "\(found)")
        }
    }

    @Test func rungsStartUpToAnEighthBelowAndDouble() {
        let variable = GrowthSettings.Variable(name: "n", at: 64, ladder: 16, rungs: 5)
        for chance in [0, 1, 2, 3, 5, UInt64.max] {
            let sizes = variable.sizes(chance: chance)
            #expect((14...16).contains(sizes[0]))
            #expect(sizes == (0..<5).map { sizes[0] << $0 })
        }
        #expect(Set((0..<100).map { variable.sizes(chance: $0)[0] }) == [14, 15, 16])
        #expect(GrowthSettings.Variable(name: "n", at: 1, ladder: 1, rungs: 4).sizes(chance: 9) == [1, 2, 4, 8])
    }
}
