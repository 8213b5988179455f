import Foundation
import Synchronization

/// A server on a free port of loopback that receives requests, keeps them, and behaves as a test says: well or badly.
package final class Receiver: Sendable {
    /// What came.
    package struct Request: Sendable {
        package let method: String
        package let path: String
        /// By their names in lower case.
        package let headers: [String: String]
        package let body: [UInt8]

        package var text: String { String(decoding: body, as: UTF8.self) }
        package var json: [String: Any] {
            (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any] ?? [:]
        }
    }

    /// What is done with a request.
    package enum Behaviour: Sendable {
        /// An answer, after which the connection stays.
        case answer(Int, headers: [String] = [], body: String = "")
        /// These bytes, and the end of the connection.
        case raw(String)
        /// These bytes again and again, until the client goes away, behind these ones once.
        case endless(String, every: String)
        /// The same, but slowly: so many pieces a second.
        case drip(String, every: String, perSecond: Int)
        /// Nothing, and the connection stays.
        case hang
        /// Nothing but a reset of the connection.
        case reset
    }

    private struct State {
        var requests: [Request] = []
        var count = 0
        var accepted = 0
        var connections: Set<Int32> = []
        var isClosed = false
    }

    package let port: Int
    private let listener: Int32
    private let state = Mutex(State())
    private let keepsRequests: Bool
    private let behave: @Sendable (Request, Int) -> Behaviour

    /// - Parameters:
    ///   - keepsRequests: whether they are kept for ``requests``.
    ///   - behave: is told each request and which it is, from 1, and says what is done.
    package init(
        keepsRequests: Bool = true, _ behave: @escaping @Sendable (Request, Int) -> Behaviour = { _, _ in .answer(204) }
    ) {
        self.behave = behave
        self.keepsRequests = keepsRequests
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                precondition(bind(descriptor, $0, size) == 0 && listen(descriptor, 512) == 0)
                precondition(getsockname(descriptor, $0, &size) == 0)
            }
        }
        port = Int(UInt16(bigEndian: address.sin_port))
        listener = descriptor
        Thread.detachNewThread { [self] in accept() }
    }

    package var url: String { "http://127.0.0.1:\(port)/hook" }
    package var requests: [Request] { state.withLock { $0.requests } }
    package var count: Int { state.withLock { $0.count } }
    /// How many connections there were in all.
    package var connections: Int { state.withLock { $0.accepted } }

    /// Waits until so many requests have come, or the time is up.
    package func wait(for count: Int, seconds: Int = 30) async -> [Request] {
        for _ in 0..<seconds * 100 {
            if self.count >= count { break }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return requests
    }

    /// Ends all connections and takes no more.
    package func close() {
        let open = state.withLock { state in
            state.isClosed = true
            return state.connections
        }
        shutdown(listener, Int32(SHUT_RDWR))
        for connection in open { shutdown(connection, Int32(SHUT_RDWR)) }
    }

    private func accept() {
        while true {
            let connection = Foundation.accept(listener, nil, nil)
            guard connection >= 0 else { break }
            let isClosed = state.withLock { state in
                state.connections.insert(connection)
                state.accepted += 1
                return state.isClosed
            }
            guard !isClosed else {
                Foundation.close(connection)
                break
            }
            Thread.detachNewThread { [self] in
                serve(connection)
                state.withLock { _ = $0.connections.remove(connection) }
                Foundation.close(connection)
            }
        }
        Foundation.close(listener)
    }

    private func serve(_ connection: Int32) {
        var buffer: [UInt8] = []
        while let request = read(connection, &buffer) {
            let number = state.withLock { state in
                state.count += 1
                if keepsRequests { state.requests.append(request) }
                return state.count
            }
            switch behave(request, number) {
            case .answer(let status, let headers, let body):
                let lines =
                    ["HTTP/1.1 \(status) X"] + headers + (status == 204 ? [] : ["Content-Length: \(body.utf8.count)"])
                guard write(connection, lines.joined(separator: "\r\n") + "\r\n\r\n" + body) else { return }
            case .raw(let text):
                _ = write(connection, text)
                return
            case .endless(let text, let piece):
                guard write(connection, text) else { return }
                while write(connection, piece) {}
                return
            case .drip(let text, let piece, let rate):
                guard write(connection, text) else { return }
                while write(connection, piece) { usleep(UInt32(1_000_000 / rate)) }
                return
            case .hang:
                // Until the client goes away, or the receiver.
                _ = read(connection, &buffer)
                return
            case .reset:
                var linger = linger(l_onoff: 1, l_linger: 0)
                setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
                return
            }
        }
    }

    /// The next request; `nil` when the client has gone.
    private func read(_ connection: Int32, _ buffer: inout [UInt8]) -> Request? {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        func more() -> Bool {
            let count = recv(connection, &chunk, chunk.count, 0)
            guard count > 0 else { return false }
            buffer += chunk[..<count]
            return true
        }
        var end = Self.headEnd(buffer)
        while end == nil {
            guard more() else { return nil }
            end = Self.headEnd(buffer)
        }
        guard let end else { return nil }
        let lines = String(decoding: buffer[..<end], as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count == 3 else { return nil }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
        }
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        while buffer.count < end + 4 + length { guard more() else { return nil } }
        let body = Array(buffer[(end + 4)..<(end + 4 + length)])
        buffer.removeSubrange(..<(end + 4 + length))
        return Request(method: String(words[0]), path: String(words[1]), headers: headers, body: body)
    }

    private static func headEnd(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 4 else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            (0...(bytes.count - 4)).first {
                bytes[$0] == 13 && bytes[$0 + 1] == 10 && bytes[$0 + 2] == 13 && bytes[$0 + 3] == 10
            }
        }
    }

    private func write(_ connection: Int32, _ text: String) -> Bool {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }
}
