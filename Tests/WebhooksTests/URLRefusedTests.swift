import JudgeCore
import Testing

@testable import Webhooks

struct URLRefusedTests {
    /// With what libcurl 7.88 makes of those that it does not refuse, where that is a surprise.
    static let cases: [(String, [String])] = [
        (
            "must begin with https:// or http://",
            [
                "", "example.org", "example.org/path", "//example.org/", "://example.org", "https", "https:", "https:/",
                "https:example.org", "ftp://example.org/", "file:///etc/passwd", "gopher://host/",
                "javascript:alert(1)",
                "blob:https://example.org/", "tgram://TOKEN/CHAT", "httpss://example.org", "http+unix://host/",
                "view-source:http://host/",
                // To libcurl, and to browsers, the host is `example.org`.
                "http:/example.org",
            ]
        ),
        (
            "has no host",
            [
                "https://", "https://?a", "https://:80/", "http:////example.org",
                // The same.
                "https:///example.org",
            ]
        ),
        (
            "user name",
            [
                "https://user:password@example.org/", "https://@example.org/", "https://:@example.org/", "http://a@b@c",
                "http://127.0.0.1:80@evil.com/", "http://foo@127.0.0.1:11211@google.com/", "http://user%40x@host/",
                "http://host%2f@evil.com/", "http://[::1]@evil.com/",
                // The host is `2.2.2.2` here.
                "http://1.1.1.1&@2.2.2.2/",
            ]
        ),
        (
            "fragment",
            [
                "https://host#f", "https://host/?q#f", "http://google.com#@evil.com/",
                "http://1.1.1.1&@2.2.2.2#@3.3.3.3/",
                "https://#a", "https://host/#",
            ]
        ),
        (
            "percent-encode them",
            [
                // libcurl goes to `good.com` with the user `evil.com\`; browsers go to `evil.com`.
                #"http://evil.com\@good.com"#,
                #"http://host\/"#, #"http://host\.evil.com/"#, #"https:\\host\"#, #"https://host/a\b"#,
                "https://host/<a>", "https://host/\"", "https://host/{a}", "https://host/a|b", "https://host/a^b",
                "https://host/a`b", "http://ho|st/", "http://ho<st/",
            ]
        ),
        (
            "no spaces and no control characters",
            [
                " https://host/", "https://host/ ", "https://host/a b", "http://ho\tst/", "http://host/a\nb",
                "http://host\r\nX: y/", "https://host/\r\n", "http://host\u{0}.evil.com/", "http://host\u{1}/",
                "http://host\u{7F}/", "ht\ntp://host/", "http://host: 80/", "http://1.1.1.1 &@2.2.2.2# @3.3.3.3/",
                "http://foo@127.0.0.1 @google.com/",
            ]
        ),
        (
            "punycode (xn--…)",
            [
                // The stop is one to IDN, and so the host 127.0.0.1.
                "http://127。0。0。1/", "http://127．0．0．1/", "http://127｡0｡0｡1/", "http://①②⑦.0.0.1/", "http://１２７.0.0.1/",
                "http://ex\u{AD}ample.org/", "http://exаmple.org/", "http://bücher.example/", "http://ｅxample.org/",
                "http://host\u{A0}/", "http://host\u{2028}/", "http://host\u{200B}/", "http://host\u{202E}/",
                "https://host/é", "http://evil.com／.good.com/", "http://evil.com＠good.com/", "https：//host/",
                "http://ﬁ.example/", "http://faß.example/", "http://e\u{301}.example/", "http://host/\u{FFFF}",
            ]
        ),
        (
            "port",
            [
                "http://host:/", "http://host:", "http://host:0/", "http://host:00000/", "http://host:65536/",
                "http://host:99999/", "http://host:000080/", "http://host:18446744073709551696/", "http://host:+80/",
                "http://host:-80/", "http://host:80a/", "http://host:0x50/", "http://host:80:90/",
                "http://host:%38%30/",
                "http://[::1]:/", "http://[::1]:65536/", "http://[::1]x/", "http://[::1]80/", "http://[::1]]/",
                "http://http://host/",
            ]
        ),
        (
            "brackets",
            [
                "http://[]/", "http://[:]/", "http://[::1/", "http://[127.0.0.1]/", "http://[example.org]/",
                "http://[v1.x]/", "http://[::g]/", "http://[1:2:3:4:5:6:7:8:9]/", "http://[[::1]]/", "http://[::1%]/",
                "http://[::ffff:127.1]/", "http://[::ffff:0177.0.0.1]/", "http://[::1?]/",
                // libcurl takes the zone off and goes to fe80::1.
                "http://[fe80::1%25eth0]/", "http://[fe80::1%eth0]/",
            ]
        ),
        (
            "no proper host",
            [
                // The host is 127.0.0.1.
                "http://127.1/", "http://0x7f.1/", "http://0X7F.0.0.1/", "http://0x7f000001/", "http://2130706433/",
                "http://0177.0.0.1/", "http://017700000001/", "http://127.0.0x1/",
                // The host is 127.0.0.1, or `host`, or `ho.st`: libcurl decodes hosts.
                "http://%31%32%37.0.0.1/", "http://h%6fst/", "http://ho%2est/", "http://127%2e0%2e0%2e1/",
                // The host is 169.254.169.254.
                "http://0xa9fea9fe/", "http://169.254.43518/", "http://0251.0376.0251.0376/", "http://2852039166/",
                // The host is 0.0.0.0 to libcurl, or to browsers.
                "http://0/", "http://00.0.0.0/", "http://0x/", "http://0x.0x.0x/", "http://0x0/",
                // Names to some, addresses or errors to others.
                "http://1.2.3/", "http://127.1./", "http://256.1/", "http://4294967296/", "http://127.0.0.256/",
                "http://1.2.3.4.5/",
                "http://08.1.1.1/", "http://1.2.3.08/", "http://127.0.0.1../", "http://01.02.03.04/", "http://1..2/",
                "http://host.1/", "http://host.0x1/", "http://a.0xg.0xff/", "http://host%00.com/", "http://host%20/",
                "http://127.0.0.1%2f/", "http://%/", "http://host../", "http://.host/", "http://./", "http://../",
                "http://ho..st/", "http://-host/", "http://host-/", "http://a.-b/", "http://a_b/", "http://*.example/",
                "http://ho$st/", "http://ho!st/", "http://ho,st/", "http://ho;st/", "http://ho~st/", "http://ho=st/",
                "http://ho&st/", "http://ho+st/", "http://ho'st/", "http://ho(st/", "http://host;x/", "http://x[::1]/",
            ]
        ),
        (
            "two hexadecimal digits",
            ["https://host/%", "https://host/%4", "https://host/%zz", "https://host/?%a%20", "https://host/%+1"]
        ),
        (
            "path segment",
            [
                // libcurl resolves the plain ones and sends the encoded ones; browsers resolve both.
                "https://host/../a", "https://host/a/./b", "https://host/..", "https://host/.", "https://host/%2e%2E/a",
                "https://host/.%2e?q", "https://host/a/%2E/",
            ]
        ),
    ]

    @Test(arguments: cases)
    func `what parsers disagree about is refused, and the sentence says why`(reason: String, texts: [String]) throws {
        for text in texts {
            let error = #expect(throws: JudgeError.self, "\(text.debugDescription)") { try WebhookURL(text) }
            #expect(error?.kind == .usage)
            #expect(error?.code == "bad-webhook-url")
            #expect(error?.message.hasPrefix("the URL ") == true)
            #expect(error?.message.contains(reason) == true, "\(text.debugDescription): \(error?.message ?? "")")
        }
    }

    @Test(arguments: [
        "https://user:hunter2@host/", "https://host:hunter2/", "https://hunter2_/", "hunter2://host",
        "https://host/hunter2#",
        "https://host/hunter2 ", "https://host/?hunter2=é", "https://host/hunter2/..", "https://host/hunter2%",
        "https://[hunter2]/", "hunter2",
    ])
    func `sentences never repeat what may be a secret`(text: String) throws {
        let error = try #require(throws: JudgeError.self) { try WebhookURL(text) }
        #expect(!"\(error)".contains("hunter2"))
    }

    @Test func `long texts are refused before they are looked at`() {
        let long = "https://example.org/" + String(repeating: "a", count: 10_000_000)
        let error = #expect(throws: JudgeError.self) { try WebhookURL(long) }
        #expect(error?.message == "the URL is longer than 2048 bytes")
    }
}
