import JudgeCore

/// Growth as one SVG document that needs nothing else: a log-log panel for each variable of time and of space, with the
/// measured points, and beside them what they would be if they grew as the bound does from the first point on.
package struct GrowthSVG {
    /// Space around everything, between panels, and around what is in one.
    static let margin = 24.0
    static let gap = 16.0

    private let complexity: ComplexityReport
    private let title: String
    private let columns: Int
    private var body = ""
    /// Where the next part begins.
    private var y = 0.0

    /// The document for a graded submission. Where its growth was not measured, it says so.
    package static func text(of report: Report) -> String {
        let parts = [report.submission.challenge, report.submission.file, report.verdict.rawValue]
        return text(of: report.complexity, title: parts.joined(separator: " · "))
    }

    /// The document for a measurement.
    ///
    /// - Parameters:
    ///   - complexity: what was measured; `nil` gives a document that says that nothing was.
    ///   - title: what stands above it, e.g. the challenge and the file; it may hold anything.
    package static func text(of complexity: ComplexityReport?, title: String) -> String {
        let nothing = ResourceGrowth(bound: "", variables: [])
        var svg = GrowthSVG(complexity ?? ComplexityReport(time: nothing, space: nothing), title: title)
        return svg.document(isMeasured: complexity != nil)
    }

    private init(_ complexity: ComplexityReport, title: String) {
        self.complexity = complexity
        self.title = title
        // At most four panels a row, and as many in each row as there can be.
        let most = max(complexity.time.variables.count, complexity.space.variables.count, 1)
        let rows = (most + 3) / 4
        columns = (most + rows - 1) / rows
    }

    /// Two panels wide at least: the headings need as much.
    private var width: Double {
        let columns = Double(max(columns, 2))
        return 2 * Self.margin + columns * GrowthPanel.width + (columns - 1) * Self.gap
    }

    private mutating func document(isMeasured: Bool) -> String {
        writeHeading(isMeasured: isMeasured)
        if isMeasured {
            for resource in MeasuredResource.allCases { write(resource) }
        } else {
            text("Growth was not measured.", x: Self.margin, y: y + 14, class: "quiet", size: 13)
            y += 14
        }
        let height = y + Self.margin
        let size = "\(SVGText.number(width)) \(SVGText.number(height))"
        return """
            <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="growth-title growth-desc" \
            width="\(SVGText.number(width))" height="\(SVGText.number(height))" viewBox="0 0 \(size)">
            <title id="growth-title">\(SVGText.escaped(title))</title>
            <desc id="growth-desc">\(SVGText.escaped(description(isMeasured: isMeasured), limit: 4000))</desc>
            <style>
            \(Self.style)
            </style>
            <rect class="page" width="\(SVGText.number(width))" height="\(SVGText.number(height))"/>
            \(body)</svg>

            """
    }

    /// The title, and beside it what the marks mean.
    private mutating func writeHeading(isMeasured: Bool) {
        y = Self.margin
        let all = complexity.time.variables + complexity.space.variables
        let hasLowerBound = all.contains { $0.points.contains(where: \.atLeast) }
        let legend = isMeasured ? (hasLowerBound ? 280.0 : 200) : 0
        let fitted = SVGText.fitted(title, size: 17, width: width - 2 * Self.margin - legend)
        text(fitted, x: Self.margin, y: y + 16, class: "strong", size: 17)
        if isMeasured { writeLegend(x: width - Self.margin - legend, y: y + 10, hasLowerBound: hasLowerBound) }
        y += 16
    }

    private mutating func writeLegend(x: Double, y: Double, hasLowerBound: Bool) {
        var x = x + 20
        func line(_ name: String) -> String {
            "<path class=\"\(name)\" d=\"M\(SVGText.number(x)) \(SVGText.number(y))h24\"/>\n"
        }
        body += line("line plain") + GrowthPanel.dot(x: x + 12, y: y, class: "mark plain")
        text("measured", x: x + 31, y: y + 4, class: "quiet", size: 12)
        x += 110
        if hasLowerBound {
            body += GrowthPanel.arrow(x: x + 5, y: y + 6, class: "line plain")
            text("at least", x: x + 16, y: y + 4, class: "quiet", size: 12)
            x += 80
        }
        body += line("bound")
        text("bound", x: x + 31, y: y + 4, class: "quiet", size: 12)
    }

    /// A heading with the bound and the verdict, and the panels in rows.
    private mutating func write(_ resource: MeasuredResource) {
        let growth = resource.growth(in: complexity)
        y += 34
        let verdict = growth.verdict.rawValue
        let title = resource == .time ? "Time" : "Space"
        let unit = resource == .time ? "words of work" : "bytes of memory"
        let used = SVGText.width("\(title) \(verdict)", size: 13) + 24
        let asked = SVGText.fitted(
            growth.bound.isEmpty ? unit : "\(unit), asked \(growth.bound)", size: 13,
            width: width - 2 * Self.margin - used)
        // One line of text, so that its parts keep their distance in any font.
        body += """
            <text x="\(SVGText.number(Self.margin))" y="\(SVGText.number(y))" font-size="13">\
            <tspan class="strong">\(title)</tspan><tspan class="strong \(verdict)" dx="10">\(verdict)</tspan>\
            <tspan class="quiet" dx="14">\(SVGText.escaped(asked))</tspan></text>

            """
        y += 14
        if growth.variables.isEmpty {
            text("No variable was measured.", x: Self.margin, y: y + 12, class: "quiet", size: 13)
            y += 12
        }
        for (index, variable) in growth.variables.enumerated() {
            let column = index % columns
            if index > 0, column == 0 { y += GrowthPanel.height + Self.gap }
            let x = Self.margin + Double(column) * (GrowthPanel.width + Self.gap)
            body += "<g transform=\"translate(\(SVGText.number(x)) \(SVGText.number(y)))\">\n"
            body += GrowthPanel(variable, resource).text + "</g>\n"
        }
        if !growth.variables.isEmpty { y += GrowthPanel.height }
    }

    private mutating func text(_ text: String, x: Double, y: Double, class name: String, size: Double) {
        body += GrowthPanel.text(text, x: x, y: y, class: name, size: size)
    }

    /// What the picture shows, in words.
    private func description(isMeasured: Bool) -> String {
        guard isMeasured else { return "Growth was not measured." }
        return MeasuredResource.allCases.map { resource in
            let growth = resource.growth(in: complexity)
            let parts = growth.variables.map {
                "along \($0.displayedName) \($0.verdict.rawValue), \($0.displayedClass), slope \($0.displayedSlope)"
            }
            let bound = growth.bound.isEmpty ? "" : " of \(growth.bound.displayedInline())"
            let name = resource == .time ? "Time" : "Space"
            return "\(name) is \(growth.verdict.rawValue)\(bound)"
                + (parts.isEmpty ? "." : ": \(parts.joined(separator: "; ")).")
        }.joined(separator: " ")
    }

    /// Colours with enough contrast on their ground, light and dark.
    private static let style = """
        text { font-family: system-ui, sans-serif; fill: #1f2937 }
        .page { fill: #ffffff }
        .panel { fill: #f9fafb; stroke: #e5e7eb }
        .quiet { fill: #4b5563 }
        .strong { font-weight: 600 }
        .right { text-anchor: end }
        .middle { text-anchor: middle }
        .grid { stroke: #e5e7eb; fill: none }
        .axis { stroke: #9ca3af; fill: none }
        .bound { stroke: #b3bbc7; stroke-width: 6; stroke-linejoin: round; stroke-linecap: round; fill: none }
        .line { stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; fill: none }
        .line.plain { stroke: #374151 } .mark.plain { fill: #374151 }
        .within { fill: #0f766e } .line.within { fill: none; stroke: #0f766e }
        .over { fill: #c81e1e } .line.over { fill: none; stroke: #c81e1e }
        .inconclusive { fill: #a04a06 } .line.inconclusive { fill: none; stroke: #a04a06 }
        @media (prefers-color-scheme: dark) {
        text { fill: #e5e7eb }
        .page { fill: #0f1419 }
        .panel { fill: #171d24; stroke: #2c3540 }
        .quiet { fill: #a3adba }
        .grid { stroke: #2c3540 }
        .axis { stroke: #6b7684 }
        .bound { stroke: #56616f }
        .line.plain { stroke: #cbd5e1 } .mark.plain { fill: #cbd5e1 }
        .within { fill: #2dd4bf } .line.within { fill: none; stroke: #2dd4bf }
        .over { fill: #f87171 } .line.over { fill: none; stroke: #f87171 }
        .inconclusive { fill: #fbbf24 } .line.inconclusive { fill: none; stroke: #fbbf24 }
        }
        """
}
