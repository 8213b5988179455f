import JudgeCore
import Testing

@testable import Registry

@Suite struct ProblemMetadataTests {
    /// `problem.yaml` has five lines before `text`.
    private func problems(_ text: String, removing line: String? = nil) throws -> [String] {
        try TemporaryRegistry.problems(metadata: text, removing: line)
    }

    private func metadata(_ text: String) throws -> ProblemMetadata {
        try TemporaryRegistry(["problem.yaml": TemporaryRegistry.problem + text]).challenge().metadata
    }

    @Test func everyKeyIsRead() throws {
        let registry = try TemporaryRegistry([
            "statement/problem.pt-BR.md": "Some dois inteiros.\n",
            "problem.yaml": """
            problem_format_version: 2025-09
            type: [scoring]
            name:
              en: Sum
              pt-BR: Soma
            uuid: 5CA6BA5B-36D5-4EFF-8AA7-D967CBC4375E
            version: "1.2"
            credits:
              authors: Ada Lovelace <ada@example.org>
              contributors:
                - Charles Babbage
                - name: Luigi Menabrea
                  email: luigi@example.org
                  orcid: 0000-0001-7414-874X
                  kattis: luigi
              testers: [Mary Somerville]
              translators:
                pt-BR: [Someone Else]
              packagers: A Packager
              acknowledgements: [Thanks To]
            source:
              - name: A Contest
                url: https://example.org/contest
              - A Book
            license: cc by
            rights_owner: Ada Lovelace
            embargo_until: 2026-01-31T12:00:00Z
            limits:
              time_multipliers: {ac_to_time_limit: 3, time_limit_to_tle: 1.25}
              time_limit: 1.5
              time_resolution: 0.5
              memory: 512
              output: 16
              code: 64
              compilation_time: 30
              compilation_memory: 1024
              validation_time: 10
              validation_memory: 256
              validation_output: 4
            keywords: [sums, medium]
            languages: [swift, cpp]
            allow_file_writing: false
            constants:
              limit: 1000000
              name: {value: sum, tex: \\sum}

            """,
        ])
        let metadata = try registry.challenge().metadata
        #expect(metadata.kinds == [.scoring])
        #expect(metadata.names == ["en": "Sum", "pt-BR": "Soma"])
        #expect(metadata.name(in: "pt-BR") == "Soma")
        #expect(metadata.name(in: "de") == "Sum")
        #expect(metadata.version == "1.2")
        #expect(metadata.credits.authors == [.init(name: "Ada Lovelace", email: "ada@example.org")])
        #expect(metadata.credits.contributors[0] == .init(name: "Charles Babbage"))
        #expect(
            metadata.credits.contributors[1]
                == .init(
                    name: "Luigi Menabrea", email: "luigi@example.org", orcid: "0000-0001-7414-874X", kattis: "luigi"))
        #expect(metadata.credits.testers.map(\.name) == ["Mary Somerville"])
        #expect(metadata.credits.translators == ["pt-BR": [.init(name: "Someone Else")]])
        #expect(metadata.credits.packagers.map(\.name) == ["A Packager"])
        #expect(metadata.credits.acknowledgements.map(\.name) == ["Thanks To"])
        #expect(
            metadata.sources == [.init(name: "A Contest", url: "https://example.org/contest"), .init(name: "A Book")])
        #expect(metadata.license == .ccBy)
        #expect(metadata.rightsOwner == "Ada Lovelace")
        #expect(metadata.embargoUntil == .init(text: "2026-01-31T12:00:00Z", secondsSince1970: 1_769_860_800))
        #expect(metadata.keywords == ["sums", "medium"])
        #expect(metadata.difficulty == .medium)
        #expect(metadata.languages == ["swift", "cpp"])
        #expect(metadata.constants.substituted(in: "{{limit}} {{name.tex}} {{other}}") == "1000000 \\sum {{other}}")
        #expect(try registry.problems() == [])
        var limits = PackageLimits()
        limits.timeMultipliers = TimeMultipliers(acToTimeLimit: 3, timeLimitToTLE: 1.25)
        (limits.timeLimit, limits.timeResolution) = (1.5, 0.5)
        (limits.memory, limits.output, limits.code) = (512, 16, 64)
        (limits.compilationTime, limits.compilationMemory) = (30, 1024)
        (limits.validationTime, limits.validationMemory, limits.validationOutput) = (10, 256, 4)
        #expect(metadata.limits == limits)
        #expect(
            metadata.limits.explicitLimits
                == Limits(cpuSeconds: 1.5, memoryBytes: 512 << 20, outputBytes: 16 << 20, codeBytes: 64 << 10))
    }

    @Test func whatIsNotGivenHasTheDefaultOfTheFormat() throws {
        let text = "problem_format_version: '2025-09'\nname: Sum\nuuid: x\n"
        let metadata = try TemporaryRegistry(["problem.yaml": text]).challenge().metadata
        #expect(metadata.kinds == [.passFail])
        #expect(metadata.license == .unknown)
        #expect(metadata.languages == nil)
        #expect(metadata.limits == PackageLimits())
        #expect(metadata.limits.timeLimit == nil)
        #expect(metadata.limits.explicitLimits == nil)
        #expect(metadata.limits.timeMultipliers == TimeMultipliers(acToTimeLimit: 2, timeLimitToTLE: 1.5))
        let limits = metadata.limits
        #expect([limits.memory, limits.output, limits.code] == [2048, 8, 128])
        #expect([limits.compilationTime, limits.compilationMemory] == [60, 2048])
        #expect([limits.validationTime, limits.validationMemory, limits.validationOutput] == [60, 2048, 8])
    }

    @Test func aSingleSourceAndCreditsMayBePlainTexts() throws {
        let metadata = try metadata("source: A Book\ncredits: Ada <ada@example.org>\nlanguages: all\ntype: pass-fail\n")
        #expect(metadata.sources == [.init(name: "A Book")])
        #expect(metadata.credits.authors == [.init(name: "Ada", email: "ada@example.org")])
        #expect(metadata.languages == nil)
        #expect(try self.metadata("source: {name: A Book}\n").sources == [.init(name: "A Book")])
    }

    @Test(arguments: [
        ("keywrods: [a]\n", "sum/problem.yaml:6:1: keywrods: unknown key; did you mean 'keywords'?"),
        (
            "source: {nam: x, name: y}\n",
            "sum/problem.yaml:6:10: source.nam: unknown key; did you mean 'name'?"
        ),
        (
            "source:\n  - {name: x, link: y}\n",
            "sum/problem.yaml:7:15: source[0].link: unknown key; it may be 'name', 'url'"
        ),
        ("credits: {author: x}\n", "sum/problem.yaml:6:11: credits.author: unknown key; did you mean 'authors'?"),
        ("credits: 5\n", "sum/problem.yaml:6:10: credits: must be a text, but is the number 5; write it in quotes"),
        ("credits: {authors: []}\n", "sum/problem.yaml:6:20: credits.authors: must not be an empty list"),
        (
            "credits: {authors: [{email: x}]}\n",
            "sum/problem.yaml:6: credits.authors[0].name: is missing and must be given"
        ),
        (
            "credits: {authors: {name: A, orcid: '12'}}\n",
            "sum/problem.yaml:6:37: credits.authors.orcid: '12' is no ORCID such as 0000-0001-7414-8743"
        ),
        (
            "credits: {translators: {english: A}}\n",
            """
            sum/problem.yaml:6:34: credits.translators.english: 'english' is no language code such as 'en', 'fil' or \
            'pt-BR'
            """
        ),
        ("version: 1.0\n", "sum/problem.yaml:6:10: version: must be a text, but is the number 1.0; write it in quotes"),
        ("version: [1]\n", "sum/problem.yaml:6:10: version: must be a text, but is a list"),
        ("version:\n", "sum/problem.yaml:6:9: version: must be a text, but is nothing"),
        ("rights_owner: {a: b}\n", "sum/problem.yaml:6:15: rights_owner: must be a text, but is a map"),
        ("keywords: easy\n", "sum/problem.yaml:6:11: keywords: must be a list, but is 'easy'"),
        (
            "keywords: [1]\n",
            "sum/problem.yaml:6:12: keywords[0]: must be a text, but is the number 1; write it in quotes"
        ),
        (
            "allow_file_writing: maybe\n",
            "sum/problem.yaml:6:21: allow_file_writing: must be true or false, but is 'maybe'"
        ),
        (
            "allow_file_writing: true\n",
            "sum/problem.yaml:6:21: allow_file_writing: submissions that write files are not supported by this judge"
        ),
        (
            "license: gpl\n",
            """
            sum/problem.yaml:6:10: license: 'gpl' is none of 'unknown', 'public domain', 'cc0', 'cc by', 'cc by-sa', \
            'educational', 'permission'
            """
        ),
        (
            "license: cc0\n",
            "sum/problem.yaml:6: license: 'cc0' needs a rights owner; add rights_owner or credits.authors"
        ),
        (
            "license: public domain\nrights_owner: Me\n",
            "sum/problem.yaml:7: rights_owner: must not be set for the public domain"
        ),
        (
            "embargo_until: 2026-02-30\n",
            """
            sum/problem.yaml:6:16: embargo_until: '2026-02-30' is no date such as 2026-01-31 or 2026-01-31T12:00:00Z, \
            which are in UTC
            """
        ),
        (
            "type: exam\n",
            """
            sum/problem.yaml:6:7: type: 'exam' is none of 'pass-fail', 'scoring', 'multi-pass', 'interactive', \
            'submit-answer'
            """
        ),
        ("type: []\n", "sum/problem.yaml:6:7: type: must not be an empty list"),
        ("type: [scoring, scoring]\n", "sum/problem.yaml:6:17: type[1]: 'scoring' is given twice"),
        ("type: [scoring, pass-fail]\n", "sum/problem.yaml:6:17: type[1]: 'pass-fail' cannot go with 'scoring'"),
        ("type: interactive\n", "sum/problem.yaml:6:7: type: 'interactive' problems are not supported by this judge"),
        ("languages: []\n", "sum/problem.yaml:6:12: languages: must not be an empty list"),
        ("languages: [swift, all]\n", "sum/problem.yaml:6:20: languages[1]: 'all' stands alone, not in a list"),
        (
            "languages: [swift, C++]\n",
            "sum/problem.yaml:6:20: languages[1]: 'C++' is no language code such as 'swift' or 'cpp'"
        ),
        (
            "constants: {1k: 1000}\n",
            """
            sum/problem.yaml:6:17: constants.1k: a constant's name consists of letters, digits and '_', the first no \
            digit
            """
        ),
        ("constants: {k: {tex: x}}\n", "sum/problem.yaml:6:16: constants.k: must have the key 'value'"),
        ("constants: {k: [1]}\n", "sum/problem.yaml:6:16: constants.k: must be a text, but is a list"),
    ])
    func faultsOfAKeyNameFileLineColumnAndKey(text: String, expected: String) throws {
        #expect(try problems(text) == [expected])
    }

    @Test func aProblemForOtherLanguagesIsRefused() throws {
        #expect(
            try problems("languages: cpp\n") == [
                "sum/problem.yaml:6:12: languages: 'swift' is not among them, and this judge takes nothing else",
                "sum/include/swift: is for a language that 'languages' in problem.yaml does not allow",
            ])
    }

    @Test(arguments: [
        ("memoryy: 5", "5:3: limits.memoryy: unknown key; did you mean 'memory'?"),
        ("memory: 0", "5:11: limits.memory: must be an integer of at least 1, but is the number 0"),
        ("memory: 1.5", "5:11: limits.memory: must be an integer of at least 1, but is the number 1.5"),
        ("memory: lots", "5:11: limits.memory: must be an integer of at least 1, but is 'lots'"),
        ("memory: '512'", "5:11: limits.memory: must be an integer of at least 1, but is '512'"),
        (
            "memory: 99999999999999999999",
            "5:11: limits.memory: must be an integer of at least 1, but is the number 99999999999999999999"
        ),
        (
            "time_limit: 0",
            "5:15: limits.time_limit: must be a number greater than 0 and at most 1000000, but is the number 0"
        ),
        (
            "time_limit: .inf",
            "5:15: limits.time_limit: must be a number greater than 0 and at most 1000000, but is the number .inf"
        ),
        (
            "time_limit: .nan",
            "5:15: limits.time_limit: must be a number greater than 0 and at most 1000000, but is the number .nan"
        ),
        (
            "time_limit: 1.5",
            """
            5:15: limits.time_limit: 1.5 is no whole multiple of time_resolution, which is 1.0; set time_resolution
            """
        ),
        (
            "time_multipliers: {ac_to_time_limit: 0.5}",
            """
            5:40: limits.time_multipliers.ac_to_time_limit: must be a number of at least 1 and at most 1000000, but is \
            the number 0.5
            """
        ),
        (
            "time_multipliers: {ac: 2}",
            """
            5:22: limits.time_multipliers.ac: unknown key; it may be 'ac_to_time_limit', 'time_limit_to_tle'
            """
        ),
        ("validation_passes: 2", "5:22: limits.validation_passes: is only for problems of the type 'multi-pass'"),
    ])
    func faultsOfLimitsNameTheKey(text: String, expected: String) throws {
        let problem = """
            problem_format_version: "2025-09"
            name: Sum
            uuid: 5ca6ba5b-36d5-4eff-8aa7-d967cbc4375e
            limits:
              \(text)

            """
        #expect(try TemporaryRegistry(["problem.yaml": problem]).problems() == ["sum/problem.yaml:\(expected)"])
    }

    @Test(arguments: [
        ("name", "sum/problem.yaml:1: name: is missing and must be given"),
        ("uuid", "sum/problem.yaml:1: uuid: is missing and must be given"),
        (
            "problem_format_version",
            """
            sum/problem.yaml:1: problem_format_version: is missing; write "2025-09", or legacy for a package of that \
            version
            """
        ),
    ])
    func aRequiredKeyMustBeThere(key: String, expected: String) throws {
        let found = try problems("", removing: key)
        #expect(found.first == expected)
    }

    @Test(arguments: ["2024-01", "2026-01"])
    func otherVersionsAreRefusedWithThoseThatAreRead(version: String) throws {
        let text = "validation: custom\nproblem_format_version: \(version)\nname: Sum\n"
        #expect(
            try TemporaryRegistry(["problem.yaml": text]).problems() == [
                """
                sum/problem.yaml:2:25: problem_format_version: '\(version)' is not read; packages of versions legacy, \
                2023-07, 2025-09 are
                """
            ])
    }

    @Test func theUUIDMustHaveTheFormOfOne() throws {
        let text = TemporaryRegistry.problem.replacing("5ca6ba5b-36d5-4eff-8aa7-d967cbc4375e", with: "my-problem")
        #expect(
            try TemporaryRegistry(["problem.yaml": text]).problems() == [
                "sum/problem.yaml:3: uuid: 'my-problem' is no UUID such as 5ca6ba5b-36d5-4eff-8aa7-d967cbc4375e"
            ])
    }

    @Test func namesMatchTheStatementsLanguages() throws {
        let text = TemporaryRegistry.problem.replacing("name: Sum", with: "name: {sv: Summa}")
        #expect(
            try TemporaryRegistry(["problem.yaml": text]).problems() == [
                "sum/problem.yaml:2: name: has no name in 'en', though there is a statement in that language",
                "sum/problem.yaml:2: name: has a name in 'sv', but statement/ has nothing in that language",
            ])
    }

    @Test(arguments: [
        ("name: ''", "sum/problem.yaml:2:7: name: must not be empty"),
        ("name: 2048", "sum/problem.yaml:2:7: name: must be a text, but is the number 2048; write it in quotes"),
        (
            "name: {english: Sum}",
            "sum/problem.yaml:2:17: name.english: 'english' is no language code such as 'en', 'fil' or 'pt-BR'"
        ),
        ("name: The $k$ nearest", "sum/problem.yaml:2: name: the name in 'en' must be plain text, without LaTeX"),
    ])
    func namesAreCheckedThemselves(line: String, expected: String) throws {
        let text = TemporaryRegistry.problem.replacing("name: Sum", with: line)
        #expect(try TemporaryRegistry(["problem.yaml": text]).problems().contains(expected))
    }

    @Test(arguments: [
        ("", "sum/problem.yaml: is empty; it must hold a map of keys"),
        ("- a\n", "sum/problem.yaml:1:1: must hold a map of keys, but is a list"),
        ("just text\n", "sum/problem.yaml:1:1: must hold a map of keys, but is 'just text'"),
        ("a: [\n", "sum/problem.yaml:2:1: not YAML: did not find expected node content"),
        ("name: a\nname: b\n", "sum/problem.yaml:2:1: 'name' is given twice, first on line 1"),
    ])
    func aFileThatHoldsNoMapIsRefused(text: String, expected: String) throws {
        let registry = try TemporaryRegistry(["problem.yaml": text])
        #expect(try registry.problems() == [expected])
        #expect(try registry.failure() == expected)
    }

    @Test(arguments: [
        ("1970-01-01", 0), ("2000-03-01", 951_868_800), ("2024-02-29", 1_709_164_800), ("1969-12-31", -86_400),
        ("2026-12-31T23:59:59Z", 1_798_761_599),
    ])
    func embargoDatesAreMomentsInUTC(text: String, seconds: Int) {
        #expect(ProblemMetadata.Embargo.seconds(of: text) == seconds)
    }

    @Test(arguments: [
        "2026-13-01", "2026-00-10", "2025-02-29", "1900-02-29", "2026-1-1", "2026-01-01T24:00:00Z",
        "2026-01-01T00:60:00Z", "2026-01-01T00:00:00", "2026-01-01 00:00:00Z", "soon", "",
    ])
    func otherTextsAreNoDates(text: String) {
        #expect(ProblemMetadata.Embargo.seconds(of: text) == nil)
    }
}
