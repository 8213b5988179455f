package import JudgeCore

/// The limits of `problem.yaml`, in the units of the format, with this judge's defaults where the package is silent.
package struct PackageLimits: Sendable, Equatable {
    /// CPU seconds of one case; `nil` means that it is inferred from the example submissions.
    package var timeLimit: Double?
    /// The margins between the time limit and the example submissions.
    package var timeMultipliers = TimeMultipliers()
    /// A time limit is a whole multiple of it, in seconds.
    package var timeResolution = 1.0
    /// MiB of memory.
    package var memory = 2048
    /// MiB of output.
    package var output = 8
    /// KiB of source.
    package var code = 128
    /// Seconds of compiling.
    package var compilationTime = 60
    /// MiB of memory of compiling.
    package var compilationMemory = 2048
    /// Seconds of validating one answer.
    package var validationTime = 60
    /// MiB of memory of validating.
    package var validationMemory = 2048
    /// MiB of what a validator writes altogether.
    package var validationOutput = 8
    /// Passes of a multi-pass problem.
    package var validationPasses = 2

    /// What one case may use when it may use `cpuSeconds`.
    package func limits(cpuSeconds: Double) -> Limits {
        Limits(
            cpuSeconds: cpuSeconds, memoryBytes: memory << 20, outputBytes: output << 20, codeBytes: code << 10)
    }

    /// Seconds by the clock of validating one answer. A validator is the package's own, so this only ends one that waits
    /// forever; a busy host may take it several times as long as its CPU seconds.
    package var validationWallSeconds: Double { Double(validationTime) * 4 + 10 }

    /// What one case may use, where the package sets a time limit.
    package var explicitLimits: Limits? { timeLimit.map { limits(cpuSeconds: $0) } }
}

/// The safety margins of a time limit.
package struct TimeMultipliers: Sendable, Equatable {
    /// The slowest submission that must be in time takes at most the time limit divided by this.
    package var acToTimeLimit = 2.0
    /// The fastest submission that must be too slow takes at least the time limit times this.
    package var timeLimitToTLE = 1.5

    /// Margins, by default those of the format.
    package init(acToTimeLimit: Double = 2.0, timeLimitToTLE: Double = 1.5) {
        self.acToTimeLimit = acToTimeLimit
        self.timeLimitToTLE = timeLimitToTLE
    }
}
