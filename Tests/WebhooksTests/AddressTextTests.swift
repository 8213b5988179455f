import Glibc
import JudgeCore
import Testing

@testable import Webhooks

struct AddressTextTests {
    @Test(arguments: [
        ("0.0.0.0", "0.0.0.0"), ("127.0.0.1", "127.0.0.1"), ("255.255.255.255", "255.255.255.255"), ("::", "::"),
        ("::1", "::1"), ("0:0:0:0:0:0:0:1", "::1"), ("2001:DB8::0001", "2001:db8::1"),
        ("::ffff:127.0.0.1", "::ffff:127.0.0.1"), ("::ffff:7f00:1", "::ffff:127.0.0.1"),
        ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("64:ff9b::1.2.3.4", "64:ff9b::102:304"),
        ("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
    ])
    func `addresses in the standard form are read and written in the usual form`(text: String, usual: String) throws {
        let address = try address(text)
        #expect(address.description == usual)
        #expect(IPAddress(usual) == address)
        #expect(address.isIPv4 == !text.contains(":"))
    }

    @Test(arguments: [
        "", " ", ".", "1", "127.1", "127.0.1", "2130706433", "0x7f.0.0.1", "0x7f000001", "0177.0.0.1", "127.0.0.01",
        "127.0.0.1.", ".127.0.0.1", "127..0.1", "127.0.0.256", "127.0.0.1.1", "-1.0.0.0", "+1.0.0.0", " 127.0.0.1",
        "127.0.0.1 ", "127.0.0.1\n", "127.0.0.1\0", "127.0.0.1\0.example.org", "1.2.3.4/8", "1,2,3,4", "127。0。0。1",
        "①②⑦.0.0.1", "１.2.3.4", "[::1]", "[127.0.0.1]", "fe80::1%eth0", "fe80::1%25eth0", "::1%1", ":", ":::",
        "1::2::3",
        "::g", "12345::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "::ffff:127.1", "::ffff:0177.0.0.1", "::1/128", "::1\0",
        "v1.x", "localhost", "a.b.c.d", "abcd", "::1.2.3.4.5",
    ])
    func `everything else is no address`(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test func `random bytes survive being written and read`() {
        var randomness = AddressRandomness(seed: 1)
        for round in 0..<2000 {
            let bytes = (0..<(round.isMultiple(of: 2) ? 4 : 16)).map { _ in
                Bool.random(using: &randomness) ? 0 : UInt8.random(in: 0...255, using: &randomness)
            }
            let address = IPAddress(bytes: bytes)
            #expect(IPAddress(address.description) == address)
        }
    }

    @Test func `socket addresses of both families are read`() throws {
        var four = sockaddr_in()
        four.sin_family = sa_family_t(AF_INET)
        four.sin_port = 80
        four.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        #expect(withUnsafePointer(to: &four) { socketAddress($0) } == IPAddress("127.0.0.1"))

        var six = sockaddr_in6()
        six.sin6_family = sa_family_t(AF_INET6)
        six.sin6_scope_id = 3
        #expect(inet_pton(AF_INET6, "fe80::a9fe:a9fe", &six.sin6_addr) == 1)
        #expect(withUnsafePointer(to: &six) { socketAddress($0) } == IPAddress("fe80::a9fe:a9fe"))
    }

    @Test func `socket addresses of other families are none`() {
        var local = sockaddr_un()
        local.sun_family = sa_family_t(AF_UNIX)
        #expect(withUnsafePointer(to: &local) { socketAddress($0) } == nil)
        var none = sockaddr_storage()
        #expect(withUnsafePointer(to: &none) { socketAddress($0) } == nil)
    }

    private func socketAddress(_ pointer: UnsafePointer<some Any>) -> IPAddress? {
        IPAddress(UnsafeRawPointer(pointer).assumingMemoryBound(to: sockaddr.self))
    }
}
