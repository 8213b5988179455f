/// Whether something grows faster than was asked for.
public enum GrowthVerdict: String, Codable, Sendable, CaseIterable {
    /// It does not, as far as was tested.
    case within
    /// It does.
    case over
    /// The measurement cannot tell; the reason says why.
    case inconclusive
}

/// How a submission's work and memory grow, beside what was asked for.
public struct ComplexityReport: Codable, Sendable, Equatable {
    /// Growth of work: executed edges between basic blocks, bytes moved and calls, see ``ResourceGrowth/unit``.
    public var time: ResourceGrowth
    /// Growth of memory: peak live heap and stack beyond the arguments, in bytes.
    public var space: ResourceGrowth

    /// The growth of both resources.
    public init(time: ResourceGrowth, space: ResourceGrowth) {
        self.time = time
        self.space = space
    }

    /// `over` where either resource is, else `inconclusive` where either is.
    public var verdict: GrowthVerdict { GrowthVerdict.worst([time.verdict, space.verdict]) }
}

/// How one resource grows in each variable.
public struct ResourceGrowth: Sendable, Equatable {
    /// What was asked for, e.g. `n * d^2 + d^3`.
    public var bound: String
    /// The worst of the variables' verdicts.
    public var verdict: GrowthVerdict
    /// Why it is `over` or `inconclusive`, in one sentence fit for the person who sent the source.
    public var message: String?
    /// Each variable, in the order of the challenge's `complexity.yaml`; products such as `n*k` come last.
    public var variables: [VariableGrowth]

    /// The growth in `variables` against `bound`; the verdict follows.
    public init(bound: String, variables: [VariableGrowth], message: String? = nil) {
        self.bound = bound
        self.variables = variables
        self.message = message
        verdict = GrowthVerdict.worst(variables.map(\.verdict))
    }
}

/// How one resource grows while one variable climbs and the others are held.
public struct VariableGrowth: Sendable, Equatable {
    /// The variable's name, e.g. `n`.
    public var name: String
    /// The simplest class that explains the points, in the variable's own name: `n log n`, `k^2`, `1`.
    public var estimate: String
    /// Where the points cannot tell two neighbouring classes apart, the other one.
    public var alternative: String?
    /// The slope of ln(value) against ln(variable) over the upper rungs; 0 is constant, 1 linear.
    public var exponent: Double
    /// The interval of that slope over data seeds, bootstrapped: [low, high].
    public var interval: [Double]
    /// Whether it rises faster than the bound.
    public var verdict: GrowthVerdict
    /// The input family on which that was seen.
    public var family: String
    /// Why it is `over` or `inconclusive`, in one sentence.
    public var reason: String?
    /// What the verdict rests on.
    public var evidence: GrowthEvidence
    /// What was measured, by rising `x`, of that family.
    public var points: [GrowthPoint]

    /// A variable's growth of its parts.
    public init(
        name: String, estimate: String, alternative: String? = nil, exponent: Double, interval: [Double],
        verdict: GrowthVerdict, family: String, reason: String? = nil, evidence: GrowthEvidence = .slope,
        points: [GrowthPoint]
    ) {
        self.name = name
        self.estimate = estimate
        self.alternative = alternative
        self.exponent = exponent
        self.interval = interval
        self.verdict = verdict
        self.family = family
        self.reason = reason
        self.evidence = evidence
        self.points = points
    }
}

/// What the verdict on a variable rests on.
public enum GrowthEvidence: String, Codable, Sendable {
    /// How the points rise.
    case slope
    /// One step: a point, or a run that was stopped, is far above the one below it. The reason says which.
    case leap
    /// How instructions rise, where work is done in functions that are not counted. The reason names them.
    case instructions
}

/// One rung of a ladder.
public struct GrowthPoint: Codable, Sendable, Equatable {
    /// The variable's value.
    public var x: Int
    /// Words of work, or bytes of memory; the median over data seeds.
    public var value: Int
    /// What the bound comes to at this point, in its own unit: only its growth along the ladder means something.
    public var bound: Double
    /// Whether the run was stopped, so that `value` is a lower bound.
    public var atLeast: Bool

    /// A point of its parts.
    public init(x: Int, value: Int, bound: Double, atLeast: Bool = false) {
        self.x = x
        self.value = value
        self.bound = bound
        self.atLeast = atLeast
    }

    private enum CodingKeys: String, CodingKey {
        case x, value, bound
        case atLeast = "at_least"
    }
}

extension GrowthVerdict {
    /// The gravest of `verdicts`; `within` where there is none.
    public static func worst(_ verdicts: [GrowthVerdict]) -> GrowthVerdict {
        verdicts.contains(.over) ? .over : verdicts.contains(.inconclusive) ? .inconclusive : .within
    }
}

// In JSON, `variables` is an object by name; the order of its keys is not the ladder's, so each holds its place.
extension ResourceGrowth: Codable {
    private enum CodingKeys: String, CodingKey {
        case bound, verdict, message, variables
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private struct Entry: Codable {
        var `class`: String
        var alternative: String?
        var exponent: Double
        var interval: [Double]
        var verdict: GrowthVerdict
        var family: String
        var reason: String?
        var evidence: GrowthEvidence
        var place: Int
        var points: [GrowthPoint]
    }

    /// Reads the form that ``encode(to:)`` writes.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        bound = try container.decode(String.self, forKey: .bound)
        verdict = try container.decode(GrowthVerdict.self, forKey: .verdict)
        message = try container.decodeIfPresent(String.self, forKey: .message)
        let named = try container.nestedContainer(keyedBy: Name.self, forKey: .variables)
        let entries = try named.allKeys.map { (name: $0.stringValue, entry: try named.decode(Entry.self, forKey: $0)) }
        variables = entries.sorted { $0.entry.place < $1.entry.place }.map { name, entry in
            VariableGrowth(
                name: name, estimate: entry.class, alternative: entry.alternative, exponent: entry.exponent,
                interval: entry.interval, verdict: entry.verdict, family: entry.family, reason: entry.reason,
                evidence: entry.evidence, points: entry.points)
        }
    }

    /// Writes `message` also where it is null, and each variable under its name.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(bound, forKey: .bound)
        try container.encode(verdict, forKey: .verdict)
        try container.encode(message, forKey: .message)
        var named = container.nestedContainer(keyedBy: Name.self, forKey: .variables)
        for (place, variable) in variables.enumerated() {
            let entry = Entry(
                class: variable.estimate, alternative: variable.alternative, exponent: variable.exponent,
                interval: variable.interval, verdict: variable.verdict, family: variable.family,
                reason: variable.reason, evidence: variable.evidence, place: place, points: variable.points)
            try named.encode(entry, forKey: Name(stringValue: variable.name))
        }
    }
}
