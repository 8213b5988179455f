import ServiceLifecycle

/// Has a node look at what is published: when it is told, and every half a minute.
package struct BundleWatch: Service {
    private let keeper: BundleKeeper
    private let bell: Bell
    private let changed: @Sendable () async -> Void

    /// - Parameters:
    ///   - bell: rings when there may be something new.
    ///   - changed: is called when the challenges are others than before.
    package init(keeper: BundleKeeper, bell: Bell, changed: @escaping @Sendable () async -> Void) {
        self.keeper = keeper
        self.bell = bell
        self.changed = changed
    }

    /// Looks until the daemon is asked to stop.
    package func run() async throws {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                while await cancelWhenGracefulShutdown({ await bell.call() }) {
                    if await keeper.look() { await changed() }
                }
            }
            group.addTask {
                while !Task.isShuttingDownGracefully, !Task.isCancelled {
                    try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(30)) }
                    bell.ring()
                }
            }
        }
    }
}
