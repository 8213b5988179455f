/// What one compilation may use; passing any of these is a `compile-error`.
package struct CompileLimits: Sendable, Equatable {
    /// CPU seconds of one step of the compiler.
    package var cpuSeconds: Double = 30
    /// Wall-clock seconds of the whole compilation: many, as a compiler works, and how long that takes is the host's doing.
    package var wallSeconds: Double { cpuSeconds * 4 }
    /// Memory of all the compiler's processes together.
    package var memoryBytes: Int = 2 << 30
    /// Size of the executable.
    package var executableBytes: Int = 64 << 20

    package init() {}
}
