import Foundation
import HTTPTypes
import Hummingbird
import JudgeService
import Logging
import Pages
import Storage
import Webhooks

/// The first to see a request and the last to see its response: turns errors into problem documents, counts and logs, and
/// says what browsers may do with what they get.
struct Gate: RouterMiddleware {
    let metrics: Metrics
    /// Peers whose `X-Forwarded-For` is believed.
    let trustedProxies: [AddressBlock]
    /// The judge's.
    let version: String

    /// What routes speak of; they say which of these they answer to.
    static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .delete, .patch, .options, .trace, .connect]

    func handle(
        _ request: Request, context: JudgeContext, next: (Request, JudgeContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        // An IPv4 address on a socket for both kinds.
        if context.client.hasPrefix("::ffff:") { context.client.removeFirst(7) }
        context.isSecure = isTrusted(context.client) && request.headers[.xForwardedProto] == "https"
        context.client = client(of: request, peer: context.client)
        let began = ContinuousClock.now
        var response: Response
        do {
            guard Self.methods.contains(request.method) else {
                throw Problem(
                    .methodNotAllowed, "method-not-allowed", "There is nothing that this method is for.",
                    headers: [.allow: Self.methods.map(\.rawValue).joined(separator: ", ")])
            }
            response = try await next(request, context)
        } catch {
            let problem = Problem(error, of: request, context)
            // Who mistypes an address in a browser gets a page, as for all others.
            let isBrowser = request.headers[.accept]?.contains("text/html") == true
            let wantsPage = isBrowser && !request.uri.path.hasPrefix("/api/")
            response =
                wantsPage
                ? problem.page(for: PageContext(userName: nil, csrf: "", version: version)) : problem.response()
        }
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "same-origin"
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        }
        metrics.count("judge_requests_total", Self.labels(response.status.code))
        context.logger.debug(
            "request",
            metadata: [
                "method": "\(request.method.rawValue)", "path": "\(request.uri.path)",
                "status": "\(response.status.code)", "client": "\(context.client)",
                "ms": "\(Int((ContinuousClock.now - began) / .milliseconds(1)))",
            ])
        return response
    }

    /// Those of each status, as each request is counted under one.
    private static let known = (0..<600).map { Metrics.Labels(["status": "\($0)"]) }

    private static func labels(_ status: Int) -> Metrics.Labels {
        known.indices.contains(status) ? known[status] : Metrics.Labels(["status": "\(status)"])
    }

    private func isTrusted(_ peer: String) -> Bool {
        guard !trustedProxies.isEmpty, let address = IPAddress(peer) else { return false }
        return trustedProxies.contains { $0.contains(address) }
    }

    /// The last address that somebody we trust vouches for: proxies append, so what stands further left is hearsay.
    private func client(of request: Request, peer: String) -> String {
        guard isTrusted(peer) else { return peer }
        let hops = request.headers[values: .xForwardedFor].flatMap { $0.split(separator: ",") }
            .map { $0.trimmingCharacters(in: .whitespaces) }
        return hops.last { !isTrusted($0) && !$0.isEmpty } ?? peer
    }
}

extension HTTPField.Name {
    static let xForwardedFor = Self("X-Forwarded-For")!
    static let xForwardedProto = Self("X-Forwarded-Proto")!
    static let referrerPolicy = Self("Referrer-Policy")!
    static let idempotencyKey = Self("Idempotency-Key")!
    static let lastEventID = Self("Last-Event-ID")!
}
