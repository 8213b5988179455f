/// Does something with each item, two at a time: what compiles or measures keeps one core busy.
///
/// - Throws: what `body` throws first; then no more begins.
package func twoAtATime<Item: Sendable>(
    _ items: [Item], _ body: @escaping @Sendable (Item) async throws -> Void
) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
        for (index, item) in items.enumerated() {
            if index >= 2 { try await group.next() }
            group.addTask { try await body(item) }
        }
        try await group.waitForAll()
    }
}
