/// Points, in problems that give them.
public struct ScoreReport: Codable, Sendable, Equatable {
    /// How many were earned.
    public var points: Double
    /// The most there are; `nil` where there is no bound.
    public var maximum: Double?
    /// How many are asked for; `nil` where none are said.
    public var toPass: Double?

    /// Points of their parts.
    public init(points: Double, maximum: Double?, toPass: Double? = nil) {
        self.points = points
        self.maximum = maximum
        self.toPass = toPass
    }

    private enum CodingKeys: String, CodingKey {
        case points, maximum
        case toPass = "to_pass"
    }
}

/// How many of the bugs in a starter are gone. Which are left is not said.
public struct PlantedBugsReport: Codable, Sendable, Equatable {
    /// One that is gone.
    public struct Bug: Codable, Sendable, Equatable {
        /// What it is called.
        public var name: String
        /// What was wrong.
        public var about: String

        /// A bug of its parts.
        public init(name: String, about: String) {
            self.name = name
            self.about = about
        }
    }

    /// How many there were.
    public var total: Int
    /// Those that are gone.
    public var gone: [Bug]

    /// Bugs of their parts.
    public init(total: Int, gone: [Bug]) {
        self.total = total
        self.gone = gone
    }
}
