internal import JudgeCore
internal import Reporting

extension ReportMarkup {
    /// How work and memory grow, along each variable, where that was measured.
    var growth: [String: Any?] {
        guard let complexity = report.complexity else { return ["hasGrowth": false] }
        return ["hasGrowth": true, "resources": MeasuredResource.allCases.map { values(of: $0, in: complexity) }]
    }

    private func values(of resource: MeasuredResource, in complexity: ComplexityReport) -> [String: Any] {
        let growth = resource.growth(in: complexity)
        let hasLowerBound = growth.variables.contains { $0.points.contains(where: \.atLeast) }
        return fields(
            Badge(growth.verdict).values.merging([
                "name": resource.rawValue, "title": resource == .time ? "Work" : "Memory",
                "verdict": growth.verdict.rawValue,
                "bound": growth.bound.isEmpty ? nil : growth.bound.displayedInline(),
                "notes": notes(on: growth), "hasVariables": !growth.variables.isEmpty,
                "legend": "Both axes are logarithmic, in \(resource.unit). Points are measured"
                    + (hasLowerBound ? ", an arrow up says at least that much" : "")
                    + "; the broad line rises as the bound does.",
                "variables": growth.variables.map { values(of: $0, resource) },
            ]) { $1 })
    }

    private func values(of variable: VariableGrowth, _ resource: MeasuredResource) -> [String: Any] {
        let interval = variable.interval.map(Figures.slope).joined(separator: " to ")
        return fields(
            Badge(variable.verdict).values.merging([
                "name": variable.displayedName, "grows": variable.displayedClass,
                "exponent": Figures.slope(variable.exponent), "interval": interval,
                "verdict": variable.verdict.rawValue, "sizes": variable.displayedSizes,
                "family": variable.family.displayedInline(limit: 40),
                "plotHTML": Markup(trusted: GrowthPanel.picture(of: variable, resource: resource)),
            ]) { $1 })
    }

    /// Why a resource is over its bound or cannot be judged, as far as the headline does not say it.
    private func notes(on growth: ResourceGrowth) -> [String] {
        guard growth.verdict != .within else { return [] }
        var notes: [String] = []
        if let message = growth.message, message != report.message { notes.append(message) }
        for variable in growth.variables where variable.verdict != .within {
            guard let reason = variable.reason, growth.message?.contains(reason) != true else { continue }
            notes.append("Along \(variable.displayedName): \(reason)")
        }
        return notes
    }
}
