/// What a challenge asks for and how its growth is measured: `complexity.yaml`, read.
package struct GrowthSettings: Sendable, Equatable {
    /// One variable and its ladder.
    package struct Variable: Sendable, Equatable {
        /// Its name, as bounds and generators use it.
        package var name: String
        /// Its value while another variable climbs.
        package var at: Int
        /// The highest value that the first rung may have; each rung doubles it.
        package var ladder: Int
        /// How many rungs there are.
        package var rungs: Int

        package init(name: String, at: Int, ladder: Int, rungs: Int) {
            self.name = name
            self.at = at
            self.ladder = ladder
            self.rungs = rungs
        }

        /// The rungs, from a first one that lies up to an eighth below `ladder`, as `chance` says: a program that knows
        /// the package does not know the sizes.
        package func sizes(chance: UInt64) -> [Int] {
            let first = ladder - Int(chance % UInt64(ladder / 8 + 1))
            return (0..<rungs).map { first << $0 }
        }
    }

    /// The bound on work.
    package var time: Bound
    /// The bound on memory.
    package var space: Bound
    /// The variables, in the order of the file.
    package var variables: [Variable]
    /// The generator's input families that are tried.
    package var families: [String]
    /// Whether one logarithm more than the bound is over it already.
    package var isStrict: Bool
    /// Whether a submission whose growth cannot be told is accepted.
    package var acceptsInconclusive: Bool

    package init(
        time: Bound, space: Bound, variables: [Variable], families: [String], isStrict: Bool = false,
        acceptsInconclusive: Bool = true
    ) {
        self.time = time
        self.space = space
        self.variables = variables
        self.families = families
        self.isStrict = isStrict
        self.acceptsInconclusive = acceptsInconclusive
    }
}
