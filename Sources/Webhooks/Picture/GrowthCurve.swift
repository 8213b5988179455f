internal import Foundation
internal import JudgeCore
internal import Reporting

/// What was measured along one variable and the line of its bound, in decimal logarithms.
struct GrowthCurve {
    typealias Place = PlotPlace

    /// How far the bound's line may widen the picture beyond what was measured, in decades.
    private static let reach = 4.0

    let name: String
    /// Whether it rises faster than the bound.
    let isOver: Bool
    /// By rising size.
    let points: [Place]
    /// What the bound comes to, scaled to be right at the first point.
    let bound: [Place]

    init(_ variable: SubmissionNews.Variable) {
        name = variable.name
        isOver = variable.verdict == .over
        // A point that is not a size and a value with a logarithm has no place.
        let measured = variable.points.prefix(64)
            .filter { $0.count >= 2 && $0[0].isFinite && $0[1].isFinite }
            .sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
        points = measured.map { Place(x: DecadeAxis.log($0[0]), y: DecadeAxis.log($0[1])) }
        let bounds = measured.map { $0.count > 2 && $0[2].isFinite && $0[2] > 0 ? log10($0[2]) : nil }
        if let start = points.first?.y, let first = bounds.first, let first {
            bound = zip(points, bounds).compactMap { point, bound in
                bound.map { Place(x: point.x, y: start + $0 - first) }
            }
        } else {
            bound = []
        }
    }

    /// The axes that show the curves: all of what was measured, and of the bounds what is not far off.
    static func axes(of curves: [GrowthCurve]) -> (x: DecadeAxis, y: DecadeAxis) {
        let points = curves.flatMap(\.points)
        let low = (points.map(\.y).min() ?? 0) - reach
        let high = (points.map(\.y).max() ?? 0) + reach
        let bounds = curves.flatMap(\.bound).map { min(max($0.y, low), high) }
        return (DecadeAxis(points.map(\.x)), DecadeAxis(points.map(\.y) + bounds))
    }

    /// The pieces of the bound's line that lie within the axis.
    func boundPieces(within axis: DecadeAxis) -> [(from: Place, to: Place)] {
        zip(bound, bound.dropFirst()).compactMap { PlotPlace.piece(from: $0, to: $1, within: axis.lower...axis.upper) }
    }
}
