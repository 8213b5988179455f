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
    private struct Deadline {
        var end: NIODeadline?
        var timer: Scheduled<Void>?
    }

    private let patience: JudgeServer.Patience
    private var request = Deadline()
    private var answer = Deadline()

    init(_ patience: JudgeServer.Patience) { self.patience = patience }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: begin(\.request, in: TimeAmount(patience.forRequest), context)
        case .body: break
        case .end: request.end = nil
        }
        context.fireChannelRead(data)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable {
            answer.end = nil
        } else {
            begin(\.answer, in: TimeAmount(patience.forAnswer), context)
        }
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        request.timer?.cancel()
        answer.timer?.cancel()
        context.fireChannelInactive()
    }

    private func begin(
        _ deadline: ReferenceWritableKeyPath<ConnectionGuard, Deadline>, in time: TimeAmount,
        _ context: ChannelHandlerContext
    ) {
        self[keyPath: deadline].end = .now() + time
        if self[keyPath: deadline].timer == nil { watch(deadline, in: time, context) }
    }

    private func watch(
        _ deadline: ReferenceWritableKeyPath<ConnectionGuard, Deadline>, in time: TimeAmount,
        _ context: ChannelHandlerContext
    ) {
        self[keyPath: deadline].timer = context.eventLoop.assumeIsolated().scheduleTask(in: time) {
            self[keyPath: deadline].timer = nil
            guard let end = self[keyPath: deadline].end else { return }
            let left = end - .now()
            if left > .zero { self.watch(deadline, in: left, context) } else { context.close(promise: nil) }
        }
    }
}
