import ArgumentParser
import Foundation

/// How many submissions are graded at once.
struct JobsOption: ParsableArguments, Sendable {
    @Option(help: "How many submissions are graded at once; default: one less than there are cores.")
    var jobs: Int?

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a whole number from 1") }
    }

    /// What `body` makes of each of `items`, in their order, for so many of them at once.
    nonisolated(nonsending) func map<Item: Sendable, Value: Sendable>(
        _ items: [Item], _ body: @escaping @Sendable (Int, Item) async throws -> Value
    ) async throws -> [Value] {
        let width = jobs ?? max(1, ProcessInfo.processInfo.activeProcessorCount - 1)
        return try await withThrowingTaskGroup(of: (Int, Value).self) { group in
            var done: [(index: Int, value: Value)] = []
            for (index, item) in items.enumerated() {
                if index >= width, let next = try await group.next() { done.append(next) }
                group.addTask { (index, try await body(index, item)) }
            }
            for try await next in group { done.append(next) }
            return done.sorted { $0.index < $1.index }.map(\.value)
        }
    }
}
