import Foundation
import JudgeCore
import Support
import Testing
import Transfer

@testable import Webhooks

/// Sending by libcurl to a real receiver, which behaves in all the ways that receivers do.
@Suite(.timeLimit(.minutes(1))) struct CourierTests {
    private func send(
        to url: String, allowing words: [String] = ["loopback"], timeout: Int = 15, authorities: String? = nil
    ) async throws -> Courier.Receipt {
        let transfers = Transfers()
        defer { transfers.close() }
        let courier = Courier(
            settings: Courier.Settings(
                allowedHosts: try AllowedHosts(words), authorities: authorities, timeout: timeout, version: "1"),
            transfers: transfers)
        return try await courier.send(try Self.body(url))
    }

    private static func body(_ url: String) throws -> WebhookBody {
        try WebhookTarget(url, format: .json).signed(
            .test, data: News.test(TestNews(webhook: "group")).json, id: "msg_1", at: "2026-01-01T00:00:00.000Z",
            secrets: [WebhookSecret(bytes: Array(0..<32))])
    }

    @Test func `a message arrives whole, with its signature`() async throws {
        let receiver = Receiver()
        defer { receiver.close() }
        let receipt = try await send(to: receiver.url)
        #expect(receipt.isDelivered && receipt.status == 204 && receipt.error == nil)
        let request = try #require(receiver.requests.first)
        #expect(request.method == "POST" && request.path == "/hook")
        #expect(request.headers["content-type"] == "application/json" && request.headers["user-agent"] == "judge/1")
        #expect(
            request.headers["webhook-id"] == "msg_1" && request.headers["webhook-signature"]?.hasPrefix("v1,") == true)
        #expect(request.json["type"] as? String == "webhook.test")
    }

    @Test(arguments: [200, 201, 202, 204, 299]) func `any status of the 200s is an arrival`(status: Int) async throws {
        let receiver = Receiver { _, _ in .answer(status) }
        defer { receiver.close() }
        #expect(try await send(to: receiver.url).isDelivered)
    }

    @Test(arguments: [300, 304, 400, 401, 404, 410, 429, 500, 503, 599])
    func `any other status is a failure, and says which`(status: Int) async throws {
        let receiver = Receiver { _, _ in .answer(status, headers: ["Retry-After: 7"]) }
        defer { receiver.close() }
        let receipt = try await send(to: receiver.url)
        #expect(!receipt.isDelivered && receipt.status == status && receipt.retryAfter == .seconds(7))
        #expect(receipt.error == "the receiver answered with status \(status)")
    }

    @Test(arguments: [301, 302, 303, 307, 308]) func `no redirect is followed`(status: Int) async throws {
        let elsewhere = Receiver()
        defer { elsewhere.close() }
        let receiver = Receiver { _, _ in .answer(status, headers: ["Location: \(elsewhere.url)"]) }
        defer { receiver.close() }
        let receipt = try await send(to: receiver.url)
        #expect(!receipt.isDelivered && receipt.status == status && elsewhere.count == 0)
    }

    @Test func `a body that does not end is read no further than it matters`() async throws {
        let head = "HTTP/1.1 200 OK\r\n\r\n"
        let receiver = Receiver { _, _ in .endless(head, every: String(repeating: "x", count: 65_536)) }
        defer { receiver.close() }
        #expect(try await send(to: receiver.url).isDelivered)
    }

    @Test func `a header that does not end is no answer`() async throws {
        let receiver = Receiver { _, _ in
            .endless("HTTP/1.1 200 OK\r\n", every: "X-More: \(String(repeating: "x", count: 900))\r\n")
        }
        defer { receiver.close() }
        let receipt = try await send(to: receiver.url)
        #expect(!receipt.isDelivered && receipt.error?.isEmpty == false)
    }

    @Test func `a body that drips in is given up in time`() async throws {
        let receiver = Receiver { _, _ in
            .drip("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", every: "x", perSecond: 20)
        }
        defer { receiver.close() }
        let receipt = try await send(to: receiver.url, timeout: 1)
        #expect(receipt.fault?.contains("Timeout") == true)
    }

    @Test func `a receiver that says nothing is given up in time`() async throws {
        let receiver = Receiver { _, _ in .hang }
        defer { receiver.close() }
        let receipt = try await send(to: receiver.url, timeout: 1)
        #expect(receipt.status == nil && receipt.error?.contains("Timeout") == true)
    }

    @Test func `a connection that is reset, words without a status, and another protocol are no answers`() async throws
    {
        let texts = [
            "", "hello\r\n", "SSH-2.0-OpenSSH\r\n", "HTTP/1.1\r\n\r\n", "HTTP/9.9 abc\r\n\r\n", "\u{0}\u{1}\u{2}",
        ]
        for behaviour in [Receiver.Behaviour.reset] + texts.map({ .raw($0) }) {
            let receiver = Receiver { _, _ in behaviour }
            defer { receiver.close() }
            let receipt = try await send(to: receiver.url, timeout: 5)
            #expect(!receipt.isDelivered && receipt.error?.isEmpty == false, "\(behaviour)")
        }
    }

    @Test func `nobody is told who listens on loopback, unless that is allowed`() async throws {
        let receiver = Receiver()
        defer { receiver.close() }
        let places = ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[::1]"]
        for host in places {
            let receipt = try await send(to: "http://\(host):\(receiver.port)/", allowing: ["private"], timeout: 2)
            #expect(receipt.status == nil && receipt.error != nil, "\(host)")
        }
        #expect(receiver.connections == 0)
        #expect(try await send(to: "http://localhost:\(receiver.port)/").isDelivered)
        #expect(try await send(to: receiver.url, allowing: ["127.0.0.1"]).isDelivered)
    }

    @Test func `http is for allowed hosts alone`() async throws {
        let receipt = try await send(to: "http://192.0.2.1/", allowing: ["loopback"], timeout: 1)
        #expect(receipt.error != nil)
        let plain = try await send(to: "http://1.1.1.1/", allowing: ["loopback"], timeout: 1)
        #expect(plain.error?.contains("https") == true)
    }

    @Test func `a certificate that nobody vouches for, or of another name, is refused`() async throws {
        try await withFolder { folder in
            let certificate = try await TLSServer.makeCertificate(in: folder)
            func receipt(host: String, authorities: String?) async throws -> Courier.Receipt {
                let server = try TLSServer(certificate)
                defer { server.end() }
                return try await send(to: "https://\(host):\(server.port)/", authorities: authorities)
            }
            let unknown = try await receipt(host: "localhost", authorities: nil)
            #expect(unknown.status == nil && unknown.error?.lowercased().contains("certificate") == true)
            let other = try await receipt(host: "127.0.0.1", authorities: certificate)
            #expect(other.status == nil && other.error != nil)
            #expect(try await receipt(host: "localhost", authorities: certificate).isDelivered)
        }
    }

    @Test func `one connection serves many messages, and no cookie is kept`() async throws {
        let receiver = Receiver { _, _ in .answer(200, headers: ["Set-Cookie: a=b; Path=/"]) }
        defer { receiver.close() }
        let transfers = Transfers()
        defer { transfers.close() }
        let courier = Courier(
            settings: Courier.Settings(allowedHosts: try AllowedHosts(["loopback"]), version: "1"), transfers: transfers
        )
        for _ in 0..<5 { #expect(try await courier.send(try Self.body(receiver.url)).isDelivered) }
        #expect(receiver.count == 5 && receiver.connections == 1)
        #expect(receiver.requests.allSatisfy { $0.headers["cookie"] == nil })
    }

    @Test func `a connection goes to the addresses that were checked, and is checked once more as it is made`()
        async throws
    {
        let receiver = Receiver()
        defer { receiver.close() }
        let transfers = Transfers()
        defer { transfers.close() }
        // As if the name stood for loopback by the time that the connection is made.
        var request = HTTPRequest("GET", "http://rebound.example:\(receiver.port)/")
        request.addresses = ["127.0.0.1"]
        request.admits = { address in IPAddress(address)?.kind == .public }
        let error = await #expect(throws: TransferError.self) { try await transfers.send(request) }
        #expect(error?.description.contains("not allowed") == true && receiver.connections == 0)
        request.admits = { address in IPAddress(address)?.kind == .loopback }
        #expect(try await transfers.send(request).status == 204)
        #expect(receiver.requests.first?.headers["host"] == "rebound.example:\(receiver.port)")
    }

    @Test func `Retry-After is seconds or a date`() {
        let now = Date(timeIntervalSince1970: 784_111_770)
        #expect(Courier.pause("120") == .seconds(120) && Courier.pause("0") == .zero)
        #expect(Courier.pause("Sun, 06 Nov 1994 08:49:37 GMT", now: now) == .seconds(7))
        #expect(Courier.pause("Sun, 06 Nov 1994 08:00:00 GMT", now: now) == .zero)
        for text in ["-1", "soon", "", "1.5", "99999999999999999999", nil] { #expect(Courier.pause(text) == nil) }
    }
}

/// `openssl s_server`, which answers one request.
private final class TLSServer: Sendable {
    let port: Int
    private let process: Process

    /// A certificate for `localhost` that nobody vouches for, with its key in the same file.
    static func makeCertificate(in folder: String) async throws -> String {
        let path = "\(folder)/certificate.pem"
        let made = try await execute(
            "/usr/bin/env",
            [
                "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout",
                "\(folder)/key.pem", "-out", path,
            ])
        try #require(made.status == 0, "\(made.errors)")
        let key = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/key.pem"))
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.seekToEnd()
        try file.write(contentsOf: key)
        try file.close()
        return path
    }

    init(_ certificate: String) throws {
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", certificate,
        ]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        // What stands on its input goes to the client.
        try input.fileHandleForWriting.write(contentsOf: Data("HTTP/1.1 204 No Content\r\n\r\n".utf8))
        var text = ""
        var port: Int?
        while port == nil {
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { break }
            text += String(decoding: data, as: UTF8.self)
            port = text.firstMatch(of: /ACCEPT [^\n]*:(\d+)\n/).flatMap { Int($0.1) }
        }
        self.port = try #require(port, "\(text)")
    }

    /// Not by SIGTERM, which a process that tests start may have inherited as blocked.
    func end() { kill(process.processIdentifier, SIGKILL) }
}
