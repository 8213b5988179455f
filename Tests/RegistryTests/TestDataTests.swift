import Testing

@testable import Registry

@Suite struct TestDataTests {
    private func group(_ name: String, _ files: [String: String?]) throws -> TestGroup {
        try #require(try TemporaryRegistry(files).challenge().groups.first { $0.name == name })
    }

    private func find(_ name: String, _ files: [String: String?]) throws -> TestCase {
        let cases = try TemporaryRegistry(files).challenge().groups.flatMap(\.cases)
        return try #require(cases.first { $0.name == name })
    }

    // MARK: Settings

    @Test func aCaseInheritsFromItsGroupAndOverridesIt() throws {
        let files: [String: String?] = [
            "data/secret/small/test_group.yaml": """
            args: [--fast]
            output_validator_args: [float_tolerance, 1e-6]
            input_validator_args: {validate: [--small]}
            full_feedback: true

            """,
            "data/secret/large/test_group.yaml": "args: []\n",
            "data/secret/small/zero.yaml": "args: [--slow, 5]\nhint: Add.\ndescription: Two zeros.\n",
            "data/secret/small/two.in": "1 1\n",
            "data/secret/small/two.ans": "2\n",
        ]
        let zero = try find("secret/small/zero", files).settings
        #expect(zero.args == ["--slow", "5"])
        #expect(zero.outputValidatorArgs == ["float_tolerance", "1e-6"])
        #expect(zero.inputValidatorArgs.arguments(for: "validate") == ["--small"])
        #expect(zero.inputValidatorArgs.arguments(for: "other") == [])
        #expect(zero.fullFeedback)
        #expect(zero.hint == "Add.")
        #expect(zero.description == "Two zeros.")
        let two = try find("secret/small/two", files).settings
        #expect(two.args == ["--fast"])
        #expect(two.hint == nil)
        #expect(try find("secret/large/huge", files).settings == CaseSettings())
        #expect(try TemporaryRegistry(files).problems() == [])
    }

    @Test func aTestDataGroupInheritsNothingFromSecret() throws {
        let files: [String: String?] = [
            "data/secret/test_group.yaml": "args: [--secret]\n",
            "data/secret/small/test_group.yaml": "args: [--small]\n",
            "data/secret/large/test_group.yaml": "full_feedback: true\n",
        ]
        #expect(try find("secret/small/zero", files).settings.args == ["--small"])
        #expect(try find("secret/large/huge", files).settings.args == [])
        #expect(try find("sample/one", files).settings.args == [])
    }

    @Test func aFolderThatIsNoTestDataGroupInheritsFromSecret() throws {
        let files: [String: String?] = ["data/secret/test_group.yaml": "args: [--secret]\n"]
        #expect(try find("secret/small/zero", files).settings.args == ["--secret"])
        #expect(try group("secret/small", files).isDeclared == false)
    }

    @Test func samplesGiveFullFeedbackUnlessTheySayOtherwise() throws {
        #expect(try find("sample/one", [:]).settings.fullFeedback)
        #expect(try find("secret/small/zero", [:]).settings.fullFeedback == false)
        #expect(
            try find("sample/one", ["data/sample/one.yaml": "full_feedback: false\n"]).settings.fullFeedback == false)
        let files: [String: String?] = ["data/sample/test_group.yaml": "full_feedback: false\n"]
        #expect(try find("sample/one", files).settings.fullFeedback == false)
    }

    @Test func constantsAreFilledInWhereTheFormatSaysSo() throws {
        let registry = try TemporaryRegistry([
            "problem.yaml": TemporaryRegistry.problem + "constants: {limit: {value: 10, text: ten}}\n",
            "data/secret/test_group.yaml": "args: ['--limit={{limit}}']\n",
            "data/secret/small/zero.in": "{{limit}}\n",
            "statement/problem.en.md": "At most {{limit.text}}, not {{limits}}.\n",
            "include/swift/main.swift": "let limit = {{limit.value}}\n",
        ])
        let challenge = try registry.challenge()
        #expect(challenge.groups.last?.cases.last?.settings.args == ["--limit=10"])
        #expect(challenge.statement()?.text == "At most ten, not {{limits}}.\n")
        #expect(try challenge.source(of: challenge.harness[0]) == Array("let limit = 10\n".utf8))
        let input = try #require(challenge.groups.last?.cases.last?.input)
        #expect(try challenge.contents(of: input, limit: 100) == Array("{{limit}}\n".utf8))
        #expect(try registry.problems() == [])
    }

    @Test func scoresAreRead() throws {
        let files: [String: String?] = [
            "problem.yaml": TemporaryRegistry.problem + "type: scoring\n",
            "data/secret/test_group.yaml": "max_score: unbounded\nscore_aggregation: sum\nrequire_pass: sample\n",
            "data/secret/large/test_group.yaml": "max_score: 40\nscore_aggregation: min\nrequire_pass: sample\n",
            "data/secret/small/test_group.yaml":
                "max_score: unbounded\nscore_aggregation: sum\nrequire_pass: [sample]\n",
        ]
        let large = try group("secret/large", files).settings
        #expect(large.maximumScore == .points(40))
        #expect(large.aggregation == .min)
        #expect(large.requirePass == ["sample"])
        let small = try group("secret/small", files).settings
        #expect(small.maximumScore == .unbounded)
        #expect(small.requirePass == ["sample"])
        #expect(try TemporaryRegistry(files).problems() == [])
    }

    // MARK: Cases

    @Test func casesOfFoldersWithinAGroupBelongToIt() throws {
        let files: [String: String?] = [
            "data/secret/small/odd/one.in": "", "data/secret/small/odd/one.ans": "",
            "data/secret/small/a.b.in": "", "data/secret/small/a.b.ans": "",
        ]
        let small = try group("secret/small", files)
        #expect(small.cases.map(\.name) == ["secret/small/a.b", "secret/small/odd/one", "secret/small/zero"])
        #expect(small.cases.map(\.shortName) == ["a.b", "odd/one", "zero"])
        #expect(small.cases[1].input.path == "data/secret/small/odd/one.in")
        #expect(small.cases[1].answer.path == "data/secret/small/odd/one.ans")
        #expect(try TemporaryRegistry(files).problems() == [])
    }

    @Test func casesDirectlyInSecretMakeAGroup() throws {
        let files: [String: String?] = ["data/secret/a.in": "", "data/secret/a.ans": ""]
        let groups = try TemporaryRegistry(files).challenge().groups
        #expect(groups.map(\.name) == ["sample", "secret", "secret/large", "secret/small"])
        #expect(groups[1].cases.map(\.name) == ["secret/a"])
        #expect(try TemporaryRegistry(files).problems() == [])
    }

    @Test func everyKindOfFileOfACaseIsFound() throws {
        let files: [String: String?] = [
            "data/sample/one.out": "3\n", "data/sample/one.in.statement": "", "data/sample/one.in.download": "",
            "data/sample/one.svg": "",
        ]
        let one = try find("sample/one", files)
        #expect(one.output?.path == "data/sample/one.out")
        #expect(one.illustration?.name == "one.svg")
        #expect(
            one.overrides.mapValues(\.name) == ["in.statement": "one.in.statement", "in.download": "one.in.download"])
    }

    @Test func casesOfValidatorsAreRead() throws {
        let registry = try TemporaryRegistry([
            "data/invalid_input/test_group.yaml": "input_validator_args: [--strict]\ndescription: Bad.\n",
            "data/invalid_input/words.in": "a b\n",
            "data/invalid_output/far.in": "1 1\n", "data/invalid_output/far.ans": "2\n",
            "data/invalid_output/far.out": "3\n",
            "data/valid_output/spaces/wide.in": "1 1\n", "data/valid_output/spaces/wide.ans": "2\n",
            "data/valid_output/spaces/wide.out": "  2\n",
        ])
        let challenge = try registry.challenge()
        let words = try #require(challenge.invalidInputs.first)
        #expect(words.name == "invalid_input/words")
        #expect(words.settings.inputValidatorArgs.arguments(for: "any") == ["--strict"])
        #expect(words.settings.description == "Bad.")
        #expect(challenge.invalidOutputs.map(\.output?.path) == ["data/invalid_output/far.out"])
        #expect(challenge.validOutputs.map(\.name) == ["valid_output/spaces/wide"])
        #expect(try registry.problems() == [])
    }

    // MARK: Faults

    private struct Fault: CustomTestStringConvertible {
        var files: [String: String?]
        var problems: [String]
        var testDescription: String { problems.first ?? "" }

        init(_ files: [String: String?], _ problems: String...) {
            self.files = files
            self.problems = problems
        }
    }

    private static let faults = [
        Fault(
            ["data/secret/small/zero.ans": nil],
            "sum/data/secret/small/zero.in: has no answer; add data/secret/small/zero.ans"),
        Fault(
            ["data/secret/small/zero.in": nil],
            "sum/data/secret/small: has no cases; add some or remove the folder",
            "sum/data/secret/small/zero.ans: belongs to no case: there is no zero.in beside it"),
        Fault(
            ["data/secret/small/one.yaml": "hint: x\n"],
            "sum/data/secret/small/one.yaml: belongs to no case: there is no one.in beside it"),
        Fault(
            ["data/secret/small/one.files/a.txt": "x\n"],
            "sum/data/secret/small/one.files: belongs to no case: there is no one.in beside it"),
        Fault(
            ["data/secret/small/zero.files/a.txt": "x\n"],
            "sum/data/secret/small/zero.files: input files are not supported by this judge"),
        Fault(
            ["data/secret/small/zero.yaml": "hnit: x\n"],
            "sum/data/secret/small/zero.yaml:1:1: hnit: unknown key; did you mean 'hint'?"),
        Fault(
            ["data/secret/small/zero.yaml": "args: --fast\n"],
            "sum/data/secret/small/zero.yaml:1:7: args: must be a list, but is '--fast'"),
        Fault(
            ["data/secret/small/zero.yaml": "args: [[a]]\n"],
            "sum/data/secret/small/zero.yaml:1:8: args[0]: must be a text, but is a list"),
        Fault(
            ["data/secret/small/zero.yaml": "input_validator_args: {validat: [x]}\n"],
            """
            sum/data/secret/small/zero: input_validator_args.validat: there is no input validator of that name; did \
            you mean 'validate'?
            """),
        Fault(
            ["data/secret/small/test_group.yaml": "arg: [x]\n", "data/secret/large/test_group.yaml": "{}\n"],
            "sum/data/secret/small/test_group.yaml:1:1: arg: unknown key; did you mean 'args'?"),
        Fault(
            ["data/secret/small/test_group.yaml": "{}\n"],
            "sum/data/secret/large: has no test_group.yaml, though other folders of data/secret have one"),
        Fault(
            [
                "data/secret/small/test_group.yaml": "{}\n", "data/secret/large/test_group.yaml": "{}\n",
                "data/secret/a.in": "", "data/secret/a.ans": "",
            ],
            "sum/data/secret: holds both test data groups and cases; move 'a' into a group"),
        Fault(
            [
                "data/secret/small/test_group.yaml": "{}\n", "data/secret/large/test_group.yaml": "{}\n",
                "data/secret/small/odd/test_group.yaml": "{}\n",
            ],
            "sum/data/secret/small/odd/test_group.yaml: test data groups lie directly in data/secret, nowhere else"),
        Fault(
            ["data/sample/more/test_group.yaml": "{}\n"],
            "sum/data/sample/more/test_group.yaml: test data groups lie directly in data/secret, nowhere else"),
        Fault(
            ["data/secret/small/zero/one.in": "", "data/secret/small/zero/one.ans": ""],
            "sum/data/secret/small/zero: a folder and the case zero.in must not have the same name"),
        Fault(
            ["data/secret/small/test_group.in": "", "data/secret/small/test_group.ans": ""],
            "sum/data/secret/small/test_group.in: a case must not be called 'test_group'"),
        Fault(
            ["data/secret/empty/README.md": "Nothing yet.\n"],
            "sum/data/secret/empty: has no cases; add some or remove the folder"),
        Fault(
            [
                "data/secret/small/zero.in": nil, "data/secret/small/zero.ans": nil, "data/secret/large/huge.in": nil,
                "data/secret/large/huge.ans": nil,
            ],
            "sum/data/secret: there are no secret cases; add some, or generate them in generators/generators.yaml"),
        Fault(
            ["data/test_group.yaml": "{}\n"],
            "sum/data/test_group.yaml: lies in none of the folders of test data, so it is not read"),
        Fault(
            ["data/secrets/a.in": ""],
            "sum/data/secrets: is no folder of test data; did you mean 'secret'?"),
        Fault(
            ["data/invalid_input/a.in": "", "data/invalid_input/a.ans": ""],
            "sum/data/invalid_input/a.ans: cases of invalid_input are inputs alone"),
        Fault(
            ["data/invalid_output/a.in": ""],
            "sum/data/invalid_output/a.in: has no answer; add data/invalid_output/a.ans",
            "sum/data/invalid_output/a.in: has no output; add data/invalid_output/a.out"),
        Fault(
            ["data/invalid_output/a.in": "", "data/invalid_output/a.ans": "2\n", "data/invalid_output/a.out": " 2\n"],
            "sum/data/invalid_output/a.out: is accepted by the default validator, though it is an invalid output"),
        Fault(
            ["data/valid_output/a.in": "", "data/valid_output/a.ans": "2\n", "data/valid_output/a.out": "3\n"],
            "sum/data/valid_output/a.out: is refused by the default validator, though it is a valid output"),
        Fault(["data/sample/one.out": "4\n"], "sum/data/sample/one.out: is refused by the default validator"),
        Fault(
            ["data/secret/test_group.yaml": "output_validator_args: [float_tolernace, 1e-6]\n"],
            """
            sum/data/secret/large/huge: output_validator_args: 'float_tolernace' is no argument of the default \
            validator; did you mean 'float_tolerance'?
            """),
        Fault(
            [
                "data/sample/one.in.statement": "", "data/sample/one.interaction": "",
                "data/sample/one.in.download": "", "data/sample/one.ans.download": "",
            ],
            "sum/data/sample/one.in: the input to show is given by .in.statement and .interaction; keep one of them"),
        Fault(
            ["data/sample/one.ans.statement": "3\n"],
            "sum/data/sample/one.in: has .ans.statement, so .ans.download must be there too"),
        Fault(
            ["data/sample/one.in.download": ""],
            "sum/data/sample/one.in: has .in.download, so .in.statement must be there too"),
        Fault(
            ["data/sample/one.interaction": ""],
            "sum/data/sample/one.in: has .interaction, so .ans.download must be there too",
            "sum/data/sample/one.in: has .interaction, so .in.download must be there too"),
        Fault(
            ["data/sample/one.svg": "", "data/sample/one.png": ""],
            "sum/data/sample/one.in: the illustration is given by .png and .svg; keep one of them"),
        Fault(
            ["data/sample/test_group.yaml": "max_score: 5\n"],
            "sum/data/sample/test_group.yaml:1:12: max_score: must not be given for samples"),
        Fault(
            ["data/secret/test_group.yaml": "score_aggregation: sum\n"],
            """
            sum/data/secret/test_group.yaml:1:20: score_aggregation: is only for problems of the type 'scoring'
            """),
        Fault(
            [
                "problem.yaml": TemporaryRegistry.problem + "type: scoring\n",
                "data/secret/large/test_group.yaml": "max_score: 5\nrequire_pass: [secret/small, secret/none]\n",
                "data/secret/small/test_group.yaml": "max_score: unbounded\nscore_aggregation: pass-fail\n",
                "data/secret/test_group.yaml": "max_score: unbounded\nscore_aggregation: sum\n",
            ],
            """
            sum/data/secret/large/test_group.yaml: require_pass: 'secret/small' comes no earlier than secret/large by \
            name
            """,
            """
            sum/data/secret/large/test_group.yaml: require_pass: there is no group 'secret/none'; groups are called \
            sample or secret/NAME
            """,
            """
            sum/data/secret/small/test_group.yaml: max_score: must be a number where the aggregation is pass-fail
            """),
        Fault(
            [
                "problem.yaml": TemporaryRegistry.problem + "type: scoring\n",
                "data/secret/test_group.yaml": "score_aggregation: pass-fail\nrequire_pass: [secret/large]\n",
                "data/secret/large/test_group.yaml": "max_score: 5\nscore_aggregation: sum\n",
                "data/secret/small/test_group.yaml": "require_pass: secret/large\n",
            ],
            """
            sum/data/secret/test_group.yaml: require_pass: 'secret/large' cannot be required by secret; only sample can
            """,
            """
            sum/data/secret/large/test_group.yaml: score_aggregation: must be pass-fail, because that of secret is
            """,
            """
            sum/data/secret/small/test_group.yaml: max_score: must be a number, because the score of secret is \
            bounded, by default by 100
            """,
            """
            sum/data/secret/small/test_group.yaml: require_pass: 'secret/large' can only be required with pass-fail \
            aggregation
            """),
        Fault(
            ["data/secret/test_group.yaml": "static_validator_args: [x]\n"],
            """
            sum/data/secret/test_group.yaml:1:24: static_validator_args: says nothing without static_validation_score
            """),
        Fault(
            [
                "data/secret/small/test_group.yaml": "static_validation_score: pass-fail\n",
                "data/secret/large/test_group.yaml": "{}\n",
            ],
            """
            sum/data/secret/small/test_group.yaml: static_validation_score: there is no static_validator/ to earn it
            """),
    ]

    @Test(arguments: faults) private func eachFaultIsNamedInASentence(fault: Fault) throws {
        #expect(try TemporaryRegistry(fault.files).problems().sorted() == fault.problems.sorted())
    }
}
