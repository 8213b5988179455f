import JudgeCore
import Testing

@testable import Webhooks

struct AddressKindTests {
    struct Range: Sendable, CustomTestStringConvertible {
        var first: String
        var last: String
        var kind: IPAddress.Kind
        /// What lies around it; `nil` where there is nothing.
        var before: IPAddress.Kind?
        var after: IPAddress.Kind?

        init(
            _ first: String, _ last: String, _ kind: IPAddress.Kind, before: IPAddress.Kind? = .public,
            after: IPAddress.Kind? = .public
        ) {
            (self.first, self.last, self.kind, self.before, self.after) = (first, last, kind, before, after)
        }

        var testDescription: String { "\(first)–\(last)" }
    }

    static let fours = [
        Range("0.0.0.0", "0.255.255.255", .unspecified, before: nil),
        Range("10.0.0.0", "10.255.255.255", .private),
        Range("100.64.0.0", "100.127.255.255", .carrier),
        Range("127.0.0.0", "127.255.255.255", .loopback),
        Range("169.254.0.0", "169.254.255.255", .linkLocal),
        Range("172.16.0.0", "172.31.255.255", .private),
        Range("192.0.0.0", "192.0.0.255", .reserved),
        Range("192.0.2.0", "192.0.2.255", .reserved),
        Range("192.88.99.0", "192.88.99.255", .reserved),
        Range("192.168.0.0", "192.168.255.255", .private),
        Range("198.18.0.0", "198.19.255.255", .reserved),
        Range("198.51.100.0", "198.51.100.255", .reserved),
        Range("203.0.113.0", "203.0.113.255", .reserved),
        Range("224.0.0.0", "239.255.255.255", .multicast, after: .reserved),
        Range("240.0.0.0", "255.255.255.255", .reserved, before: .multicast, after: nil),
        Range("100.100.100.200", "100.100.100.200", .metadata, before: .carrier, after: .carrier),
        Range("168.63.129.16", "168.63.129.16", .metadata),
        Range("169.254.0.23", "169.254.0.23", .metadata, before: .linkLocal, after: .linkLocal),
        Range("169.254.42.42", "169.254.42.42", .metadata, before: .linkLocal, after: .linkLocal),
        Range("169.254.169.254", "169.254.169.254", .metadata, before: .linkLocal, after: .linkLocal),
        Range("169.254.170.2", "169.254.170.2", .metadata, before: .linkLocal, after: .linkLocal),
        Range("169.254.170.23", "169.254.170.23", .metadata, before: .linkLocal, after: .linkLocal),
        Range("192.0.0.192", "192.0.0.192", .metadata, before: .reserved, after: .reserved),
    ]

    static let sixes = [
        Range("::", "::", .unspecified, before: nil, after: .loopback),
        // Behind it, the IPv4-compatible form of 0.0.0.2.
        Range("::1", "::1", .loopback, before: .unspecified, after: .unspecified),
        Range("::1:0:0", "::fffe:ffff:ffff", .reserved, before: .reserved, after: .unspecified),
        Range("64:ff9b:1::", "64:ff9b:1:ffff:ffff:ffff:ffff:ffff", .translated, before: .reserved, after: .reserved),
        Range("100::", "100::ffff:ffff:ffff:ffff", .reserved, before: .reserved, after: .reserved),
        Range("100:0:0:1::", "100:0:0:1:ffff:ffff:ffff:ffff", .reserved, before: .reserved, after: .reserved),
        // Behind Teredo's addresses; after them, global unicast begins.
        Range("2001:1::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff", .reserved, before: .unspecified),
        Range("2001:20::", "2001:2f:ffff:ffff:ffff:ffff:ffff:ffff", .reserved, before: .reserved, after: .reserved),
        Range("2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", .reserved),
        Range("2003::", "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff", .public, before: .reserved, after: .reserved),
        Range("3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff", .reserved),
        Range("4000::", "fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", .reserved, after: .private),
        Range("5f00::", "5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff", .reserved, before: .reserved, after: .reserved),
        Range("fc00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", .private, before: .reserved, after: .reserved),
        Range("fe00::", "fe7f:ffff:ffff:ffff:ffff:ffff:ffff:ffff", .reserved, before: .private, after: .linkLocal),
        Range("fe80::", "febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff", .linkLocal, before: .reserved, after: .reserved),
        Range("fec0::", "feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", .reserved, before: .linkLocal, after: .multicast),
        Range("ff00::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", .multicast, before: .reserved, after: nil),
        Range("fd00:42::42", "fd00:42::42", .metadata, before: .private, after: .private),
        Range("fd00:a9fe:a9fe::1", "fd00:a9fe:a9fe::1", .metadata, before: .private, after: .private),
        Range("fd00:c1::a9fe:a9fe", "fd00:c1::a9fe:a9fe", .metadata, before: .private, after: .private),
        Range("fd00:ec2::23", "fd00:ec2::23", .metadata, before: .private, after: .private),
        Range("fd00:ec2::254", "fd00:ec2::254", .metadata, before: .private, after: .private),
        Range("fd20:ce::254", "fd20:ce::254", .metadata, before: .private, after: .private),
        Range("fe80::a9fe:a9fe", "fe80::a9fe:a9fe", .metadata, before: .linkLocal, after: .linkLocal),
    ]

    @Test(arguments: fours + sixes)
    func `special ranges end where they end`(range: Range) throws {
        let (first, last) = (try address(range.first), try address(range.last))
        #expect(first.kind == range.kind)
        #expect(last.kind == range.kind)
        if let before = range.before { #expect(first.stepped(by: -1).kind == before, "\(first.stepped(by: -1))") }
        if let after = range.after { #expect(last.stepped(by: 1).kind == after, "\(last.stepped(by: 1))") }
    }

    @Test(arguments: [
        "1.0.0.0", "1.1.1.1", "8.8.8.8", "9.255.255.255", "192.0.1.0", "192.31.196.1", "192.52.193.1", "192.175.48.1",
        "223.255.255.255", "2000::", "2001:200::", "2001:4860:4860::8888", "2606:4700:4700::1111",
        "2620:4f:8000::1", "2a00:1450:4001:800::200e",
    ])
    func `addresses of the internet are public`(text: String) throws {
        #expect(try address(text).kind == .public)
    }

    static let embedded: [(String, IPAddress.Kind)] = [
        ("::ffff:127.0.0.1", .loopback), ("::ffff:10.1.2.3", .private), ("::ffff:169.254.169.254", .metadata),
        ("::ffff:8.8.8.8", .translated), ("::ffff:0.0.0.0", .unspecified), ("::127.0.0.1", .loopback),
        ("::169.254.1.1", .linkLocal), ("::8.8.8.8", .translated), ("::ffff:0:192.168.1.1", .private),
        ("::ffff:0:8.8.8.8", .translated), ("64:ff9b::127.0.0.1", .loopback), ("64:ff9b::169.254.169.254", .metadata),
        ("64:ff9b::224.0.0.1", .multicast), ("64:ff9b::100.64.0.1", .carrier), ("64:ff9b::8.8.8.8", .public),
        ("64:ff9b::1:0:0", .reserved), ("64:ff9b:1::8.8.8.8", .translated), ("64:ff9b:1::a9fe:a9fe", .translated),
        ("2002:7f00:1::", .loopback), ("2002:a9fe:a9fe::1", .metadata), ("2002:808:808::1", .translated),
        // Teredo: the server as it is, the client inverted.
        ("2001:0:808:808::f7f7:f7f7", .translated), ("2001:0:7f00:1::f7f7:f7f7", .loopback),
        ("2001:0:808:808::5601:5601", .metadata), ("2001:0:a00:1::80ff:fffe", .loopback),
        ("2001:0:7f00:1::f5ff:fffe", .loopback),
    ]

    @Test(arguments: embedded)
    func `an IPv6 address that stands for an IPv4 address is what that is`(text: String, kind: IPAddress.Kind) throws {
        #expect(try address(text).kind == kind)
    }

    @Test func `standing for an IPv4 address is never freer than being it`() throws {
        let policies = try [
            [], ["loopback"], ["private"], ["loopback", "private"], ["10.0.0.0/8"], ["127.0.0.1", "100.64.0.0/10"],
            ["169.254.0.0/16"], ["*.example.org"], ["hooks.example.org", "private"], ["fc00::/7", "fe80::/10"],
        ].map { try AllowedHosts($0) }
        var randomness = AddressRandomness(seed: 2)
        let edges = try Self.fours.flatMap { range in
            let (first, last) = (try address(range.first), try address(range.last))
            return [first.stepped(by: -1), first, last, last.stepped(by: 1)]
        }
        let random = (0..<200).map { _ in
            IPAddress(bytes: (0..<4).map { _ in .random(in: 0...255, using: &randomness) })
        }
        for four in edges + random {
            for (form, six) in four.embeddings {
                // These two are `::` and `::1`.
                if form == "compatible", four.bytes.dropLast() == [0, 0, 0], four.bytes[3] < 2 { continue }
                #expect(six.kind >= four.kind || six.kind == .translated, "\(four) as \(form), \(six)")
                #expect(six.kind != .public || form == "NAT64", "\(four) as \(form), \(six)")
                for policy in policies where policy.allows(host: "hooks.example.org", address: six) {
                    #expect(policy.allows(host: "hooks.example.org", address: four), "\(four) as \(form), \(six)")
                }
                for policy in policies where policy.allowsPlainHTTP(host: "hooks.example.org", addresses: [six]) {
                    #expect(policy.allowsPlainHTTP(host: "hooks.example.org", addresses: [four]), "\(four), \(six)")
                }
            }
        }
    }
}
