import Foundation
import JudgeCore

/// The points of one variable's growth and the line of its bound, in decimal logarithms, with the axes that show both.
struct GrowthSeries {
    typealias Place = PlotPlace

    /// A measured point.
    struct Point {
        var place: Place
        var source: GrowthPoint
    }

    /// How far the bound's line may widen the plot beyond what was measured, in decades.
    private static let reach = 4.0

    /// By rising `x`.
    let points: [Point]
    /// The bound's line through the first point, in pieces that lie within the axes.
    let bound: [(from: Place, to: Place)]
    let x: LogAxis
    let y: LogAxis
    /// Whether a value is 0, and so is shown at 1.
    let hasZero: Bool

    init(_ variable: VariableGrowth, padding: Double) {
        points = variable.points.sorted { $0.x < $1.x }.map {
            Point(place: Place(x: LogAxis.log($0.x), y: LogAxis.log($0.value)), source: $0)
        }
        hasZero = points.contains { $0.source.value < 1 }
        x = LogAxis(points.map(\.place.x), leastSpan: 0, padding: 0)
        let values = points.map(\.place.y)
        let low = (values.min() ?? 0) - Self.reach
        let high = (values.max() ?? 0) + Self.reach
        let line = Self.line(points)
        y = LogAxis(values + line.map { min(max($0.y, low), high) }, leastSpan: 1, padding: padding)
        let heights = y.lower...y.upper
        bound = zip(line, line.dropFirst()).compactMap { PlotPlace.piece(from: $0, to: $1, within: heights) }
    }

    /// What the bound comes to at each point, scaled to be right at the first.
    private static func line(_ points: [Point]) -> [Place] {
        guard let first = points.first, first.source.bound.isFinite, first.source.bound > 0 else { return [] }
        let shift = first.place.y - log10(first.source.bound)
        return points.compactMap { point in
            guard point.source.bound.isFinite, point.source.bound > 0 else { return nil }
            return Place(x: point.place.x, y: log10(point.source.bound) + shift)
        }
    }
}
