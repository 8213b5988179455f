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
    /// - Throws: `CancellationError` alone: all else is told by the receipt.
    package func send(_ body: WebhookBody) async throws -> Receipt {
        let began = ContinuousClock.now
        do {
            let url = try WebhookURL(body.url)
            let addresses = settings.proxy == nil ? try await Resolver().addresses(of: url.host) : []
            var request = try request(to: url, addresses)
            request.method = body.method
            request.headers += body.headers
            request.body = body.body
            return Self.receipt(.success(try await transfers.send(request)), in: ContinuousClock.now - began)
        } catch let error as CancellationError {
            throw error
        } catch {
            return Self.receipt(.failure(error), in: ContinuousClock.now - began)
        }
    }

    /// A line for messages to one receiver, where its address needs no looking up: its host is an address, or there is a proxy.
    ///
    /// - Parameter width: how many messages are on their way at once.
    /// - Returns: `nil` where there is something to be looked up, or nothing may be sent to that address.
    package func line(to url: WebhookURL, width: Int) -> CourierLine? {
        let address = IPAddress(url.host)
        guard settings.proxy != nil || address != nil,
            let request = try? request(to: url, [address].compactMap(\.self))
        else { return nil }
        return CourierLine(line: transfers.line(request, width: width))
    }

    fileprivate static func receipt(_ result: Result<HTTPAnswer, any Error>, in time: Duration) -> Receipt {
        let milliseconds = Int(time / .milliseconds(1))
        switch result {
        case .success(let answer):
            return Receipt(
                status: answer.status,
                retryAfter: answer.status < 300 ? nil : pause(answer.headers["retry-after"]),
                milliseconds: milliseconds)
        case .failure(let error): return Receipt(fault: "\(error)", milliseconds: milliseconds)
        }
    }

    /// The request as it goes out, to the addresses that its host stands for now and that are allowed.
    ///
    /// - Parameter addresses: those that the host stands for; not looked at where there is a proxy.
    /// - Throws: `JudgeError` where it must not go out.
    private func request(to url: WebhookURL, _ addresses: [IPAddress]) throws -> HTTPRequest {
        let allowed = settings.allowedHosts
        var request = HTTPRequest(
            "POST", url.text, headers: [("User-Agent", "judge/\(settings.version)")], timeout: settings.timeout,
            limit: 4 << 10, connectTimeout: min(10, settings.timeout))
        request.cutsBody = true
        request.authorities = settings.authorities
        if let proxy = settings.proxy {
            request.proxy = proxy
            return request
        }
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

/// Messages to one receiver, so many at a time.
package struct CourierLine: Sendable {
    fileprivate let line: TransferLine

    /// Sends a message when its turn comes; its method must be `POST`, and its URL that of the line.
    ///
    /// - Parameter whenDone: is given what came of it, on a thread that must not be kept; `nil` where it was not sent.
    package func send(_ body: WebhookBody, whenDone: @escaping @Sendable (Courier.Receipt?) -> Void) {
        line.send(headers: body.headers, body: body.body) { result, time in
            if case .failure(let error) = result, error is CancellationError { return whenDone(nil) }
            whenDone(Courier.receipt(result, in: time))
        }
    }

    /// Takes back what has not had its turn yet.
    package func drop() { line.drop() }
}
