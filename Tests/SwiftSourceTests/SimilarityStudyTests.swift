import Testing

@testable import SwiftSource

/// How alike solutions of one task are.
@Suite struct SimilarityStudyTests {
    private static let distance = """
        func distance(_ a: [Double], _ b: [Double]) -> Double {
            var sum = 0.0
            for i in a.indices {
                let d = a[i] - b[i]
                sum += d * d
            }
            return sum.squareRoot()
        }

        """
    private static let nearest = """
        func nearest(_ point: [Double], _ centers: [[Double]]) -> Int {
            var best = 0
            for c in centers.indices where distance(point, centers[c]) < distance(point, centers[best]) {
                best = c
            }
            return best
        }

        """
    private static let mean = """
        func mean(_ rows: [[Double]]) -> [Double]? {
            guard let first = rows.first else { return nil }
            var total = [Double](repeating: 0, count: first.count)
            for row in rows { for (i, x) in row.enumerated() { total[i] += x } }
            return total.map { $0 / Double(rows.count) }
        }

        """
    private static let original = distance + nearest + mean
    private static let other = """
        struct Tree {
            indirect enum Node { case leaf(Int), inner(Tree.Node, Tree.Node, Double) }
            let root: Node
            func find(_ x: Double) throws -> Int {
                var node = root
                while true {
                    switch node {
                    case .leaf(let label): return label
                    case .inner(let left, let right, let cut): node = x <= cut ? left : right
                    }
                }
            }
            mutating func prune(_ depth: Int) { if depth > 3 && !isEmpty || depth == 0 { self = Tree(root: .leaf(-1)) } }
        }

        """
    private static let padding = """
        enum Mode: String { case quiet, loud }
        func log(_ text: String, _ mode: Mode) {
            guard mode == .loud else { return }
            print("[\\(mode.rawValue)] \\(text)")
        }
        final class Clock {
            var ticks: [String: Int] = [:]
            func tick(_ name: String) throws { ticks[name, default: 0] += 1; if ticks.count > 9 { throw Failure() } }
        }

        """

    private func study(_ sources: [String], without common: [String] = []) -> SimilarityStudy {
        SimilarityStudy(
            of: sources.enumerated().map { .init(name: "\($0)", source: Array($1.utf8)) },
            leavingOut: common.map { Array($0.utf8) })
    }

    private func compared(_ first: String, _ second: String, without common: [String] = []) -> SimilarPair? {
        study([first, second], without: common).pairs.first
    }

    @Test func aCopyWithOtherNamesIsWhollyAlike() {
        let names = ["sum", "best", "total", "rows", "centers", "point", "distance", "nearest"]
        let renamed = names.reduce("// mine\n" + Self.original) { $0.replacing($1, with: "my\($1)") }
        let pair = compared(Self.original, renamed)
        #expect(pair?.shareOfFirst == 1 && pair?.shareOfSecond == 1)
    }

    @Test func functionsInAnotherOrderAreAlikeStill() throws {
        let pair = try #require(compared(Self.original, Self.mean + Self.nearest + Self.distance))
        #expect(pair.shareOfFirst > 0.8 && pair.shareOfSecond > 0.8)
    }

    @Test func whatIsAddedMakesOnlyTheShareOfTheCopySmaller() throws {
        let pair = try #require(compared(Self.original, Self.padding + Self.original + Self.padding))
        #expect(pair.shareOfFirst > 0.95)
        #expect(pair.shareOfSecond < 0.8)
        #expect(pair.similarity == (pair.shareOfFirst + pair.shareOfSecond) / 2)
    }

    @Test func independentSolutionsAreHardlyAlike() throws {
        #expect(try #require(compared(Self.original, Self.other)).similarity < 0.1)
    }

    @Test func whatEverybodyHasDoesNotCount() throws {
        let (one, two) = (Self.distance + Self.other, Self.distance + Self.mean + Self.padding)
        let whole = try #require(compared(one, two)).similarity
        let own = try #require(compared(one, two, without: [Self.distance])).similarity
        #expect(whole > 0.2 && own < whole / 2)
    }

    @Test func aFileOfWhichTooLittleIsLeftIsInNoPair() {
        let study = study(
            [Self.original, Self.original, Self.other], without: [Self.distance + Self.nearest + Self.mean])
        #expect(study.pairs.isEmpty)
        #expect(study.tooSmall.map(\.name) == ["0", "1"])
        #expect(self.study(["", "let a = 1", Self.other]).tooSmall.map(\.name) == ["0", "1"])
    }

    @Test func theMostAlikeComeFirstAndEqualsInTheOrderOfFiles() {
        let sources = [Self.other, Self.original, Self.padding + Self.original, Self.original]
        let study = study(sources)
        #expect(study.pairs.prefix(3).map { [$0.first, $0.second] } == [[1, 3], [1, 2], [2, 3]])
        #expect(study.pairs.count == 6)
        #expect(study.pairs(atLeast: 0.5).count == 3 && study.pairs(atLeast: 0).count == 6)
        #expect(self.study(sources).pairs == study.pairs)
    }

    @Test func linesThatAreAlikeAreBesideEachOther() {
        let study = study([Self.original, Self.mean + Self.distance])
        let shared = study.sharedLines(of: study.pairs[0])
        for (first, second) in [(1...8, 7...14), (16...21, 1...6)] {
            #expect(shared.contains { $0.first == first && $0.second == second }, "\(shared)")
        }
        #expect(shared.allSatisfy { $0.tokens >= SimilarityStudy.leastShown })
    }

    @Test func anyBytesAreCompared() {
        var sources: [[UInt8]] = (0..<300).map { _ in
            (0..<Int.random(in: 0..<400)).map { _ in Array("\"\\(#/*)\n1a<.e-{}\u{FF}".utf8).randomElement()! }
        }
        sources += [
            [0xFF, 0xFE, 0x80] + Array(Self.original.utf8), Array(repeating: UInt8(ascii: "("), count: 128 << 10),
        ]
        let study = SimilarityStudy(of: sources.map { .init(name: "", source: $0) }, leavingOut: [])
        for pair in study.pairs.prefix(2000) {
            for lines in study.sharedLines(of: pair) { #expect(lines.first.lowerBound >= 1 && lines.tokens > 0) }
            #expect((0...1).contains(pair.shareOfFirst) && (0...1).contains(pair.shareOfSecond))
        }
    }

    @Test func whatIsRepeatedWithoutEndIsComparedAtOnce() {
        let long = String(repeating: "a = a + b[c] * (d - 1)\n", count: 6000)
        let study = study([long, long + "e = f\n"])
        #expect(study.pairs.first?.shareOfFirst == 1)
        #expect(!study.sharedLines(of: study.pairs[0]).isEmpty)
    }
}
