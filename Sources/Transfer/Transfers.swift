import CCurl
import Foundation
import Synchronization

/// HTTP by libcurl: all exchanges on one thread, over connections that are kept and shared.
///
/// No redirect is followed, no cookie kept, no proxy taken from the environment.
package final class Transfers: Sendable {
    /// Is given each part of a body as it comes; returns whether to go on.
    package typealias Part = @Sendable ([UInt8]) -> Bool
    /// Is given what came of an exchange: an answer, a `TransferError` or a `CancellationError`.
    package typealias Answer = @Sendable (Result<HTTPAnswer, any Error>) -> Void

    private struct State {
        var waiting: [Exchange] = []
        /// Those that something was added to.
        var lines: [TransferLine] = []
        var isClosed = false
    }
    private let state = Mutex(State())
    /// Used by the thread, but for waking it, which libcurl allows from any.
    private let multi: Multi

    /// Begins the thread.
    package init() {
        multi = Multi()
        let thread = Thread { [self] in work() }
        thread.name = "transfers"
        thread.start()
    }

    /// Ends the thread once it has nothing to do; what is under way is cancelled.
    package func close() {
        state.withLock { $0.isClosed = true }
        multi.wake()
    }

    /// Sends a request and waits for the answer.
    ///
    /// - Parameter part: takes the body of an answer in the 200s as it comes; the answer's own is then empty.
    /// - Throws: `TransferError`; `CancellationError`.
    package func send(_ request: HTTPRequest, part: Part? = nil) async throws -> HTTPAnswer {
        let exchange = Exchange(request, part: part)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                start(exchange) { continuation.resume(with: $0) }
            }
        } onCancel: {
            exchange.isCancelled.store(true, ordering: .sequentiallyConsistent)
            multi.wake()
        }
    }

    /// A line of requests that are like this one but for header and body, `width` at a time.
    package func line(_ request: HTTPRequest, width: Int) -> TransferLine {
        TransferLine(request, width: width) { [self] line in
            let (isClosed, isFirst) = state.withLock { state in
                let isFirst = state.lines.isEmpty
                if !state.isClosed, !state.lines.contains(where: { $0 === line }) { state.lines.append(line) }
                return (state.isClosed, isFirst)
            }
            if isClosed { line.drop() } else if isFirst { multi.wake() }
        }
    }

    private func start(_ exchange: Exchange, _ answer: @escaping Answer) {
        exchange.begin(answer)
        let isClosed = state.withLock { state in
            if !state.isClosed { state.waiting.append(exchange) }
            return state.isClosed
        }
        if isClosed { exchange.end(.failure(CancellationError())) } else { multi.wake() }
    }

    private func work() {
        var running: [Int: (exchange: Exchange, line: TransferLine?)] = [:]
        func begin(_ exchange: Exchange, of line: TransferLine? = nil) {
            running[exchange.number] = (exchange, line)
            multi.add(exchange)
        }
        func end(_ exchange: Exchange) -> TransferLine? {
            multi.remove(exchange)
            return running.removeValue(forKey: exchange.number)?.line
        }
        while true {
            let (new, lines, isClosed) = state.withLock { state in
                defer { (state.waiting, state.lines) = ([], []) }
                return (state.waiting, state.lines, state.isClosed)
            }
            for exchange in new { begin(exchange) }
            for line in lines {
                while !isClosed, let exchange = line.next() { begin(exchange, of: line) }
            }
            for (exchange, _) in running.values
            where isClosed || exchange.isCancelled.load(ordering: .sequentiallyConsistent) {
                end(exchange)?.drop()
                exchange.end(.failure(CancellationError()))
            }
            if isClosed { return lines.forEach { $0.drop() } }
            for (exchange, result) in multi.perform() {
                let line = end(exchange)
                exchange.finish(result)
                guard let line else { continue }
                line.free(exchange)
                if let next = line.next() { begin(next, of: line) }
            }
            multi.wait()
        }
    }
}

/// libcurl's set of exchanges under way.
private final class Multi: @unchecked Sendable {
    // Used by one thread only, but for curl_multi_wakeup, which is made for others.
    private let handle: OpaquePointer

    init() {
        _ = Self.initialized
        guard let handle = curl_multi_init() else { fatalError("libcurl has no memory") }
        self.handle = OpaquePointer(handle)
    }

    private static let initialized = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

    deinit { curl_multi_cleanup(UnsafeMutableRawPointer(handle)) }

    private var raw: UnsafeMutableRawPointer { UnsafeMutableRawPointer(handle) }

    func wake() { curl_multi_wakeup(raw) }
    func add(_ exchange: Exchange) { curl_multi_add_handle(raw, exchange.easy) }
    func remove(_ exchange: Exchange) { curl_multi_remove_handle(raw, exchange.easy) }
    func wait() { curl_multi_poll(raw, nil, 0, 60_000, nil) }

    /// Does what can be done without waiting; returns what has ended.
    func perform() -> [(Exchange, CURLcode)] {
        var running: Int32 = 0
        curl_multi_perform(raw, &running)
        var ended: [(Exchange, CURLcode)] = []
        var left: Int32 = 0
        while let message = curl_multi_info_read(raw, &left) {
            guard message.pointee.msg == CURLMSG_DONE else { continue }
            var context: UnsafeMutableRawPointer?
            ccurl_get_context(message.pointee.easy_handle, &context)
            guard let context else { continue }
            ended.append((Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue(), ccurl_result(message)))
        }
        return ended
    }
}
