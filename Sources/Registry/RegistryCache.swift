import Synchronization

/// What was read of the packages, each with the stamps that tell whether it still holds.
final class RegistryCache: Sendable {
    private struct State {
        var summaries: [String: (value: ChallengeSummary, folder: String, stamps: FileStamps)] = [:]
        var challenges: [String: (value: Challenge, stamps: FileStamps, used: Int)] = [:]
        var clock = 0
    }

    /// Challenges kept at most; a whole one holds its statement and all its names.
    private static let capacity = 64
    private let state = Mutex(State())

    /// The summary that was read of `slug`, read from `folder`, unless its file has changed since.
    func summary(_ slug: String, folder: String) -> ChallengeSummary? {
        guard let entry = state.withLock({ $0.summaries[slug] }), entry.folder == folder, entry.stamps.stillHold()
        else {
            return nil
        }
        return entry.value
    }

    func store(_ summary: ChallengeSummary, folder: String, _ stamps: FileStamps) {
        state.withLock { $0.summaries[summary.slug] = (summary, folder, stamps) }
    }

    /// The challenge that was read of `slug`, unless anything that it was read from has changed since.
    func challenge(_ slug: String, folder: String) -> Challenge? {
        let entry = state.withLock { state in
            state.clock += 1
            state.challenges[slug]?.used = state.clock
            return state.challenges[slug]
        }
        // Looking at the files takes time, so the lock is not held meanwhile.
        guard let entry, entry.value.folder == folder, entry.stamps.stillHold() else { return nil }
        return entry.value
    }

    func store(_ challenge: Challenge, _ stamps: FileStamps) {
        state.withLock { state in
            state.clock += 1
            state.challenges[challenge.slug] = (challenge, stamps, state.clock)
            while state.challenges.count > Self.capacity {
                guard let oldest = state.challenges.min(by: { $0.value.used < $1.value.used }) else { break }
                state.challenges[oldest.key] = nil
            }
        }
    }
}
