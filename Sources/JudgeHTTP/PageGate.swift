import HTTPTypes
import Hummingbird
import NIOCore
import Pages

/// Around all pages: what goes wrong is a page too, and browsers are told what pages may do.
struct PageGate: RouterMiddleware {
    let server: JudgeServer

    /// Nothing from elsewhere, nothing inline, in no frame.
    static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    func handle(
        _ request: Request, context: JudgeContext, next: (Request, JudgeContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch {
            response = Problem(error, of: request, context).page(for: server.page(context))
        }
        response.headers[.contentSecurityPolicy] = Self.policy
        return response
    }
}

/// The stylesheet and the script, which browsers may keep for good: their addresses change with them.
struct AssetRoutes {
    func add(to router: Router<JudgeContext>) {
        for asset in [Asset.stylesheet, .liveScript] {
            router.at(
                RouterPath(asset.path),
                [
                    .get: { _, _ in
                        Response(
                            status: .ok,
                            headers: [
                                .contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable",
                            ], body: ResponseBody(byteBuffer: ByteBuffer(string: asset.text)))
                    }
                ])
        }
    }
}

extension Response {
    /// A page.
    static func page(_ html: String, status: HTTPResponse.Status = .ok) -> Response {
        .text(html, type: "text/html; charset=utf-8", status: status)
    }
}
