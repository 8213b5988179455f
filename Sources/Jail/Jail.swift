import JudgeCore
import Subprocess
import SystemPackage

/// A standing jail, in which programs run one after another (policy `run`) or up to eight at once (policy `tools`;
/// more wait for a place). All methods may be called concurrently.
///
/// Each jail is one `judge-jail` process. It lives as long as the body of ``with(_:_:)``; whatever ends that, the
/// process, everything in the jail and its control group are gone when the call returns.
package final class Jail: Sendable {
    /// The walls that stand.
    package let sandbox: SandboxReport
    /// The absolute path of the work folder, as programs in the jail see it; empty where there is none.
    package let workPath: String
    /// The newest version of Landlock that the kernel offers; 0 where it offers none.
    package let landlock: Int
    private let conversation: Conversation

    private init(_ greeting: Reply, _ conversation: Conversation) throws {
        guard greeting.word == "ready", let level = greeting.fields["level"].flatMap(SandboxReport.Level.init) else {
            throw greeting.word == "error" ? greeting.error : Self.misunderstood(greeting)
        }
        let walls = greeting.fields["walls"]?.split(separator: ",").map(String.init) ?? []
        sandbox = SandboxReport(level: level, walls: walls)
        workPath = greeting.fields["work"] ?? ""
        landlock = greeting.fields["landlock"].flatMap { Int($0) } ?? 0
        self.conversation = conversation
    }

    /// Builds a jail, runs `body` with it, and takes it down again.
    ///
    /// - Throws: what `body` throws; `JudgeError` of kind `unavailable` where the host lacks what the walls need (codes
    ///   `no-bubblewrap`, `no-namespaces`, `no-seccomp`), of kind `failure` (code `jail-failed`) where the jail breaks.
    package nonisolated(nonsending) static func with<R: Sendable>(
        _ configuration: JailConfiguration, _ body: nonisolated(nonsending) (Jail) async throws -> R
    ) async throws -> R {
        var options = PlatformOptions()
        // On SIGTERM it takes everything down itself; killed, it leaves that to the kernel and the next one.
        options.teardownSequence = [.send(signal: .terminate, allowedDurationToNextStep: .seconds(5))]
        // `body` may throw anything, and Subprocess wraps nothing of it, but its own errors need a sentence.
        var result: Result<R, any Error>?
        do {
            // Two descriptors, as Subprocess closes each on its own.
            let (line, input, output) = try Line.pair()
            _ = try await Subprocess.run(
                .path(FilePath(configuration.executable)), arguments: Arguments(configuration.arguments),
                platformOptions: options, input: .fileDescriptor(input, closeAfterSpawningProcess: true),
                output: .fileDescriptor(output, closeAfterSpawningProcess: true), error: .discarded
            ) { _ in
                result = await converse(line, body)
            }
        } catch let error where result == nil {
            try Task.checkCancellation()
            throw JudgeError(
                .failure, "jail-failed", "\(configuration.executable) could not be started.", cause: error)
        } catch {
            // It ended, but not as it should; what `body` returned or threw counts.
        }
        return try result!.get()
    }

    /// Copies the host's executable at `path` into the jail, sealed, under the name that ``JailRun/init(program:)``
    /// takes.
    package func load(program name: String, from path: String) async throws {
        _ = try await ask("program \(name.percentEncoded) \(path.percentEncoded)")
    }

    /// Copies the host file `source` to `path` in the work folder, and makes the folders above it.
    package func put(_ path: String, from source: String, executable: Bool = false) async throws {
        _ = try await ask("put \(path.percentEncoded) \(source.percentEncoded) \(executable ? "755" : "644")")
    }

    /// Copies the regular file `path` of the work folder to the host file `destination`, whole or not at all.
    ///
    /// - Returns: its size in bytes.
    @discardableResult
    package func get(_ path: String, to destination: String, limit: Int) async throws -> Int {
        let reply = try await ask("get \(path.percentEncoded) \(destination.percentEncoded) \(limit)")
        return reply.fields["bytes"].flatMap { Int($0) } ?? 0
    }

    /// Like ``get(_:to:limit:)``, but `false` where there is no such file.
    package func getIfPresent(_ path: String, to destination: String, limit: Int) async throws -> Bool {
        let reply = try await conversation.ask(
            "get \(path.percentEncoded) \(destination.percentEncoded) \(limit)")
        if reply.word == "error", reply.errno == Errno.noSuchFileOrDirectory.rawValue { return false }
        try check(reply)
        return true
    }

    /// Removes a file or folder of the work folder with all that is in it.
    package func remove(_ path: String) async throws {
        _ = try await ask("remove \(path.percentEncoded)")
    }

    /// Runs a program and waits for its end. Cancelling the task kills it.
    ///
    /// - Throws: `CancellationError`, or `JudgeError` where the jail, not the program, failed.
    package func run(_ run: JailRun) async throws -> JailOutcome {
        try Task.checkCancellation()
        let id = conversation.newRun()
        let reply = try await withTaskCancellationHandler {
            try await conversation.run(id, run.line(id: id))
        } onCancel: {
            conversation.cancel(id)
        }
        try Task.checkCancellation()
        guard reply.word == "done", let outcome = JailOutcome(reply.fields) else {
            throw reply.word == "error" ? reply.error : Self.misunderstood(reply)
        }
        return outcome
    }

    // MARK: - Talking to judge-jail

    private func ask(_ line: String) async throws -> Reply {
        let reply = try await conversation.ask(line)
        try check(reply)
        return reply
    }

    private func check(_ reply: Reply) throws {
        guard reply.word == "ok" else { throw reply.word == "error" ? reply.error : Self.misunderstood(reply) }
    }

    private static func misunderstood(_ reply: Reply) -> JudgeError {
        JudgeError(.failure, "jail-failed", "judge-jail answered \"\(reply.word)\", which was not expected.")
    }

    /// Reads what comes over `line` while `body` runs.
    private nonisolated(nonsending) static func converse<R: Sendable>(
        _ line: Line, _ body: nonisolated(nonsending) (Jail) async throws -> R
    ) async -> Result<R, any Error> {
        let conversation = Conversation(line)
        line.read { text in
            if let text {
                conversation.receive(text)
            } else {
                conversation.end(JudgeError(.failure, "jail-failed", "judge-jail ended before its time."))
            }
        }
        let result: Result<R, any Error>
        do {
            let greeting = try await withTaskCancellationHandler {
                try await conversation.greeting()
            } onCancel: {
                conversation.end(CancellationError())
            }
            result = .success(try await body(try Jail(greeting, conversation)))
        } catch {
            result = .failure(Task.isCancelled ? CancellationError() : error)
        }
        // The end of its input is the sign for judge-jail to take everything down; Subprocess waits until it has.
        conversation.end(JudgeError(.failure, "jail-failed", "The jail is closed."))
        return result
    }
}
