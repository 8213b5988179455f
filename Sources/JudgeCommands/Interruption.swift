import Dispatch
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

/// The signals that ask the process to end, as they arrive.
private func interruptions() -> AsyncStream<Int32> {
    let (stream, continuation) = AsyncStream<Int32>.makeStream()
    for number in [SIGINT, SIGTERM, SIGHUP] {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        // The handler holds its source, so that it lives as long as the process.
        source.setEventHandler { [source] in
            _ = source
            continuation.yield(number)
        }
        source.resume()
    }
    return stream
}

/// Writes one line to standard error.
func writeError(_ line: String) {
    FileHandle.standardError.write(Data("\(line)\n".utf8))
}
