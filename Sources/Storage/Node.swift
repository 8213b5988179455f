/// A process that grades what a database holds.
package struct Node: Sendable, Equatable {
    /// What it is called: its host's name, its process's number, and what tells it from the same on another day. The names of
    /// its workers begin so.
    package var name: String
    /// The judge's version.
    package var version: String
    /// The compiler and what it compiles for, as `swift 6.3.1, x86_64-unknown-linux-gnu`.
    package var toolchain: String
    /// Stands for all that counts of work and memory rest on: where it is the same they are.
    package var counting: String
    /// The walls around submissions: `full` or `restricted`.
    package var sandbox: String
    /// The host's cores, and how many submissions it grades at once.
    package var cores: Int
    package var workers: Int
    /// CPU seconds that its host needs for the program by which hosts are compared; `nil` where it is not compared.
    package var calibration: Double?
    /// When it began, and was last heard of.
    package var startedAt: Timestamp
    package var seenAt: Timestamp
    /// Whether it takes up nothing new any more.
    package var isDraining: Bool
    /// How many submissions it holds.
    package var held: Int

    /// A node that begins now.
    package init(
        name: String, version: String, toolchain: String, counting: String, sandbox: String, cores: Int, workers: Int
    ) {
        self.name = name
        self.version = version
        self.toolchain = toolchain
        self.counting = counting
        self.sandbox = sandbox
        self.cores = cores
        self.workers = workers
        (startedAt, seenAt) = (Timestamp(milliseconds: 0), Timestamp(milliseconds: 0))
        (isDraining, held) = (false, 0)
    }

    /// The host that it is on.
    package var host: String { Self.host(of: name) }

    /// The host in the name of a node or of one of its workers.
    static func host(of name: String) -> String { String(name.prefix { $0 != ":" && $0 != "/" }) }

    /// How much slower it is than the host that time limits go by.
    package func pace(_ agreed: Agreement?) -> Double? {
        guard let calibration, let reference = agreed?.calibration, reference > 0 else { return nil }
        return calibration / reference
    }

    /// Why it takes nothing up.
    package enum Obstacle: Sendable, Equatable, CustomStringConvertible {
        /// Somebody asked it to.
        case draining
        /// A newer judge has changed the tables.
        case superseded
        /// It would count otherwise than the others do.
        case otherToolchain
        /// Its walls are weaker than those of the others.
        case weakerSandbox

        package var description: String {
            switch self {
            case .draining: "it drains"
            case .superseded: "a newer judge has changed the database: upgrade it"
            case .otherToolchain: "its toolchain counts otherwise: see `judge node adopt`"
            case .weakerSandbox: "its sandbox is weaker than that of the others"
            }
        }
    }

    /// What keeps it from grading with a database whose nodes have agreed on this.
    package func obstacle(_ agreed: Agreement) -> Obstacle? {
        if isDraining { return .draining }
        if agreed.isSuperseded { return .superseded }
        if counting != agreed.counting { return .otherToolchain }
        if agreed.sandbox == "full", sandbox != "full" { return .weakerSandbox }
        return nil
    }

    /// What all nodes of a database have in common.
    package struct Agreement: Sendable, Equatable {
        /// ``Node/counting`` of those that grade.
        package var counting: String
        /// The weakest walls that will do.
        package var sandbox: String
        /// ``Node/calibration`` of the host that time limits go by.
        package var calibration: Double?
        /// Whether the tables are of a newer judge than this one.
        package var isSuperseded: Bool
    }
}

/// How the work stands.
package struct WorkState: Sendable, Equatable {
    /// Submissions that wait, and that are being graded.
    package var waiting: Int
    package var underWay: Int
    /// How long the oldest of those that wait has done so.
    package var oldest: Duration?
    /// Verdicts of the last hours, the oldest hour first; hours without any are left out.
    package var hours: [Hour]

    /// The verdicts of one hour.
    package struct Hour: Sendable, Equatable {
        /// When it began.
        package var start: Timestamp
        /// How often each verdict was given.
        package var verdicts: [String: Int]
    }
}
