import Foundation
import JudgeCore
import Testing

@testable import Reporting

@Suite struct GrowthPlotTests {
    private func plot(
        _ variable: VariableGrowth = Growths.over.time.variables[0], _ resource: MeasuredResource = .time,
        width: Int = 60, color: Bool = false, characters: PlotCharacters = .braille
    ) -> String {
        GrowthPlot.text(
            of: variable, resource: resource, bound: Growths.timeBound, style: TextStyle(color: color, width: width),
            characters: characters)
    }

    @Test func `measured points rise from the bound's line, in braille`() {
        #expect(
            plot() == """
                  time along n  over  n^2
                  slope 2.00 [1.99, 2.01], family duplicates
                  words
                    10G ┤                                                ⣀↑
                        │                                            ⣀⠤⠒⠉
                        │                                        ⣀●⠒⠉
                     1G ┤                                    ⣀⠤⠒⠉
                        │                                ⣀●⠒⠉
                        │                            ⣀⠤⠒⠉
                   100M ┤                        ⣀●⠒⠉                  ⢀⡀⠠⠄
                        │                   ⣀⡠⠔⠊⠉             ⣀ ⠤ ⠒⠐⠁⠈⠁
                        │              ⢀⡠⠔●⠉          ⢀⡀⠠⠄⠐ ⠉
                        │          ⢀⡠⠔⠊⠁     ⢀ ⡠ ⠔⠐⠂⠈⠁
                    10M ┤      ⢀⡠⠔●⠁ ⢀⡀⠠⠄⠐⠂⠊ ⠁
                        │  ⢀⡠⠔⣊⠁⠤ ⠂⠈⠁
                        │ ●⠁⠉
                        └─┬───────┬───────┬───────┬───────┬───────┬───────┬─
                         256            1,024           4,096         16,384
                  ● measured   ↑ at least   ┄ bound iterations * n * k * d

                """)
    }

    @Test func `and in ASCII, on a narrow terminal`() {
        let text = plot(width: 40, characters: .ascii)
        #expect(
            text == """
                  time along n  over  n^2
                  slope 2.00 [1.99, 2.01], family
                  duplicates
                  words
                    10G +                             ^
                        |
                        |                        *
                     1G +
                        |                    *
                        |
                   100M +               *           ...
                        |                      .....
                        |          *       ....
                    10M +             .....
                        |      * .....
                        |    ....
                        | *..
                        +-+----+---+----+----+---+----+-
                         256     1,024     4,096  16,384
                  * measured   ^ at least
                  . bound iterations * n * k * d

                """)
        #expect(text.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test func `time stands beside space where the terminal is wide enough`() {
        let time = ResourceGrowth(bound: "n", variables: [Growths.variable("n", "n log n")])
        let space = ResourceGrowth(
            bound: "1", variables: [Growths.variable("n", "1", value: 3000, power: 0, boundPower: 0)])
        let complexity = ComplexityReport(time: time, space: space)
        #expect(
            GrowthPlot.text(of: complexity, style: TextStyle(color: false, width: 100)) == """
                  time along n  within  n log n                      space along n  within  1
                  slope 1.00 [0.99, 1.01], family blobs              slope 0.00 [-0.01, 0.01], family blobs
                  words                                              bytes
                        │                                     ⢀●           │
                        │                                  ⢀⠤⠊⠁        8Ki ┤
                        │                               ⣀●⠊⠁               │
                        │                            ⣀⠔⠊                   │
                        │                         ⣀●⠊                  4Ki ┤
                     1M ┤                      ⣀⠔⠊                         │
                        │                   ⣀●⠊                            │ ●⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤●
                        │               ⣀⠤⠒⠉                               │
                        │            ⡠●⠉                               2Ki ┤
                        │         ⡠⠔⠉                                      │
                        │     ⢀⡠●⠉                                         │
                        │  ⢀⡠⠒⠁                                            │
                   100k ┤ ●⠁                                           1Ki ┤
                        └─┬─────┬─────┬──────┬─────┬─────┬─────┬─          └─┬─────┬─────┬──────┬─────┬─────┬─────┬─
                         256        1,024        4,096     16,384           256        1,024        4,096     16,384
                  ● measured   ┄ bound n                             ● measured   ┄ bound 1

                """)
        let narrow = GrowthPlot.text(of: complexity, style: TextStyle(color: false, width: 60))
        let alone = zip(MeasuredResource.allCases, [time, space]).map { resource, growth in
            GrowthPlot.text(
                of: growth.variables[0], resource: resource, bound: growth.bound,
                style: TextStyle(color: false, width: 60))
        }
        #expect(narrow == alone.joined(separator: "\n"))
    }

    @Test(arguments: PlotCharacters.allCases, [20, 33, 60, 91, 92, 100, 130, 400])
    func `all variables of both resources are drawn and nothing is wider than the terminal`(
        characters: PlotCharacters, width: Int
    ) {
        let text = GrowthPlot.text(
            of: Growths.over, style: TextStyle(color: false, width: width), characters: characters)
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.allSatisfy { $0.columns <= min(width, 2 + 60 + 4 + 60) && !$0.hasSuffix(" ") })
        // A title may be broken into lines on a narrow terminal.
        if width >= 33 {
            for resource in ["time", "space"] {
                for name in ["n", "d", "k", "iterations"] { #expect(text.contains("\(resource) along \(name)")) }
            }
        }
        #expect(text.split(separator: "\n\n").count == (width < 94 ? 8 : 4))
    }

    @Test func `colour is the verdict's and changes no column`() {
        let coloured = plot(color: true)
        #expect(coloured.contains("\u{1B}[31m⣀⠤⠒⠉\u{1B}[0m"))
        #expect(coloured.contains("\u{1B}[1;31m↑\u{1B}[0m"))
        #expect(coloured.contains("\u{1B}[2m⢀⡀⠠⠄\u{1B}[0m"))
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plot())
    }

    private func variable(_ points: [GrowthPoint], name: String = "n") -> VariableGrowth {
        VariableGrowth(
            name: name, estimate: "1", exponent: .nan, interval: [], verdict: .inconclusive, family: "a",
            points: points)
    }

    /// The rows of the field, without axis and legend.
    private func field(_ points: [GrowthPoint]) -> [Substring] {
        plot(variable(points)).split(separator: "\n").filter { $0.contains("│") || $0.contains("┤") }
    }

    @Test func `one point stands in the middle, without lines`() {
        let rows = field([GrowthPoint(x: 8, value: 1000, bound: 3)])
        #expect(rows[6].hasSuffix("┤                         ●"))
        #expect(rows.joined().filter { !" │┤0125k".contains($0) } == "●")
        #expect(plot(variable([])).hasSuffix("\n  no point was measured\n"))
        #expect(!plot(variable([GrowthPoint(x: 8, value: 1, bound: 3)])).contains("bound"))
    }

    @Test func `a size that was measured twice has one tick and one label`() {
        let points = [8, 16, 16, 32].map { GrowthPoint(x: $0, value: $0, bound: 1) }
        let lines = plot(variable(points)).split(separator: "\n")
        #expect(lines.contains { $0.split(separator: " ") == ["8", "16", "32"] })
        #expect(lines.contains { $0.contains("└") && $0.count { $0 == "┬" } == 3 })
    }

    @Test func `equal values are level, and zeros lie at the bottom, as 1 or less`() {
        let level = field((0..<4).map { GrowthPoint(x: 1 << $0, value: 700, bound: 1) }).filter { $0.contains("●") }
        #expect(level.count == 1 && level[0].count { $0 == "●" } == 4)
        let zeros = field((0..<4).map { GrowthPoint(x: $0, value: 0, bound: 0) })
        #expect(zeros[12].hasPrefix("     ≤1 ┤ ●"))
        let some = plot(
            variable([GrowthPoint(x: 1, value: 0, bound: 1), GrowthPoint(x: 2, value: 90, bound: 2)]),
            characters: .ascii)
        #expect(some.contains("<=1 +"))
    }

    @Test func `a bound that leaves the plot is cut off at its edge`() {
        // Measured: constant. The bound climbs by three decades a rung; four are shown.
        let points = (0..<6).map { GrowthPoint(x: 100 << $0, value: 100_000, bound: pow(1000, Double($0))) }
        let rows = field(points)
        #expect(rows[12].count { $0 == "●" } == 6)
        let top = rows[0].drop { $0 != "┤" && $0 != "│" }.dropFirst()
        #expect(top.contains { ("\u{2801}"..."\u{28FF}").contains($0) } && top.count < 20)
    }

    @Test(arguments: PlotCharacters.allCases, [20, 60, 200])
    func `nothing that a report may hold is too much`(characters: PlotCharacters, width: Int) {
        let values = [Int.min, -1, 0, 1, 2, 1000, .max - 1, .max]
        let bounds: [Double] = [.nan, -.infinity, .infinity, 0, -1, 1e-300, 1e300, .leastNonzeroMagnitude, 7]
        for (value, bound) in zip(values + [0], bounds) {
            let many = values.map { GrowthPoint(x: $0, value: value, bound: bound, atLeast: value > 1) }
            let mixed = zip(values, bounds.reversed()).map { GrowthPoint(x: value, value: $0, bound: $1) }
            for points in [many, mixed, many + mixed, [many[0]], [mixed[0], many[7]]] {
                for resource in MeasuredResource.allCases {
                    let text = plot(variable(points), resource, width: width, characters: characters)
                    let lines = text.split(separator: "\n").map(String.init)
                    #expect(lines.allSatisfy { $0.columns <= min(width, 62) })
                    #expect(lines.count < 40)
                }
            }
        }
    }

    @Test func `names from outside are harmless`() {
        let bad = "\u{1B}[2J\n\u{202E}日本" + String(repeating: "x", count: 100)
        let text = GrowthPlot.text(
            of: variable([GrowthPoint(x: 1, value: 1, bound: 1), GrowthPoint(x: 2, value: 2, bound: 2)], name: bad),
            resource: .space, bound: bad, style: TextStyle(color: false, width: 50))
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || String($0).escapingControls == String($0) })
        #expect(text.split(separator: "\n").allSatisfy { String($0).columns <= 50 && $0.hasPrefix("  ") })
    }
}
