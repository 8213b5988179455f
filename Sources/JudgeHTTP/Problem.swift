import Foundation
import HTTPTypes
import Hummingbird
import JudgeCore
import Logging
import Pages
import Reporting

/// An error as RFC 9457 has it: what an API's client gets instead of what it asked for.
struct Problem: Error, Sendable {
    let status: HTTPResponse.Status
    /// A stable code for programs.
    let code: String
    /// One sentence for people.
    let detail: String
    var headers: HTTPFields = [:]

    init(_ status: HTTPResponse.Status, _ code: String, _ detail: String, headers: HTTPFields = [:]) {
        self.status = status
        self.code = code
        self.detail = detail
        self.headers = headers
    }

    /// What was thrown, as a problem. What is not the client's fault is told without its particulars.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as JudgeError where error.code.hasPrefix("unknown-"):
            self.init(.notFound, error.code, error.message)
        case let error as JudgeError where Self.ofClients.contains(error.code):
            self.init(.unprocessableContent, error.code, error.message)
        case let error as HTTPError:
            let code = error.status.reasonPhrase.lowercased().replacing(" ", with: "-")
            self.init(error.status, code, error.body ?? error.status.reasonPhrase, headers: error.headers)
        case let error as JudgeError where error.kind == .unavailable:
            self.init(
                .serviceUnavailable, "unavailable",
                "The judge cannot do this at the moment, as something that it needs is away; ask again in a while.",
                headers: [.retryAfter: "5"])
        default: self.init(.internalServerError, "internal", "The judge failed; its log says how.")
        }
    }

    /// Codes of errors that clients cause. All others are ours, and their particulars for our log alone.
    private static let ofClients: Set<String> = [
        "empty-file", "file-too-large", "not-text", "not-utf8", "bad-file-name", "bad-user-name", "bad-group-name",
        "bad-webhook-name", "bad-webhook-url", "bad-webhook-secret", "bad-filter", "address-not-allowed",
        "bad-answer",
    ]

    static let staleForm = Problem(
        .forbidden, "stale-form", "This form is not of your session: go back, load the page anew, send it again.")
    static let archived = Problem(
        .gone, "archived", "The submission was archived: its source and its report are not here any more.")
    static let notFound = Problem(.notFound, "not-found", "There is nothing here.")
    static let unauthorized = Problem(
        .unauthorized, "unauthorized", "This takes a valid token: send it as `Authorization: Bearer TOKEN`.",
        headers: [.wwwAuthenticate: "Bearer realm=\"judge\""])
    static let forbidden = Problem(.forbidden, "forbidden", "This is for admins only.")

    static func badRequest(_ code: String, _ detail: String) -> Problem { Problem(.badRequest, code, detail) }

    /// What was thrown over a request; where that is our fault, the log is told its particulars.
    init(_ error: any Error, of request: Request, _ context: JudgeContext) {
        self.init(error)
        guard status == .internalServerError || code == "unavailable" else { return }
        context.logger.error("request failed", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
    }

    /// The response to a browser.
    func page(for reader: PageContext) -> Response {
        let page = ErrorPage(context: reader, status: status.code, title: status.reasonPhrase, message: detail)
        var response = Response.page(page.html(), status: status)
        for field in headers where field.name != .wwwAuthenticate { response.headers.append(field) }
        response.headers[.contentSecurityPolicy] = PageGate.policy
        return response
    }

    /// The response to a program.
    func response() -> Response {
        struct Body: Encodable {
            let type: String
            let title: String
            let status: Int
            let detail: String
            let code: String
        }
        let body = Body(
            type: "urn:judge:problem:\(code)", title: status.reasonPhrase, status: status.code, detail: detail,
            code: code)
        var response = Response.json(body, status: status)
        response.headers[.contentType] = "application/problem+json"
        for field in headers { response.headers.append(field) }
        return response
    }
}

extension Response {
    /// A value as JSON.
    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) -> Response {
        text(jsonText(value), type: "application/json", status: status)
    }

    /// A value as JSON on one line.
    static func jsonText(_ value: some Encodable) -> String {
        // What is encoded here are values of this module, which hold nothing that JSON cannot say.
        (try? JSONText.line(value)) ?? "{}"
    }

    /// A text of some type.
    static func text(_ text: String, type: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
