import HTTPTypes
import Hummingbird

extension RouterMethods where Context == JudgeContext {
    typealias Handler = @Sendable (Request, JudgeContext) async throws -> Response

    /// What a path answers to. Other methods than these are told so, with status 405.
    func at(_ path: RouterPath, _ handlers: [HTTPRequest.Method: Handler]) {
        for (method, handler) in handlers { on(path, method: method, use: handler) }
        let answered = handlers.keys.map(\.rawValue) + (handlers[.get] != nil ? ["HEAD"] : [])
        let allowed = answered.sorted().joined(separator: ", ")
        for method in Gate.methods where handlers[method] == nil && method != .head {
            on(path, method: method) { _, _ -> Response in
                throw Problem(
                    .methodNotAllowed, "method-not-allowed", "This answers to \(allowed) only.",
                    headers: [.allow: allowed])
            }
        }
    }
}
