import Foundation

/// A TCP connection to a port of loopback, for what no HTTP client would send.
package final class RawConnection: Sendable {
    private let descriptor: Int32

    /// - Parameter receiveBuffer: what the kernel keeps for a reader that does not read, in bytes.
    package init?(port: Int, receiveBuffer: Int32? = nil) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        if var size = receiveBuffer {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout.size(ofValue: size)))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        guard descriptor >= 0, connected == 0 else {
            Foundation.close(descriptor)
            return nil
        }
    }

    deinit { Foundation.close(descriptor) }

    /// Sends what the kernel takes at once. `false` when the other side has closed the connection, or takes no more.
    @discardableResult
    package func send(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return Foundation.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            == bytes.count
    }

    /// What comes until the other side closes the connection, and whether it did so within `seconds`.
    package func readToEnd(within seconds: Int) async -> (bytes: Int, text: String, isClosed: Bool) {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [self] in
                let end = Date().addingTimeInterval(Double(seconds))
                var kept: [UInt8] = []
                var count = 0
                var buffer = [UInt8](repeating: 0, count: 65_536)
                while Date() < end {
                    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                    guard poll(&ready, 1, 100) > 0 else { continue }
                    let read = recv(descriptor, &buffer, buffer.count, 0)
                    guard read > 0 else {
                        return continuation.resume(returning: (count, String(decoding: kept, as: UTF8.self), true))
                    }
                    count += read
                    if kept.count < 4096 { kept += buffer[..<read] }
                }
                continuation.resume(returning: (count, String(decoding: kept, as: UTF8.self), false))
            }
        }
    }
}
