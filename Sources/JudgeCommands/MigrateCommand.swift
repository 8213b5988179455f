import ArgumentParser
import Foundation
import JudgeCore
import Reporting
import Storage

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Moves all that a daemon remembers to another database.",
        discussion: """
            Copies users, tokens, submissions with their sources and reports, quizzes, interviews and webhooks, reads them \
            back and compares them. Either all of it is there afterwards or nothing; the old database stays as it is. End \
            the daemon first, and start it again with the new one.
            """)

    @Option(help: ArgumentHelp("The database to read: sqlite:PATH or postgres://user@host/name.", valueName: "url"))
    var from: String

    @Option(help: ArgumentHelp("The database to write, which must be empty.", valueName: "url"))
    var to: String

    @OptionGroup var options: GlobalOptions

    private struct Row: Encodable {
        let table: String
        let rows: Int
        let sha256: String
    }

    func run() async throws {
        let (source, target) = (StoreLocation(from), StoreLocation(to))
        if case .sqlite(let path) = source, !FileManager.default.fileExists(atPath: path) {
            throw JudgeError(.usage, "no-database", "there is no database \(path); name another one with --from")
        }
        // Whoever writes into either of them while it is copied would be forgotten.
        let locks = try [source, target].compactMap { location in
            if case .sqlite(let path) = location { try DaemonLock(database: path) } else { nil }
        }
        defer { for lock in locks { lock.release() } }
        let (old, new) = (try Store(source), try Store(target))
        let copied = try await new.copy(from: old) { [options] table in
            if !options.quiet { StandardStream.error("\(table)\n") }
        }
        try new.close()
        try old.close()
        if options.format == .json {
            return try options.write(
                JSONText.encode(copied.map { Row(table: $0.name, rows: $0.rows, sha256: $0.hash) }))
        }
        var table = Table([.init("TABLE", style: .bold), .init("ROWS"), .init("SHA-256")])
        for part in copied { table.add([part.name, "\(part.rows)", String(part.hash.prefix(16))]) }
        try options.write(
            table.text(style: options.style) + "\n\(target) holds the same as \(source), read back and compared.\n")
    }
}
