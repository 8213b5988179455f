import JudgeCore
import Synchronization

/// What the judge is doing, while it does it: a line that is drawn over and over on a terminal, one line a stage
/// elsewhere, nothing when asked to be quiet.
///
/// Safe to call from any thread; calls to the sink never overlap.
package final class ProgressLine: Sendable {
    /// How progress is shown.
    package enum Mode: Sendable, Equatable {
        /// One live line of at most `width` columns.
        case live(width: Int, color: Bool)
        /// One line for each stage.
        case stages
        /// Nothing.
        case quiet

        /// The mode that suits standard error.
        ///
        /// - Parameters:
        ///   - isTerminal: whether it is a terminal; one with `TERM=dumb` counts as none.
        ///   - color: whether its text is coloured; see ``ColorMode``.
        package static func suited(
            quiet: Bool, isTerminal: Bool, color: Bool, width: Int, environment: [String: String]
        ) -> Mode {
            if quiet { return .quiet }
            guard isTerminal, ColorMode.canMoveCursor(environment: environment) else { return .stages }
            return .live(width: width, color: color)
        }
    }

    private struct State {
        var lastDrawn: ContinuousClock.Instant?
        var lastStage: String?
        var isDrawn = false
        var isFinished = false
    }

    private static let interval = Duration.milliseconds(100)

    private let mode: Mode
    private let title: String
    private let now: @Sendable () -> ContinuousClock.Instant
    private let write: @Sendable (String) -> Void
    private let state = Mutex(State())

    /// A line about `title`, usually the submission's file name, which may come from anyone.
    ///
    /// - Parameters:
    ///   - now: the clock; a live line is redrawn at most ten times a second within one stage.
    ///   - write: takes the text as it is, carriage returns and line feeds included.
    package init(
        mode: Mode, title: String, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
        write: @escaping @Sendable (String) -> Void
    ) {
        self.mode = mode
        self.title = title.displayedInline(limit: 60)
        self.now = now
        self.write = write
    }

    /// Shows where the judge is. With `.graded` a live line vanishes: the report says the rest.
    package func update(_ progress: GradingProgress) {
        switch mode {
        case .quiet: return
        case .stages: writeStage(progress)
        case .live(let width, let color): draw(progress, width: width, ansi: ANSI(isOn: color))
        }
    }

    /// Shows that the `index`th of `total` alike has begun, on a live line alone: elsewhere it would be a line for each.
    package func count(_ index: Int, of total: Int, _ name: String) {
        if case .live(let width, let color) = mode {
            draw(.running(index: index, total: total, name: name), width: width, ansi: ANSI(isOn: color))
        }
    }

    /// Erases a live line, for errors and interrupts; nothing is drawn afterwards.
    package func finish() {
        state.withLock { state in
            state.isFinished = true
            erase(&state)
        }
    }

    private func writeStage(_ progress: GradingProgress) {
        let (stage, text) =
            switch progress {
            case .preparing(let what): Self.preparing(what)
            case .compiling: ("compile", "compiling")
            case .running(_, let total, _): ("run", "running \(Figures.count(total, "case"))")
            case .measuring: ("measure", "measuring growth")
            case .graded(let verdict): ("grade", verdict.rawValue)
            }
        state.withLock { state in
            guard !state.isFinished, state.lastStage != stage else { return }
            state.lastStage = stage
            write("\(title): \(text)\n")
        }
    }

    /// How far the preparing of many alike has come is for a line that is drawn over and over.
    private static func preparing(_ what: String) -> (stage: String, text: String) {
        let kind = what.wholeMatch(of: /(.+), [0-9]+ of [0-9]+/).map { String($0.1) } ?? what
        return ("prepare \(kind)", "preparing \(kind.displayedInline())")
    }

    private func draw(_ progress: GradingProgress, width: Int, ansi: ANSI) {
        state.withLock { state in
            guard !state.isFinished else { return }
            var text = StyledText("\(title)  ", .bold)
            let stage: String
            switch progress {
            case .preparing(let what):
                stage = "prepare \(what)"
                text.append("preparing \(what.displayedInline())")
            case .compiling:
                stage = "compile"
                text.append("compiling")
            case .running(let index, let total, let name):
                stage = "run"
                text.append(Self.bar(index, total), .cyan)
                text.append(" \(index)/\(total)  ")
                text.append(name.displayedInline(), .dim)
            case .measuring(let index, let total, let variable):
                stage = "measure"
                text.append(Self.bar(index, total), .cyan)
                text.append(" \(index)/\(total)  ")
                text.append("growth along \(variable.displayedInline())", .dim)
            case .graded:
                erase(&state)
                return
            }
            let instant = now()
            if state.lastStage == stage, let last = state.lastDrawn, instant - last < Self.interval { return }
            state.lastStage = stage
            state.lastDrawn = instant
            state.isDrawn = true
            // The last column stays free: some terminals move to the next line as soon as it is written.
            write(ANSI.eraseLine + text.cut(to: max(width - 1, 1)).rendered(ansi))
        }
    }

    private func erase(_ state: inout State) {
        guard state.isDrawn else { return }
        state.isDrawn = false
        write(ANSI.eraseLine)
    }

    /// Ten cells, filled up to `index` of `total`.
    private static func bar(_ index: Int, _ total: Int) -> String {
        let filled = total > 0 ? min(max(index * 10 / total, 0), 10) : 0
        return String(repeating: "━", count: filled) + String(repeating: "╌", count: 10 - filled)
    }
}
