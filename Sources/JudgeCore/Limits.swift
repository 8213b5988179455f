/// What a run may use. Sizes are in bytes, times in seconds.
public struct Limits: Codable, Sendable, Equatable {
    /// CPU seconds of one case.
    public var cpuSeconds: Double
    /// Wall-clock seconds of one case; sleeping and waiting are bounded by it.
    public var wallSeconds: Double
    /// Peak memory of one case.
    public var memoryBytes: Int
    /// Bytes of answer of one case.
    public var outputBytes: Int
    /// Bytes of source.
    public var codeBytes: Int

    /// Limits of a case; the wall clock defaults to twice the CPU time plus two seconds, room for a busy machine.
    public init(
        cpuSeconds: Double, wallSeconds: Double? = nil, memoryBytes: Int, outputBytes: Int, codeBytes: Int
    ) {
        self.cpuSeconds = cpuSeconds
        self.wallSeconds = wallSeconds ?? cpuSeconds * 2 + 2
        self.memoryBytes = memoryBytes
        self.outputBytes = outputBytes
        self.codeBytes = codeBytes
    }

    private enum CodingKeys: String, CodingKey {
        case cpuSeconds = "cpu_seconds"
        case wallSeconds = "wall_seconds"
        case memoryBytes = "memory_bytes"
        case outputBytes = "output_bytes"
        case codeBytes = "code_bytes"
    }
}
