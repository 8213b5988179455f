import Foundation
import Jail
import JudgeCore
import JudgeService
import Logging
import Storage
import Support
import Synchronization
import Testing
import Webhooks

/// `judge.yaml`, its errors, and what the log looks like.
@Suite struct ServeConfigurationTests {
    private func read(_ text: String, environment: [String: String] = [:]) async throws -> ServeConfiguration {
        try await withFolder { folder in
            try write(text, to: "\(folder)/judge.yaml")
            var configuration = try ServeConfiguration(path: "\(folder)/judge.yaml")
            try configuration.apply(environment: environment)
            return configuration
        }
    }

    @Test func `every key is read, and the environment comes before the file`() async throws {
        let text = """
            listen: 0.0.0.0:9000
            database: /var/lib/judge/judge.sqlite
            workers: 3
            sandbox: restricted
            allow_restricted: true
            leaderboard: members
            trusted_proxies: [10.1.0.0/16, "::1"]
            queue: {waiting: 5, waiting_of_user: 4, rate: 3}
            grace_seconds: 7
            lease_seconds: 8
            log: {level: debug, format: json}
            """
        let configuration = try await read(text)
        #expect(configuration.host == "0.0.0.0" && configuration.port == 9000)
        #expect(configuration.database == "/var/lib/judge/judge.sqlite" && configuration.workers == 3)
        #expect(configuration.sandbox == .restricted && configuration.allowsRestricted)
        #expect(
            !configuration.leaderboardIsPublic
                && configuration.trustedProxies == ["10.1.0.0/16", "::1"].map(AddressBlock.init))
        #expect(configuration.queue.waiting == 5 && configuration.queue.waitingOfUser == 4)
        #expect(configuration.queue.rate == 3 && configuration.graceSeconds == 7)
        #expect(configuration.leaseSeconds == 8)
        #expect(configuration.logLevel == .debug && configuration.logFormat == .json)
        let overridden = try await read(
            text,
            environment: [
                "JUDGE_LISTEN": "[::1]:0", "JUDGE_TRUSTED_PROXIES": "10.0.0.1, fd00::/8", "JUDGE_QUEUE_RATE": "9",
                "JUDGE_LOG_FORMAT": "text", "JUDGE_WORKERS": "",
            ])
        #expect(overridden.host == "::1" && overridden.port == 0 && overridden.queue.rate == 9)
        #expect(overridden.trustedProxies == ["10.0.0.1", "fd00::/8"].map(AddressBlock.init))
        #expect(overridden.logFormat == .text && overridden.workers == 3)
        #expect(try await read("") == ServeConfiguration())
    }

    @Test func `the documented configuration names every key, with its default`() throws {
        let path = "\(Checkout.root)/Deployment/judge.yaml"
        #expect(try ServeConfiguration(path: path) == ServeConfiguration())
        let text = try String(contentsOfFile: path, encoding: .utf8)
        for key in ServeConfiguration.keys {
            #expect(text.contains("\n\(key):") || text.contains("\n# \(key):"), "\(key)")
        }
    }

    @Test(arguments: [
        ("workers: 257", "line 1, workers: must be a number from 0 to 256"),
        ("\nworker: 2", "line 2, worker: there is no such key; did you mean 'workers'?"),
        ("log:\n  levle: debug", "line 2, log.levle: there is no such key; did you mean 'level'?"),
        ("log: {format: xml}", "log.format: must be one of json, text"),
        ("sandbox: none", "sandbox: must be one of full, restricted"),
        ("listen: 80", "listen: '80' is no ADDRESS:PORT"),
        ("listen: a:99999", "is no ADDRESS:PORT"),
        ("trusted_proxies: 10.0.0.1", "must be a list"), ("trusted_proxies: [proxy]", "must hold addresses"),
        ("trusted_proxies: [0.0.0.0/0]", "at least /8"),
        ("queue: 3", "queue: there must be keys and values here"),
        ("- a", "there must be keys and values here"),
        ("a: [", "is no YAML: line"),
        ("workers: 1\nworkers: 2", "twice"),
        ("public_url: judge.example.org", "public_url: must be the address of the pages"),
        ("public_url: https://judge.example.org/?a", "public_url: must be the address of the pages"),
        ("webhooks: {allowed_hosts: [0.0.0.0/0]}", "line 1, webhooks.allowed_hosts: “0.0.0.0/0” allows no host"),
        ("webhooks:\n  retries: [5, soon]", "line 2, webhooks.retries: must be seconds, from 0.01 to 604800"),
        ("webhooks: {retries: []}", "webhooks.retries: must be 1 to 50 times"),
        ("webhooks: {rates: 3}", "did you mean 'rate'?"),
    ]) func `a mistake is told with its line and key`(_ text: String, _ message: String) async throws {
        let error = try await #require(throws: JudgeError.self) { try await read(text) }
        #expect(error.exitCode == 64 && error.message.contains(message), "\(error.message)")
    }

    @Test func `a mistake in the environment names the variable`() async throws {
        let error = try await #require(throws: JudgeError.self) {
            try await read("", environment: ["JUDGE_WORKERS": "many"])
        }
        #expect(error.message.hasPrefix("JUDGE_WORKERS: must be a number"))
    }

    @Test func `a log line is one line, whatever is in it`() throws {
        let lines = Mutex<[String]>([])
        func logger(_ format: ServeConfiguration.LogFormat) -> Logger {
            Logger(label: "judge") { _ in
                LineLog(level: .info, format: format) { line in lines.withLock { $0.append(line) } }
            }
        }
        let metadata: Logger.Metadata = ["submission": "1", "error": "a\nb \"c\"", "n": ""]
        logger(.text).warning("went\u{1B}[31m wrong", metadata: metadata)
        logger(.json).warning("went wrong", metadata: metadata)
        logger(.text).debug("unheard")
        let all = lines.withLock { $0 }
        #expect(all.count == 2)
        #expect(all[0].hasSuffix("error=\"a\\nb \\\"c\\\"\" n=\"\" submission=1\n") && !all[0].contains("\u{1B}"))
        #expect(all[0].dropLast().contains(" warning went"))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(all[1].utf8)) as? [String: String])
        #expect(object["error"] == "a\nb \"c\"" && object["level"] == "warning" && object["message"] == "went wrong")
    }
}
