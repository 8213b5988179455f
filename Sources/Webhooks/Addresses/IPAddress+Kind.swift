extension IPAddress {
    /// What an address is for, from what is free to reach to what is least so.
    package enum Kind: Sendable, Comparable, CaseIterable {
        /// Somewhere on the internet.
        case `public`
        /// A network of somebody's own.
        case `private`
        /// This host.
        case loopback
        /// Between a carrier and its customers; clouds and overlays use it as their own.
        case carrier
        /// For documentation, measurement and protocols, or not assigned.
        case reserved
        /// This link.
        case linkLocal
        /// IPv6 that stands for an IPv4 address behind a tunnel or translator, which is public or cannot be told.
        case translated
        /// Many hosts.
        case multicast
        /// No host; Linux takes it for this one.
        case unspecified
        /// Where clouds tell their machines what they are, with their credentials.
        case metadata
    }

    /// What the address is for.
    package var kind: Kind {
        let embedded = embeddedIPv4
        if let strictest = embedded.map(\.kind).max() {
            guard strictest == .public else { return strictest }
            // On hosts without IPv4 every IPv4-only name resolves to such an address, and a translator sends what comes
            // to it to the IPv4 address that was judged here (RFC 6052). Tunnels to public addresses serve nobody today.
            return Self.wellKnownNAT64.contains(self) ? .public : .translated
        }
        if let special = Self.special.first(where: { $0.block.contains(self) }) { return special.kind }
        return isIPv4 || Self.globalUnicast.contains(self) ? .public : .reserved
    }

    /// All else of IPv6 is not assigned.
    private static let globalUnicast = AddressBlock("2000::/3")!

    /// The first that holds an address counts.
    private static let special: [(block: AddressBlock, kind: Kind)] = (metadataServices + registered).map {
        (AddressBlock($0.0)!, $0.1)
    }

    private static let metadataServices: [(String, Kind)] = [
        ("169.254.169.254", .metadata), ("fd00:ec2::254", .metadata),  // AWS, and most others with IPv4
        ("169.254.170.2", .metadata),  // AWS ECS
        ("169.254.170.23", .metadata), ("fd00:ec2::23", .metadata),  // AWS EKS
        ("fd20:ce::254", .metadata),  // Google
        ("168.63.129.16", .metadata),  // Azure
        ("100.100.100.200", .metadata),  // Alibaba
        ("192.0.0.192", .metadata), ("fd00:c1::a9fe:a9fe", .metadata),  // Oracle
        ("169.254.0.23", .metadata),  // Tencent
        ("169.254.42.42", .metadata), ("fd00:42::42", .metadata),  // Scaleway
        ("fd00:a9fe:a9fe::1", .metadata),  // Akamai
        ("fe80::a9fe:a9fe", .metadata),  // OpenStack
    ]

    /// The IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890), with the multicast registries and the
    /// deprecated fec0::/10 (RFC 3879).
    ///
    /// What is globally reachable within blocks that as a whole are not (192.0.0.9, 2001:20::/28) is left out: protocols
    /// use it, no receiver of webhooks has such an address.
    private static let registered: [(String, Kind)] = [
        ("0.0.0.0/8", .unspecified),
        ("10.0.0.0/8", .private),
        ("100.64.0.0/10", .carrier),
        ("127.0.0.0/8", .loopback),
        ("169.254.0.0/16", .linkLocal),
        ("172.16.0.0/12", .private),
        ("192.0.0.0/24", .reserved),  // IETF protocol assignments
        ("192.0.2.0/24", .reserved),  // documentation
        ("192.88.99.0/24", .reserved),  // 6to4 relays, deprecated
        ("192.168.0.0/16", .private),
        ("198.18.0.0/15", .reserved),  // benchmarks
        ("198.51.100.0/24", .reserved),  // documentation
        ("203.0.113.0/24", .reserved),  // documentation
        ("224.0.0.0/4", .multicast),
        ("240.0.0.0/4", .reserved),  // the limited broadcast address among them

        ("::", .unspecified),
        ("::1", .loopback),
        // Where the IPv4 address is depends on the translator's prefix, which only its operator knows (RFC 8215).
        ("64:ff9b:1::/48", .translated),
        ("100::/64", .reserved),  // discard only
        ("100:0:0:1::/64", .reserved),  // dummy
        ("2001::/23", .reserved),  // IETF protocol assignments
        ("2001:db8::/32", .reserved),  // documentation
        ("3fff::/20", .reserved),  // documentation
        ("5f00::/16", .reserved),  // segment routing
        ("fc00::/7", .private),  // unique local
        ("fe80::/10", .linkLocal),
        ("fec0::/10", .reserved),  // site local, deprecated
        ("ff00::/8", .multicast),
    ]
}
