import JudgeCore
import Synchronization
import Testing

@testable import Reporting

@Suite struct ProgressLineTests {
    /// A clock that stands still until it is told otherwise, and what was written.
    private final class World: Sendable {
        let time = Mutex(ContinuousClock.now)
        let written = Mutex("")

        func line(_ mode: ProgressLine.Mode, title: String = "kmeans.swift") -> ProgressLine {
            ProgressLine(mode: mode, title: title, now: { self.time.withLock { $0 } }) { text in
                self.written.withLock { $0 += text }
            }
        }

        func wait(_ milliseconds: Int) { time.withLock { $0 += .milliseconds(milliseconds) } }

        /// What was written since the last call, with each erasing of the line as `<`.
        func take() -> String {
            written.withLock { text in
                defer { text = "" }
                return text.replacing("\r\u{1B}[2K", with: "<")
            }
        }
    }

    @Test func `a live line is redrawn in place and vanishes with the verdict`() {
        let world = World()
        let line = world.line(.live(width: 80, color: false))
        line.update(.preparing("generator"))
        #expect(world.take() == "<kmeans.swift  preparing generator")
        line.update(.compiling)
        #expect(world.take() == "<kmeans.swift  compiling")
        line.update(.running(index: 1, total: 16, name: "edge/ties"))
        #expect(world.take() == "<kmeans.swift  ╌╌╌╌╌╌╌╌╌╌ 1/16  edge/ties")
        world.wait(100)
        line.update(.running(index: 8, total: 16, name: "edge/far"))
        #expect(world.take() == "<kmeans.swift  ━━━━━╌╌╌╌╌ 8/16  edge/far")
        // Another stage: drawn at once.
        line.update(.measuring(index: 3, total: 10, variable: "n\u{1B}"))
        #expect(world.take() == "<kmeans.swift  ━━━╌╌╌╌╌╌╌ 3/10  growth along n\\u{1B}")
        line.update(.measuring(index: 4, total: 10, variable: "n"))
        #expect(world.take() == "")
        line.update(.graded(.accepted))
        #expect(world.take() == "<")
        line.finish()
        #expect(world.take() == "")
    }

    @Test func `within a stage it is redrawn ten times a second at most`() {
        let world = World()
        let line = world.line(.live(width: 80, color: false))
        for index in 1...1000 {
            line.update(.running(index: index, total: 1000, name: "case"))
            world.wait(1)
        }
        #expect(world.take().count { $0 == "<" } == 10)
    }

    @Test func `it fits into the terminal with a column to spare and escapes names`() {
        let world = World()
        let line = world.line(.live(width: 24, color: false), title: "a\u{1B}b.swift")
        line.update(.running(index: 1, total: 2, name: "\u{202E}name"))
        #expect(world.take() == "<a\\u{1B}b.swift  ━━━━━╌…")
        let coloured = world.line(.live(width: 80, color: true))
        coloured.update(.compiling)
        #expect(world.take() == "<\u{1B}[1mkmeans.swift  \u{1B}[0mcompiling")
    }

    @Test func `elsewhere there is one line for each stage`() {
        let world = World()
        let line = world.line(.stages)
        line.update(.preparing("generator"))
        line.update(.preparing("validator"))
        for index in 1...32 { line.update(.preparing("data for growth, \(index) of 32")) }
        line.update(.compiling)
        for index in 1...16 { line.update(.running(index: index, total: 16, name: "edge/\(index)")) }
        for index in 1...9 { line.update(.measuring(index: index, total: 9, variable: index < 5 ? "n" : "k")) }
        line.update(.graded(.wrongAnswer))
        #expect(
            world.take() == """
                kmeans.swift: preparing generator
                kmeans.swift: preparing validator
                kmeans.swift: preparing data for growth
                kmeans.swift: compiling
                kmeans.swift: running 16 cases
                kmeans.swift: measuring growth
                kmeans.swift: wrong-answer

                """)
    }

    @Test func `what is counted is drawn on a live line and nowhere else`() {
        let world = World()
        world.line(.live(width: 80, color: false), title: "knn").count(2, of: 4, "accepted/heap.swift")
        #expect(world.take() == "<knn  ━━━━━╌╌╌╌╌ 2/4  accepted/heap.swift")
        for mode in [ProgressLine.Mode.stages, .quiet] { world.line(mode).count(2, of: 4, "accepted/heap.swift") }
        #expect(world.take() == "")
    }

    @Test func `quiet is silent, and nothing is drawn after the end`() {
        let world = World()
        let quiet = world.line(.quiet)
        quiet.update(.compiling)
        quiet.finish()
        #expect(world.take() == "")
        let live = world.line(.live(width: 80, color: false))
        live.update(.compiling)
        _ = world.take()
        live.finish()
        live.update(.compiling)
        #expect(world.take() == "<")
    }

    @Test func `the mode follows quiet, the terminal and what it can do`() {
        func mode(_ quiet: Bool, _ isTerminal: Bool, _ term: String) -> ProgressLine.Mode {
            .suited(quiet: quiet, isTerminal: isTerminal, color: true, width: 90, environment: ["TERM": term])
        }
        #expect(mode(false, true, "xterm") == .live(width: 90, color: true))
        #expect(mode(false, true, "dumb") == .stages)
        #expect(mode(false, false, "xterm") == .stages)
        #expect(mode(true, true, "xterm") == .quiet)
    }
}
