import Foundation
import JudgeCore
import Testing

@testable import Complexity

@Suite("A study of growth")
struct GrowthStudyTests {
    private typealias Point = GrowthStudy.Point
    /// Work and memory of a program at a point.
    private typealias Cost = (Point) -> (work: Double, memory: Double)

    private struct Course {
        var report: ComplexityReport
        var points: [Point]
        var stopped = 0
    }

    private func settings(
        _ variables: [GrowthSettings.Variable], time: String, space: String = "1",
        families: [String] = ["a", "b", "c"],
        strict: Bool = false
    ) throws -> GrowthSettings {
        let names = variables.map(\.name)
        return GrowthSettings(
            time: try Bound(time, variables: names), space: try Bound(space, variables: names), variables: variables,
            families: families, isStrict: strict)
    }

    /// Drives a study to its end as the judge does: a run is stopped beyond two hundred times the model's work.
    private func study(
        _ settings: GrowthSettings, chance: UInt64 = 5, model: @escaping Cost, _ own: @escaping Cost
    ) -> Course {
        func whole(_ cost: (work: Double, memory: Double)) -> (Int, Int) {
            (Int(min(cost.work, 1e15)), Int(min(cost.memory, 1e15)))
        }
        let sizes = Dictionary(uniqueKeysWithValues: settings.variables.map { ($0.name, $0.sizes(chance: chance)) })
        var study = GrowthStudy(settings, sizes: sizes)
        var course = Course(report: study.report(), points: [])
        while true {
            let wanted = study.wanted()
            if wanted.isEmpty { break }
            for point in wanted {
                let (modelWork, modelMemory) = whole(model(point))
                let (work, memory) = whole(own(point))
                let limit = max(min(max(modelWork * 200, 30_000_000), 300_000_000), modelWork * 8)
                let isStopped = work > limit || memory > 400 << 20
                course.stopped += isStopped ? 1 : 0
                study.record(
                    .init(work: min(work, limit), memory: min(memory, 400 << 20), isStopped: isStopped),
                    model: .init(work: modelWork, memory: modelMemory), at: point)
            }
            course.points += wanted
        }
        #expect(study.wanted().isEmpty)
        course.report = study.report()
        return course
    }

    private func verdicts(_ growth: ResourceGrowth) -> [String: GrowthVerdict] {
        Dictionary(uniqueKeysWithValues: growth.variables.map { ($0.name, $0.verdict) })
    }

    private static let n = GrowthSettings.Variable(name: "n", at: 1024, ladder: 256, rungs: 7)
    private static let d = GrowthSettings.Variable(name: "d", at: 8, ladder: 4, rungs: 6)
    private static let k = GrowthSettings.Variable(name: "k", at: 8, ladder: 4, rungs: 5)
    private static let q = GrowthSettings.Variable(name: "q", at: 256, ladder: 256, rungs: 6)
    private static let line = GrowthSettings.Variable(name: "n", at: 512, ladder: 32, rungs: 10)

    private func at(_ point: Point, _ name: String) -> Double { Double(point.values[name] ?? 0) }

    // MARK: Products

    @Test("holds each variable against its part of a product")
    func product() throws {
        let settings = try settings([Self.n, Self.k, Self.d], time: "n * k * d", space: "n + k * d")
        func model(_ point: Point) -> (work: Double, memory: Double) {
            (
                5 * at(point, "n") * at(point, "k") * at(point, "d") + 1000,
                8 * (at(point, "n") + at(point, "k") * at(point, "d"))
            )
        }
        let same = study(settings, model: model) { model($0) }
        #expect(same.report.verdict == .within)
        #expect(same.report.time.variables.map(\.name) == ["n", "k", "d"])
        #expect(same.report.time.variables.map(\.estimate) == ["n", "k", "d"])
        #expect(same.report.time.message == nil && same.report.space.message == nil)
        for (name, factor) in [("n", 0.125), ("k", 4), ("d", 4)] {
            let course = study(settings, model: model) { point in
                (at(point, "n") * at(point, "k") * at(point, "d") * at(point, name) * factor, model(point).memory)
            }
            let expected = ["n": GrowthVerdict.within, "k": .within, "d": .within].merging([name: .over]) { $1 }
            #expect(verdicts(course.report.time) == expected)
            #expect(course.report.time.variables.first { $0.name == name }?.estimate == "\(name)^2")
            #expect(course.report.space.verdict == .within)
            #expect(course.report.time.message?.contains(" \(name),") == true, "\(course.report.time.message ?? "")")
        }
    }

    @Test("finds a logarithm too many only where it is strict")
    func strict() throws {
        for (isStrict, verdict) in [(false, GrowthVerdict.within), (true, .over)] {
            let settings = try settings([Self.line], time: "n", space: "n", strict: isStrict)
            let course = study(settings, model: { (10 * at($0, "n"), 8 * at($0, "n")) }) { point in
                (20 * at(point, "n") * log2(at(point, "n")), 8 * at(point, "n"))
            }
            #expect(course.report.time.verdict == verdict)
            #expect(course.report.time.variables[0].estimate == "n log n")
            #expect(course.report.space.verdict == .within)
        }
    }

    @Test("takes a variable that the bound does not name for one that nothing may grow with, where it matters")
    func unnamed() throws {
        let settings = try settings([Self.n, Self.k], time: "n * log(n)", space: "n")
        func model(_ point: Point) -> (work: Double, memory: Double) { (20 * at(point, "n"), 8 * at(point, "n")) }
        let heavy = study(settings, model: model) {
            ($0.values["k"].map(Double.init)! * 20 * at($0, "n"), 8 * at($0, "n"))
        }
        #expect(verdicts(heavy.report.time) == ["n": .within, "k": .over])
        #expect(heavy.report.time.variables[1].estimate == "k")
        // A few words for each k are nothing beside the work for n.
        let light = study(settings, model: model) {
            (20 * at($0, "n") + 3 * at($0, "k"), 8 * at($0, "n") + 8 * at($0, "k"))
        }
        #expect(light.report.verdict == .within)
    }

    // MARK: Sums

    @Test("lets the parts of a sum weigh as they like")
    func heavySum() throws {
        let settings = try settings([Self.n, Self.d], time: "n * d^2 + d^3", space: "n * d + d^2")
        func model(_ point: Point) -> (work: Double, memory: Double) {
            let (n, d) = (at(point, "n"), at(point, "d"))
            return (4 * n * d * d + 4 * d * d * d, 8 * (n * d + d * d))
        }
        for (first, second) in [(4.0, 200.0), (200, 4), (1, 1), (4, 3000)] {
            let course = study(settings, model: model) { point in
                let (n, d) = (at(point, "n"), at(point, "d"))
                return (first * n * d * d + second * d * d * d, model(point).memory)
            }
            #expect(course.report.verdict == .within, "\(first) \(second): \(course.report.time)")
        }
    }

    @Test("finds a product where a sum was asked for")
    func productForSum() throws {
        let settings = try settings([Self.n, Self.d], time: "n * d^2 + d^3", space: "n * d + d^2")
        func model(_ point: Point) -> (work: Double, memory: Double) {
            let (n, d) = (at(point, "n"), at(point, "d"))
            return (4 * n * d * d + 4 * d * d * d, 8 * (n * d + d * d))
        }
        // However soon it is stopped: the more it costs, the fewer rungs run to their end.
        for factor in [1.0, 2, 4, 8, 16, 32, 64] {
            let course = study(settings, model: model) { point in
                (factor * at(point, "n") * pow(at(point, "d"), 3), model(point).memory)
            }
            #expect(course.report.time.verdict == .over, "\(factor): \(course.report.time)")
            #expect(course.report.time.message?.isEmpty == false)
        }
    }

    @Test("finds a table of all queries by all points in memory, where both were to be added")
    func tableForSum() throws {
        let settings = try settings([Self.n, Self.q], time: "n * q", space: "n + q")
        func model(_ point: Point) -> (work: Double, memory: Double) {
            (3 * at(point, "n") * at(point, "q"), 8 * (at(point, "n") + at(point, "q")))
        }
        let course = study(settings, model: model) { point in
            (3 * at(point, "n") * at(point, "q"), 8 * at(point, "n") * at(point, "q"))
        }
        #expect(course.report.time.verdict == .within)
        #expect(course.report.space.verdict == .over)
        let product = try #require(course.report.space.variables.last)
        #expect(product.name == "n*q" && product.verdict == .over && product.reason?.isEmpty == false)
        #expect(course.report.space.message?.contains("n*q") == true, "\(course.report.space.message ?? "")")
        // What the sum allows is within, however it is shared.
        for (first, second) in [(8.0, 8.0), (800, 8), (8, 800)] {
            let fine = study(settings, model: model) { point in
                (3 * at(point, "n") * at(point, "q"), first * at(point, "n") + second * at(point, "q"))
            }
            #expect(fine.report.verdict == .within, "\(first) \(second)")
        }
    }

    // MARK: Families

    @Test("finds what is bad on one family only, whichever it is", arguments: ["a", "b", "c", "d", "e"])
    func oneFamily(bad: String) throws {
        let settings = try settings([Self.n, Self.k], time: "n * k", space: "n", families: ["a", "b", "c", "d", "e"])
        func model(_ point: Point) -> (work: Double, memory: Double) {
            (10 * at(point, "n") * at(point, "k"), 8 * at(point, "n"))
        }
        let course = study(settings, model: model) { point in
            let (n, k) = (at(point, "n"), at(point, "k"))
            return (point.family == bad ? n * n * k : 12 * n * k, model(point).memory)
        }
        #expect(verdicts(course.report.time) == ["n": .over, "k": .within])
        #expect(course.report.time.variables[0].family == bad)
        #expect(course.report.time.message?.contains("family \(bad)") == true)
        let memory = study(settings, model: model) { point in
            (
                12 * at(point, "n") * at(point, "k"),
                point.family == bad ? 8 * at(point, "n") * at(point, "k") : 8 * at(point, "n")
            )
        }
        #expect(memory.report.time.verdict == .within)
        #expect(verdicts(memory.report.space) == ["n": .within, "k": .over], "\(memory.report.space)")
        #expect(memory.report.space.variables[1].family == bad)
    }

    // MARK: Limits

    @Test("goes down the ladder where a program cannot climb it, and names exponential growth")
    func exponential() throws {
        let settings = try settings([Self.line], time: "n", space: "n")
        for (ladder, chance) in [32, 64, 256].flatMap({ ladder in (0..<9 as Range<UInt64>).map { (ladder, $0) } }) {
            var settings = settings
            settings.variables[0].ladder = ladder
            settings.variables[0].rungs = 7
            let course = study(settings, chance: chance, model: { (10 * at($0, "n") + 100, 8 * at($0, "n")) }) {
                point in
                (5 * pow(2, min(at(point, "n"), 45)), 8 * at(point, "n"))
            }
            #expect(course.stopped > 0)
            let growth = course.report.time.variables[0]
            #expect(growth.verdict == .over && growth.estimate == "2^n", "\(ladder) less \(chance): \(growth)")
        }
    }

    @Test("tells steep growth from what ran before the limit")
    func steep() throws {
        let settings = try settings([Self.n, Self.k], time: "n * k", space: "n")
        let course = study(settings, model: { (10 * at($0, "n") * at($0, "k"), 8 * at($0, "n")) }) { point in
            (10 * pow(at(point, "n"), 3) * at(point, "k"), 8 * at(point, "n"))
        }
        #expect(course.stopped > 0)
        #expect(verdicts(course.report.time)["n"] == .over, "\(course.report.time)")
    }

    @Test("cannot tell how a program grows that never ends, and says so")
    func neverEnds() throws {
        let settings = try settings([Self.line], time: "n", space: "n")
        let course = study(settings, model: { (10 * at($0, "n"), 8 * at($0, "n")) }) { _ in (1e14, 100) }
        #expect(course.report.time.verdict == .inconclusive)
        #expect(course.report.time.message?.contains("n") == true)
        #expect(course.report.time.variables[0].points.allSatisfy { $0.atLeast })
    }

    @Test("is not misled by a program that is quick at small sizes only")
    func threshold() throws {
        let settings = try settings([Self.line], time: "n", space: "n")
        for threshold in [100.0, 1000, 3000] {
            let course = study(settings, model: { (10 * at($0, "n"), 8 * at($0, "n")) }) { point in
                let n = at(point, "n")
                return (n < threshold ? 10 * n : n * n, 8 * n)
            }
            #expect(course.report.time.verdict == .over, "\(threshold) \(course.report.time)")
        }
    }

    // MARK: Course

    @Test("comes to the same report when it is done again")
    func repeats() throws {
        let settings = try settings([Self.n, Self.q, Self.d], time: "n * d + q", space: "n + q")
        func model(_ point: Point) -> (work: Double, memory: Double) {
            (10 * at(point, "n") * at(point, "d") + at(point, "q"), 8 * (at(point, "n") + at(point, "q")))
        }
        func own(_ point: Point) -> (work: Double, memory: Double) {
            let scatter = Curves.scatter(at(point, "n") + at(point, "d"), UInt64(point.sample))
            return (model(point).work * scatter * at(point, "d"), at(point, "n") * at(point, "q") * 8 * scatter)
        }
        let first = study(settings, model: model, own)
        let second = study(settings, model: model, own)
        #expect(first.report == second.report)
        #expect(first.points == second.points)
        #expect(try JSONEncoder().encode(first.report).count > 100)
    }

    @Test("wants no point twice, and no more than 55 for each variable")
    func bounded() throws {
        let variables = [Self.n, Self.k, Self.d, Self.q]
        let settings = try settings(
            variables, time: "n * k + d + q", space: "n + k + d + q", families: ["a", "b", "c", "d", "e"])
        func model(_ point: Point) -> (work: Double, memory: Double) { (10 * at(point, "n"), 8 * at(point, "n")) }
        let costs: [(name: String, cost: Cost)] = [
            ("light", model), ("nothing", { _ in (0, 0) }), ("endless", { _ in (1e14, 1e14) }),
            (
                "of all together",
                { ($0.values.values.map(Double.init).reduce(1, *), $0.values.values.map(Double.init).reduce(1, *)) }
            ),
            ("exponential", { (pow(2, min(at($0, "k"), 45)), 100) }),
            ("by chance", { (1e6 * Curves.scatter(Double(abs($0.hashValue % 1000)), 1), 1e5) }),
            (
                "different by family",
                { (at($0, "n") * ($0.family == "a" ? 1 : 90), at($0, "q") * ($0.family == "b" ? 1 : 90)) }
            ),
        ]
        for (name, cost) in costs {
            let course = study(settings, model: model, cost)
            #expect(Set(course.points).count == course.points.count, "\(name)")
            #expect(course.points.count <= 55 * variables.count, "\(name): \(course.points.count)")
            #expect(
                course.points.allSatisfy { $0.values.count == 4 && $0.values.values.allSatisfy { $0 >= 1 } }, "\(name)")
            // The lowest rungs are at least visited, so that a report has something to show.
            #expect(course.report.time.variables.prefix(4).allSatisfy { !$0.points.isEmpty }, "\(name)")
        }
    }

    @Test("shows each rung with what the bound comes to there, and what was stopped as a lower bound")
    func points() throws {
        let settings = try settings([Self.line], time: "3 * n", space: "n")
        let course = study(settings, model: { (10 * at($0, "n"), 8 * at($0, "n")) }) { point in
            (pow(at(point, "n"), 2) * 10, 8 * at(point, "n"))
        }
        let points = course.report.time.variables[0].points
        #expect(points.map(\.x) == points.map(\.x).sorted() && points.count >= 10)
        for point in points {
            #expect(abs(point.bound - 3 * Double(point.x)) < 1e-9 * point.bound)
            if !point.atLeast { #expect(point.value == 10 * point.x * point.x) }
        }
    }

    @Test("names two rungs and by how much it grew between them")
    func pace() throws {
        let settings = try settings([Self.line], time: "n", space: "n")
        let costs: [(Double) -> Double] = [{ 10 * $0 * $0 }, { 5 * pow(2, min($0, 45)) }, { 0.01 * pow($0, 3) + 100 }]
        for cost in costs {
            for chance in 0..<5 as Range<UInt64> {
                let course = study(settings, chance: chance, model: { (10 * at($0, "n"), 8 * at($0, "n")) }) { point in
                    (cost(at(point, "n")), 8 * at(point, "n"))
                }
                let message = try #require(course.report.time.message)
                let found = try #require(
                    message.firstMatch(of: #/from (\d+) to (\d+) it grows ([\d.]+)-fold/#), "\(message)")
                let values = Dictionary(
                    uniqueKeysWithValues: course.report.time.variables[0].points.map { ($0.x, Double($0.value)) })
                let low = try #require(Int(found.1).flatMap { values[$0] }, "\(message)")
                let high = try #require(Int(found.2).flatMap { values[$0] }, "\(message)")
                let factor = try #require(Double(found.3))
                #expect(abs(high / low - factor) <= 0.01 + 1e-9 * factor, "\(message)")
            }
        }
    }

    @Test("tries a size beside the rungs, and cannot tell where that is another matter")
    func strays() throws {
        let settings = try settings([Self.line], time: "n", space: "n")
        func own(_ cost: @escaping (Double) -> Double) -> Course {
            study(settings, model: { (at($0, "n"), 8 * at($0, "n")) }) { (cost(at($0, "n")), 8 * at($0, "n")) }
        }
        let even = own { Int($0) % 2 == 0 ? 2 * $0 : $0 * $0 }
        #expect(even.report.time.verdict == .inconclusive, "\(even.report.time)")
        #expect(even.report.time.variables[0].reason?.contains("while") == true, "\(even.report.time)")
        #expect(even.report.space.verdict == .within)
        #expect(own { 2 * $0 }.report.time.verdict == .within)
    }

    @Test("names the power of what is steeper than cubic")
    func highPowers() throws {
        let settings = try settings([Self.line], time: "n", space: "n")
        let course = study(settings, model: { (at($0, "n"), 8) }) { (20 + 0.0001 * pow(at($0, "n"), 4), 8) }
        #expect(course.report.time.verdict == .over)
        #expect(course.report.time.variables[0].estimate == "n^4", "\(course.report.time)")
    }

    @Test("tells to look for copies where most of the work is bytes moved")
    func moved() throws {
        let settings = try settings([Self.line], time: "n", space: "n", families: ["a"])
        func message(_ share: Double) throws -> String {
            var study = GrowthStudy(settings, sizes: ["n": Self.line.sizes(chance: 0)])
            while case let wanted = study.wanted(), !wanted.isEmpty {
                for point in wanted {
                    let work = at(point, "n") * at(point, "n")
                    study.record(
                        .init(work: Int(work), memory: 8, moved: Int(work * share)),
                        model: .init(work: Int(at(point, "n")), memory: 8), at: point)
                }
            }
            return try #require(study.report().time.message)
        }
        #expect(
            try message(0.933).hasSuffix("; 93 % of it is bytes moved: look for arrays that are copied or shifted"))
        #expect(try !message(0.4).contains("bytes moved"))
    }

    @Test("recounts in instructions what the meter does not see, and takes the graver verdict")
    func instructions() throws {
        let settings = try settings([Self.line, Self.k], time: "n", space: "n", families: ["a", "b"])
        func model(_ point: Point) -> (work: Double, memory: Double) { (2 * at(point, "n"), 8 * at(point, "n")) }
        let sizes = Dictionary(uniqueKeysWithValues: settings.variables.map { ($0.name, $0.sizes(chance: 0)) })
        var study = GrowthStudy(settings, sizes: sizes)
        while true {
            let wanted = study.wanted()
            if wanted.isEmpty { break }
            for point in wanted {
                let (work, memory) = model(point)
                let measurement = GrowthStudy.Measurement(work: Int(work), memory: Int(memory))
                study.record(measurement, model: measurement, at: point)
            }
        }
        let time = study.report().time
        #expect(time.verdict == .within)
        var points: [Point] = []
        /// Counts as the judge does, some points being too slow to count, and recounts.
        func recounted(_ count: (Point) -> Double?) -> ResourceGrowth {
            var counts: [Point: Int] = [:]
            while case let wanted = study.instructionPoints(time, tried: counts), !wanted.isEmpty {
                #expect(wanted.allSatisfy { counts[$0] == nil })
                for point in wanted { counts[point] = count(point).map { Int($0) } ?? 0 }
            }
            points = Array(counts.keys)
            return study.recounted(time, instructions: counts, functions: "strstr")
        }
        #expect(recounted { 50 * at($0, "n") + 3000 }.verdict == .within)
        // Two sizes in every family, and of the worst the rungs from there to the top.
        for variable in settings.variables {
            let rungs = sizes[variable.name]!
            let xs = Set(points.compactMap { $0.values[variable.name] }).subtracting([variable.at])
            #expect(xs.isSubset(of: rungs) && xs.count >= min(5, rungs.count - 1), "\(xs)")
            #expect(xs.isSuperset(of: [rungs[2], rungs[rungs.count - 1]]), "\(xs)")
        }
        #expect(points.count { $0.family == "b" } == 4)
        let over = recounted { 20 * at($0, "n") * at($0, "n") }
        #expect(over.verdict == .over && over.variables[0].verdict == .over)
        #expect(over.variables[0].reason?.contains("strstr") == true && over.message?.isEmpty == false)
        // Slow to count: beyond a thousand million instructions nothing is tried, and then lower rungs are.
        let steep = recounted { 1000 * at($0, "n") * at($0, "n") }
        #expect(steep.verdict == .over, "\(steep)")
        #expect(points.allSatisfy { at($0, "n") < 2000 } && points.contains { $0.values["n"] == sizes["n"]![0] })
        // The family that needs most instructions need not be the one that needs most of what is counted.
        let other = recounted { ($0.family == "b" ? at($0, "n") : 10) * at($0, "n") }
        #expect(other.verdict == .over && other.variables[0].family == "b", "\(other)")
        // What cannot be counted cannot be told.
        let none = recounted { _ in nil }
        #expect(none.verdict == .inconclusive && none.variables.allSatisfy { $0.verdict == .inconclusive })
    }

    @Test("without a family or a rung that could be run has nothing to say")
    func nothing() throws {
        let settings = try settings([Self.line], time: "n", space: "n")
        let report = GrowthStudy(settings, sizes: [:]).report()
        #expect(report.verdict == .inconclusive)
        var study = GrowthStudy(settings, sizes: ["n": [1]])
        while true {
            let wanted = study.wanted()
            if wanted.isEmpty { break }
            for point in wanted { study.record(.init(work: 10, memory: 10), model: nil, at: point) }
        }
        #expect(study.report().verdict == .inconclusive)
    }
}
