package import Glibc

/// An IPv4 or IPv6 address.
package struct IPAddress: Sendable, Hashable, CustomStringConvertible {
    /// Four bytes, or sixteen, the most significant first.
    package let bytes: [UInt8]

    /// Whether it has four bytes.
    package var isIPv4: Bool { bytes.count == 4 }

    /// - Parameter bytes: four or sixteen.
    init(bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
        precondition(self.bytes.count == 4 || self.bytes.count == 16)
    }

    /// The address that `text` writes in the standard form: four decimal numbers without leading zeros, or an IPv6
    /// address.
    ///
    /// Brackets, zones (`%eth0`) and everything that only `inet_aton` reads (`127.1`, `0x7f.0.0.1`) give `nil`.
    package init?(_ text: String) {
        // A NUL would end the text for inet_pton, but not for whoever compares it.
        guard text.utf8.allSatisfy({ Self.characters.contains($0) }) else { return nil }
        let isIPv6 = text.utf8.contains(UInt8(ascii: ":"))
        var bytes = [UInt8](repeating: 0, count: isIPv6 ? 16 : 4)
        guard inet_pton(isIPv6 ? AF_INET6 : AF_INET, text, &bytes) == 1 else { return nil }
        self.bytes = bytes
    }

    /// The address in a socket address; its port and its zone are left out.
    ///
    /// - Parameter socketAddress: as long as its family demands; `nil` for other families than IP.
    package init?(_ socketAddress: UnsafePointer<sockaddr>) {
        let raw = UnsafeRawPointer(socketAddress)
        switch Int32(socketAddress.pointee.sa_family) {
        case AF_INET:
            let address = raw.loadUnaligned(as: sockaddr_in.self).sin_addr
            bytes = withUnsafeBytes(of: address) { Array($0) }
        case AF_INET6:
            let address = raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
            bytes = withUnsafeBytes(of: address) { Array($0) }
        default: return nil
        }
    }

    /// The usual form, without brackets.
    package var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(isIPv4 ? AF_INET : AF_INET6, bytes, &text, socklen_t(text.count)) != nil else { return "" }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static let characters = Set("0123456789abcdefABCDEF.:".utf8)
}
