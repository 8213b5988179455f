import JudgeCore
import Testing

@testable import Registry

@Suite struct SubmissionsTests {
    private static let source = "func sum(_ a: Int, _ b: Int) -> Int { a + b }\n"

    private func registry(_ yaml: String?, _ paths: [String] = []) throws -> TemporaryRegistry {
        var files: [String: String?] = [:]
        if let yaml { files["submissions/submissions.yaml"] = yaml }
        for path in paths { files["submissions/\(path)"] = Self.source }
        return try TemporaryRegistry(files)
    }

    private func submission(_ path: String, _ yaml: String?, _ paths: [String] = []) throws -> ExampleSubmission {
        let submissions = try registry(yaml, paths).challenge().submissions
        return try #require(submissions.first { $0.path == path })
    }

    private func outcomes(_ verdicts: [String: CaseVerdict], message: String = "") -> [CaseOutcome] {
        verdicts.map { CaseOutcome(name: $0.key, verdict: $0.value, judgeMessage: message) }
    }

    // MARK: Default folders

    @Test(arguments: [
        ("accepted", "AC", "AC WA TLE RTE"), ("rejected", "AC WA TLE RTE", "WA TLE RTE"),
        ("wrong_answer", "AC WA", "WA"), ("time_limit_exceeded", "AC TLE", "TLE"), ("run_time_error", "AC RTE", "RTE"),
        ("brute_force", "AC TLE RTE", "TLE RTE"), ("complexity_exceeded", "AC", "AC"),
    ])
    func eachFolderPromisesItsVerdicts(folder: String, permitted: String, required: String) throws {
        func verdicts(_ words: String) -> Set<CaseVerdict> {
            Set(words.split(separator: " ").compactMap { CaseVerdict(rawValue: String($0)) })
        }
        let one = try submission("\(folder)/x.swift", nil, ["\(folder)/x.swift"])
        #expect(one.expectations.map(\.permitted) == [verdicts(permitted)])
        #expect(one.expectations.map(\.required) == [verdicts(required)])
        #expect(one.isExpectedToExceedComplexity == (folder == "complexity_exceeded"))
    }

    @Test(arguments: [
        ("accepted", true, false), ("rejected", false, false), ("wrong_answer", true, false),
        ("time_limit_exceeded", false, true), ("run_time_error", true, false), ("brute_force", false, false),
        ("complexity_exceeded", false, false),
    ])
    func eachFolderBoundsTheTimeLimitAsTheFormatSays(folder: String, below: Bool, above: Bool) throws {
        let rule = try #require(try submission("\(folder)/x.swift", nil, ["\(folder)/x.swift"]).expectations.first)
        #expect(rule.boundsFromBelow == below)
        #expect(rule.boundsFromAbove == above)
    }

    // MARK: submissions.yaml

    @Test func aFoldersOwnEntryReplacesItsDefaultsAndInheritsTheRest() throws {
        let one = try submission(
            "time_limit_exceeded/x.swift", "time_limit_exceeded:\n  permitted: [AC, WA, TLE]\n",
            ["time_limit_exceeded/x.swift"])
        #expect(one.expectations.map(\.permitted) == [[.accepted, .wrongAnswer, .timeLimitExceeded]])
        #expect(one.expectations.map(\.required) == [[.timeLimitExceeded]])
    }

    @Test func aPatternAddsARequirement() throws {
        let one = try submission("wrong_answer/difference.swift", "wrong_answer/*:\n  message: too small\n")
        #expect(one.expectations.map(\.pattern) == ["wrong_answer", "wrong_answer/*"])
        #expect(one.expectations[1].permitted == Set(CaseVerdict.allCases))
        #expect(one.expectations[1].message == "too small")
        #expect(one.expectations[1].line == 2)
    }

    @Test func metadataOfSubmissionsIsRead() throws {
        let one = try submission(
            "accepted/plain.swift",
            """
            accepted/plain.swift:
              model_solution: true
              language: swift
              entrypoint: main
              authors: [Ada, {name: Charles}]

            """)
        #expect(one.isModelSolution)
        #expect(one.language == "swift")
        #expect(one.entrypoint == "main")
        #expect(one.authors.map(\.name) == ["Ada", "Charles"])
        #expect(one.expectations.map(\.pattern) == ["accepted"])
    }

    @Test func aFolderIsOneSubmission() throws {
        let one = try submission(
            "accepted/parts", "accepted/parts: {model_solution: true}\n",
            ["accepted/parts/a.swift", "accepted/parts/inner/b.swift"])
        #expect(one.files.map(\.name) == ["a.swift", "inner/b.swift"])
        #expect(one.files[1].path == "submissions/accepted/parts/inner/b.swift")
        #expect(one.language == "swift")
        #expect(one.isModelSolution)
    }

    @Test func requirementsMayBeAboutSomeCases() throws {
        let registry = try registry(
            """
            rejected/half.swift:
              sample: {permitted: [AC]}
              secret/small: {permitted: [AC]}
              secret/*/huge:
                permitted: [AC, WA]
                required: [WA]
                message: off by one

            """, ["rejected/half.swift"])
        let one = try #require(try registry.challenge().submissions.first { $0.path == "rejected/half.swift" })
        #expect(try registry.problems() == [])
        var verdicts: [String: CaseVerdict] = [
            "sample/one": .accepted, "secret/small/zero": .accepted, "secret/large/huge": .wrongAnswer,
        ]
        #expect(one.violations(outcomes(verdicts, message: "it is off by one here")) == [])
        #expect(
            one.violations(outcomes(verdicts)) == [
                """
                no judge message of rejected/half.swift on secret/*/huge holds 'off by one', which \
                'rejected/half.swift' requires
                """
            ])
        verdicts["secret/small/zero"] = .timeLimitExceeded
        #expect(
            one.violations(outcomes(verdicts, message: "off by one")) == [
                """
                rejected/half.swift got TLE on secret/small/zero; 'rejected/half.swift' permits AC on secret/small
                """
            ])
        verdicts["secret/small/zero"] = .accepted
        verdicts["secret/large/huge"] = .accepted
        #expect(
            one.violations(outcomes(verdicts, message: "off by one")) == [
                "rejected/half.swift got no WA, TLE, RTE, which 'rejected' requires on one case",
                "rejected/half.swift got no WA on secret/*/huge, which 'rejected/half.swift' requires on one case",
            ])
    }

    @Test func aFoldersPromiseIsKeptOrBroken() throws {
        let wrong = try submission("wrong_answer/difference.swift", nil)
        #expect(wrong.violations(outcomes(["sample/one": .accepted, "secret/small/zero": .wrongAnswer])) == [])
        #expect(
            wrong.violations(outcomes(["sample/one": .accepted])) == [
                "wrong_answer/difference.swift got no WA, which 'wrong_answer' requires on one case"
            ])
        #expect(
            wrong.violations(outcomes(["sample/one": .wrongAnswer, "secret/small/zero": .runTimeError])) == [
                "wrong_answer/difference.swift got RTE on secret/small/zero; 'wrong_answer' permits AC, WA"
            ])
    }

    @Test(arguments: [
        ("false", SubmissionRule.TimeLimitUse.none, false, false), ("true", .automatic, true, false),
        ("lower", .lower, true, false), ("upper", .upper, false, true),
    ])
    func useForTheTimeLimitCanBeSaid(
        word: String, use: SubmissionRule.TimeLimitUse, below: Bool, above: Bool
    ) throws {
        let name = word == "upper" ? "time_limit_exceeded" : "accepted"
        let one = try submission(
            "\(name)/x.swift", "\(name): {use_for_time_limit: \(word)}\n", ["\(name)/x.swift"])
        let rule = try #require(one.expectations.first)
        #expect(rule.timeLimitUse == use)
        #expect(rule.boundsFromBelow == below)
        #expect(rule.boundsFromAbove == above)
    }

    @Test func optingInForbidsOrRequiresTLE() throws {
        let lower = try submission("rejected/x.swift", "rejected: {use_for_time_limit: lower}\n", ["rejected/x.swift"])
        #expect(lower.expectations[0].permitted == [.accepted, .wrongAnswer, .runTimeError])
        let upper = try submission(
            "brute_force/x.swift", "brute_force: {use_for_time_limit: upper}\n", ["brute_force/x.swift"])
        #expect(upper.expectations[0].required == [.timeLimitExceeded])
    }

    @Test func scoresAreRead() throws {
        let challenge = try TemporaryRegistry([
            "problem.yaml": TemporaryRegistry.problem + "type: scoring\n",
            "submissions/submissions.yaml":
                "accepted/*: {score: 100}\nwrong_answer/*: {secret/small: {score: [0, 50.5]}}\n",
        ]).challenge()
        #expect(challenge.submissions[0].expectations.last?.score == 100...100)
        #expect(challenge.submissions[1].expectations.last?.score == 0...50.5)
    }

    // MARK: Faults

    @Test(arguments: [
        ("[]\n", "1:1: must be a map, but is a list"),
        ("accepted: [AC]\n", "1:11: accepted: must be a map of keys such as 'permitted', but is a list"),
        ("accepted: {permited: [AC]}\n", "1:12: accepted.permited: unknown key; did you mean 'permitted'?"),
        ("accepted: {permitted: AC}\n", "1:23: accepted.permitted: must be a list, but is 'AC'"),
        (
            "accepted: {permitted: [OK]}\n",
            "1:24: accepted.permitted[0]: 'OK' is none of 'AC', 'WA', 'TLE', 'RTE'"
        ),
        ("accepted: {permitted: []}\n", "1:23: accepted.permitted: must not be empty"),
        ("accepted: {model_solution: maybe}\n", "1:28: accepted.model_solution: must be true or false, but is 'maybe'"),
        (
            "accepted: {use_for_time_limit: 5}\n",
            "1:32: accepted.use_for_time_limit: must be true, false, lower or upper, but is the number 5"
        ),
        ("accepted: {message: [a]}\n", "1:21: accepted.message: must be a text, but is a list"),
        ("accepted: {score: 5}\n", "1:19: accepted.score: is only for problems of the type 'scoring'"),
        (
            "accepted: {score: [5]}\n",
            "1:19: accepted.score: must be a number, or a list of the least and the greatest"
        ),
        (
            "accepted/plian.swift: {model_solution: true}\n",
            "1: accepted/plian.swift: matches no submission; did you mean 'accepted/plain.swift'?"
        ),
        (
            "'**/z/*': {model_solution: true}\n",
            "1: **/z/*: matches no submission; patterns are paths below submissions/"
        ),
        (
            "'accepted/{a,b': {model_solution: true}\n",
            "1:18: accepted/{a,b: the braces of the pattern do not match"
        ),
        (
            "'{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}': {model_solution: true}\n",
            """
            1:50: {a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}: the pattern stands for too many words; write it with \
            fewer braces
            """
        ),
        ("accepted/*: {secret/samll: {permitted: [AC]}}\n", "1: accepted/*.secret/samll: matches no group and no case"),
        (
            "accepted/*: {small: {permitted: [AC]}}\n",
            """
            1:14: accepted/*.small: unknown key; it may be 'language', 'entrypoint', 'authors', 'model_solution', \
            'permitted', 'required', 'score', 'message', 'use_for_time_limit'
            """
        ),
        (
            "accepted/*: {secret: {model_solution: true}}\n",
            """
            1:23: accepted/*.secret.model_solution: unknown key; it may be 'permitted', 'required', 'score', \
            'message', 'use_for_time_limit'
            """
        ),
        (
            "accepted/*: {permitted: [AC], required: [WA]}\n",
            """
            1: accepted/*: can never hold: what is required of one case is not permitted on any (AC)
            """
        ),
    ])
    func faultsNameTheKey(yaml: String, expected: String) throws {
        let found = try registry(yaml).problems()
        #expect(found.contains("sum/submissions/submissions.yaml:\(expected)"), "\(found)")
    }

    @Test func aPatternThatMatchesNothingKeepsNobodyFromSubmitting() throws {
        #expect(try registry("accepted/*: {secret/samll: {permitted: [AC]}}\nold/*: {message: x}\n").failure() == nil)
    }

    @Test func demandsThatExcludeEachOtherAreFound() throws {
        let found = try registry("accepted/*: {secret/small: {permitted: [WA]}}\n").problems()
        #expect(
            found == [
                """
                sum/submissions/accepted/plain.swift: no verdict on secret/small/zero is permitted by 'accepted' and \
                'accepted/*' together
                """
            ])
        #expect(
            try registry("accepted/*: {use_for_time_limit: upper}\n").problems() == [
                """
                sum/submissions/accepted/plain.swift: cannot bound the time limit from below and from above on all cases
                """
            ])
    }

    @Test func aFolderWithoutExpectationsIsAMistake() throws {
        #expect(
            try registry(nil, ["acepted/x.swift"]).problems() == [
                """
                sum/submissions/acepted: nothing is expected of its submissions; use a folder of the format such as \
                accepted/, or say in submissions.yaml what they get
                """
            ])
        #expect(try registry("mine: {permitted: [AC]}\n", ["mine/x.swift"]).problems() == [])
    }

    @Test func anAcceptedSubmissionInSwiftIsNeeded() throws {
        let registry = try TemporaryRegistry([
            "submissions/accepted/plain.swift": nil, "submissions/wrong_answer/difference.swift": nil,
            "submissions/accepted/plain.py": "print(1)\n",
        ])
        #expect(
            try registry.problems() == [
                "sum/submissions/accepted: there is no accepted submission in Swift; add one"
            ])
        #expect(try registry.challenge().submissions.first?.language == "py")
    }

    @Test func aSubmissionInSeveralLanguagesMustSayWhichItIs() throws {
        let path = "submissions/accepted/mixed"
        let files: [String: String?] = ["\(path)/a.c": "int a;\n", "\(path)/b.py": "b = 1\n"]
        #expect(
            try TemporaryRegistry(files).problems() == [
                """
                sum/submissions/accepted/mixed: has files of several languages; say which it is with 'language' in \
                submissions.yaml
                """
            ])
        let said = files.merging(["submissions/submissions.yaml": "accepted/mixed: {language: c}\n"]) { $1 }
        #expect(try TemporaryRegistry(said).problems() == [])
    }

    @Test func filesBesideTheFoldersAndEmptyFoldersAreNoSubmissions() throws {
        let registry = try registry(nil, ["plain.swift"])
        try registry.write("sum/submissions/accepted/empty/.keep", "")
        #expect(
            try registry.problems() == [
                "sum/submissions/accepted/empty: is an empty folder, no submission",
                "sum/submissions/plain.swift: submissions lie in a folder such as accepted/; move it there",
            ])
    }

    @Test func anAcceptedSubmissionMustKeepToTheCodeLimit() throws {
        let registry = try TemporaryRegistry([
            "problem.yaml": TemporaryRegistry.problem + "  code: 1\n",
            "submissions/accepted/plain.swift": String(repeating: "/", count: 1024) + "\n",
        ])
        #expect(
            try registry.problems() == [
                "sum/submissions/accepted/plain.swift: has 1025 bytes, more than the 1 KiB that limits.code allows"
            ])
    }

    // MARK: The time limit

    @Test func theTimeLimitFollowsFromTheSubmissions() throws {
        let challenge = try TemporaryRegistry([
            "problem.yaml": TemporaryRegistry.problem.replacing(
                "time_limit: 1.0", with: "time_resolution: 0.1\n  time_multipliers: {time_limit_to_tle: 2}"),
            "submissions/time_limit_exceeded/slow.swift": Self.source,
            "submissions/brute_force/force.swift": Self.source,
            "submissions/submissions.yaml": "wrong_answer/*: {secret/small: {use_for_time_limit: false}}\n",
        ]).challenge()
        var seconds: [String: [String: Double]] = [
            "accepted/plain.swift": ["sample/one": 0.01, "secret/large/huge": 0.12],
            "wrong_answer/difference.swift": ["sample/one": 0.01, "secret/small/zero": 0.16],
            "time_limit_exceeded/slow.swift": ["sample/one": 0.01, "secret/large/huge": 0.9],
            "brute_force/force.swift": ["sample/one": 100],
        ]
        let bounds = challenge.timeBounds(from: seconds)
        #expect(bounds.lower.sorted() == [0.12, 0.16])
        #expect(bounds.upper == [0.9])
        #expect(try challenge.inferredTimeLimit(from: seconds) == 0.4)
        seconds["time_limit_exceeded/slow.swift"] = ["secret/large/huge": 0.7]
        do throws(JudgeError) {
            _ = try challenge.inferredTimeLimit(from: seconds)
            Issue.record("there is no time limit that fits")
        } catch {
            #expect(error.code == "no-time-limit")
            #expect(
                error.message == """
                    sum/problem.yaml: limits.time_limit: no time limit fits: submissions that must be in time need one \
                    of at least 0.32 s, and those that must be too slow one of at most 0.35 s, in steps of 0.1 s; make \
                    the cases larger, or set limits.time_resolution
                    """)
        }
    }
}
