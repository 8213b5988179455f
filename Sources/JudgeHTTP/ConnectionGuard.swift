import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes connections of clients that keep them without using them: a request whose body does not end in time, an answer
/// that nobody reads.
final class ConnectionGuard: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    /// Something that a client has begun, and by when it must be through. A timer is set when there is none, and looks
    /// where things stand when it fires: most requests then cost no timer.
    private final class Deadline {
        var end: NIODeadline?
        private var timer: Scheduled<Void>?

        func begin(in time: TimeAmount, _ context: ChannelHandlerContext) {
            end = .now() + time
            if timer == nil { watch(in: time, context) }
        }

        private func watch(in time: TimeAmount, _ context: ChannelHandlerContext) {
            timer = context.eventLoop.assumeIsolated().scheduleTask(in: time) {
                self.timer = nil
                guard let end = self.end else { return }
                let left = end - .now()
                if left > .zero { self.watch(in: left, context) } else { context.close(promise: nil) }
            }
        }

        func cancel() { timer?.cancel() }
    }

    private let patience: JudgeServer.Patience
    private let request = Deadline()
    private let answer = Deadline()

    init(_ patience: JudgeServer.Patience) { self.patience = patience }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: request.begin(in: TimeAmount(patience.forRequest), context)
        case .body: break
        case .end: request.end = nil
        }
        context.fireChannelRead(data)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable {
            answer.end = nil
        } else {
            answer.begin(in: TimeAmount(patience.forAnswer), context)
        }
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        request.cancel()
        answer.cancel()
        context.fireChannelInactive()
    }
}
