import Foundation
import Jail
import JudgeCore
import Logging
import Registry
import Storage
import Webhooks
import Yams

/// What `judge serve` is told by `judge.yaml`, the environment and its options. Each key has a default.
package struct ServeConfiguration: Sendable, Equatable {
    /// How a log is written.
    package enum LogFormat: String, Sendable, CaseIterable {
        case text, json
    }

    /// `listen`: address and port; port 0 takes any that is free.
    package var host = "127.0.0.1"
    package var port = 8080
    /// `database`: the file, or `postgres://user@host/name`; default `judge.sqlite` in the state folder.
    package var database: String?
    /// `workers`: how many submissions are graded at once; default one less than there are cores. With 0 others grade.
    package var workers = max(1, ProcessInfo.processInfo.activeProcessorCount - 1)
    /// `sandbox`: the walls around submissions, `full` or `restricted`.
    package var sandbox = SandboxChoice.full
    /// `allow_restricted`: whether strangers' code may be run without namespaces.
    package var allowsRestricted = false
    /// `leaderboard`: `public`, or `members` for those who are signed in.
    package var leaderboardIsPublic = true
    /// `trusted_proxies`: addresses, and blocks of them, whose `X-Forwarded-For` is believed.
    package var trustedProxies: [AddressBlock] = []
    /// `queue`: `waiting`, `waiting_of_user`, `rate` a minute.
    package var queue = QueueLimits()
    /// `grace_seconds`: how long running work may go on after a request to stop.
    package var graceSeconds = 30
    /// `lease_seconds`: after how long without a sign of life what a worker holds is taken from it.
    package var leaseSeconds = 30
    /// `public_url`: where people reach the pages, for links in webhooks; without a slash at its end.
    package var publicURL: String?
    /// `webhooks`: how messages go out.
    package var webhooks = WebhookConfiguration()
    /// `log`: `level` and `format`.
    package var logLevel = Logger.Level.info
    package var logFormat = LogFormat.text

    /// All defaults.
    package init() {}

    /// What the file at `path` says.
    ///
    /// - Throws: `JudgeError` `bad-configuration`, naming file, line and key.
    package init(path: String) throws {
        self.init()
        guard let data = FileManager.default.contents(atPath: path) else {
            throw JudgeError(.usage, "bad-configuration", "\(path) cannot be read")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw JudgeError(.usage, "bad-configuration", "\(path) is not UTF-8")
        }
        do {
            guard let node = try compose(yaml: text) else { return }
            try read(SettingNode(node: node, name: "", place: path))
        } catch let error as YamlError {
            throw JudgeError(.usage, "bad-configuration", "\(path) is no YAML: \(Self.sentence(error))")
        }
    }

    /// Overrides by the environment: `JUDGE_` and the key in capitals, as `JUDGE_WORKERS` or `JUDGE_LOG_LEVEL`.
    package mutating func apply(environment: [String: String]) throws {
        for (name, key) in Self.variables {
            guard let value = environment[name], !value.isEmpty else { continue }
            let parts = key.split(separator: ".").map(String.init)
            var node =
                Self.lists.contains(key) ? Node(value.split(separator: ",").map { Node(String($0)) }) : Node(value)
            for part in parts.reversed() { node = Node([(Node(part), node)]) }
            try read(SettingNode(node: node, name: "", place: name, isVariable: true))
        }
    }

    /// The keys of the file.
    package static let keys = [
        "listen", "database", "workers", "sandbox", "allow_restricted", "leaderboard", "trusted_proxies", "queue",
        "grace_seconds", "lease_seconds", "public_url", "webhooks", "log",
    ]

    /// The variables of the environment that are read, and the keys they stand for.
    package static let variables = [
        "JUDGE_LISTEN": "listen", "JUDGE_DATABASE": "database", "JUDGE_WORKERS": "workers", "JUDGE_SANDBOX": "sandbox",
        "JUDGE_ALLOW_RESTRICTED": "allow_restricted", "JUDGE_LEADERBOARD": "leaderboard",
        "JUDGE_TRUSTED_PROXIES": "trusted_proxies", "JUDGE_GRACE_SECONDS": "grace_seconds",
        "JUDGE_LEASE_SECONDS": "lease_seconds", "JUDGE_LOG_LEVEL": "log.level",
        "JUDGE_LOG_FORMAT": "log.format",
        "JUDGE_QUEUE_WAITING": "queue.waiting", "JUDGE_QUEUE_WAITING_OF_USER": "queue.waiting_of_user",
        "JUDGE_QUEUE_RATE": "queue.rate", "JUDGE_PUBLIC_URL": "public_url", "JUDGE_WEBHOOKS_RATE": "webhooks.rate",
        "JUDGE_WEBHOOKS_TIMEOUT": "webhooks.timeout", "JUDGE_WEBHOOKS_PROXY": "webhooks.proxy",
        "JUDGE_WEBHOOKS_AUTHORITIES": "webhooks.authorities",
    ]

    /// Keys that take several values; variables have commas between them.
    private static let lists: Set = ["trusted_proxies"]

    /// Takes the address of `HOST:PORT`.
    ///
    /// - Throws: `JudgeError` that names `place`.
    package mutating func listen(on text: String, place: String) throws {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (0...65535).contains(port), colon != text.startIndex
        else {
            throw JudgeError(
                .usage, "bad-configuration",
                "\(place): '\(text.escapingControls)' is no ADDRESS:PORT, as 127.0.0.1:8080")
        }
        host = text[..<colon].trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        self.port = port
    }

    private static func proxies(_ value: SettingNode) throws -> AddressBlock {
        // A block of nearly everybody would let nearly everybody say who they are.
        guard let block = AddressBlock(try value.text().trimmingCharacters(in: .whitespaces)), block.prefixLength >= 8
        else { throw value.fault("must hold addresses such as 10.0.0.1, or blocks such as 10.1.0.0/16 (at least /8)") }
        return block
    }

    private mutating func read(_ top: SettingNode) throws {
        try top.each(Self.keys) { key, value in
            switch key {
            case "listen": try listen(on: value.text(), place: value.title)
            case "database": database = try value.text()
            case "workers": workers = try value.number(0...256)
            case "sandbox":
                sandbox = try value.choice(["full": SandboxChoice.full, "restricted": .restricted])
            case "allow_restricted": allowsRestricted = try value.choice(["true": true, "false": false])
            case "leaderboard": leaderboardIsPublic = try value.choice(["public": true, "members": false])
            case "trusted_proxies": trustedProxies = try value.list().map(Self.proxies)
            case "grace_seconds": graceSeconds = try value.number(0...3600)
            case "lease_seconds": leaseSeconds = try value.number(2...3600)
            case "public_url": publicURL = try Self.publicURL(value)
            case "webhooks": try webhooks.read(value)
            case "queue":
                try value.each(["waiting", "waiting_of_user", "rate"]) { key, value in
                    let number = try value.number(1...1_000_000)
                    switch key {
                    case "waiting": queue.waiting = number
                    case "waiting_of_user": queue.waitingOfUser = number
                    default: queue.rate = number
                    }
                }
            default:
                try value.each(["level", "format"]) { key, value in
                    if key == "level" {
                        let levels = Logger.Level.allCases.map { ($0.rawValue, $0) }
                        logLevel = try value.choice(Dictionary(uniqueKeysWithValues: levels))
                    } else {
                        let formats = LogFormat.allCases.map { ($0.rawValue, $0) }
                        logFormat = try value.choice(Dictionary(uniqueKeysWithValues: formats))
                    }
                }
            }
        }
    }

    private static func publicURL(_ value: SettingNode) throws -> String {
        let text = try value.text()
        guard let parts = URLComponents(string: text), ["http", "https"].contains(parts.scheme), parts.host != nil,
            parts.query == nil, parts.fragment == nil, parts.user == nil
        else { throw value.fault("must be the address of the pages, as https://judge.example.org") }
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    private static func sentence(_ error: YamlError) -> String {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            "line \(mark.line), \(problem)"
        case .duplicatedKeysInMapping(let duplicates, _): "the key \(duplicates.first ?? "?") stands there twice"
        default: "it cannot be read"
        }
    }
}
