import JudgeCore
import Testing

@testable import Webhooks

struct AddressAllowedHostsTests {
    /// One address of each kind.
    static let samples: [(IPAddress.Kind, String)] = [
        (.public, "8.8.8.8"), (.private, "10.1.2.3"), (.private, "fd12::1"), (.loopback, "127.0.0.1"),
        (.loopback, "::1"),
        (.carrier, "100.64.0.1"), (.reserved, "198.18.0.1"), (.linkLocal, "169.254.1.1"), (.linkLocal, "fe80::1"),
        (.translated, "64:ff9b:1::1"), (.multicast, "224.0.0.1"), (.multicast, "ff02::1"), (.unspecified, "0.0.0.0"),
        (.unspecified, "::"), (.metadata, "169.254.169.254"), (.metadata, "fd00:ec2::254"),
    ]

    private func allowedKinds(_ words: [String], host: String = "host.example") throws -> Set<IPAddress.Kind> {
        let allowed = try AllowedHosts(words)
        return Set(
            try Self.samples.filter { allowed.allows(host: host, address: try address($0.1)) }.map(\.0))
    }

    @Test func `words widen what is allowed by as much as they say`() throws {
        #expect(Set(Self.samples.map(\.0)) == Set(IPAddress.Kind.allCases))
        #expect(try allowedKinds([]) == [.public])
        #expect(try allowedKinds(["loopback"]) == [.public, .loopback])
        #expect(try allowedKinds(["Loopback"]) == [.public, .loopback])
        #expect(try allowedKinds(["private"]) == [.public, .private])
        #expect(try allowedKinds(["loopback", "private"]) == [.public, .private, .loopback])
        let byName: Set<IPAddress.Kind> = [.public, .private, .loopback, .carrier, .reserved, .linkLocal]
        #expect(try allowedKinds(["host.example"]) == byName)
        #expect(try allowedKinds(["*.example"]) == byName)
        #expect(try allowedKinds(["other.example", "*.host.example"]) == [.public])
    }

    @Test(arguments: [
        (
            "10.1.0.0/16", ["10.1.0.0", "10.1.255.255", "::ffff:10.1.0.1"],
            ["10.0.255.255", "10.2.0.0", "::ffff:10.2.0.0"]
        ),
        ("10.1.2.3", ["10.1.2.3"], ["10.1.2.2", "10.1.2.4"]),
        ("10.1.2.3/32", ["10.1.2.3"], ["10.1.2.4"]),
        ("10.0.0.0/9", ["10.127.255.255"], ["10.128.0.0"]),
        ("172.16.0.0/14", ["172.16.0.0", "172.19.255.255"], ["172.20.0.0"]),
        ("fd00::/8", ["fd00::1", "fdff::1", "fd00:ec2::254"], ["fc00::1"]),
        ("fd00:1:2:2::/63", ["fd00:1:2:2::1"], ["fd00:1:2:1::1"]),
        ("fe80::1", ["fe80::1"], ["fe80::2"]),
        ("169.254.169.254", ["169.254.169.254", "64:ff9b::169.254.169.254"], ["169.254.169.253", "169.254.170.2"]),
        ("169.254.0.0/16", ["169.254.169.254", "169.254.1.1"], ["fe80::1"]),
        ("224.0.0.0/8", ["224.0.0.1"], ["225.0.0.1"]),
        ("64:ff9b:1::/48", ["64:ff9b:1::10.0.0.1"], ["64:ff9b::10.0.0.1"]),
        ("127.0.0.0/8", ["127.1.2.3", "::ffff:127.0.0.1"], ["::1"]),
        ("2001:0:a00::/40", ["2001:0:a00:1::80ff:fffe"], ["2001:0:b00:1::80ff:fffe"]),
    ])
    func `blocks hold their addresses and no others`(word: String, inside: [String], outside: [String]) throws {
        let allowed = try AllowedHosts([word])
        for text in inside { #expect(allowed.allows(host: text, address: try address(text)), "\(text)") }
        for text in outside { #expect(!allowed.allows(host: text, address: try address(text)), "\(text)") }
    }

    @Test(arguments: [
        (
            "hooks.example.org", ["hooks.example.org", "HOOKS.example.org.", "Hooks.Example.Org"],
            [
                "a.hooks.example.org", "example.org", "hooks.example.org.evil.net", "xhooks.example.org", "",
                "hooks.example",
            ]
        ),
        (
            "*.example.org", ["a.example.org", "a.b.example.org", "A.EXAMPLE.ORG."],
            [
                "example.org", ".example.org", "aexample.org", "example.org.evil.net", "a.example.org.evil.net",
                "*.example.org",
            ]
        ),
        ("*.Example.Org.", ["a.example.org"], ["example.org"]),
        ("receiver", ["receiver", "receiver."], ["receiver.example.org", "a.receiver"]),
        ("*.xn--bcher-kva.example", ["a.xn--bcher-kva.example"], ["a.bücher.example", "xn--bcher-kva.example"]),
    ])
    func `name patterns match whole labels`(word: String, matching: [String], others: [String]) throws {
        let allowed = try AllowedHosts([word])
        let target = try address("10.0.0.1")
        for host in matching { #expect(allowed.allows(host: host, address: target), "\(host)") }
        for host in others { #expect(!allowed.allows(host: host, address: target), "\(host)") }
    }

    @Test(arguments: [
        "", " ", "*", "*.", "**.example.org", "*.*.example.org", "a.*.example.org", "*example.org", ".example.org",
        "Loopback ", "metadata/8", "127.1", "0x7f.0.0.1", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8",
        "10.0.0.0/08", "10.0.0.0/", "10.0.0.0/8/8", "10.0.0.1/8", "10.0.0.0/255.0.0.0", "0.0.0.0/0", "10.0.0.0/7",
        "::/0", "2000::/3", "fc00::/6", "fd00::1/8", "::/129", "[::1]", "fe80::1%eth0", "https://example.org",
        "example.org:443", "example.org/path", "user@example.org", "bücher.example", "a_b", "-a.example", "a..b",
        "loopback,private", "*.127.0.0.1", "a\u{202E}b",
    ])
    func `words that allow nothing are refused by name`(word: String) throws {
        let error = try #require(throws: JudgeError.self) { try AllowedHosts(["private", word]) }
        #expect(error.kind == .usage)
        #expect(error.code == "bad-allowed-host")
        #expect(error.message.hasPrefix("“\(word.escapingControls)”"))
        #expect(error.message.contains("loopback, private, an address"))
    }

    @Test func `one refused address refuses the host`() throws {
        let allowed = try AllowedHosts(["loopback"])
        func allows(_ texts: String...) throws -> Bool {
            allowed.allows(host: "host.example", addresses: try texts.map(address))
        }
        #expect(try allows("8.8.8.8"))
        #expect(try allows("8.8.8.8", "127.0.0.1", "2606:4700:4700::1111"))
        #expect(try !allows("8.8.8.8", "10.0.0.1"))
        #expect(try !allows("10.0.0.1", "8.8.8.8"))
        #expect(try !allows("8.8.8.8", "::ffff:169.254.169.254"))
        #expect(try !allows())
    }

    @Test func `plain HTTP needs a word that names every address`() throws {
        func allows(_ words: [String], _ host: String, _ texts: String...) throws -> Bool {
            try AllowedHosts(words).allowsPlainHTTP(host: host, addresses: try texts.map(address))
        }
        #expect(try !allows([], "host.example", "8.8.8.8"))
        #expect(try !allows(["loopback", "private"], "host.example", "8.8.8.8"))
        #expect(try allows(["loopback"], "localhost", "127.0.0.1", "::1"))
        #expect(try !allows(["loopback"], "host.example", "127.0.0.1", "8.8.8.8"))
        #expect(try !allows(["loopback"], "host.example", "10.0.0.1"))
        #expect(try allows(["private"], "host.example", "10.0.0.1"))
        #expect(try allows(["host.example"], "host.example", "8.8.8.8"))
        #expect(try allows(["8.8.8.0/24"], "host.example", "8.8.8.8"))
        #expect(try !allows(["8.8.8.0/24"], "host.example", "8.8.8.8", "8.8.4.4"))
        #expect(try !allows(["*.example"], "host.example", "169.254.169.254"))
        #expect(try allows(["*.example"], "host.example", "10.0.0.1", "8.8.8.8"))
        #expect(try !allows(["loopback"], "localhost"))
    }
}
