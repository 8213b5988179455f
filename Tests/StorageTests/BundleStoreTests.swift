import JudgeCore
import Testing

@testable import Storage

/// Challenges that nodes take from the database.
@Suite(.timeLimit(.minutes(1))) struct BundleStoreTests {
    private func manifest(_ number: Int64) -> SignedManifest {
        SignedManifest(number: number, text: "manifest \(number)\n", signature: [0, 1, 255])
    }

    @Test(arguments: EngineKind.allCases) func `what is published is what counts, and the rest goes a step later`(
        _ kind: EngineKind
    ) async throws {
        try await withStore(kind) { store in
            #expect(try await store.manifest() == nil)
            #expect(try await store.bundle("a") == nil)
            let large = [UInt8](repeating: 0xA5, count: 3 << 20)
            try await store.put(bundle: large, digest: "a")
            try await store.put(bundle: [], digest: "b")
            try await store.publish(manifest(1), naming: ["a", "b"], besides: [], after: nil)
            #expect(try await store.manifest() == manifest(1))
            #expect(try await store.bundle("a") == large)
            #expect(try await store.bundle("b") == [])
            try await store.put(bundle: [2], digest: "b")
            try await store.put(bundle: [3], digest: "c")
            try await store.put(bundle: [4], digest: "left by somebody who did not end")
            try await store.publish(manifest(5), naming: ["c"], besides: ["a", "b"], after: 1)
            #expect(try await store.manifest() == manifest(5))
            #expect(try await store.bundle("b") == [2], "in the place of the one before")
            #expect(try await store.bundleDigests() == ["a", "b", "c"])
            try await store.publish(manifest(6), naming: ["c"], besides: ["c"], after: 5)
            #expect(try await store.bundleDigests() == ["c"])
        }
    }

    @Test(arguments: EngineKind.allCases) func `of two who publish at the same time one does, and the other is told`(
        _ kind: EngineKind
    ) async throws {
        try await withStore(kind) { store in
            try await store.publish(manifest(1), naming: [], besides: [], after: nil)
            let outcomes = await withTaskGroup(of: String.self) { group in
                for number in 2...5 {
                    group.addTask {
                        do {
                            try await store.publish(
                                manifest(Int64(number)), naming: [], besides: [], after: 1)
                            return "published"
                        } catch { return (error as? JudgeError)?.code ?? "\(error)" }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.sorted() == ["published"] + Array(repeating: "published-meanwhile", count: 3))
            let last = try #require(try await store.manifest()).number
            let error = try await #require(throws: JudgeError.self) {
                try await store.publish(manifest(9), naming: ["nowhere"], besides: [], after: last)
            }
            #expect(error.code == "published-meanwhile", "what it names was removed meanwhile")
            #expect(try await store.manifest()?.number == last)
        }
    }
}
