import JudgeCore
import Testing

@testable import Webhooks

struct URLAcceptedTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var given: String
        var text: String
        var host: String
        var port: Int
        var pathAndQuery: String

        init(_ given: String, _ text: String, _ host: String, _ port: Int, _ pathAndQuery: String) {
            (self.given, self.text, self.host, self.port, self.pathAndQuery) = (given, text, host, port, pathAndQuery)
        }

        var testDescription: String { given }
    }

    /// Host and port are what libcurl 7.88 finds in the normalised text; an address in the IPv6 form may be written
    /// differently.
    static let cases = [
        Case("https://example.org", "https://example.org/", "example.org", 443, "/"),
        Case("http://example.org", "http://example.org/", "example.org", 80, "/"),
        Case("HTTPS://EXAMPLE.Org/Path", "https://example.org/Path", "example.org", 443, "/Path"),
        Case("hTtP://host/", "http://host/", "host", 80, "/"),
        Case("https://example.org./a", "https://example.org/a", "example.org", 443, "/a"),
        Case("https://example.org.:444/a", "https://example.org:444/a", "example.org", 444, "/a"),
        Case("https://example.org:443/", "https://example.org/", "example.org", 443, "/"),
        Case("http://example.org:80", "http://example.org/", "example.org", 80, "/"),
        Case("http://example.org:443", "http://example.org:443/", "example.org", 443, "/"),
        Case("https://example.org:80", "https://example.org:80/", "example.org", 80, "/"),
        Case("http://host:1/", "http://host:1/", "host", 1, "/"),
        Case("http://host:65535/", "http://host:65535/", "host", 65535, "/"),
        Case("http://host:0080/", "http://host/", "host", 80, "/"),
        Case("http://host:08080/", "http://host:8080/", "host", 8080, "/"),
        Case("https://host?q=1", "https://host/?q=1", "host", 443, "/?q=1"),
        Case("https://host:8443?q=1", "https://host:8443/?q=1", "host", 8443, "/?q=1"),
        Case("https://host/?", "https://host/?", "host", 443, "/?"),
        Case("https://host?@evil.com/", "https://host/?@evil.com/", "host", 443, "/?@evil.com/"),
        Case("https://host/@evil.com", "https://host/@evil.com", "host", 443, "/@evil.com"),
        Case("https://host/a?b?c/../d", "https://host/a?b?c/../d", "host", 443, "/a?b?c/../d"),
        Case("https://host//a//b", "https://host//a//b", "host", 443, "//a//b"),
        Case("https://host/http://evil.com/", "https://host/http://evil.com/", "host", 443, "/http://evil.com/"),
        Case(
            "https://host/a:b;c=d,e!$&'()*+~_-", "https://host/a:b;c=d,e!$&'()*+~_-", "host", 443,
            "/a:b;c=d,e!$&'()*+~_-"),
        Case("https://host/?a[]=1", "https://host/?a[]=1", "host", 443, "/?a[]=1"),
        Case("https://host/%00%0d%0a%2F%7f", "https://host/%00%0d%0a%2F%7f", "host", 443, "/%00%0d%0a%2F%7f"),
        Case("https://host/.../..a/a..", "https://host/.../..a/a..", "host", 443, "/.../..a/a.."),
        Case("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/", "xn--bcher-kva.example", 443, "/"),
        Case("https://a--b.example/", "https://a--b.example/", "a--b.example", 443, "/"),
        Case("https://123.example/", "https://123.example/", "123.example", 443, "/"),
        Case("https://127.0.0.1.nip.example/", "https://127.0.0.1.nip.example/", "127.0.0.1.nip.example", 443, "/"),
        Case("https://0x7f.example/", "https://0x7f.example/", "0x7f.example", 443, "/"),
        Case("https://1.2.3.4a/", "https://1.2.3.4a/", "1.2.3.4a", 443, "/"),
        Case("https://1e3/", "https://1e3/", "1e3", 443, "/"),
        Case("https://0b1/", "https://0b1/", "0b1", 443, "/"),
        Case("http://127.0.0.1/", "http://127.0.0.1/", "127.0.0.1", 80, "/"),
        Case("http://127.0.0.1.:8080/", "http://127.0.0.1:8080/", "127.0.0.1", 8080, "/"),
        Case("http://0.0.0.0/", "http://0.0.0.0/", "0.0.0.0", 80, "/"),
        Case("http://[::1]", "http://[::1]/", "::1", 80, "/"),
        Case("http://[::1]:8080?q", "http://[::1]:8080/?q", "::1", 8080, "/?q"),
        Case("http://[0:0:0:0:0:0:0:1]/", "http://[::1]/", "::1", 80, "/"),
        Case("https://[2001:DB8::0001]/", "https://[2001:db8::1]/", "2001:db8::1", 443, "/"),
        Case("http://[::ffff:127.0.0.1]/", "http://[::ffff:127.0.0.1]/", "::ffff:127.0.0.1", 80, "/"),
        Case("http://[::ffff:7f00:1]/", "http://[::ffff:127.0.0.1]/", "::ffff:127.0.0.1", 80, "/"),
        Case("http://[::1.2.3.4]", "http://[::1.2.3.4]/", "::1.2.3.4", 80, "/"),
        Case("http://[64:ff9b::7f00:1]/", "http://[64:ff9b::7f00:1]/", "64:ff9b::7f00:1", 80, "/"),
    ]

    @Test(arguments: cases)
    func `what every parser reads the same way is taken apart`(expected: Case) throws {
        let url = try WebhookURL(expected.given)
        #expect(url.text == expected.text)
        #expect(url.host == expected.host)
        #expect(url.port == expected.port)
        #expect(url.pathAndQuery == expected.pathAndQuery)
        #expect(url.scheme == (expected.given.lowercased().hasPrefix("https") ? "https" : "http"))
        #expect(try WebhookURL(url.text) == url)
    }

    @Test func `lengths are allowed up to their limits`() throws {
        let label = String(repeating: "a", count: 63)
        #expect(try WebhookURL("https://\(label).example/").host == "\(label).example")
        #expect(throws: (any Error).self) { try WebhookURL("https://a\(label).example/") }

        let longest = [label, label, label, String(label.prefix(61))].joined(separator: ".")
        #expect(longest.utf8.count == 253)
        #expect(try WebhookURL("https://\(longest)/").host == longest)
        #expect(try WebhookURL("https://\(longest)./").host == longest)
        #expect(throws: (any Error).self) { try WebhookURL("https://a\(longest)/") }

        let url = "https://example.org/"
        let path = String(repeating: "a", count: 2048 - url.utf8.count)
        #expect(try WebhookURL(url + path).pathAndQuery == "/" + path)
        #expect(throws: (any Error).self) { try WebhookURL(url + path + "a") }
    }
}
