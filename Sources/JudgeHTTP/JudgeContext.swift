import Hummingbird
import Logging
import NIOCore
import Storage

/// What is known of a request beside itself.
struct JudgeContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who sent it, where they proved it.
    var user: User?
    /// What they proved it with.
    var secret: Secret?
    /// Where it came from, as the socket or a trusted proxy says.
    var client: String
    /// Whether it came over TLS, as a trusted proxy says.
    var isSecure = false

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        client = source.channel.remoteAddress?.ipAddress ?? "local"
    }

    /// The sender, who must be signed in.
    func member() throws -> User {
        guard let user else { throw Problem.unauthorized }
        return user
    }

    /// The sender, who must be an admin.
    func admin() throws -> User {
        let user = try member()
        guard user.role == .admin else { throw Problem.forbidden }
        return user
    }
}
