import JudgeCore

extension TextReport {
    /// How much is said of how work and memory grow.
    package enum GrowthDetail: Sendable, Equatable {
        /// A line each for time and space, and the variables that are not within their bound.
        case notWithin
        /// Every variable.
        case everything
    }

    /// Which variable grows faster than was asked for, how, and where that was seen, in one sentence.
    mutating func writeGrowthFailure() {
        guard report.verdict == .complexityExceeded, let complexity = report.complexity else { return }
        let all = MeasuredResource.allCases.flatMap { resource in
            let growth = resource.growth(in: complexity)
            return growth.variables.map { (resource: resource, bound: growth.bound, variable: $0) }
        }
        var failures = all.filter { $0.variable.verdict == .over }
        // Those that accept nothing that cannot be judged get here without one that is over.
        if failures.isEmpty { failures = all.filter { $0.variable.verdict == .inconclusive } }
        guard let (resource, bound, variable) = failures.first else { return }
        let bounds = bound.isEmpty ? "its bound" : bound.displayedInline()
        var text = StyledText("\(resource.rawValue) along \(variable.displayedName)", .bold)
        if variable.verdict == .over, variable.evidence == .leap, let reason = variable.reason {
            // It leaps there, which its class does not show.
            text.append(": \(reason), faster than \(bounds) allows")
        } else if variable.verdict == .over {
            let how = variable.alternative == nil ? "like \(variable.displayedClass)" : variable.displayedClass
            text.append(": it grows \(how), faster than \(bounds) allows")
        } else {
            text.append(": it cannot be judged whether it stays within \(bounds)")
        }
        let range = variable.displayedSizes.map { "at \(variable.displayedName) = \($0)" }
        let place = [variable.displayedFamily.map { "in \($0)" }, range].compactMap(\.self).joined(separator: " ")
        if !place.isEmpty { text.append(", \(place)") }
        let others = failures.dropFirst().map { "\($0.resource.rawValue) along \($0.variable.displayedName)" }
        if !others.isEmpty { text.append("; likewise \(others.joined(separator: ", "))") }
        page.field("fails", text, style: [.bold, .red])
    }

    /// A line each for time and space, their variables as a table, and why one is not within its bound.
    mutating func writeComplexity() {
        guard let complexity = report.complexity else { return }
        let parts = MeasuredResource.allCases.map { resource in
            let growth = resource.growth(in: complexity)
            let shown = growth.variables.filter { growthDetail == .everything || $0.verdict != .within }
            return (resource: resource, growth: growth, rows: shown)
        }
        let layout = GrowthLayout(parts.flatMap(\.rows), columns: page.columns)
        let room = page.columns - Page.textIndent - "  asked ".columns
        // Bounds stand below one another where no line breaks.
        let longest = parts.map { $0.growth.verdict.rawValue.columns }.max() ?? 0
        let fits = parts.allSatisfy { longest + $0.growth.bound.displayedInline().columns <= room }
        for (resource, growth, rows) in parts {
            let verdict = growth.verdict.rawValue
            var text = StyledText(verdict, growth.verdict.style)
            if !growth.bound.isEmpty {
                text.append(Page.spaces(fits ? longest - verdict.columns : 0))
                text.append("  asked ", .dim)
                text.append(growth.bound.displayedInline())
            }
            page.field(resource.rawValue, text)
            for row in rows { write(row, layout) }
        }
        for (resource, growth, _) in parts { writeNotes(resource, growth) }
    }

    private mutating func write(_ variable: VariableGrowth, _ layout: GrowthLayout) {
        var line = StyledText(variable.displayedName.cut(to: layout.name).padded(to: layout.name + 2))
        if let columns = layout.estimate { line.append(variable.displayedClass.padded(to: columns + 2)) }
        line.append(variable.verdict.rawValue, variable.verdict.style)
        let facts = GrowthLayout.facts(of: variable)
        guard let margin = layout.margin else {
            page.line(line, indent: 4)
            let below = (layout.estimate == nil ? [StyledText(variable.displayedClass)] : []) + facts
            for line in Page.arrange(below, gap: 3, columns: page.columns - 6) { page.line(line, indent: 6) }
            return
        }
        let lines = Page.arrange(facts, gap: 3, columns: page.columns - margin)
        line.append(Page.spaces(margin - 4 - line.columns))
        if let first = lines.first { line.append(first) }
        page.line(line, indent: 4)
        for line in lines.dropFirst() { page.line(line, indent: margin) }
    }

    /// Why a resource is over its bound or cannot be judged: its message, then what its variables add to that.
    private mutating func writeNotes(_ resource: MeasuredResource, _ growth: ResourceGrowth) {
        guard growth.verdict != .within else { return }
        var isExplained = false
        if let message = growth.message {
            isExplained = true
            write(resource, [], growth.verdict, message)
        }
        var reasons: [(text: String, verdict: GrowthVerdict, names: [String])] = []
        for variable in growth.variables where variable.verdict != .within {
            guard let reason = variable.reason, growth.message?.contains(reason) != true else { continue }
            if let known = reasons.firstIndex(where: { $0.text == reason && $0.verdict == variable.verdict }) {
                reasons[known].names.append(variable.displayedName)
            } else {
                reasons.append((reason, variable.verdict, [variable.displayedName]))
            }
        }
        for reason in reasons { write(resource, reason.names, reason.verdict, reason.text) }
        guard growth.verdict == .inconclusive, !isExplained, reasons.isEmpty else { return }
        let names = growth.variables.filter { $0.verdict == .inconclusive }.map(\.displayedName)
        write(resource, names, .inconclusive, "the measurement does not tell how it grows")
    }

    private mutating func write(
        _ resource: MeasuredResource, _ names: [String], _ verdict: GrowthVerdict, _ text: String
    ) {
        var note = StyledText(resource.rawValue, .bold)
        if verdict == .inconclusive { note.append(" cannot be judged", .yellow) }
        if !names.isEmpty { note.append(" along \(names.joined(separator: ", "))") }
        note.append(": \(sentence(text))")
        page.field("note", note)
    }
}

/// The columns of the tables of variables: time and space share them, so that one can be read against the other.
private struct GrowthLayout {
    /// Columns of the names.
    let name: Int
    /// Columns of the classes; `nil` where there is no room for them, and they stand below.
    let estimate: Int?
    /// Where the facts begin; `nil` where there is no room for them beside the verdict, and they stand below.
    let margin: Int?

    init(_ variables: [VariableGrowth], columns: Int) {
        name = min(variables.map(\.displayedName.columns).max() ?? 0, columns / 3)
        let verdict = variables.map(\.verdict.rawValue.columns).max() ?? 0
        let widest = variables.map(\.displayedClass.columns).max() ?? 0
        let used = 4 + name + 2 + widest + 2 + verdict
        estimate = used <= columns ? widest : nil
        let facts = variables.flatMap { Self.facts(of: $0).map(\.columns) }.max() ?? 0
        margin = used + 2 + facts <= columns ? used + 2 : nil
    }

    /// The slope; where it is not within the bound, also where that was seen.
    static func facts(of variable: VariableGrowth) -> [StyledText] {
        var slope = StyledText("slope ", .dim)
        slope.append(variable.displayedSlope)
        guard variable.verdict != .within else { return [slope] }
        let place = [variable.displayedSizes.map { "at \($0)" }, variable.displayedFamily].compactMap(\.self)
        return [slope, StyledText(place.joined(separator: ", "))]
    }
}
