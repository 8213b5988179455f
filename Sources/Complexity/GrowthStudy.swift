import JudgeCore

/// The course of a measurement as a value: which points are wanted next, what is known, and what it comes to. It runs
/// nothing itself.
///
/// 1. Every family is tried at two sizes of each variable.
/// 2. The worst families climb the whole ladder, with more samples of data on the upper rungs.
/// 3. Where the ladder is too high for the submission, it goes on downwards, and between the last rung that ran and the
///    first that was stopped.
/// 4. Where points scatter, more samples are taken.
/// 5. Where a bound is a sum and something rises against it, the slopes in all variables are measured around one point.
/// 6. A size beside the highest rung is tried as well, as rungs are all multiples of a power of two.
package struct GrowthStudy: Sendable {
    /// One run that is wanted.
    package struct Point: Sendable, Hashable {
        /// The value of each variable.
        package var values: [String: Int]
        /// The input family.
        package var family: String
        /// Which sample of data, from 0.
        package var sample: Int
    }

    /// What one run came to.
    package struct Measurement: Sendable, Equatable {
        /// Words of work.
        package var work: Int
        /// Peak bytes of memory.
        package var memory: Int
        /// Words of that work which are bytes moved, set or compared by library functions.
        package var moved: Int
        /// Whether it was stopped, so that all are lower bounds.
        package var isStopped: Bool

        package init(work: Int, memory: Int, moved: Int = 0, isStopped: Bool = false) {
            self.work = work
            self.memory = memory
            self.moved = moved
            self.isStopped = isStopped
        }
    }

    private enum Round: Int { case screen, climb, descend, refine, resample, around, stray, done }

    /// What is asked for and how it is measured.
    package let settings: GrowthSettings
    /// The rungs of each variable.
    let sizes: [String: [Int]]
    private var round = Round.screen
    private(set) var known: [Point: (own: Measurement, model: Measurement?)] = [:]
    /// Of each variable, the families that climb, worst first.
    private(set) var climbing: [String: [String]] = [:]
    /// Of each variable, sizes off the ladder that were added.
    private var added: [String: [Int]] = [:]

    private static let samples = 3
    /// Where points scatter.
    private static let manySamples = 5
    private static let muchScatter = 0.012
    private static let fewestRungs = 4
    /// Steeper than this, doubling leaps over what there is to see.
    private static let steep = 3.5
    private static let smallSize = 128

    /// A study along the rungs `sizes` of each variable.
    package init(_ settings: GrowthSettings, sizes: [String: [Int]]) {
        self.settings = settings
        self.sizes = sizes
    }

    /// The points to run next; none when all is known. They may run in any order, or at once.
    package mutating func wanted() -> [Point] {
        while round != .done {
            let points = planned().filter { known[$0] == nil }
            round = Round(rawValue: round.rawValue + 1) ?? .done
            if !points.isEmpty { return points.reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
        }
        return []
    }

    /// Notes what the run of `point` came to, and what the model solution needs there, where that is known.
    package mutating func record(_ measurement: Measurement, model: Measurement?, at point: Point) {
        known[point] = (measurement, model)
    }

    // MARK: - What is wanted

    private mutating func planned() -> [Point] {
        switch round {
        case .screen: return screening()
        case .climb:
            for variable in settings.variables { climbing[variable.name] = worstFamilies(variable) }
            return ladders()
        case .descend: return settings.variables.flatMap { lowerRungs($0) }
        case .refine: return settings.variables.flatMap { betweenRungs($0) }
        case .resample: return settings.variables.flatMap { scattered($0) }
        case .around: return surroundings().map(\.point)
        case .stray: return strays().map(\.point)
        case .done: return []
        }
    }

    private func base() -> [String: Int] {
        Dictionary(uniqueKeysWithValues: settings.variables.map { ($0.name, $0.at) })
    }

    func point(_ variable: String, _ x: Int, _ family: String, _ sample: Int = 0) -> Point {
        var values = base()
        values[variable] = x
        return Point(values: values, family: family, sample: sample)
    }

    private func screenSizes(_ variable: GrowthSettings.Variable) -> [Int] {
        let rungs = sizes[variable.name] ?? []
        return [rungs.count - 4, rungs.count - 2].filter { $0 >= 0 }.map { rungs[$0] }
    }

    private func screening() -> [Point] {
        settings.variables.flatMap { variable in
            settings.families.flatMap { family in
                screenSizes(variable).map { point(variable.name, $0, family) }
            }
        }
    }

    /// The families that need most, or whose need grows most, at the sizes that were tried.
    private func worstFamilies(_ variable: GrowthSettings.Variable) -> [String] {
        let tried = screenSizes(variable)
        func amount(_ family: String, _ x: Int?, _ key: KeyPath<Measurement, Int>) -> Double {
            x.flatMap { known[point(variable.name, $0, family)]?.own[keyPath: key] }.map { Double(max($0, 1)) } ?? 0
        }
        var worst: [String] = []
        for key in [\Measurement.work, \Measurement.memory] {
            let most = settings.families.max { amount($0, tried.last, key) < amount($1, tried.last, key) }
            func rise(_ family: String) -> Double {
                amount(family, tried.last, key) / max(amount(family, tried.first, key), 1)
            }
            let steepest = settings.families.max { rise($0) < rise($1) }
            for family in [most, steepest].compactMap({ $0 }) where !worst.contains(family) {
                // Memory adds a family only where it differs from those that climb already.
                if key == \Measurement.memory,
                    worst.contains(where: { amount(family, tried.last, key) < 1.1 * amount($0, tried.last, key) })
                {
                    continue
                }
                worst.append(family)
            }
        }
        if worst.count < 2, let other = settings.families.first(where: { !worst.contains($0) }) { worst.append(other) }
        return Array(worst.prefix(3))
    }

    private func ladders() -> [Point] {
        settings.variables.flatMap { variable -> [Point] in
            let rungs = sizes[variable.name] ?? []
            return (climbing[variable.name] ?? []).enumerated().flatMap { place, family in
                rungs.enumerated().flatMap { index, x in
                    // The rungs that decide are climbed with more than one sample of data.
                    let samples = place < 2 && index >= rungs.count - 3 ? Self.samples : 1
                    return (0..<samples).map { point(variable.name, x, family, $0) }
                }
            }
        }
    }

    /// Sizes below the ladder, for a submission that was stopped on nearly all of it.
    private mutating func lowerRungs(_ variable: GrowthSettings.Variable) -> [Point] {
        guard let first = sizes[variable.name]?.first else { return [] }
        return (climbing[variable.name] ?? []).flatMap { family -> [Point] in
            guard curve(variable.name, family, \.work).usable.count < Self.fewestRungs else { return [] }
            let lower = (1...5).map { first >> $0 }.filter { $0 >= 1 }
            added[variable.name, default: []] += lower
            return lower.map { point(variable.name, $0, family) }
        }
    }

    /// Sizes between the last that ran and the first that was stopped, for growth that doubling leaps over.
    private mutating func betweenRungs(_ variable: GrowthSettings.Variable) -> [Point] {
        (climbing[variable.name] ?? []).flatMap { family -> [Point] in
            let curve = curve(variable.name, family, \.work)
            guard let last = curve.usable.last, let stopped = curve.stopped,
                curve.usable.count < Self.fewestRungs + 2 || last.x <= Self.smallSize && curve.lastSlope > Self.steep
            else { return [] }
            let step = max(1, (stopped.x - last.x) / 8)
            let between = Array(stride(from: last.x + step, to: stopped.x, by: step).prefix(7))
            added[variable.name, default: []] += between
            return between.map { point(variable.name, $0, family) }
        }
    }

    /// More samples on all rungs of ladders whose points lie beside any smooth curve. No sizes between: what depends on
    /// the size in steps does so alike at sizes that double, but not between them.
    private func scattered(_ variable: GrowthSettings.Variable) -> [Point] {
        (climbing[variable.name] ?? []).prefix(2).flatMap { family -> [Point] in
            let work = curve(variable.name, family, \.work)
            guard max(work.scatter, curve(variable.name, family, \.memory).scatter) > Self.muchScatter else {
                return []
            }
            return work.usable.flatMap { rung in
                (0..<Self.manySamples).map { point(variable.name, rung.x, family, $0) }
            }
        }
    }

    // MARK: - Around a point

    struct Neighbour {
        let climbed: String
        let top: Int
        let other: String
        let family: String
        let point: Point
    }

    /// For each variable along which something rises against a bound that is a sum: points at its highest usable rung,
    /// with each other variable doubled in turn.
    func surroundings() -> [Neighbour] {
        settings.variables.flatMap { variable -> [Neighbour] in
            (climbing[variable.name] ?? []).prefix(1).flatMap { family -> [Neighbour] in
                let suspicious =
                    rises(variable.name, family, \.work, settings.time)
                    || rises(variable.name, family, \.memory, settings.space)
                guard suspicious, let top = roomy(curve(variable.name, family, \.work)) else { return [] }
                return settings.variables.filter { $0.name != variable.name }.map { other in
                    var point = point(variable.name, top.x, family)
                    point.values[other.name] = other.at * 2
                    return Neighbour(
                        climbed: variable.name, top: top.x, other: other.name, family: family, point: point)
                }
            }
        }
    }

    /// The highest rung that leaves room to double another variable: a neighbour that is stopped tells no slope.
    private func roomy(_ curve: GrowthCurve) -> GrowthCurve.Rung? {
        let most = curve.stopped.map { $0.median / 3 } ?? .max
        return curve.usable.last { $0.median <= most } ?? curve.usable.last
    }

    func rises(
        _ variable: String, _ family: String, _ key: KeyPath<Measurement, Int>, _ bound: Bound
    ) -> Bool {
        guard bound.leading.count > 1 else { return false }
        let curve = curve(variable, family, key)
        guard let low = curve.upper.first, let top = curve.upper.last, low.x < top.x else { return false }
        func value(_ x: Int) -> Double { bound.value(at: point(variable, x, family).values.mapValues(Double.init)) }
        let slope = GrowthCurve.slope([(Double(low.x), value(low.x)), (Double(top.x), value(top.x))])
        return curve.exponent > slope + 0.1
    }

    // MARK: - Beside the rungs

    /// For each ladder that was climbed an odd size just below its highest rung.
    private func strays() -> [(variable: String, family: String, top: Int, point: Point)] {
        settings.variables.flatMap { variable in
            (climbing[variable.name] ?? []).prefix(2).compactMap { family in
                guard let first = sizes[variable.name]?.first,
                    let top = curve(variable.name, family, \.work).usable.last?.x, top >= 32
                else { return nil }
                let size = (top - top / 64 - first % 8) | 1
                return (variable.name, family, top, point(variable.name, size, family))
            }
        }
    }

    /// A size that needs so many times what a larger one does is no scatter.
    private static let strayFactor = 2.5

    /// What a size beside the rungs needs that they do not show; `nil` where it is like them.
    func stray(
        _ variable: String, _ family: String, _ key: KeyPath<Measurement, Int>, _ curve: GrowthCurve, _ test: GrowthTest
    ) -> String? {
        guard let stray = strays().first(where: { $0.variable == variable && $0.family == family }),
            let own = known[stray.point]?.own, let size = stray.point.values[variable],
            let top = curve.rungs.first(where: { $0.x == stray.top })
        else { return nil }
        let most = top.values.max() ?? 0
        let value = own[keyPath: key]
        guard Double(value) > Self.strayFactor * Double(most), Double(value - most) >= test.floor else { return nil }
        return "at \(variable) = \(size) it needs \(test.quantity(value)), while \(top.x) needs \(test.quantity(most))"
    }

    /// The highest rungs that ran to their end, on which builds can be compared.
    package func highest() -> [Point] {
        settings.variables.compactMap { variable in
            guard let family = climbing[variable.name]?.first else { return nil }
            return curve(variable.name, family, \.work).usable.last.map { point(variable.name, $0.x, family) }
        }
    }

    // MARK: - What is known

    func curve(_ variable: String, _ family: String, _ key: KeyPath<Measurement, Int>) -> GrowthCurve {
        let xs = Set((sizes[variable] ?? []) + (added[variable] ?? [])).sorted()
        return GrowthCurve(
            xs.compactMap { x in
                let runs = (0..<Self.manySamples).compactMap { known[point(variable, x, family, $0)] }
                guard let first = runs.first else { return nil }
                return GrowthCurve.Rung(
                    x: x, values: runs.map { $0.own[keyPath: key] }, isStopped: runs.contains { $0.own.isStopped },
                    model: first.model?[keyPath: key] ?? 0)
            })
    }
}
