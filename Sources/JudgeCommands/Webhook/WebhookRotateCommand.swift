import ArgumentParser
import Foundation
import JudgeCore
import Storage
import Webhooks

struct WebhookRotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Gives a webhook a new secret, and prints it alone.",
        discussion: "For a while messages are signed with both, so that its receiver can change over at leisure.")

    @Argument(help: "The webhook's name.")
    var name: String

    @Option(help: ArgumentHelp("For how many hours the old secret is used too.", valueName: "hours"))
    var keep = 24

    @OptionGroup var daemon: DaemonOptions

    func validate() throws {
        guard (0...720).contains(keep) else { throw ValidationError("--keep must be a number of hours from 0 to 720") }
    }

    func run() async throws {
        let store = try daemon.store()
        defer { try? store.close() }
        let secret = WebhookSecret()
        try await store.rotateSecret(of: name, to: secret.bytes, keepingOldUntil: .now + .seconds(keep * 3600))
        print(secret.text)
    }
}
