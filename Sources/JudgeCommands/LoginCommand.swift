import ArgumentParser
import Foundation
import JudgeCore

struct LoginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login", abstract: "Keeps the token for a daemon, for `judge submit --server`.",
        discussion: "Asks for the token, or reads it from standard input. It is tried before it is kept.")

    @Option(help: ArgumentHelp("The daemon's address.", valueName: "url"))
    var server: String

    func run() async throws {
        let server = try RemoteJudge.checked(server)
        let file = try TokenFile(environment: ProcessInfo.processInfo.environment)
        let token = try Self.ask()
        let judge = try RemoteJudge(server: server, token: token)
        defer { judge.close() }
        let name = try await judge.me()
        try file.keep(token, for: server)
        print("Signed in to \(server) as \(name.escapingControls).")
    }

    /// The token that somebody types, unseen, or that comes on standard input.
    private static func ask() throws -> String {
        let isTerminal = isatty(0) == 1
        var settings = termios()
        let isHidden = isTerminal && tcgetattr(0, &settings) == 0
        if isHidden {
            StandardStream.error("Token: ")
            var silent = settings
            silent.c_lflag &= ~tcflag_t(ECHO)
            tcsetattr(0, TCSANOW, &silent)
        }
        defer {
            if isHidden {
                tcsetattr(0, TCSANOW, &settings)
                StandardStream.error("\n")
            }
        }
        // An interruption shows here as the cancellation of the task.
        var watched = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        while poll(&watched, 1, 100) == 0 { try Task.checkCancellation() }
        let line = readLine()?.trimmingCharacters(in: .whitespaces) ?? ""
        guard !line.isEmpty, line.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else {
            throw JudgeError(.usage, "no-token", "that is no token; an admin makes one with `judge token create`")
        }
        return line
    }
}
