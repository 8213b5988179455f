import JudgeCore

/// One variable's panel of a ``GrowthSVG``, its upper left corner at the origin.
package struct GrowthPanel {
    static let width = 292.0
    static let height = 244.0

    private static let left = 52.0
    private static let right = width - 18
    private static let top = 78.0
    private static let bottom = height - 32
    private static let tickSize = 10.0

    private let variable: VariableGrowth
    private let resource: MeasuredResource
    private let series: GrowthSeries
    private var verdict: String { variable.verdict.rawValue }

    init(_ variable: VariableGrowth, _ resource: MeasuredResource) {
        self.variable = variable
        self.resource = resource
        series = GrowthSeries(variable, padding: 0.06)
    }

    /// The elements of the panel.
    var text: String {
        let frame =
            "<rect class=\"panel\" x=\"0.5\" y=\"0.5\" width=\"\(Self.n(Self.width - 1))\" "
            + "height=\"\(Self.n(Self.height - 1))\" rx=\"8\"/>\n"
        guard !series.points.isEmpty else {
            let y = (Self.top + Self.bottom) / 2
            return frame + heading()
                + Self.text("no point was measured", x: Self.width / 2, y: y, class: "quiet middle", size: 12)
        }
        return frame + heading() + upright() + level() + curves()
    }

    /// The panel as a picture of its own for a page that brings the styles: its classes are those of ``GrowthSVG``, within
    /// the class `growth`. Without a style of its own it may stand in pages that forbid those.
    package static func picture(of variable: VariableGrowth, resource: MeasuredResource) -> String {
        let words =
            "\(resource.rawValue) along \(variable.displayedName): \(variable.verdict.rawValue), "
            + "\(variable.displayedClass), slope \(variable.displayedSlope)"
        let size = "0 0 \(n(width)) \(n(height))"
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"growth\" role=\"img\" "
            + "aria-label=\"\(SVGText.escaped(words))\" viewBox=\"\(size)\">\n"
            + GrowthPanel(variable, resource).text + "</svg>\n"
    }

    /// Variable and verdict; the class; the slope and the family.
    private func heading() -> String {
        let inner = Self.width - 28
        let verdictWidth = SVGText.width(verdict, size: 12)
        let name = SVGText.fitted("along \(variable.name)", size: 13, width: inner - verdictWidth - 8)
        let estimate = SVGText.fitted(variable.displayedClass, size: 12, width: inner)
        let facts = ["slope \(variable.displayedSlope)", variable.family].filter { !$0.isEmpty }.joined(separator: ", ")
        return Self.text(name, x: 14, y: 23, class: "strong", size: 13)
            + Self.text(verdict, x: Self.width - 14, y: 23, class: "strong right \(verdict)", size: 12)
            + Self.text(estimate, x: 14, y: 41, size: 12)
            + Self.text(SVGText.fitted(facts, size: 10.5, width: inner), x: 14, y: 57, class: "quiet", size: 10.5)
    }

    /// The axis of values: a line across and a label for each tick.
    private func upright() -> String {
        resource.ticks(on: series.y, atMost: 5, floor: series.hasZero ? "≤1" : nil).map { tick in
            let y = self.y(tick.place)
            let line = "M\(Self.n(Self.left)) \(Self.n(y))H\(Self.n(Self.right))"
            return "<path class=\"grid\" d=\"\(line)\"/>\n"
                + Self.text(tick.label, x: Self.left - 8, y: y + 3.5, class: "quiet right", size: Self.tickSize)
        }.joined()
    }

    /// The axis of sizes: a tick for each, and as many labels as there is room for.
    private func level() -> String {
        var places: [(x: Double, label: String)] = []
        for point in series.points {
            let x = self.x(point.place.x)
            if places.last?.x != x { places.append((x, Figures.size(point.source.x))) }
        }
        var path = "M\(Self.n(Self.left)) \(Self.n(Self.bottom))H\(Self.n(Self.right))"
        for (x, _) in places { path += "M\(Self.n(x)) \(Self.n(Self.bottom))v4" }
        let spans = places.map { x, label in
            let half = SVGText.width(label, size: Self.tickSize) / 2
            return (x - half)...(x + half)
        }
        let labels = AxisTick.shown(spans, gap: 8).map { index in
            // No label may reach over the panel's edge.
            let half = (spans[index].upperBound - spans[index].lowerBound) / 2
            let x = max(min(places[index].x, Self.width - 8 - half), 8 + half)
            return Self.text(
                places[index].label, x: x, y: Self.bottom + 18, class: "quiet middle", size: Self.tickSize)
        }
        return "<path class=\"axis\" d=\"\(path)\"/>\n" + labels.joined()
    }

    /// The bound's line, the measured one, and a mark for each point, which says its numbers when pointed at.
    private func curves() -> String {
        var text = ""
        let bound = series.bound.map { "M\(place($0.from))L\(place($0.to))" }.joined()
        if !bound.isEmpty { text += "<path class=\"bound\" d=\"\(bound)\"/>\n" }
        let line = series.points.map { place($0.place) }.joined(separator: "L")
        if series.points.count > 1 { text += "<path class=\"line \(verdict)\" d=\"M\(line)\"/>\n" }
        for point in series.points {
            let (x, y) = (self.x(point.place.x), self.y(point.place.y))
            let value = "\(Figures.integer(point.source.value)) \(resource.unit)"
            let words =
                "\(variable.displayedName) = \(Figures.integer(point.source.x)): "
                + (point.source.atLeast ? "at least \(value)" : value)
            text += "<g><title>\(SVGText.escaped(words))</title>"
            text += Self.dot(x: x, y: y, class: "mark \(verdict)")
            if point.source.atLeast { text += Self.arrow(x: x, y: y, class: "line \(verdict)") }
            text += "</g>\n"
        }
        return text
    }

    private func x(_ place: Double) -> Double {
        Self.left + 10 + series.x.fraction(place) * (Self.right - Self.left - 20)
    }
    private func y(_ place: Double) -> Double { Self.bottom - series.y.fraction(place) * (Self.bottom - Self.top) }
    private func place(_ place: GrowthSeries.Place) -> String { "\(Self.n(x(place.x))) \(Self.n(y(place.y)))" }

    private static func n(_ value: Double) -> String { SVGText.number(value) }

    /// A measured point.
    static func dot(x: Double, y: Double, class name: String) -> String {
        "<circle class=\"\(name)\" cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"3\"/>\n"
    }

    /// An arrow up from a point: the true value lies above.
    static func arrow(x: Double, y: Double, class name: String) -> String {
        "<path class=\"\(name)\" d=\"M\(n(x)) \(n(y))v-12m-4 4l4 -4l4 4\"/>\n"
    }

    /// A line of text; it may hold anything.
    static func text(_ text: String, x: Double, y: Double, class name: String = "", size: Double) -> String {
        let attribute = name.isEmpty ? "" : " class=\"\(name)\""
        return
            "<text\(attribute) x=\"\(n(x))\" y=\"\(n(y))\" font-size=\"\(n(size))\">\(SVGText.escaped(text))</text>\n"
    }
}
