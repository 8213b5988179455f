internal import Foundation
internal import Synchronization
package import Transfer

/// Sends messages to receivers, and nowhere but to addresses that are allowed.
package struct Courier: Sendable {
    /// What may differ from one judge to the next.
    package struct Settings: Sendable {
        /// What is allowed besides public addresses.
        package var allowedHosts: AllowedHosts
        /// A proxy that all goes through; it then looks names up, and must keep to what is allowed.
        package var proxy: String?
        /// A file of certificates to trust in place of the system's.
        package var authorities: String?
        /// Seconds for a whole exchange.
        package var timeout: Int
        /// The judge's version.
        package var version: String

        package init(
            allowedHosts: AllowedHosts, proxy: String? = nil, authorities: String? = nil, timeout: Int = 15,
            version: String
        ) {
            self.allowedHosts = allowedHosts
            self.proxy = proxy
            self.authorities = authorities
            self.timeout = timeout
            self.version = version
        }
    }

    /// What came of sending.
    package struct Receipt: Sendable, Equatable {
        /// The status of the answer, if there was one.
        package var status: Int?
        /// Why there was none, or why nothing was sent, in one clause.
        package var fault: String?
        /// What the receiver asked for by `Retry-After`.
        package var retryAfter: Duration?
        /// How long it took.
        package var milliseconds: Int

        /// Whether it arrived.
        package var isDelivered: Bool { status.map { (200..<300).contains($0) } ?? false }
        /// What went wrong, in one clause; `nil` where nothing did.
        package var error: String? {
            if isDelivered { return nil }
            return fault ?? status.map { "the receiver answered with status \($0)" }
        }
    }

    package let settings: Settings
    private let transfers: Transfers

    package init(settings: Settings, transfers: Transfers) {
        self.settings = settings
        self.transfers = transfers
    }

    /// Sends one message.
    ///
    /// - Parameter url: its URL taken apart, where that is known.
    /// - Throws: `CancellationError` alone: all else is told by the receipt.
    package func send(_ body: WebhookBody, to url: WebhookURL? = nil) async throws -> Receipt {
        let began = ContinuousClock.now
        func receipt(_ answer: HTTPAnswer? = nil, fault: String? = nil) -> Receipt {
            Receipt(
                status: answer?.status, fault: fault,
                retryAfter: answer.flatMap { Self.pause($0.headers["retry-after"]) },
                milliseconds: Int((ContinuousClock.now - began) / .milliseconds(1)))
        }
        do {
            let answer = try await transfers.send(try await request(body, to: url))
            return receipt(answer)
        } catch let error as CancellationError {
            throw error
        } catch {
            return receipt(fault: "\(error)")
        }
    }

    /// The request as it goes out, to the addresses that its host stands for now and that are allowed.
    ///
    /// - Throws: `JudgeError` where it must not go out.
    private func request(_ body: WebhookBody, to known: WebhookURL?) async throws -> HTTPRequest {
        let url = if let known, known.text == body.url { known } else { try WebhookURL(body.url) }
        let allowed = settings.allowedHosts
        var request = HTTPRequest(
            body.method, url.text, headers: body.headers + [("User-Agent", "judge/\(settings.version)")],
            body: body.body, timeout: settings.timeout, limit: 4 << 10, connectTimeout: min(10, settings.timeout))
        request.cutsBody = true
        request.authorities = settings.authorities
        if let proxy = settings.proxy {
            request.proxy = proxy
            return request
        }
        let addresses = try await Resolver().addresses(of: url.host)
        try allowed.check(url, addresses: addresses)
        if IPAddress(url.host) == nil {
            request.addresses = addresses.map { $0.isIPv4 ? $0.description : "[\($0)]" }
        }
        let host = url.host
        // The name was looked up and checked; this is for whatever would yet come between the check and the connection.
        request.admits = { address in
            IPAddress(address).map { allowed.allows(host: host, address: $0) } ?? false
        }
        return request
    }

    /// Seconds, or a date in the form of HTTP (RFC 9110, 10.2.3).
    static func pause(_ text: String?, now: Date = Date()) -> Duration? {
        guard let text else { return nil }
        if let seconds = Int(text) { return seconds >= 0 ? .seconds(min(seconds, 1 << 30)) : nil }
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        guard let date = format.date(from: text) else { return nil }
        return .seconds(max(0, date.timeIntervalSince(now)))
    }
}
