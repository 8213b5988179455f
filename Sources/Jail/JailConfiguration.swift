/// What a jail is built for and from.
package struct JailConfiguration: Sendable {
    /// How much the programs in the jail may do.
    package enum Policy: String, Sendable {
        /// A submission: one static program at a time, which starts nothing, opens nothing and writes nowhere.
        case run
        /// Compilers, generators and validators: processes, threads and a work folder, but no network and nothing of
        /// the host beyond ``JailConfiguration/readOnlyPaths``.
        case tools
    }

    /// How much the programs may do.
    package var policy: Policy
    /// Which walls are asked for.
    package var sandbox: SandboxChoice
    /// Memory of all that is in the jail together, in bytes; swap does not add to it.
    package var memoryBytes: Int
    /// Processes and threads in the jail at once. Counts for policy `tools`; a submission never gets a second one.
    package var processes: Int
    /// Size of the work folder in bytes (its pages count as memory too); 0 for none. Policy `tools` only.
    package var workBytes: Int
    /// Host files and folders that show under their own names, read-only. Policy `tools` only.
    package var readOnlyPaths: [String]
    /// Path of the `judge-jail` executable.
    package var executable: String
    /// Path or name of bubblewrap.
    package var bubblewrap: String

    /// A jail with bounds that suit small programs.
    package init(
        policy: Policy, sandbox: SandboxChoice = .full, memoryBytes: Int = 2 << 30, processes: Int = 64,
        workBytes: Int = 0, readOnlyPaths: [String] = [], executable: String, bubblewrap: String = "bwrap"
    ) {
        self.policy = policy
        self.sandbox = sandbox
        self.memoryBytes = memoryBytes
        self.processes = processes
        self.workBytes = workBytes
        self.readOnlyPaths = readOnlyPaths
        self.executable = executable
        self.bubblewrap = bubblewrap
    }

    /// The command line of `judge-jail`.
    var arguments: [String] {
        var words = ["--policy", policy.rawValue, "--walls", sandbox.rawValue, "--memory", "\(memoryBytes)"]
        words += ["--processes", "\(processes)", "--bwrap", bubblewrap]
        if policy == .tools {
            if workBytes > 0 { words += ["--work", "\(workBytes)"] }
            for path in readOnlyPaths { words += ["--bind", path] }
        }
        return words
    }
}
