import Testing

@testable import Registry

@Suite struct YAMLParserTests {
    private func parse(_ text: String) throws -> YAMLNode? { try YAMLParser.parse(Array(text.utf8)) }

    private func fault(_ text: String) -> YAMLFault? {
        do throws(YAMLFault) {
            _ = try YAMLParser.parse(Array(text.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("5", YAMLNode.Scalar.int(5)), ("-5", .int(-5)), ("+5", .int(5)), ("1.5", .float(1.5)), (".5", .float(0.5)),
        ("1e-6", .float(1e-6)), ("'5'", .string("5")), ("\"5\"", .string("5")), ("2025-09", .string("2025-09")),
        ("true", .bool(true)), ("False", .bool(false)), ("yes", .string("yes")), ("~", .null), ("null", .null),
        (".inf", .float(.infinity)), ("!!str 5", .string("5")), ("!!int '5'", .int(5)), ("0x10", .string("0x10")),
        ("99999999999999999999", .float(1e20)), ("nan", .string("nan")), ("|\n  5\n", .string("5\n")),
    ])
    func scalarsMeanWhatTheCoreSchemaSays(text: String, expected: YAMLNode.Scalar) throws {
        #expect(try parse(text)?.scalar == expected)
    }

    @Test func nodesKnowTheirPlaces() throws {
        let root = try #require(try parse("a: 1\nb:\n  - x\n  - é: {c: d}\n"))
        guard case .mapping(let entries) = root.content, case .sequence(let items) = entries[1].value.content,
            case .mapping(let inner) = items[1].content
        else {
            Issue.record("the document is not what it should be")
            return
        }
        #expect([entries[1].line, entries[1].column, entries[0].value.line, entries[0].value.column] == [2, 1, 1, 4])
        #expect([inner[0].line, inner[0].column, inner[0].value.column] == [4, 5, 8])
    }

    @Test(arguments: ["", "\n\n", "# only a comment\n"])
    func aFileWithoutDocumentIsNothing(text: String) throws {
        #expect(try parse(text) == nil)
    }

    @Test func aliasesStandForWhatTheyName() throws {
        let root = try #require(try parse("a: &x [1, 2]\nb: *x\n"))
        guard case .mapping(let entries) = root.content, case .sequence(let items) = entries[1].value.content else {
            Issue.record("the alias is no list")
            return
        }
        #expect(items.map(\.scalar) == [.int(1), .int(2)])
    }

    @Test(arguments: [
        ("a: 1\nb: 2\na: 3\n", 3, 1, "'a' is given twice, first on line 1"),
        ("a: *x\n", 1, 4, "'*x' refers to nothing above it"),
        ("a: &x [*x]\n", 1, 8, "'*x' refers to nothing above it"),
        ("? [1]\n: 2\n", 1, 3, "a key must be a word, not a list"),
        ("? {a: 1}\n: 2\n", 1, 3, "a key must be a word, not a map"),
        ("a: &x [1]\n? *x\n: 2\n", 2, 3, "a key must be a word"),
        ("a: !!python/object x\n", 1, 4, "the tag 'tag:yaml.org,2002:python/object' means nothing here"),
        ("a: !!set {b}\n", 1, 4, "the tag 'tag:yaml.org,2002:set' means nothing here"),
        ("a: 1\n---\nb: 2\n", 2, 1, "a second document starts here; the file must hold one"),
        ("a: [1, 2\n", 2, 1, "not YAML: did not find expected ',' or ']'"),
        ("a:\n\t- 1\n", 2, 1, "not YAML: found character that cannot start any token"),
        ("a: \u{0}\n", 1, 4, "not YAML: control characters are not allowed"),
    ])
    func faultsSayWhereAndWhat(text: String, line: Int, column: Int, message: String) {
        #expect(fault(text) == YAMLFault(line: line, column: column, message: message))
    }

    @Test func depthIsBounded() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(try parse(nested(64))?.depth == 64)
        #expect(fault(nested(65))?.message == "lists and maps are nested deeper than 64 levels")
        #expect(fault(String(repeating: "[", count: 500_000)) != nil)
        #expect(fault(String(repeating: "- ", count: 500_000)) != nil)
        #expect(fault(String(repeating: "{a: ", count: 200_000)) != nil)
        #expect(fault(String(repeating: "? ", count: 500_000)) != nil)
    }

    @Test func aliasesCountTowardsDepth() {
        var text = "a0: &a0 [1]\n"
        for level in 1...70 { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }
        #expect(fault(text)?.message == "lists and maps are nested deeper than 64 levels")
    }

    @Test func aFewLinesCannotStandForBillionsOfValues() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...12 {
            let aliases = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        #expect(fault(text)?.message == "the file holds more than 200000 values, aliases written out")
    }

    @Test func aLongListIsRead() throws {
        let text = "[" + [String](repeating: "1", count: 100_000).joined(separator: ",") + "]"
        #expect(try parse(text)?.count == 100_001)
    }
}
