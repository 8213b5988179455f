import JudgeCore

/// Growth as a log-log plot for the terminal: the measured points, and beside them what they would be if they grew as
/// the bound does from the first point on.
///
/// ```
/// time along n  over  n^2
/// slope 2.00 [1.99, 2.01], family duplicates
/// words
///   10G ┤                             ↑
///       │                          ⢀⠔⠉
///       │                        ●⠊⠁
///    1G ┤                     ⢀⠤⠊
///       │                   ⢀●⠁
///       │                 ⡠⠔⠁
///  100M ┤              ⢀●⠊          ⡀⢀⠄
///       │            ⡠⠒⠁        ⠤⠐⠂⠈
///       │         ⢀●⠉     ⢀⡀⠐⠂⠉
///       │       ⡠⠒⠁  ⢀ ⠤⠐⠂
///   10M ┤    ⢀⡠● ⢀⠄⠐ ⠁
///       │  ⣀⣔⠁⠔⠐⠁
///       │ ●
///       └─┬────┬───┬────┬────┬───┬────┬─
///        256     1,024     4,096  16,384
/// ● measured   ↑ at least   ┄ bound n * d
/// ```
package struct GrowthPlot {
    /// The widest that a plot is drawn, in columns.
    package static let maximumColumns = 60
    /// Rows of the field in which points lie.
    static let rows = 13
    /// Two plots stand side by side where each gets this many columns.
    private static let leastColumns = 44
    private static let gap = 4

    private let variable: VariableGrowth
    private let resource: MeasuredResource
    private let bound: String
    private let columns: Int
    private let characters: PlotCharacters

    /// The plot of one variable, every line ended by a line feed.
    ///
    /// - Parameters:
    ///   - resource: what was measured along it.
    ///   - bound: what was asked for, for the legend.
    ///   - style: colour and width; at most ``maximumColumns`` are used.
    package static func text(
        of variable: VariableGrowth, resource: MeasuredResource, bound: String, style: TextStyle,
        characters: PlotCharacters = .braille
    ) -> String {
        let plot = GrowthPlot(
            variable: variable, resource: resource, bound: bound, columns: columns(of: style), characters: characters)
        return text(plot.header() + plot.body(), style)
    }

    /// The plots of all variables, time beside space where the terminal is wide enough, else one below the other, with
    /// an empty line between two. Empty where no variable was measured.
    package static func text(
        of complexity: ComplexityReport, style: TextStyle, characters: PlotCharacters = .braille
    ) -> String {
        let half = (max(style.width, 20) - Page.indent - gap) / 2
        let isWide = half >= leastColumns
        let columns = isWide ? min(half, maximumColumns) : columns(of: style)
        var names: [String] = []
        for variable in complexity.time.variables + complexity.space.variables where !names.contains(variable.name) {
            names.append(variable.name)
        }
        let texts = names.flatMap { name in
            let plots = MeasuredResource.allCases.compactMap { resource -> GrowthPlot? in
                let growth = resource.growth(in: complexity)
                return growth.variables.first { $0.name == name }.map {
                    GrowthPlot(
                        variable: $0, resource: resource, bound: growth.bound, columns: columns, characters: characters)
                }
            }
            return isWide
                ? [text(sideBySide(plots), style)] : plots.map { text($0.header() + $0.body(), style) }
        }
        return texts.joined(separator: "\n")
    }

    private static func columns(of style: TextStyle) -> Int {
        min(max(style.width, 20) - Page.indent, maximumColumns)
    }

    private static func text(_ lines: [StyledText], _ style: TextStyle) -> String {
        lines.map { ($0.isEmpty ? "" : Page.spaces(Page.indent)) + $0.rendered(style.ansi) + "\n" }.joined()
    }

    /// The plots' lines joined, their fields on the same rows.
    private static func sideBySide(_ plots: [GrowthPlot]) -> [StyledText] {
        let headers = plots.map { $0.header() }
        let bodies = plots.map { $0.body() }
        return joined(headers, plots) + joined(bodies, plots)
    }

    private static func joined(_ blocks: [[StyledText]], _ plots: [GrowthPlot]) -> [StyledText] {
        (0..<(blocks.map(\.count).max() ?? 0)).map { row in
            var line = StyledText()
            var start = 0
            for (block, plot) in zip(blocks, plots) {
                if row < block.count, !block[row].isEmpty {
                    line.append(Page.spaces(start - line.columns))
                    line.append(block[row])
                }
                start += plot.columns + gap
            }
            return line
        }
    }

    /// What grows along what, the verdict, the class and the slope.
    private func header() -> [StyledText] {
        var title = StyledText("\(resource.rawValue) along \(variable.displayedName)", .bold)
        title.append("  ")
        title.append(variable.verdict.rawValue, variable.verdict.style)
        title.append("  \(variable.displayedClass)")
        let facts = ["slope \(variable.displayedSlope)", variable.displayedFamily].compactMap(\.self)
        return title.wrapped(to: columns) + StyledText(facts.joined(separator: ", "), .dim).wrapped(to: columns)
    }

    /// The field with its axes, and the legend.
    private func body() -> [StyledText] {
        let series = GrowthSeries(variable, padding: 0.04)
        guard !series.points.isEmpty else { return [StyledText("no point was measured", .dim)] }
        let ticks = resource.ticks(on: series.y, atMost: 5, floor: series.hasZero ? characters.floor : nil)
        let margin = (ticks.map(\.label) + [resource.unit]).map(\.columns).max() ?? 0
        let canvas = drawn(series, columns: columns - margin - 2)
        var labels: [Int: String] = [:]
        for tick in ticks { labels[canvas.row(series.y.fraction(tick.place))] = tick.label }
        var lines = [StyledText(resource.unit.leftPadded(to: margin), .dim)]
        for row in 0..<canvas.rows {
            let label = labels[row]
            var line = StyledText((label ?? "").leftPadded(to: margin) + " ", .dim)
            line.append(label == nil ? characters.upright : characters.uprightTick, .dim)
            line.append(canvas.text(row: row, measured: variable.verdict.style))
            lines.append(line)
        }
        return lines + axis(series, canvas, margin: margin) + legend(series)
    }

    private func drawn(_ series: GrowthSeries, columns: Int) -> PlotCanvas {
        var canvas = PlotCanvas(columns: columns, rows: Self.rows, characters: characters)
        func fractions(_ place: GrowthSeries.Place) -> (x: Double, y: Double) {
            (series.x.fraction(place.x), series.y.fraction(place.y))
        }
        for piece in series.bound { canvas.line(.bound, from: fractions(piece.from), to: fractions(piece.to)) }
        for (start, end) in zip(series.points, series.points.dropFirst()) {
            canvas.line(.measured, from: fractions(start.place), to: fractions(end.place))
        }
        for point in series.points {
            let (x, y) = fractions(point.place)
            canvas.mark(point.source.atLeast ? characters.atLeast : characters.measured, x: x, y: y)
        }
        return canvas
    }

    /// The line below the field with a tick at each measured size, and as many of the sizes as there is room for.
    private func axis(_ series: GrowthSeries, _ canvas: PlotCanvas, margin: Int) -> [StyledText] {
        var places: [(column: Int, label: String)] = []
        for point in series.points {
            let column = canvas.column(series.x.fraction(point.place.x))
            if places.last?.column != column { places.append((column, Figures.size(point.source.x))) }
        }
        var line = Array(repeating: characters.level, count: canvas.columns)
        for (column, _) in places { line[column] = characters.levelTick }
        let starts = places.map { column, label in
            max(0, min(margin + 2 + column - label.columns / 2, columns - label.columns))
        }
        let spans = zip(starts, places).map { Double($0)...Double($0 + $1.label.columns) }
        var labels = ""
        for index in AxisTick.shown(spans, gap: 2) { labels = labels.padded(to: starts[index]) + places[index].label }
        return [
            StyledText(Page.spaces(margin + 1) + characters.corner + line.joined(), .dim), StyledText(labels, .dim),
        ]
    }

    private func legend(_ series: GrowthSeries) -> [StyledText] {
        var measured = StyledText(characters.measured, variable.verdict.style.union(.bold))
        measured.append(" measured")
        var parts = [measured]
        if series.points.contains(where: \.source.atLeast) {
            var atLeast = StyledText(characters.atLeast, variable.verdict.style.union(.bold))
            atLeast.append(" at least")
            parts.append(atLeast)
        }
        if !series.bound.isEmpty, !bound.isEmpty {
            parts.append(StyledText("\(characters.bound) bound \(bound.displayedInline())", .dim))
        }
        return Page.arrange(parts, gap: 3, columns: columns)
    }
}
