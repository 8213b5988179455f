import Dispatch
import Foundation
import JudgeCore
import Synchronization

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

/// The writing end of the pipe that carries signals from their handler, where next to nothing is allowed.
private let signalPipe = Atomic<Int32>(-1)

/// The signals that ask the process to end, as they arrive. From the moment this returns none is lost.
private func interruptions() -> AsyncStream<Int32> {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return AsyncStream { $0.finish() } }
    for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    signalPipe.store(ends[1], ordering: .relaxed)
    let (stream, continuation) = AsyncStream<Int32>.makeStream()
    let source = DispatchSource.makeReadSource(fileDescriptor: ends[0], queue: .global())
    // The handler holds its source, so that it lives as long as the process.
    source.setEventHandler { [reader = ends[0], source] in
        _ = source
        var number: UInt8 = 0
        while read(reader, &number, 1) == 1 { continuation.yield(Int32(number)) }
    }
    source.resume()
    for number in [SIGINT, SIGTERM, SIGHUP] {
        signal(number) { received in
            var byte = UInt8(truncatingIfNeeded: received)
            write(signalPipe.load(ordering: .relaxed), &byte, 1)
        }
    }
    return stream
}

/// Writes one line to standard error.
func writeError(_ line: String) {
    FileHandle.standardError.write(Data("\(line)\n".utf8))
}
