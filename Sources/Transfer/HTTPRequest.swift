import Foundation

/// A request to be sent.
package struct HTTPRequest: Sendable {
    /// `GET`, `POST`, …
    package var method: String
    /// Where to, `http` or `https`.
    package var url: String
    /// Header fields in their order.
    package var headers: [(name: String, value: String)]
    /// What is sent along.
    package var body: [UInt8]?
    /// Seconds for the whole exchange; 0 for no bound, as for streams.
    package var timeout: Int
    /// Seconds without a byte after which a stream is given up; 0 for no bound.
    package var silence: Int
    /// Most bytes of an answer's body that are kept.
    package var limit: Int
    /// Whether a longer body is cut there, rather than an error.
    package var cutsBody = false
    /// Seconds until a connection must stand.
    package var connectTimeout: Int
    /// Addresses to connect to in place of those that the host's name stands for; empty: look the name up.
    package var addresses: [String] = []
    /// Is asked before each connection whether it may go to this address; `nil`: it may go anywhere.
    package var admits: (@Sendable (UnsafePointer<sockaddr>) -> Bool)?
    /// A proxy to go through; `nil`: none.
    package var proxy: String?
    /// A file of certificates to trust beside, or in place of, the system's; `nil`: the system's.
    package var authorities: String?

    package init(
        _ method: String, _ url: String, headers: [(name: String, value: String)] = [], body: [UInt8]? = nil,
        timeout: Int = 60, silence: Int = 0, limit: Int = 64 << 20, connectTimeout: Int = 10
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.silence = silence
        self.limit = limit
        self.connectTimeout = connectTimeout
    }
}

/// An answer.
package struct HTTPAnswer: Sendable {
    /// The status code.
    package let status: Int
    /// The status line and the header fields as they came.
    let head: [UInt8]
    /// What came along.
    package let body: [UInt8]

    /// Header fields by their names in lower case; of several of one name the last.
    package var headers: [String: String] {
        func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || (9...13).contains(byte) }
        var fields: [String: String] = [:]
        for line in head.split(separator: UInt8(ascii: "\n")).dropFirst() {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let value = line[(colon + 1)...].drop(while: isSpace).reversed().drop(while: isSpace).reversed()
            fields[String(decoding: line[..<colon], as: UTF8.self).lowercased()] = String(
                decoding: value, as: UTF8.self)
        }
        return fields
    }

    /// The body as text, where it is UTF-8.
    package var text: String { String(decoding: body, as: UTF8.self) }
}

/// Why there is no answer.
package struct TransferError: Error, CustomStringConvertible, Sendable {
    /// One clause: what libcurl says.
    package let description: String
}
