import Foundation
import JudgeCore

/// The tokens that `judge login` keeps, by the address of the daemon that each is for.
struct TokenFile {
    let path: String

    /// `$XDG_CONFIG_HOME/judge/tokens.json`, or the same below `~/.config`.
    init(environment: [String: String]) throws {
        if let base = environment["XDG_CONFIG_HOME"], base.hasPrefix("/") {
            path = "\(base)/judge/tokens.json"
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            path = "\(home)/.config/judge/tokens.json"
        } else {
            throw JudgeError(.usage, "no-home", "HOME is not set; name the token with JUDGE_TOKEN")
        }
    }

    /// The token for a daemon: from `JUDGE_TOKEN`, else from the file.
    static func token(for server: String, environment: [String: String]) throws -> String {
        if let token = environment["JUDGE_TOKEN"], !token.isEmpty { return token }
        if let token = try TokenFile(environment: environment).read()[server] { return token }
        throw JudgeError(
            .usage, "no-token",
            "there is no token for \(server); sign in with `judge login --server \(server)`, or set JUDGE_TOKEN")
    }

    /// All tokens; empty where there is no file.
    ///
    /// - Throws: `JudgeError` where others may read the file, or it is not as it was written.
    func read() throws -> [String: String] {
        var status = stat()
        guard stat(path, &status) == 0 else { return [:] }
        guard status.st_mode & 0o077 == 0 else {
            throw JudgeError(.usage, "open-token-file", "\(path) may be read by others; run: chmod 600 \(path)")
        }
        guard let data = FileManager.default.contents(atPath: path),
            let tokens = try? JSONDecoder().decode([String: String].self, from: data)
        else {
            throw JudgeError(
                .usage, "broken-token-file", "\(path) is not as `judge login` wrote it; delete it and sign in again")
        }
        return tokens
    }

    /// Keeps a token, in a file that only its owner can read.
    func keep(_ token: String, for server: String) throws {
        var tokens = try read()
        tokens[server] = token
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let data = try encoder.encode(tokens)
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let temporary = "\(path).\(UUID().uuidString)"
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw unwritable("\(error)") }
        let made = FileManager.default.createFile(
            atPath: temporary, contents: data, attributes: [.posixPermissions: 0o600])
        guard made, rename(temporary, path) == 0 else {
            let reason = String(cString: strerror(errno))
            unlink(temporary)
            throw unwritable(reason)
        }
    }

    private func unwritable(_ reason: String) -> JudgeError {
        JudgeError(.usage, "token-unwritable", "\(path) cannot be written: \(reason)")
    }
}
