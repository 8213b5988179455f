import JudgeCore
import Webhooks

/// The part `webhooks` of `judge.yaml`.
package struct WebhookConfiguration: Sendable, Equatable {
    /// `allowed_hosts`: what messages may go to besides public addresses by https.
    package var allowedHosts = AllowedHosts()
    /// `retries`: seconds before each further try.
    package var retries = RetrySchedule.standard
    /// `rate`: messages a second to one host that is no chat; 0: as many as it takes.
    package var rate = 0
    /// `timeout`: seconds for a whole exchange.
    package var timeout = 15
    /// `proxy`: what all messages go through.
    package var proxy: String?
    /// `authorities`: a file of certificates to trust in place of the system's.
    package var authorities: String?

    package init() {}

    mutating func read(_ node: SettingNode) throws {
        let keys = ["allowed_hosts", "retries", "rate", "timeout", "proxy", "authorities"]
        try node.each(keys) { key, value in
            switch key {
            case "allowed_hosts":
                let words = try value.list().map { try $0.text() }
                do {
                    allowedHosts = try AllowedHosts(words)
                } catch let error as JudgeError { throw value.fault(error.message) }
            case "retries":
                retries = RetrySchedule(delays: try value.list().map { try $0.seconds(0.01...604_800) })
                guard (1...50).contains(retries.delays.count) else { throw value.fault("must be 1 to 50 times") }
            case "rate": rate = try value.number(0...10_000)
            case "timeout": timeout = try value.number(1...120)
            case "proxy": proxy = try value.text()
            default: authorities = try value.text()
            }
        }
    }

    /// What a courier of a judge of this version goes by.
    package func courier(version: String) -> Courier.Settings {
        Courier.Settings(
            allowedHosts: allowedHosts, proxy: proxy, authorities: authorities, timeout: timeout, version: version)
    }
}
