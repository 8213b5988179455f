import JudgeCore

/// What became of a run.
package struct JailOutcome: Sendable, Equatable {
    /// How it ended. A limit comes before what the program made of it.
    package enum Ending: Sendable, Equatable {
        /// It exited with this status.
        case exited(Int)
        /// This signal ended it, or it was cancelled.
        case signaled(Int)
        /// It used its CPU time up.
        case cpuLimit
        /// It took too long by the clock on the wall.
        case wallLimit
        /// It used more memory than it may.
        case memoryLimit
        /// Its answer was too long.
        case resultLimit
        /// It printed too much.
        case outputLimit
    }

    /// How it ended.
    package var ending: Ending
    /// CPU seconds, user and system, of all its processes.
    package var cpuSeconds: Double
    /// Wall-clock seconds.
    package var wallSeconds: Double
    /// Peak memory in bytes.
    package var peakBytes: Int
    /// Bytes of answer, also those over the limit.
    package var resultBytes: Int
    /// Bytes on standard output, also those thrown away.
    package var outputBytes: Int
    /// Bytes on standard error, also those thrown away.
    package var errorBytes: Int
    /// The first 256 bytes of the page of ``JailRun/meter`` as the program left them, however it ended.
    package var meter: [UInt8]?

    /// An outcome from the fields of a `done` line; `nil` where one is missing or is no number.
    init?(_ fields: [String: String]) {
        guard let cpu = fields["cpu"].flatMap(Double.init), let wall = fields["wall"].flatMap(Double.init),
            let peak = fields["peak"].flatMap(Int.init), let result = fields["result"].flatMap(Int.init),
            let output = fields["output"].flatMap(Int.init), let error = fields["error"].flatMap(Int.init),
            let status = fields["status"].flatMap(Int.init), let signal = fields["signal"].flatMap(Int.init),
            cpu >= 0, cpu.isFinite, wall >= 0, wall.isFinite, min(peak, result, output, error) >= 0
        else { return nil }
        switch fields["outcome"] {
        case "exited": ending = .exited(status)
        case "signaled": ending = .signaled(signal)
        case "cpu-limit": ending = .cpuLimit
        case "wall-limit": ending = .wallLimit
        case "memory-limit": ending = .memoryLimit
        case "result-limit": ending = .resultLimit
        case "output-limit": ending = .outputLimit
        default: return nil
        }
        cpuSeconds = cpu
        wallSeconds = wall
        peakBytes = peak
        resultBytes = result
        outputBytes = output
        errorBytes = error
        meter = fields["meter"].flatMap { [UInt8](hexadecimal: Array($0.utf8)) }
    }
}
