/// What one compilation may use; passing any of these is a `compile-error`.
package struct CompileLimits: Sendable, Equatable {
    /// CPU seconds of one step of the compiler.
    package var cpuSeconds: Double = 60
    /// Wall-clock seconds of the whole compilation.
    package var wallSeconds: Double = 30
    /// Memory of all the compiler's processes together.
    package var memoryBytes: Int = 2 << 30
    /// Size of the executable.
    package var executableBytes: Int = 64 << 20

    package init() {}
}
