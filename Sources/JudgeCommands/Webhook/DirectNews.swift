import Foundation
import JudgeCore
import JudgeService
import Storage
import Transfer
import Webhooks

/// Tells webhooks of a report that a command made by itself: at once, with little patience, and without an outbox.
struct DirectNews {
    private let targets: [(target: WebhookTarget, name: String)]
    private let secrets: [WebhookSecret]
    private let settings: Courier.Settings
    /// Times between tries: who waits is a pipeline.
    private static let pauses: [Duration] = [.seconds(1), .seconds(3)]
    /// No longer than this for all tries to one webhook.
    private static let patience = Duration.seconds(20)

    /// - Throws: `JudgeError` where an address, the secret or an allowed host is not what it should be: before anything is
    ///   graded.
    init(urls: [String], allowedHosts: [String], environment: [String: String]) async throws {
        let allowed = try AllowedHosts(allowedHosts)
        var targets: [(WebhookTarget, String)] = []
        for url in urls {
            targets.append((try await WebhookTarget.checked(url, format: nil, allowed: allowed), url.redactedURL))
        }
        self.targets = targets
        secrets = try environment["JUDGE_WEBHOOK_SECRET"].flatMap { $0.isEmpty ? nil : [try WebhookSecret($0)] } ?? []
        settings = Courier.Settings(allowedHosts: allowed, timeout: 10, version: JudgeCommand.version)
    }

    /// Tells all of them.
    ///
    /// - Returns: a sentence for each that could not be told.
    func tell(_ report: Report, challengeName: String) async -> [String] {
        guard !targets.isEmpty else { return [] }
        let transfers = Transfers()
        defer { transfers.close() }
        let courier = Courier(settings: settings, transfers: transfers)
        let data = News.graded(SubmissionNews(report, challengeName: challengeName)).json
        let time = Timestamp.now.iso8601
        return await withTaskGroup(of: String?.self) { group in
            for (target, name) in targets {
                let id = Announcement.makeID()
                group.addTask {
                    let fault = await Self.send(data, id: id, at: time, to: target, secrets, courier)
                    return fault.map { "the webhook \(name) was not told: \($0)" }
                }
            }
            return await group.reduce(into: []) { $0 += $1.map { [$0] } ?? [] }
        }
    }

    /// Sends to one, until it has arrived or patience ends; returns why it did not arrive.
    private static func send(
        _ data: String, id: String, at time: String, to target: WebhookTarget, _ secrets: [WebhookSecret],
        _ courier: Courier
    ) async -> String? {
        let end = ContinuousClock.now + patience
        var fault = "there was no time"
        for pause in [Duration.zero] + pauses {
            guard ContinuousClock.now + pause < end, (try? await Task.sleep(for: pause)) != nil,
                let receipt = try? await courier.send(
                    target.signed(.graded, data: data, id: id, at: time, secrets: secrets))
            else { return fault }
            guard let error = receipt.error else { return nil }
            fault = error
            // What was refused for itself is refused again.
            if let status = receipt.status, (400..<500).contains(status), status != 429 { return fault }
        }
        return fault
    }
}
