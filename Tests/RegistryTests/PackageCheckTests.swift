import Foundation
import Testing

@testable import Registry

@Suite struct PackageCheckTests {
    private func problems(_ files: [String: String?], slug: String = "sum") throws -> [String] {
        try TemporaryRegistry(files, slug: slug).problems(slug)
    }

    // MARK: Statements and attachments

    @Test func aStatementIsNeeded() throws {
        #expect(
            try problems(["statement/problem.en.md": nil]) == [
                "sum/statement: there is no statement; add problem.en.md"
            ])
    }

    @Test(
        arguments: [
            (
                "statement/problem.md", "Text.\n",
                "sum/statement/problem.md: is not read; statements are called problem.<language>.md, .tex or .pdf"
            ),
            (
                "statement/problem.en.tex", "Text.\n",
                "sum/statement: holds both problem.en.md and problem.en.tex; keep one file for each language"
            ),
            (
                "statement/problem.english.md", "Text.\n",
                """
                sum/statement/problem.english.md: 'english' is no language code such as 'en', 'fil' or 'pt-BR'
                """
            ),
            (
                "statement/problem.en.md", "Add.\n\n<script>alert(1)</script>\n",
                "sum/statement/problem.en.md:3: a statement must not hold scripts"
            ),
            (
                "statement/problem.en.md", "![x](https://example.org/x.png)\n",
                """
                sum/statement/problem.en.md:1: a statement must not show pictures from elsewhere; put the file into \
                statement/
                """
            ),
            (
                "statement/problem.en.md", "{{nextsample}}\n{{nextsample}}\n",
                "sum/statement/problem.en.md:2: there is no sample left for this {{nextsample}}"
            ),
            ("solution/notes.md", "Text.\n", nil),
            (
                "attachments/data/a.csv", "1\n",
                "sum/attachments/data: folders other than templates/ are not allowed here; attach a zip file"
            ),
            (
                "attachments/templates/sum.swift", "\n",
                "sum/attachments/templates/sum.swift: templates lie in a folder for their language, such as swift/"
            ),
        ] as [(String, String, String?)])
    func documentsAndAttachmentsAreChecked(path: String, text: String, expected: String?) throws {
        let found = try problems([path: text])
        if let expected { #expect(found.contains(expected), "\(found)") } else { #expect(found == []) }
    }

    @Test func aFolderForSolutionsHoldsOne() throws {
        #expect(
            try problems(["solution/solution.en.md": nil, "solution/notes.md": "x\n"]) == [
                "sum/solution: there is no solution.<language>.md in it"
            ])
    }

    @Test func aHarnessNeedsATemplate() throws {
        #expect(
            try problems(["attachments/templates/swift/sum.swift": nil]) == [
                """
                sum/attachments/templates/swift/sum.swift: is missing: with a harness in include/, solvers must be \
                given \
                the signature to fill in
                """
            ])
        #expect(
            try problems(["attachments/templates/swift/sum.swift": nil, "include/swift/main.swift": nil]) == [])
    }

    // MARK: Programs

    @Test func anInputValidatorIsNeeded() throws {
        #expect(
            try problems(["input_validators/validate.swift": nil]) == [
                "sum/input_validators: there is no input validator; add validate.swift"
            ])
    }

    @Test func programsInOtherLanguagesAreNotBuilt() throws {
        #expect(
            try problems(["input_validators/second.py": "print(42)\n", "output_validator/check.cpp": "int main;\n"])
                == [])
        #expect(
            try problems(["input_validators/second.ctd": "EOF\n"]) == [
                """
                sum/input_validators/second: holds no program in Swift, C, C++ or Python, and this judge runs no other; \
                it is 'checktestdata'
                """
            ])
        #expect(
            try problems(["output_validator/build": "#!/bin/sh\n", "output_validator/a.swift": "\n"]) == [
                """
                sum/output_validator: holds no program in Swift, C, C++ or Python, and this judge runs no other; it is 'script'
                """
            ])
        #expect(
            try problems(["output_validator/README": "Nothing yet.\n"]) == [
                "sum/output_validator: holds no program; add a source file, or remove the folder"
            ])
        #expect(
            try problems(["static_validator/check.swift": "print(42)\n"]) == [
                "sum/static_validator: static validators are not supported by this judge"
            ])
    }

    @Test func twoProgramsOfAKindCannotHaveOneName() throws {
        #expect(
            try problems(["input_validators/validate/main.swift": "print(42)\n"]) == [
                "sum/input_validators: holds two programs named 'validate'; rename one of them"
            ])
    }

    // MARK: Names and texts

    @Test(
        arguments: [
            (
                "submission/accepted/a.swift",
                "sum/submission: is no folder of the format, so it is not read; did you mean 'submissions'?"
            ),
            (
                "output_validators/a.swift",
                "sum/output_validators: is no folder of the format, so it is not read; did you mean 'output_validator'?"
            ),
            ("notes/a.txt", nil),
            (
                "data/secret/small/my case.in",
                """
                sum/data/secret/small/my case.in: is not read, because its name holds more than letters, digits, '_', \
                '.' \
                and '-'; rename it
                """
            ),
            ("data/secret/small/.hidden.in", nil), ("data/secret/small/-option.in", nil), (".git/config", nil),
            (
                "data/secret/tücke/a.in",
                """
                sum/data/secret/tücke: is not read, because its name holds more than letters, digits, '_', '.' and '-'; \
                rename it
                """
            ),
        ] as [(String, String?)])
    func namesThatAreNotReadAreNamed(path: String, expected: String?) throws {
        #expect(try problems([path: "x\n"]) == (expected.map { [$0] } ?? []))
    }

    @Test(arguments: ["k-means", "two_sum"])
    func theFormatAllowsOnlyLettersAndDigitsInSlugs(slug: String) throws {
        #expect(
            try problems([:], slug: slug) == [
                "\(slug): the format allows lowercase letters and digits only in the folder's name"
            ])
    }

    @Test func textsAreUTF8WithUnixLineEndsAndALastOne() throws {
        let registry = try TemporaryRegistry(["submissions/accepted/plain.swift": "let a = 1\nlet b = 2\r\nlet c = 3\n"]
        )
        try registry.write("sum/statement/problem.en.md", .init([0xEF, 0xBB, 0xBF, 0x41, 0x0A]))
        try registry.write("sum/solution/solution.en.md", .init([0x41, 0x0A, 0x42, 0xE9, 0x0A]))
        try registry.write("sum/complexity.yaml", String(TemporaryRegistry.growth.dropLast()))
        #expect(
            try registry.problems() == [
                "sum/complexity.yaml: does not end with a line feed; add one",
                "sum/solution/solution.en.md:2: is not UTF-8; save the file in that encoding",
                "sum/statement/problem.en.md:1: starts with a byte-order mark; save the file without one",
                "sum/submissions/accepted/plain.swift:2: has a carriage return; save the file with Unix line ends",
            ])
    }

    // MARK: The registry

    @Test func twoPackagesCannotHaveOneUUID() throws {
        let registry = try TemporaryRegistry([:])
        try registry.add("total")
        #expect(try registry.problems() == ["sum/problem.yaml: uuid: is that of 'total' too; make a new one"])
    }

    @Test func allFaultsOfAPackageAreFoundAtOnceInAFixedOrder() throws {
        let files: [String: String?] = [
            "problem.yaml": TemporaryRegistry.problem + "keywrods: [a]\nlicence: cc0\n",
            "data/secret/small/zero.ans": nil, "data/secret/large/huge.yaml": "hints: x\n",
            "submissions/submissions.yaml": "accepted: {permited: [AC]}\n", "input_validators/validate.swift": nil,
        ]
        let expected = [
            "sum/problem.yaml:6:1: keywrods: unknown key; did you mean 'keywords'?",
            "sum/problem.yaml:7:1: licence: unknown key; did you mean 'license'?",
            "sum/data/secret/large/huge.yaml:1:1: hints: unknown key; did you mean 'hint'?",
            "sum/data/secret/small/zero.in: has no answer; add data/secret/small/zero.ans",
            "sum/input_validators: there is no input validator; add validate.swift",
            "sum/submissions/submissions.yaml:1:12: accepted.permited: unknown key; did you mean 'permitted'?",
        ]
        let registry = try TemporaryRegistry(files)
        for _ in 0..<5 { #expect(try registry.problems() == expected) }
        #expect(try registry.failure() == "\(expected[0]) (and 4 more faults)")
    }
}
