import JudgeCore
import Testing

@testable import Webhooks

struct URLMutationTests {
    private static let seeds = [
        "https://hooks.slack.com/services/T000/B000/XXXX", "http://127.0.0.1:8080/hook?a=b&c=%20d",
        "https://[2001:db8::1]:8443/x", "https://xn--bcher-kva.example./a/b?c", "http://localhost",
        "http://[::ffff:10.0.0.1]/",
        "https://discord.com/api/webhooks/123/abc-DEF_ghi", "http://a.b.c.d.e.f:1?q",
    ]
    /// What parsers of URLs care about, and what looks like it.
    private static let fragments =
        "/ // : :: @ # ? % %2e %00 %25 [ ] . .. - _ \\ & = + 0 0x 7f 1 80 65536 a A xn-- http:// https:// 127.1 é 。 ．"
        .split(
            separator: " "
        ).map { Array($0.utf8) } + [[0x20], [0x09], [0x0A], [0x0D], [0x00], [0x7F], [0xFF], [0xC2, 0xAD]]

    private func mutant(using randomness: inout AddressRandomness) -> String {
        var bytes = Array(Self.seeds.randomElement(using: &randomness)!.utf8)
        for _ in 0..<Int.random(in: 1...4, using: &randomness) {
            let place = Int.random(in: 0...bytes.count, using: &randomness)
            switch Int.random(in: 0..<4, using: &randomness) {
            case 0: bytes.insert(contentsOf: Self.fragments.randomElement(using: &randomness)!, at: place)
            case 1: bytes.insert(UInt8.random(in: 0...255, using: &randomness), at: place)
            case 2:
                let end = min(bytes.count, place + Int.random(in: 1...3, using: &randomness))
                bytes.removeSubrange(place..<end)
            default:
                let end = min(bytes.count, place + Int.random(in: 1...6, using: &randomness))
                bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &randomness))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `mutants of valid URLs are refused, or mean one thing`() throws {
        var randomness = AddressRandomness(seed: 3)
        var accepted = 0
        for _ in 0..<20_000 {
            let text = mutant(using: &randomness)
            let redacted = text.redactedURL
            guard let url = try? WebhookURL(text) else {
                #expect(redacted == "…" || redacted.hasSuffix("://…"), "\(text.debugDescription)")
                continue
            }
            accepted += 1
            let again = try WebhookURL(url.text)
            #expect(again == url, "\(text.debugDescription)")
            #expect(again.text == url.text)
            #expect(url.redacted == redacted)
            #expect(url.pathAndQuery.hasPrefix("/"))
            #expect((1...65535).contains(url.port))
            #expect(IPAddress(url.host) != nil || HostName(url.host)?.text == url.host, "\(text.debugDescription)")
        }
        #expect((1_000..<19_000).contains(accepted))
    }
}
