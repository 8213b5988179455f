import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes connections of clients that keep them without using them: a request whose body does not end in time, an answer
/// that nobody reads.
final class ConnectionGuard: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    /// From the head of a request to its end. Longer than ``Body/patience``, which answers.
    private let patience = TimeAmount.seconds(40)
    private var deadline: Scheduled<Void>?

    /// The handlers of one connection. What is written must be taken within a minute and a half; the slowest of our own
    /// answers, a long poll, begins within one.
    static func handlers() -> [any RemovableChannelHandler] {
        [IdleStateHandler(writeTimeout: .seconds(90)), ConnectionGuard()]
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            let channel = context.channel
            deadline?.cancel()
            deadline = context.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
        case .body: break
        case .end:
            deadline?.cancel()
            deadline = nil
        }
        context.fireChannelRead(data)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is IdleStateHandler.IdleStateEvent { return context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        context.fireChannelInactive()
    }
}
