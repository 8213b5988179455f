import Foundation
import Subprocess
import Support
import Testing

/// Webhooks as users know them: the real commands and the real daemon, and a receiver on loopback.
@Suite("webhooks", .serialized, .timeLimit(.minutes(5)))
struct WebhookTests {
    private static let accepted = Checkout.challenge("kmeans/submissions/accepted/plain.swift")
    private static let secret = "whsec_" + Data(repeating: 7, count: 32).base64EncodedString()

    private func submit(_ file: String, _ arguments: [String], _ environment: [String: String] = [:]) async throws
        -> Finished
    {
        try await judge(
            ["submit", file, "--challenge", "kmeans", "--no-complexity", "--quiet"] + arguments,
            environment: environment)
    }

    @Test("a command tells of its verdict, signed, with neither source nor hidden data, through no proxy")
    func embedded() async throws {
        let receiver = Receiver()
        defer { receiver.close() }
        let environment = [
            "JUDGE_WEBHOOK_SECRET": Self.secret, "http_proxy": "http://127.0.0.1:9", "ALL_PROXY": "http://127.0.0.1:9",
        ]
        let options = ["--webhook", receiver.url, "--webhook", receiver.url, "--allow-host", "loopback"]
        let finished = try await submit(Self.accepted, options, environment)
        #expect(finished.status == 0 && !finished.errors.contains("webhook"), "\(finished.errors)")
        let requests = receiver.requests
        #expect(requests.count == 2 && Set(requests.map { $0.headers["webhook-id"] }).count == 2)
        let request = try #require(requests.first)
        #expect(request.headers["webhook-signature"]?.hasPrefix("v1,") == true)
        let data = try #require(request.json["data"] as? [String: Any])
        #expect(request.json["type"] as? String == "submission.graded" && data["verdict"] as? String == "accepted")
        #expect(
            data["challenge_name"] as? String == "k-means clustering" && data["passed"] as? Int == data["total"] as? Int
        )
        let source = try String(contentsOfFile: Self.accepted, encoding: .utf8)
        for line in source.split(separator: "\n") where line.count > 30 { #expect(!request.text.contains(line)) }
        #expect(request.body.count < 20_000 && !request.text.contains("\"input\""))
    }

    @Test("a webhook that cannot be told is a warning, and the exit code is the verdict's")
    func warning() async throws {
        let receiver = Receiver { _, _ in .answer(503) }
        defer { receiver.close() }
        let wrong = Checkout.challenge("kmeans/submissions/wrong_answer/a_number_for_infinity.swift")
        for (file, status) in [(Self.accepted, 0), (wrong, 1)] {
            let finished = try await submit(
                file, ["--webhook", receiver.url + "/secretpart", "--allow-host", "loopback"])
            #expect(finished.status == status)
            #expect(finished.errors.contains("was not told: the receiver answered with status 503"))
            #expect(!finished.errors.contains("secretpart"))
        }
        #expect(receiver.count == 6, "three tries each")
        #expect(Set(receiver.requests.map { $0.headers["webhook-id"] }).count == 2)
    }

    @Test("what is wrong with a webhook is said before anything is graded")
    func mistakes() async throws {
        let receiver = Receiver()
        defer { receiver.close() }
        let cases: [([String], [String: String], String)] = [
            (["--webhook", receiver.url], [:], "127.0.0.1 is not public"),
            (["--webhook", "https://[fe80::1]/"], [:], "is not public"),
            (["--webhook", "hooks.example.org"], [:], "cannot be a webhook's URL"),
            (["--webhook", "https://user:secretpart@example.org/"], [:], "cannot be a webhook's URL"),
            (["--webhook", receiver.url, "--allow-host", "everything/0"], [:], "allows no host"),
            (
                ["--webhook", receiver.url, "--allow-host", "loopback"],
                ["JUDGE_WEBHOOK_SECRET": "whsec_c2VjcmV0cGFydA=="],
                "24 to 64 bytes long, and this one 10"
            ),
            (["--allow-host", "loopback"], [:], "--webhook"),
        ]
        for (options, environment, sentence) in cases {
            let finished = try await submit(Self.accepted, options, environment)
            #expect(finished.status == 64 && finished.errors.contains(sentence), "\(options): \(finished.errors)")
            #expect(finished.output.isEmpty && !finished.errors.contains("secretpart"))
        }
        #expect(receiver.connections == 0)
    }

    @Test("a daemon tells what it graded, also after it was killed before it could, under the same identifier")
    func killed() async throws {
        try await withFolder { folder in
            let isDown = Flag(true)
            let receiver = Receiver { _, _ in isDown.value ? .answer(503) : .answer(204) }
            defer { receiver.close() }
            let options = try settings(in: folder)
            let added = try await judge(["webhook", "add", "group", receiver.url] + options)
            #expect(added.status == 0 && added.output.hasPrefix("whsec_"), "\(added.errors)")
            let file = Self.accepted
            let first = try await withDaemon(in: folder, arguments: ["--config", "\(folder)/judge.yaml"]) { daemon in
                let token = try await daemon.token("ann")
                #expect(try await daemon.submit(file, challenge: "kmeans", token: token).status == 0)
                _ = await receiver.wait(for: 1)
                try daemon.signal(.kill)
            }
            #expect(first.ending == .signaled(9))
            isDown.value = false
            let seen = receiver.count
            let second = try await withDaemon(in: folder, arguments: ["--config", "\(folder)/judge.yaml"]) { _ in
                _ = await receiver.wait(for: seen + 1)
            }
            #expect(second.ending == .exited(0))
            let requests = receiver.requests
            #expect(requests.count > seen && Set(requests.map { $0.headers["webhook-id"] }).count == 1)
            #expect(Set(requests.map(\.text)).count == 1)
            #expect(requests[0].text.contains("https://judge.example.org/submissions/"))
            let log = try await judge(["webhook", "deliveries", "group", "--format", "json"] + options)
            let deliveries = try #require(
                try JSONSerialization.jsonObject(with: Data(log.output.utf8)) as? [[String: Any]])
            #expect(deliveries.count == 1 && deliveries[0]["state"] as? String == "delivered")
            #expect(!first.log.contains(receiver.url) && !second.log.contains("whsec_"))
        }
    }

    @Test("the commands add, show, try, sign anew, send again and remove, and nothing secret is shown")
    func commands() async throws {
        try await withFolder { folder in
            let receiver = Receiver()
            defer { receiver.close() }
            let options = try settings(in: folder)
            func webhook(_ arguments: String...) async throws -> Finished {
                try await judge(["webhook"] + arguments + options)
            }
            #expect(try await webhook("list").output.contains("judge webhook add"))
            #expect(try await webhook("add", "group", receiver.url + "/secretpart", "--digest", "day").status == 0)
            let chat = try await webhook("add", "chat", "https://hooks.slack.com/services/T1/B1/secretpart")
            #expect(chat.status == 0 && chat.output.isEmpty, "a chat needs no secret")
            let list = try await webhook("list")
            #expect(
                list.output.contains("slack") && list.output.contains("each day") && !list.output.contains("secretpart")
            )
            let told = try await webhook("test", "group")
            #expect(told.status == 0 && told.output.contains("status 204") && receiver.count == 1)
            let shown = try await webhook("test", "group", "--dry-run")
            #expect(shown.output.hasPrefix("POST \(receiver.url)/secretpart\n") && receiver.count == 1)
            #expect(shown.output.contains("\nwebhook-signature: v1,") && shown.output.contains("\n\n{\"data\""))
            let rotated = try await webhook("rotate", "group")
            #expect(rotated.output.hasPrefix("whsec_"))
            _ = try await webhook("test", "group")
            #expect(receiver.requests.last?.headers["webhook-signature"]?.split(separator: " ").count == 2)
            #expect(try await webhook("deliveries").output == "Nothing.\n")
            #expect(try await webhook("replay", "group").output == "0 to be sent again\n")
            #expect(try await webhook("remove", "group").status == 0)
            for command in [["test"], ["rotate"], ["remove"], ["replay"], ["deliveries"]] {
                let missing = try await judge(["webhook"] + command + ["group"] + options)
                #expect(missing.status == 64 && missing.errors.contains("there is no webhook 'group'"))
            }
            receiver.close()
            _ = try await webhook("add", "group", receiver.url)
            let closed = try await webhook("test", "group")
            #expect(closed.status == 69 && closed.errors.contains("did not arrive"))
            for (arguments, sentence) in [
                (["add", "a b", receiver.url], "a webhook's name is"),
                (["add", "x", receiver.url, "--digest", "week"], "--digest is a number of minutes"),
                (["add", "x", receiver.url, "--events", "graded"], "is not an event"),
                (["add", "x", receiver.url, "--service", "pigeon"], "--service"),
                (["add", "group", receiver.url, "--secret", Self.secret], "with a secret of its own"),
                (["replay", "group", "--all"], "say which"),
                (["replay", "group", "--deliveries", "4-2"], "--deliveries"),
            ] {
                let wrong = try await judge(["webhook"] + arguments + options)
                #expect(wrong.status == 64 && wrong.errors.contains(sentence), "\(arguments): \(wrong.errors)")
            }
        }
    }

    /// Options that name a database of its own, and a configuration that allows loopback and has little patience.
    private func settings(in folder: String) throws -> [String] {
        try write(
            """
            public_url: https://judge.example.org/
            webhooks:
              allowed_hosts: [loopback]
              retries: [0.2, 0.2, 60]

            """, to: "\(folder)/judge.yaml")
        return [
            "--state", "\(Checkout.state)/judge", "--database", "\(folder)/judge.sqlite", "--config",
            "\(folder)/judge.yaml",
        ]
    }
}

/// A switch that two threads see.
private final class Flag: @unchecked Sendable {
    private let lock = NSLock()
    private var state: Bool

    init(_ state: Bool) { self.state = state }

    var value: Bool {
        get { lock.withLock { state } }
        set { lock.withLock { state = newValue } }
    }
}
