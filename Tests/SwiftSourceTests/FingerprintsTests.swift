import JudgeCore
import Testing

@testable import SwiftSource

/// What sources have in common, whatever was done to them.
@Suite struct FingerprintsTests {
    private func hashes(_ source: String) -> Set<UInt64> {
        Set(Fingerprints(of: Array(source.utf8)).marks.map(\.hash))
    }

    /// A function whose syntax depends on `seed` alone.
    private func function(_ seed: Int) -> String {
        let signs = ["+", "-", "*", "/", "%", "&", "|", "^", "<", ">"]
        let sum = (0..<20).map {
            "a\($0) \(signs[(seed * (2 * $0 + 3) + $0 * $0 * 7 + seed / 7 * $0) % signs.count]) b"
        }
        return "func f\(seed)() { x = \(sum.joined(separator: " + ")) }\n"
    }

    @Test(arguments: [
        ("let a = b + 1", "var total = half + 20_000"),
        ("private func f(_ a: Int) { g(a) }", "func sum(_ list: Set) { add(list) }"),
        ("a = b // why\n\n/* so */ c = d", "a = b\nc = d"),
        ("self.a = b; c = \"d\"", "a = b\nc = \"\"\"\n  e\n  \"\"\""),
        ("@inlinable static func f() {}", "func f() {}"),
    ]) func disguisesThatCostNothingChangeNothing(one: String, other: String) {
        let (first, second) = (NormalTokens(of: Array(one.utf8)), NormalTokens(of: Array(other.utf8)))
        #expect(!first.codes.isEmpty && first.codes == second.codes)
    }

    @Test(arguments: [
        ("a = b + c", "a = b - c"), ("if a { b() }", "while a { b() }"), ("a = 1", "a = \"1\""), ("a = (b)", "a = [b]"),
        ("a = true", "a = false"),
    ]) func syntaxIsKeptApart(one: String, other: String) {
        #expect(NormalTokens(of: Array(one.utf8)).codes != NormalTokens(of: Array(other.utf8)).codes)
    }

    @Test func tokensKnowTheirLines() {
        let tokens = NormalTokens(of: Array("a\n/* b\n */ c = \"\"\"\n  d\n  \"\"\"\ne".utf8))
        #expect(tokens.lines == [1...1, 3...3, 3...3, 3...5, 6...6])
    }

    @Test func everyCommonRunThatIsLongEnoughIsFound() {
        let length = Fingerprints.gram + Fingerprints.window - 1
        // Brackets of four kinds count one token each.
        let marks = ["(", "[", "{", ")", "]", "}", ",", ":"]
        for seed in 0..<300 {
            var generator = Generator(state: UInt64(seed))
            func random(_ count: Int) -> String {
                (0..<count).map { _ in marks.randomElement(using: &generator)! }.joined(separator: " ")
            }
            let common = random(length)
            let (before, after) = (Int.random(in: 0..<40, using: &generator), Int.random(in: 0..<40, using: &generator))
            let one = random(before) + " " + common + " " + random(after)
            let other = random(after) + " " + common + " " + random(before)
            #expect(!hashes(one).isDisjoint(with: hashes(other)), "\(seed)")
        }
    }

    @Test func fewerTokensThanARunLeaveNothing() {
        let marks = { String(repeating: "( ", count: $0) }
        #expect(hashes("").isEmpty && hashes(marks(Fingerprints.gram - 1)).isEmpty)
        #expect(hashes(marks(Fingerprints.gram)).count == 1)
    }

    @Test func onlySomeOfAllRunsAreSelected() {
        let source = Array((0..<20).map(function).joined().utf8)
        let (all, selected) = (Fingerprints.hashes(of: source).count, Fingerprints(of: source).marks.count)
        // Of random hashes 2 of window + 1 are selected, by the paper.
        let expected = 2.0 / Double(Fingerprints.window + 1)
        #expect(abs(Double(selected) / Double(all) - expected) < 0.1)
    }

    @Test func ofOneRunOverAndOverFewAreSelected() {
        let marks = Fingerprints(of: Array(String(repeating: "(", count: 10_000).utf8)).marks
        #expect(marks.count <= 10_000 / Fingerprints.window)
    }

    @Test func hashesAreTheSameInEveryRun() {
        #expect(FNV.hash("a".utf8) == 0xaf63_dc4c_8601_ec8c)
    }
}

/// SplitMix64.
private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
