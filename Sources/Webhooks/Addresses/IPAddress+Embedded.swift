extension IPAddress {
    /// The IPv4 addresses that an IPv6 address stands for, where its form tells them: traffic to it may end at any of
    /// them. Mostly none.
    var embeddedIPv4: [IPAddress] {
        guard !isIPv4 else { return [] }
        if Self.teredo.contains(self) {
            // The server, and the client, whose bits are inverted (RFC 4380).
            return [IPAddress(bytes: bytes[4..<8]), IPAddress(bytes: bytes[12..<16].map(~))]
        }
        guard !Self.itself.contains(self), let form = Self.forms.first(where: { $0.block.contains(self) }) else {
            return []
        }
        return [IPAddress(bytes: bytes[form.offset..<form.offset + 4])]
    }

    /// The prefix that networks without IPv4 share to reach it (RFC 6052).
    static let wellKnownNAT64 = AddressBlock("64:ff9b::/96")!

    /// `::` and `::1` have the form of compatible addresses without being such.
    private static let itself = AddressBlock("::/127")!

    private static let teredo = AddressBlock("2001::/32")!

    /// With the place of the first byte.
    private static let forms: [(block: AddressBlock, offset: Int)] = [
        (AddressBlock("::ffff:0:0/96")!, 12),  // mapped (RFC 4291): the kernel itself connects by IPv4
        (AddressBlock("::/96")!, 12),  // compatible, deprecated (RFC 4291)
        (AddressBlock("::ffff:0:0:0/96")!, 12),  // translated (RFC 2765)
        (wellKnownNAT64, 12),
        (AddressBlock("2002::/16")!, 2),  // 6to4 (RFC 3056)
    ]
}
