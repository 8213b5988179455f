import Foundation
import JudgeCore

/// Ctrl-C, a closed terminal or a request to end: the command's children are gone when this is thrown.
struct Interruption: Error {
    /// The signal that came first.
    let signal: Int32
}

/// Runs `body`; on SIGINT, SIGTERM or SIGHUP cancels it, waits until it has cleaned up, and throws ``Interruption``.
func untilInterrupted(_ body: @escaping @Sendable () async throws -> Void) async throws {
    let signals = interruptions()
    try await withThrowingTaskGroup(of: Int32?.self) { group in
        group.addTask {
            for await number in signals { return number }
            return nil
        }
        group.addTask {
            try await body()
            return nil
        }
        defer { group.cancelAll() }
        guard let first = try await group.next(), let number = first else { return }
        group.cancelAll()
        // What the cancelled command throws on its way out matters to nobody.
        _ = try? await group.next()
        throw Interruption(signal: number)
    }
}

/// The signals that ask the process to end.
private let endings: sigset_t = {
    var set = sigset_t()
    sigemptyset(&set)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&set, number) }
    return set
}()

/// Holds the signals back that ask the process to end, in this thread and all that it starts, until somebody waits for
/// them. Before any other thread exists: a handler would interrupt calls of libraries that do not expect it.
func holdSignals() {
    var set = endings
    pthread_sigmask(SIG_BLOCK, &set, nil)
}

/// The signals that ask the process to end, as they arrive. None is lost, also of those that came before.
func interruptions() -> AsyncStream<Int32> {
    let (stream, continuation) = AsyncStream<Int32>.makeStream()
    Thread.detachNewThread {
        var set = endings
        var number: Int32 = 0
        while sigwait(&set, &number) == 0 { continuation.yield(number) }
    }
    return stream
}

/// Writes one line to standard error.
func writeError(_ line: String) {
    FileHandle.standardError.write(Data("\(line)\n".utf8))
}
