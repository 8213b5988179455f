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
private let endings = [SIGINT, SIGTERM, SIGHUP]

/// Where the handler writes the numbers of signals, and where they are read.
private let arrivals: (write: Int32, read: Int32) = {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { fatalError("no pipe: \(String(cString: strerror(errno)))") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[1], ends[0])
}()

/// Catches the signals that ask the process to end, and keeps them for whoever waits for them. Call it before any other
/// thread exists.
///
/// All threads hold them back, so that no call of a library is interrupted, but one: the main thread lets everything pass
/// while it sleeps at the end of libdispatch's `dispatch_main`. There the handler runs.
func holdSignals() {
    _ = arrivals
    var set = sigset_t()
    sigemptyset(&set)
    for number in endings {
        var action = sigaction()
        sigaction(number, nil, &action)
        // Whoever started us with a signal ignored, as nohup does, does not want us to hear of it.
        guard unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) != 1 else { continue }
        action.__sigaction_handler.sa_handler = { number in
            let kept = errno
            var byte = UInt8(truncatingIfNeeded: number)
            write(arrivals.write, &byte, 1)
            errno = kept
        }
        action.sa_flags = SA_RESTART
        sigaction(number, &action, nil)
        sigaddset(&set, number)
    }
    pthread_sigmask(SIG_BLOCK, &set, nil)
}

/// The signals that ask the process to end, as they arrive. None is lost, also of those that came before.
func interruptions() -> AsyncStream<Int32> {
    let (stream, continuation) = AsyncStream<Int32>.makeStream()
    Thread.detachNewThread {
        var byte: UInt8 = 0
        while true {
            let count = read(arrivals.read, &byte, 1)
            if count == 1 { continuation.yield(Int32(byte)) } else if count == 0 || errno != EINTR { return }
        }
    }
    return stream
}

/// Writes one line to standard error.
func writeError(_ line: String) {
    StandardStream.error("\(line)\n")
}
