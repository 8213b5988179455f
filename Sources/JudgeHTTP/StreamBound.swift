import HTTPTypes
import Hummingbird
import NIOCore
import Storage
import Synchronization

/// Bounds how many streams of events each user has open: each costs a look at the database now and then.
final class StreamBound: Sendable {
    private let open = Mutex<[User.ID: Int]>([:])
    private let most = 20

    /// Opens one more, if the user may.
    func enter(_ user: User) -> Bool {
        open.withLock { open in
            guard open[user.id, default: 0] < most else { return false }
            open[user.id, default: 0] += 1
            return true
        }
    }

    func leave(_ user: User) {
        open.withLock { open in
            let left = open[user.id, default: 1] - 1
            open[user.id] = left > 0 ? left : nil
        }
    }
}

extension JudgeServer {
    /// A stream of server-sent events for `user`, which `write` writes.
    func eventStream(
        for user: User, write: @escaping @Sendable (inout any ResponseBodyWriter) async throws -> Void
    ) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: ResponseBody { writer in
                // The status is out by now; who has too many is told to come back later.
                if streams.enter(user) {
                    defer { streams.leave(user) }
                    // Something must come at once, so that a client knows the stream stands.
                    try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
                    try await write(&writer)
                } else {
                    try await writer.write(ByteBuffer(string: "retry: 30000\n: too many streams are open\n\n"))
                }
                try await writer.finish(nil)
            })
    }
}
