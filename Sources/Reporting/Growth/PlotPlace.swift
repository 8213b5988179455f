/// A place in a plot of growth, in decimal logarithms.
package struct PlotPlace: Equatable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// The part of a straight piece that lies within `heights`; `nil` where there is none.
    package static func piece(
        from start: PlotPlace, to end: PlotPlace, within heights: ClosedRange<Double>
    ) -> (from: PlotPlace, to: PlotPlace)? {
        let rise = end.y - start.y
        var range = 0.0...1.0
        if rise == 0 {
            guard heights.contains(start.y) else { return nil }
        } else {
            let cuts = [(heights.lowerBound - start.y) / rise, (heights.upperBound - start.y) / rise].sorted()
            guard cuts[0] < 1, cuts[1] > 0 else { return nil }
            range = max(cuts[0], 0)...min(cuts[1], 1)
        }
        func place(_ part: Double) -> PlotPlace {
            PlotPlace(x: start.x + part * (end.x - start.x), y: start.y + part * rise)
        }
        return (place(range.lowerBound), place(range.upperBound))
    }
}
