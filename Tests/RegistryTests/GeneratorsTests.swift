import Testing

@testable import Registry

@Suite struct GeneratorsTests {
    private static let head = "solution: /submissions/accepted/plain.swift\n"

    private func files(_ yaml: String) -> [String: String?] {
        [
            "generators/generators.yaml": yaml, "generators/numbers.swift": "print(1)\n",
            "generators/pairs/main.swift": "print(pair)\n", "generators/pairs/Pair.swift": "let pair = 2\n",
            "generators/README.md": "How to.\n",
        ]
    }

    private func problems(data: String) throws -> [String] {
        try TemporaryRegistry(files("\(Self.head)data: {secret: {data: {\(data)}}}\n")).problems()
    }

    @Test func casesAreReadIntoTheirGroups() throws {
        let registry = try TemporaryRegistry(
            files(
                """
                solution: /submissions/accepted/plain.swift
                random_salt: pepper
                data:
                  secret:
                    data:
                      small:
                        data:
                          dense: "numbers --family dense --seed {seed} --n 5"
                      drawn:
                        data:
                          two: pairs  --seed={seed:2}x{seed} {seed:2}
                          one: numbers

                """))
        let challenge = try registry.challenge()
        let generators = try #require(challenge.generators)
        #expect(generators.solution == "submissions/accepted/plain.swift")
        #expect(challenge.groups.map(\.name) == ["sample", "secret/drawn", "secret/large", "secret/small"])
        #expect(challenge.groups[1].generated.map(\.name) == ["secret/drawn/one", "secret/drawn/two"])
        #expect(challenge.groups[1].generated.map(\.generator) == ["numbers", "pairs"])
        #expect(challenge.groups[3].generated.map(\.shortName) == ["dense"])
        #expect(challenge.groups[3].count == 2)
        let seed: (Int?) -> UInt64 = { $0.map { UInt64($0) * 100 } ?? UInt64.max }
        #expect(challenge.groups[1].generated[1].arguments(seed: seed) == ["--seed=200x18446744073709551615", "200"])
        #expect(
            challenge.groups[3].generated[0].arguments(seed: { _ in 7 })
                == ["--family", "dense", "--seed", "7", "--n", "5"])
        #expect(challenge.groups[3].generated[0].command == "numbers --family dense --seed {seed} --n 5")
        #expect(challenge.generatorPrograms.map(\.name) == ["numbers", "pairs"])
        #expect(challenge.generatorPrograms[1].sourceFiles.map(\.name) == ["Pair.swift", "main.swift"])
        #expect(challenge.caseNames.contains("secret/drawn/two"))
        #expect(try registry.problems() == [])
    }

    @Test func generatedCasesInheritFromTheirGroup() throws {
        var files = files("\(Self.head)data: {secret: {data: {small: {data: {x: numbers}}}}}\n")
        files["data/secret/small/test_group.yaml"] = "args: [--fast]\n"
        files["data/secret/large/test_group.yaml"] = "{}\n"
        let small = try TemporaryRegistry(files).challenge().groups.last
        #expect(small?.generated.first?.settings.args == ["--fast"])
    }

    @Test func aGroupMayConsistOfGeneratedCasesOnly() throws {
        var files = files("\(Self.head)data: {secret: {data: {drawn: {data: {x: numbers}}}}}\n")
        for path in ["small/zero.in", "small/zero.ans", "large/huge.in", "large/huge.ans"] {
            files["data/secret/\(path)"] = .some(nil)
        }
        #expect(try TemporaryRegistry(files).problems() == [])
        #expect(try TemporaryRegistry(files).challenge().groups.map(\.name) == ["sample", "secret/drawn"])
    }

    @Test func aGeneratedCaseCannotHaveTheNameOfAFixedOne() throws {
        #expect(
            try problems(data: "small: {data: {zero: numbers}}") == [
                """
                sum/generators/generators.yaml:2: zero: the case secret/small/zero has fixed data too; give one of \
                them another name
                """
            ])
    }

    @Test(arguments: [
        (
            "small: {data: {x: numbesr}}",
            """
            2:42: data.secret.data.small.data.x: there is no generator 'numbesr' in generators/; did you mean 'numbers'?
            """
        ),
        (
            "small: {data: {x: ''}}",
            "2:42: data.secret.data.small.data.x: must be a command line: a generator and its arguments"
        ),
        (
            "small: {data: {x: 'numbers {sed}'}}",
            """
            2:42: data.secret.data.small.data.x: '{sed}' holds a brace that is no place for a seed, {seed} or {seed:N}
            """
        ),
        (
            "small: {data: {x: 'numbers {seed:-1}'}}",
            """
            2:42: data.secret.data.small.data.x: '{seed:-1}' holds a brace that is no place for a seed, {seed} or \
            {seed:N}
            """
        ),
        (
            "small: {data: {x: 'numbers seed}'}}",
            """
            2:42: data.secret.data.small.data.x: 'seed}' holds a brace that is no place for a seed, {seed} or {seed:N}
            """
        ),
        ("small: {data: {x: [numbers]}}", "2:42: data.secret.data.small.data.x: must be a text, but is a list"),
        ("small: {cases: {x: numbers}}", "2:32: data.secret.data.small.cases: unknown key; it may be 'data'"),
        ("small: numbers", "2:31: data.secret.data.small: must be a map, but is 'numbers'"),
        (
            "small: {data: {'x y': numbers}}",
            """
            2:46: data.secret.data.small.data.x y: the name may hold letters, digits, '_', '.' and '-', and starts \
            with none of the last two
            """
        ),
        (
            "'../up': {data: {x: numbers}}",
            """
            2:33: data.secret.data.../up: the name may hold letters, digits, '_', '.' and '-', and starts with none of \
            the last two
            """
        ),
    ])
    func faultsOfCasesNameTheKey(data: String, expected: String) throws {
        let found = try problems(data: data)
        #expect(found.contains("sum/generators/generators.yaml:\(expected)"), "\(found)")
    }

    @Test(arguments: [
        ("data: {secret: {data: {}}}\n", "1: solution: is missing and must be given"),
        (head, "1: data: is missing and must be given"),
        ("\(head)data: {sample: {}}\n", "2:8: data.sample: unknown key; it may be 'secret'"),
        (
            "\(head)salt: x\ndata: {secret: {data: {}}}\n",
            "2:1: salt: unknown key; it may be 'solution', 'answers', 'random_salt', 'data'"
        ),
        (
            "solution: /submissions/accepted/plan.swift\ndata: {secret: {data: {}}}\n",
            """
            1:11: solution: there is no 'submissions/accepted/plan.swift'; name a submission, e.g. \
            /submissions/accepted/x.swift
            """
        ),
        (
            "solution: /submissions/wrong_answer/difference.swift\ndata: {secret: {data: {}}}\n",
            " solution: must be an accepted submission, not wrong_answer/difference.swift"
        ),
    ])
    func faultsOfTheFileNameTheKey(yaml: String, expected: String) throws {
        let found = try TemporaryRegistry(files(yaml)).problems()
        #expect(found.contains("sum/generators/generators.yaml:\(expected)"), "\(found)")
    }

    @Test func onlyGeneratorsThatAreUsedMustBeInALanguageThatIsRun() throws {
        var files = files("\(Self.head)data: {secret: {data: {g: {data: {x: numbers}}}}}\n")
        files["generators/notes/a.txt"] = "x\n"
        files["generators/old.viva"] = "x\n"
        files["generators/new.py"] = "print(1)\n"
        #expect(try TemporaryRegistry(files).problems() == [])
        files["generators/generators.yaml"] =
            "\(Self.head)data: {secret: {data: {g: {data: {x: notes, y: old, z: new}}}}}\n"
        #expect(
            try TemporaryRegistry(files).problems() == [
                "sum/generators/notes: holds no program in Swift, C, C++ or Python, and this judge runs no other",
                """
                sum/generators/old: holds no program in Swift, C, C++ or Python, and this judge runs no other; it is 'viva'
                """,
            ])
    }

    @Test func twoProgramsCannotHaveOneName() throws {
        var files = files("\(Self.head)data: {secret: {data: {}}}\n")
        files["generators/numbers/main.swift"] = "print(1)\n"
        #expect(
            try TemporaryRegistry(files).problems() == [
                "sum/generators: holds two programs named 'numbers'; rename one of them"
            ])
    }
}
