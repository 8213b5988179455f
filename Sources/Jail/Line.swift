import Glibc
import JudgeCore
import SystemPackage

/// Our end of the socket that is `judge-jail`'s standard input and output.
///
/// Requests are written where they are made, and a thread of its own waits for answers: every hop to another thread or
/// task costs more than the walls around a case do.
final class Line: Sendable {
    private let socket: FileDescriptor

    private init(_ socket: FileDescriptor) {
        self.socket = socket
    }

    deinit {
        try? socket.close()
    }

    /// Both ends of a new line: ours, and the descriptors for `judge-jail`'s input and output, which the caller closes.
    static func pair() throws -> (Line, input: FileDescriptor, output: FileDescriptor) {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw JudgeError(.failure, "jail-failed", "A socket could not be made: \(Errno(rawValue: errno)).")
        }
        let line = Line(FileDescriptor(rawValue: ends[0]))
        let second = fcntl(ends[1], F_DUPFD_CLOEXEC, 0)
        guard second >= 0 else {
            let error = Errno(rawValue: errno)
            close(ends[1])
            throw JudgeError(.failure, "jail-failed", "A socket could not be made: \(error).")
        }
        return (line, FileDescriptor(rawValue: ends[1]), FileDescriptor(rawValue: second))
    }

    /// Sends one line. That `judge-jail` is gone is for the reading side to notice.
    func send(_ text: String) {
        var bytes = Array((text + "\n").utf8)[...]
        while !bytes.isEmpty {
            let sent = bytes.withUnsafeBytes {
                Glibc.send(socket.rawValue, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if sent < 0, errno == EINTR { continue }
            guard sent > 0 else { return }
            bytes = bytes.dropFirst(sent)
        }
    }

    /// Says that nothing more will be sent. Answers still come.
    func hangUp() {
        shutdown(socket.rawValue, Int32(SHUT_WR))
    }

    /// Starts to hand every line that comes to `receive`, on a thread of its own, and `nil` after the last one.
    func read(_ receive: @escaping @Sendable (String?) -> Void) {
        let reader = Unmanaged.passRetained(Reader(line: self, receive: receive))
        var thread = pthread_t()
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        let failed = pthread_create(
            &thread, &attributes,
            { context in
                Unmanaged<Reader>.fromOpaque(context!).takeRetainedValue().run()
                return nil
            }, reader.toOpaque())
        pthread_attr_destroy(&attributes)
        if failed != 0 {
            reader.release()
            receive(nil)
        }
    }

    private final class Reader: Sendable {
        private let line: Line
        private let receive: @Sendable (String?) -> Void

        init(line: Line, receive: @escaping @Sendable (String?) -> Void) {
            self.line = line
            self.receive = receive
        }

        func run() {
            var pending: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = recv(line.socket.rawValue, &buffer, buffer.count, 0)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { break }
                pending += buffer[..<count]
                while let end = pending.firstIndex(of: 0x0A) {
                    receive(String(decoding: pending[..<end], as: UTF8.self))
                    pending.removeFirst(end + 1)
                }
            }
            receive(nil)
        }
    }
}
