extension Optional {
    /// `map` with a transform that waits.
    package nonisolated(nonsending) func asyncMap<Result>(
        _ transform: nonisolated(nonsending) (Wrapped) async throws -> Result
    ) async throws -> Result? {
        guard let self else { return nil }
        return try await transform(self)
    }
}
