import Complexity
import Compilation
import Foundation
import Jail
import JudgeCore
import Registry
import Synchronization

/// Measures how a submission's work and memory grow: runs the points that a ``GrowthStudy`` wants, two at a time. It
/// counts, so that runs side by side do not disturb each other.
struct GrowthMeasurement: Sendable {
    /// What a measurement comes to.
    enum Outcome: Sendable {
        /// How it grows.
        case grown(ComplexityReport)
        /// An answer along the ladder was wrong, or there was none: that is the verdict, with a sentence.
        case failed(Verdict, String)
    }

    let preparation: Preparation
    let material: Material
    let settings: GrowthSettings
    let source: SourceFile
    let plain: String
    let executable: MeteredExecutable
    /// Is told of each run that came to an end, and the CPU seconds that its work took.
    var observe: @Sendable (GrowthStudy.Point, Double) -> Void = { _, _ in }

    private static let workers = 2
    /// A run is stopped beyond so many times the model's work, within these bounds.
    private static let workFactor = 200
    private static let workBounds = 100_000_000...300_000_000
    /// What a point may take by the clock; counting stops it long before, unless it works where nothing is counted.
    private static let cpuSeconds = 10.0

    private var tools: Tools { preparation.tools }
    private var challenge: Challenge { preparation.challenge }

    /// Runs the whole measurement.
    ///
    /// - Throws: `JudgeError` when the judge, the host or the package fails.
    func run() async throws -> (outcome: Outcome, sandbox: SandboxReport) {
        let seeds = Seeds(salt: try tools.state.salt())
        let data = try GrowthData(preparation, seeds: seeds)
        return try await withBenches([]) { benches in
            var study = GrowthStudy(settings, sizes: data.sizes(settings))
            var doubts: [GrowthDoubt] = []
            let sandbox = benches[0].runner.jail.sandbox
            while true {
                let points = study.wanted()
                if points.isEmpty { break }
                let items = try await data.items(points, variables: settings.variables)
                for (point, item, result) in try await results(points, items, benches) {
                    switch result {
                    case .failed(let verdict, let message): return (.failed(verdict, message), sandbox)
                    case .measured(let measurement, let doubt):
                        study.record(measurement, model: item.model, at: point)
                        if let doubt { doubts.append(doubt) }
                    }
                }
            }
            var report = study.report()
            doubts += try await inPlainBuild(study.highest(), data, counted: benches[0].runner)
            if !executable.uncounted.isEmpty {
                if let time = try await instructions(study, report.time, data) {
                    report.time = time
                    let families = time.variables.map(\.family)
                    doubts.removeAll {
                        if case .hidden(let point, _) = $0 { families.contains(point.family) } else { false }
                    }
                } else {
                    report.time.doubt(
                        "it calls \(executable.uncounted.prefix(3).joined(separator: ", ")), whose work is counted only "
                            + "where valgrind is installed")
                }
            }
            report.doubt(doubts, uncounted: executable.uncounted, place: place)
            return (.grown(report), sandbox)
        }
    }

    /// `growth` recounted in instructions; `nil` where there is no valgrind to count them.
    private nonisolated(nonsending) func instructions(
        _ study: GrowthStudy, _ growth: ResourceGrowth, _ data: GrowthData
    ) async throws -> ResourceGrowth? {
        try await tools.state.withScratch { scratch in
            try await InstructionCounter.with(
                plain, tools: tools, hasHarness: !challenge.isWholeProgram, scratch: scratch
            ) { counter -> ResourceGrowth? in
                guard let counter else { return nil }
                var counts: [GrowthStudy.Point: Int] = [:]
                while case let points = study.instructionPoints(growth, tried: counts), !points.isEmpty {
                    let items = try await data.items(points, variables: settings.variables)
                    let queue = Queue(points.compactMap { point in items[point].map { (point, $0) } })
                    let done = try await withThrowingTaskGroup(of: [GrowthStudy.Point: Int].self) { group in
                        // The jail runs up to eight at once; more than there are cores would only be slower each.
                        for _ in 0..<Self.workers { group.addTask { try await count(queue, counter, points.count) } }
                        return try await group.reduce(into: [GrowthStudy.Point: Int]()) { $0.merge($1) { $1 } }
                    }
                    for point in points { counts[point] = done[point] ?? 0 }
                }
                let functions = executable.uncounted.prefix(2).joined(separator: ", ")
                return study.recounted(growth, instructions: counts, functions: functions)
            }
        }
    }

    private func count(_ queue: Queue, _ counter: InstructionCounter, _ total: Int) async throws -> [GrowthStudy.Point:
        Int]
    {
        var counts: [GrowthStudy.Point: Int] = [:]
        while let (index, point, item) = queue.next() {
            preparation.progress(.measuring(index: index + 1, total: total, variable: name(point)))
            counts[point] = try await counter.count(input: item.input, place: index)
        }
        return counts
    }

    /// So much longer than the counted build the plain one may take, and a moment: counting only ever costs time.
    private static let plainFactor = 3.0
    private static let plainMoment = 0.02

    /// Doubts where the plain build takes far longer than the counted one at the same point: it works less where it is
    /// counted.
    private nonisolated(nonsending) func inPlainBuild(
        _ points: [GrowthStudy.Point], _ data: GrowthData, counted: CaseRunner
    ) async throws -> [GrowthDoubt] {
        let items = try await data.items(points, variables: settings.variables)
        return try await withRunner(of: plain) { plain in
            var doubts: [GrowthDoubt] = []
            for point in points {
                guard let item = items[point] else { continue }
                var (least, inCounted) = (Double.infinity, 0.0)
                var isLonger: Bool { least > Self.plainFactor * inCounted + Self.plainMoment }
                for _ in 0..<Self.looks where isLonger {
                    let own = try await plain.run(input: item.input, arguments: []).cpuSeconds
                    if own > Self.plainMoment, inCounted == 0 {
                        let page = MeterPage(limits(item, point))
                        inCounted = try await counted.run(input: item.input, arguments: [], meter: page).cpuSeconds
                    }
                    least = min(least, own)
                }
                if isLonger { doubts.append(.plain(point: point, seconds: least, counted: inCounted)) }
            }
            return doubts
        }
    }

    // MARK: - Benches

    /// What one run at a time needs: a jail with the submission, one with the validator, and a place for files.
    private struct Bench: Sendable {
        let runner: CaseRunner
        let check: OutputCheck
    }

    private nonisolated(nonsending) func withBenches<Value: Sendable>(
        _ opened: [Bench], _ body: nonisolated(nonsending) ([Bench]) async throws -> Value
    ) async throws -> Value {
        if opened.count == Self.workers { return try await body(opened) }
        return try await tools.state.withScratch { scratch in
            try await OutputCheck.with(material.validator, challenge: challenge, tools: tools, scratch: scratch) {
                check in
                try await withRunner(of: executable.path) { runner in
                    try await withBenches(opened + [Bench(runner: runner, check: check)], body)
                }
            }
        }
    }

    /// A jail of its own for the build at `path`.
    private nonisolated(nonsending) func withRunner<Value: Sendable>(
        of path: String, _ body: nonisolated(nonsending) (CaseRunner) async throws -> Value
    ) async throws -> Value {
        var limits = material.limits
        limits.cpuSeconds = max(Self.cpuSeconds, limits.cpuSeconds)
        limits.wallSeconds = limits.cpuSeconds * 2 + 2
        // Answers grow with the ladder; they are validated, not shown.
        limits.outputBytes = 256 << 20
        let limit = limits
        return try await tools.state.withScratch { scratch in
            try await CaseRunner.with(
                path, limits: limit, hasHarness: !challenge.isWholeProgram, source: source.bytes, tools: tools,
                scratch: scratch, body)
        }
    }

    /// Runs `points` on all benches; stops handing out points once one has failed.
    private func results(
        _ points: [GrowthStudy.Point], _ items: [GrowthStudy.Point: GrowthData.Item], _ benches: [Bench]
    ) async throws -> [(GrowthStudy.Point, GrowthData.Item, Result)] {
        let queue = Queue(points.compactMap { point in items[point].map { (point, $0) } })
        return try await withThrowingTaskGroup(of: [(Int, GrowthStudy.Point, GrowthData.Item, Result)].self) { group in
            for bench in benches {
                group.addTask {
                    var done: [(Int, GrowthStudy.Point, GrowthData.Item, Result)] = []
                    while let (index, point, item) = queue.next() {
                        preparation.progress(.measuring(index: index + 1, total: points.count, variable: name(point)))
                        let result = try await measure(point, item, bench)
                        if case .failed = result { queue.stop(at: index) }
                        done.append((index, point, item, result))
                    }
                    return done
                }
            }
            // In the order of the points, so that the first failure is the same in every run.
            return try await group.reduce(into: []) { $0 += $1 }.sorted { $0.0 < $1.0 }.map { ($0.1, $0.2, $0.3) }
        }
    }

    /// The points that are left, handed out in order.
    private final class Queue: Sendable {
        private let points: [(GrowthStudy.Point, GrowthData.Item)]
        private let state = Mutex((next: 0, end: Int.max))

        init(_ points: [(GrowthStudy.Point, GrowthData.Item)]) { self.points = points }

        func next() -> (Int, GrowthStudy.Point, GrowthData.Item)? {
            state.withLock { state in
                guard state.next < min(points.count, state.end) else { return nil }
                defer { state.next += 1 }
                return (state.next, points[state.next].0, points[state.next].1)
            }
        }

        /// Hands out no point after `index`.
        func stop(at index: Int) { state.withLock { $0.end = min($0.end, index) } }
    }

    // MARK: - One point

    private enum Result: Sendable {
        case measured(GrowthStudy.Measurement, GrowthDoubt?)
        case failed(Verdict, String)
    }

    /// So many runs must show hidden work: CPU time, unlike counts, suffers when the host is busy.
    private static let looks = 4

    private func measure(_ point: GrowthStudy.Point, _ item: GrowthData.Item, _ bench: Bench) async throws -> Result {
        var result = try await look(at: point, item, bench)
        for _ in 1..<Self.looks {
            guard case .measured(let measurement, let doubt?) = result, doubt.isOfTime, !measurement.isStopped else {
                break
            }
            result = try await look(at: point, item, bench)
        }
        return result
    }

    private func look(
        at point: GrowthStudy.Point, _ item: GrowthData.Item, _ bench: Bench
    ) async throws -> Result {
        let page = MeterPage(limits(item, point))
        let run = try await bench.runner.run(input: item.input, arguments: [], meter: page)
        guard let count = run.meter.flatMap(page.count) else { return .measured(.init(work: 0, memory: 0), .changed) }
        var measurement = GrowthStudy.Measurement(
            work: count.work, memory: count.memory, moved: count.bytes / 16, isStopped: count.isStopped)
        switch run.ending {
        case _ where count.isStopped: return .measured(measurement, nil)
        case .failed(.timeLimitExceeded, _):
            measurement.isStopped = true
            return .measured(measurement, .hidden(point: point, seconds: run.cpuSeconds))
        case .failed(.memoryLimitExceeded, _):
            measurement.isStopped = true
            return .measured(measurement, .memory(point: point))
        case .failed(let verdict, let message): return .failed(verdict, "\(place(point)): \(message)")
        case .answered:
            observe(point, count.cpuSeconds)
            if let complaint = try await complaint(point, item, run, bench) { return .failed(.wrongAnswer, complaint) }
            return .measured(measurement, doubt(point, item, count, run))
        }
    }

    private func limits(_ item: GrowthData.Item, _ point: GrowthStudy.Point) -> MeterPage.Limits {
        let work = min(max(item.model.work * Self.workFactor, Self.workBounds.lowerBound), Self.workBounds.upperBound)
        return MeterPage.Limits(
            work: max(work, item.model.work * 8), memory: material.limits.memoryBytes / 4 * 3,
            seed: UInt64(point.sample))
    }

    /// What is wrong with the answer; `nil` when it is right. An answer that is the model's to the byte needs no look.
    private func complaint(
        _ point: GrowthStudy.Point, _ item: GrowthData.Item, _ run: CaseRunner.Run, _ bench: Bench
    ) async throws -> String? {
        if FileManager.default.contentsEqual(atPath: run.answer, andPath: item.answer) { return nil }
        let judgement = try await bench.check.judge(
            input: item.input, answer: item.answer, output: run.answer,
            arguments: challenge.secretSettings.cases.outputValidatorArgs, name: place(point))
        return judgement.accepted ? nil : "\(place(point)): \(judgement.message ?? "the answer is wrong")"
    }

    /// More than so many nanoseconds a word, for longer than a moment, is time spent elsewhere.
    private static let slowestWord = 60e-9
    private static let moment = 0.1
    /// Memory that the run had and the meter did not see, beyond what the model's run had: pages of program and tables.
    private static let unseenBytes = 8 << 20

    /// What reading a byte of input or writing one of an answer takes at most, outside of what is measured.
    private static let slowestByte = 300e-9

    private func doubt(
        _ point: GrowthStudy.Point, _ item: GrowthData.Item, _ count: MeterPage.Count, _ run: CaseRunner.Run
    ) -> GrowthDoubt? {
        let counted = max(Self.moment, Double(count.work) * Self.slowestWord)
        if count.cpuSeconds > counted {
            return .hidden(point: point, seconds: count.cpuSeconds)
        }
        // The program itself notes that time; the jail's is of the whole process, but not the program's to write.
        let other = Double(Self.size(item.input) + Self.size(run.answer)) * Self.slowestByte + Self.moment
        if run.cpuSeconds > counted + other { return .outside(point: point, seconds: run.cpuSeconds) }
        // What was freed may stay with the process: as much as was live, and once more for blocks that grew.
        if run.peakBytes > 3 * count.memory + item.modelUncounted + Self.unseenBytes { return .memory(point: point) }
        return nil
    }

    private static func size(_ path: String) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
    }

    private func name(_ point: GrowthStudy.Point) -> String {
        settings.variables.first { point.values[$0.name] != $0.at }?.name ?? settings.variables[0].name
    }

    private func place(_ point: GrowthStudy.Point) -> String {
        let values = settings.variables.compactMap { variable in
            point.values[variable.name].map { "\(variable.name) = \($0)" }
        }
        return "\(values.joined(separator: ", ")) (family \(point.family))"
    }
}
