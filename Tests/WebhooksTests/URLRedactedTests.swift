import JudgeCore
import Testing

@testable import Webhooks

struct URLRedactedTests {
    @Test(arguments: [
        ("https://hooks.slack.com/services/T000/B000/XXXX", "https://hooks.slack.com/…"),
        ("https://example.org/", "https://example.org"),
        ("https://example.org", "https://example.org"),
        ("https://example.org?token=x", "https://example.org/…"),
        ("https://example.org:8443/x", "https://example.org:8443/…"),
        ("https://EXAMPLE.org.:443/x", "https://example.org/…"),
        ("http://127.0.0.1:8080/x?y", "http://127.0.0.1:8080/…"),
        ("http://[::1]:8080/x", "http://[::1]:8080/…"),
    ])
    func `of a receiver's URL the host is shown`(text: String, redacted: String) throws {
        #expect(text.redactedURL == redacted)
        #expect(try WebhookURL(text).redacted == redacted)
    }

    @Test(arguments: [
        ("tgram://TOKEN/CHAT", "tgram://…"), ("slack://TOKEN_A/TOKEN_B/TOKEN_C/", "slack://…"),
        ("mailto://user:password@example.org", "mailto://…"), ("json+x://host/", "json+x://…"),
        ("https://user:password@example.org/", "https://…"), ("https://example.org/a b", "https://…"),
        ("HTTPS://bücher.example/x", "HTTPS://…"), ("https://", "https://…"), ("https:///x", "https://…"),
        ("a://b://c", "a://…"), ("", "…"), ("secret", "…"), ("secret:x", "…"), ("://secret", "…"),
        ("mailto:user@example.org", "…"), ("x y://secret", "…"), ("sécret://x", "…"), ("\u{1B}[31m://x", "…"),
        ("https:/example.org/secret", "…"), (" https://example.org/secret", "…"),
        ("0123456789abcdef0123456789abcdef://x", "…"),
    ])
    func `of anything else no more than the scheme is shown`(text: String, redacted: String) {
        #expect(text.redactedURL == redacted)
    }
}
