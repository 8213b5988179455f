internal import JudgeCore
internal import Reporting

/// Where webhooks may go: public addresses, and what an administrator allows beyond them.
package struct AllowedHosts: Sendable, Hashable {
    private var allowsLoopback = false
    private var allowsPrivate = false
    private var blocks: [AddressBlock] = []
    /// Names, and suffixes that begin with a dot.
    private var names: Set<String> = []
    private var suffixes: Set<String> = []

    /// Nothing beyond public addresses.
    package init() {}

    /// - Parameter words: each `loopback`, `private`, a block of addresses, a single address, a name, or `*.` and a name,
    ///   which is all names below it.
    /// - Throws: `JudgeError`.
    package init(_ words: [String]) throws {
        for word in words {
            // A name in capitals would be the same name; so these are the same words.
            if word.lowercased() == "loopback" {
                allowsLoopback = true
            } else if word.lowercased() == "private" {
                allowsPrivate = true
            } else if let block = AddressBlock(word), block.prefixLength >= (block.first.isIPv4 ? 8 : 7) {
                // Larger ones span metadata services and tunnels that nobody has in mind who writes 0.0.0.0/0.
                blocks.append(block)
            } else if word.hasPrefix("*."), let name = HostName(String(word.dropFirst(2))) {
                suffixes.insert(".\(name.text)")
            } else if let name = HostName(word) {
                names.insert(name.text)
            } else {
                throw JudgeError(
                    .usage, "bad-allowed-host",
                    """
                    “\(word.displayedInline(limit: 80))” allows no host: give loopback, private, an address, a block of \
                    them such as 10.1.0.0/16 or fd00::/8 (at least /8, or /7 for IPv6, with no bits behind the prefix), a \
                    name, or *. and a name for all names below it
                    """)
            }
        }
    }

    /// Whether a webhook may go to `address`, which `host` is or resolves to.
    package func allows(host: String, address: IPAddress) -> Bool {
        address.kind == .public || isNamed(host: host, address: address)
    }

    /// Whether a webhook may go to `host`, which resolves to `addresses`.
    ///
    /// One that is refused refuses them all: whoever mixes public and private addresses is after the private ones.
    package func allows(host: String, addresses: [IPAddress]) -> Bool {
        !addresses.isEmpty && addresses.allSatisfy { allows(host: host, address: $0) }
    }

    /// Whether a webhook may go to `host` without TLS: only where a word names the target, public or not.
    package func allowsPlainHTTP(host: String, addresses: [IPAddress]) -> Bool {
        !addresses.isEmpty && addresses.allSatisfy { isNamed(host: host, address: $0) }
    }

    /// Whether one of the words allows `address`.
    private func isNamed(host: String, address: IPAddress) -> Bool {
        let embedded = address.embeddedIPv4
        for block in blocks {
            if block.contains(address) || (!embedded.isEmpty && embedded.allSatisfy(block.contains)) { return true }
        }
        return switch address.kind {
        case .loopback where allowsLoopback, .private where allowsPrivate: true
        // Whoever owns a name decides what it resolves to; these it is not trusted with.
        case .metadata, .multicast, .unspecified, .translated: false
        case .public, .private, .loopback, .carrier, .reserved, .linkLocal: isNamed(host)
        }
    }

    private func isNamed(_ host: String) -> Bool {
        guard let name = HostName(host)?.text else { return false }
        return names.contains(name) || suffixes.contains { name.hasSuffix($0) }
    }
}
