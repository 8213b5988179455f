import Complexity
import Foundation
import JudgeCore
import Testing

@testable import Registry

@Suite struct PackageReadingTests {
    @Test func aPackageWithoutFaultHasNoProblems() throws {
        #expect(try TemporaryRegistry([:]).problems() == [])
    }

    @Test func aChallengeHasItsParts() throws {
        let registry = try TemporaryRegistry([
            "problem.yaml": TemporaryRegistry.problem + "keywords: [arithmetic, easy]\n",
            "attachments/tool.zip": "", "complexity.yaml": TemporaryRegistry.growth,
            "output_validator/validate.swift": "print(42)\n",
        ])
        let challenge = try registry.challenge()
        #expect(challenge.slug == "sum")
        #expect(challenge.folder.hasSuffix("/sum"))
        #expect(challenge.name == "Sum")
        #expect(challenge.metadata.difficulty == .easy)
        #expect(challenge.limits.timeLimit == 1)
        #expect(challenge.statement()?.text == "Add two integers.\n")
        #expect(challenge.solution()?.text == "Use `+`.\n")
        #expect(challenge.attachments.map(\.name) == ["tool.zip"])
        #expect(challenge.harness.map(\.name) == ["main.swift"])
        #expect(challenge.harness[0].location == "\(challenge.folder)/include/swift/main.swift")
        #expect(!challenge.isWholeProgram)
        #expect(challenge.template?.path == "attachments/templates/swift/sum.swift")
        #expect(challenge.samples?.cases.map(\.name) == ["sample/one"])
        #expect(challenge.secretGroups.map(\.name) == ["secret/large", "secret/small"])
        #expect(challenge.secretGroups.map(\.shortName) == ["large", "small"])
        #expect(challenge.caseNames == ["sample/one", "secret/large/huge", "secret/small/zero"])
        #expect(challenge.inputValidators.map(\.name) == ["validate"])
        #expect(challenge.outputValidator?.sourceFiles.map(\.path) == ["output_validator/validate.swift"])
        #expect(challenge.growth?.time.text == "n * log(n)")
        #expect(challenge.submissions.map(\.path) == ["accepted/plain.swift", "wrong_answer/difference.swift"])
    }

    @Test func whatAPackageNeedNotHaveMayBeMissing() throws {
        let challenge = try TemporaryRegistry([
            "include/swift/main.swift": nil, "attachments/templates/swift/sum.swift": nil,
            "data/sample/one.in": nil, "data/sample/one.ans": nil, "solution/solution.en.md": nil,
        ]).challenge()
        #expect(challenge.isWholeProgram)
        #expect(challenge.template == nil)
        #expect(challenge.samples == nil)
        #expect(challenge.outputValidator == nil)
        #expect(challenge.generators == nil)
        #expect(challenge.growth == nil)
        #expect(challenge.solution() == nil)
    }

    @Test func includedFilesForAllLanguagesServeSwiftUnlessItHasItsOwn() throws {
        let files: [String: String?] = ["include/default/all.swift": "let all = 1\n"]
        #expect(try TemporaryRegistry(files).challenge().harness.map(\.name) == ["main.swift"])
        let alone = files.merging(["include/swift/main.swift": nil]) { $1 }
        #expect(try TemporaryRegistry(alone).challenge().harness.map(\.name) == ["all.swift"])
    }

    @Test func aDocumentIsGivenInTheLanguageAskedForElseInEnglish() throws {
        let registry = try TemporaryRegistry([
            "problem.yaml": TemporaryRegistry.problem.replacing("name: Sum", with: "name: {en: Sum, sv: Summa}"),
            "statement/problem.sv.tex": "Addera.\n", "solution/solution.en.md": nil, "solution/solution.md": "Add.\n",
            "solution/picture.svg": "<svg/>\n",
        ])
        let challenge = try registry.challenge()
        #expect(challenge.statement(in: "sv")?.text == "Addera.\n")
        #expect(challenge.statement(in: "sv")?.format == .latex)
        #expect(challenge.statement(in: "de")?.language == "en")
        #expect(challenge.solution(in: "sv")?.text == "Add.\n")
        #expect(try registry.problems() == [])
    }

    @Test func aPDFHasNoText() throws {
        let registry = try TemporaryRegistry(["statement/problem.en.md": nil])
        try registry.write("sum/statement/problem.en.pdf", .init([0xFF, 0xFE, 0x00]))
        let statement = try #require(try registry.challenge().statement())
        #expect(statement.format == .pdf)
        #expect(statement.text == nil)
        #expect(try registry.problems() == [])
    }

    @Test func programsAreFilesOrFolders() throws {
        let challenge = try TemporaryRegistry([
            "input_validators/second/main.swift": "print(42)\n", "input_validators/second/util/more.swift": "// \n",
            "input_validators/README": "How to.\n",
            "output_validator/checker/main.swift": "print(42)\n",
        ]).challenge()
        #expect(challenge.inputValidators.map(\.name) == ["second", "validate"])
        #expect(challenge.inputValidators[0].files.map(\.name) == ["main.swift", "util/more.swift"])
        #expect(challenge.outputValidator?.name == "checker")
        #expect(challenge.outputValidator?.files.map(\.name) == ["main.swift"])
    }

    @Test func aSourceThatIsGoneIsASentence() throws {
        let registry = try TemporaryRegistry([:])
        let challenge = try registry.challenge()
        try registry.remove("sum/include/swift/main.swift")
        do throws(JudgeError) {
            _ = try challenge.source(of: challenge.harness[0])
            Issue.record("the file is gone")
        } catch {
            #expect(error.message == "sum/include/swift/main.swift: there is no such file")
        }
    }
}
