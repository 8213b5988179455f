import ArgumentParser
import Foundation
import JudgeCore
import JudgeService
import Storage

/// Where the daemon's configuration and database are: the options of every command on its side.
struct DaemonOptions: ParsableArguments, Sendable {
    @Option(
        help: ArgumentHelp(
            "The configuration.", discussion: "Default: judge.yaml in the state folder, if there is one.",
            valueName: "path"),
        completion: .file(extensions: ["yaml"]))
    var config: String?

    @Option(
        help: ArgumentHelp(
            "The database: a file of SQLite, or postgres://user@host/name.",
            discussion: "Default: as the configuration says, or judge.sqlite in the state folder.",
            valueName: "url"),
        completion: .file())
    var database: String?

    @Option(
        help: ArgumentHelp(
            "The folder for caches, hidden data and their secret.",
            discussion: "Default: $XDG_STATE_HOME/judge, or ~/.local/state/judge.", valueName: "dir"))
    var state: String?

    var environment: [String: String] { ProcessInfo.processInfo.environment }

    func statePath() throws -> String {
        try StatePath.find(option: state, environment: environment)
    }

    /// What the file, the environment and the options say together, the later before the earlier.
    func configuration() throws -> ServeConfiguration {
        let own = "\(try statePath())/judge.yaml"
        let path = config ?? (FileManager.default.fileExists(atPath: own) ? own : nil)
        var configuration = try path.map { try ServeConfiguration(path: $0) } ?? ServeConfiguration()
        try configuration.apply(environment: environment)
        if let database { configuration.database = database }
        return configuration
    }

    /// Where the database is; the folder of a file is made if need be.
    func location(_ configuration: ServeConfiguration) throws -> StoreLocation {
        let location = StoreLocation(try configuration.database ?? "\(try statePath())/judge.sqlite")
        guard case .sqlite(let path) = location else { return location }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw JudgeError(
                .usage, "database-unusable", "the folder \(folder) cannot be made; name another --database")
        }
        return location
    }

    func store() throws -> Store { try Store(location(configuration())) }
}

/// Where the state folder is.
enum StatePath {
    static func find(option: String?, environment: [String: String]) throws -> String {
        if let option { return option }
        if let base = environment["XDG_STATE_HOME"], base.hasPrefix("/") { return "\(base)/judge" }
        guard let home = environment["HOME"], home.hasPrefix("/") else {
            throw JudgeError(.usage, "no-state-folder", "HOME is not set; name a state folder with --state DIR")
        }
        return "\(home)/.local/state/judge"
    }
}
