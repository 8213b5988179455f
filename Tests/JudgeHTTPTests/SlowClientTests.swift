import Storage
import Support
import Testing

@testable import JudgeHTTP

/// Clients that take a connection and then do as little as they can with it.
@Suite(.timeLimit(.minutes(2))) struct SlowClientTests {
    private static let hasty = JudgeServer.Patience(
        forHead: .seconds(1), forRequest: .seconds(1), forAnswer: .seconds(1))
    /// For this long a client is watched; the server's usual patience is longer.
    private static let watched = 30

    @Test func `a head that comes letter by letter is not waited for`() async throws {
        try await withServer(patience: Self.hasty) { server in
            let client = try #require(RawConnection(port: server.port))
            client.send("GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ")
            async let end = client.readToEnd(within: Self.watched)
            for _ in 0..<200 {
                try await Task.sleep(for: .milliseconds(100))
                guard client.send("a") else { break }
            }
            #expect(await end.isClosed)
        }
    }

    @Test func `a body that comes letter by letter is not waited for, and nothing of it is kept`() async throws {
        try await withServer(patience: Self.hasty) { server in
            let client = try #require(RawConnection(port: server.port))
            let token = try #require(server.tokens["ann"])
            client.send(
                """
                POST /api/v1/submissions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(token)\r\n\
                Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{
                """)
            async let end = client.readToEnd(within: Self.watched)
            for _ in 0..<200 {
                try await Task.sleep(for: .milliseconds(100))
                guard client.send(" ") else { break }
            }
            #expect(await end.isClosed)
            #expect(try await server.store.load().waiting == 0)
        }
    }

    @Test func `a connection on which nothing comes is closed`() async throws {
        try await withServer(patience: Self.hasty) { server in
            let client = try #require(RawConnection(port: server.port))
            let end = await client.readToEnd(within: Self.watched)
            #expect(end.isClosed && end.bytes == 0)
        }
    }

    @Test func `who asks and does not read is cut off; others are answered meanwhile`() async throws {
        try await withServer(patience: Self.hasty) { server in
            let client = try #require(RawConnection(port: server.port, receiveBuffer: 4096))
            let count = 2000
            client.send(String(repeating: "GET /openapi.yaml HTTP/1.1\r\nHost: x\r\n\r\n", count: count))
            for _ in 0..<4 {
                try await Task.sleep(for: .seconds(1))
                #expect(try await server.ask("GET", "/healthz").status == 200)
            }
            let size = try await server.ask("GET", "/openapi.yaml").text.utf8.count
            let end = await client.readToEnd(within: Self.watched)
            #expect(end.isClosed && end.bytes < size * count)
        }
    }

    @Test func `a stream of events is no idle connection`() async throws {
        try await withServer(patience: Self.hasty) { server in
            let id = try #require(try await server.submit("let a = 1", as: "ann").string("id"))
            let client = try #require(RawConnection(port: server.port))
            let token = try #require(server.tokens["ann"])
            client.send(
                """
                GET /api/v1/submissions/\(id)/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(token)\r\n\r\n
                """)
            let end = await client.readToEnd(within: 4)
            #expect(!end.isClosed && end.text.contains("event: phase"))
        }
    }
}
