import Foundation
import JudgeCore
import Testing

@testable import Webhooks

/// Secrets and signatures of Standard Webhooks 1.0.
@Suite struct WebhookSecretTests {
    @Test func `a signature is the one that the standard's own example has`() throws {
        // From the documentation of the standard's libraries.
        let secret = try WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        let signature = secret.signature(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330, body: Array(#"{"test": 2432232314}"#.utf8))
        #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }

    @Test func `while a secret is replaced a message bears a signature of each`() {
        let secrets = [WebhookSecret(), WebhookSecret()]
        let headers = WebhookSecret.headers(id: "msg_1", timestamp: 7, body: [1, 2], secrets: secrets)
        let signatures = headers.first { $0.name == "webhook-signature" }?.value.split(separator: " ").map(String.init)
        #expect(signatures == secrets.map { $0.signature(id: "msg_1", timestamp: 7, body: [1, 2]) })
        #expect(headers.first { $0.name == "webhook-id" }?.value == "msg_1")
        #expect(headers.first { $0.name == "webhook-timestamp" }?.value == "7")
    }

    @Test func `a secret is 24 to 64 bytes behind whsec_, and an error repeats nothing of it`() throws {
        for count in [24, 32, 64] {
            let text = "whsec_" + Data(repeating: 7, count: count).base64EncodedString()
            #expect(try WebhookSecret(text).text == text)
        }
        let wrong = [0, 1, 23, 65, 200].map { "whsec_" + Data(repeating: 7, count: $0).base64EncodedString() }
        for text in wrong + [
            "", "whsec_", "whsec_!!!", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "WHSEC_BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcH",
        ] {
            let error = #expect(throws: JudgeError.self) { try WebhookSecret(text) }
            #expect(error?.code == "bad-webhook-secret" && error?.message.contains("BwcH") == false)
        }
        #expect(WebhookSecret() != WebhookSecret() && WebhookSecret().bytes.count == 32)
    }

    @Test func `tries follow the schedule, a little spread, and what a receiver asks for is granted`() {
        let schedule = RetrySchedule.standard
        #expect(
            schedule.delays.map(\.components.seconds) == [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400])
        #expect(schedule.delay(afterAttempt: 1, jitter: 0) == .seconds(5))
        #expect(schedule.delay(afterAttempt: 1, jitter: 1) == .seconds(5.5))
        #expect(schedule.delay(afterAttempt: 9, jitter: 0) == .seconds(86_400))
        #expect(schedule.delay(afterAttempt: 10, jitter: 0) == nil)
        #expect(schedule.delay(afterAttempt: 1, asked: .seconds(60), jitter: 0) == .seconds(60))
        #expect(schedule.delay(afterAttempt: 2, asked: .seconds(60), jitter: 0) == .seconds(300))
        #expect(schedule.delay(afterAttempt: 1, asked: .seconds(10_000_000), jitter: 0) == .seconds(86_400))
    }
}
