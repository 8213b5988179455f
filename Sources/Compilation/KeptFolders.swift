import Crypto
import Foundation
import JudgeCore

/// Folders of the state folder that are written once and read by later judges: builds, hidden data.
///
/// Each bears a seal, the SHA-256 of every file in it, so that damage (a crash before the disk had it all, a disk that
/// forgets, a hand) is found before it makes a verdict. What is damaged is set aside, with a word, and made anew.
package struct KeptFolders: Sendable {
    /// The name of the seal, in the form that `sha256sum --check` reads.
    package static let seal = "seal.sha256"

    /// Where what is damaged goes.
    let damaged: String
    /// Hears of it, one sentence each time.
    let notice: @Sendable (String) -> Void

    /// So much that was damaged is kept, the newest, for whoever wants to know why.
    private static let most = 20

    /// Seals `folder`, in which nothing changes from now on.
    package func seal(_ folder: String) throws {
        let lines = try Self.files(in: folder).map { "\(try Self.digest("\(folder)/\($0)"))  \($0)\n" }
        try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: "\(folder)/\(Self.seal)"))
    }

    /// Whether `folder` is there as it was sealed. A damaged one is set aside and counts as absent.
    package func isWhole(_ folder: String) -> Bool {
        guard FileManager.default.fileExists(atPath: folder) else { return false }
        guard let damage = Self.damage(folder) else { return true }
        setAside(folder, damage)
        return false
    }

    /// Takes `path` out of the way and says so; `damage` is what is wrong with it. Where somebody else was quicker, nothing
    /// is left to do.
    package func setAside(_ path: String, _ damage: String) {
        let manager = FileManager.default
        try? manager.createDirectory(atPath: damaged, withIntermediateDirectories: true)
        let name = path.split(separator: "/").last.map(String.init) ?? "?"
        let place = "\(damaged)/\(Int(Date().timeIntervalSince1970))-\(UUID().uuidString.prefix(8))-\(name)"
        guard rename(path, place) == 0 else { return }
        notice("\(path) was damaged (\(damage)); it is made anew, and what was there is now \(place)")
        // Their names begin with the time.
        let names = ((try? manager.contentsOfDirectory(atPath: damaged)) ?? []).sorted()
        for name in names.dropLast(Self.most) { try? manager.removeItem(atPath: "\(damaged)/\(name)") }
    }

    /// What is wrong with a folder; `nil` where it is as it was sealed.
    private static func damage(_ folder: String) -> String? {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(seal)") else { return "it has no seal" }
        var sealed: [String: String] = [:]
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
            guard line.utf8.count > 66 else { return "its seal is broken" }
            sealed[String(line.dropFirst(66))] = String(line.prefix(64))
        }
        guard let found = try? files(in: folder) else { return "it cannot be read" }
        for name in found where sealed[name] == nil { return "\(name) is not of its files" }
        for name in sealed.keys.sorted() where (try? digest("\(folder)/\(name)")) != sealed[name] {
            return found.contains(name) ? "\(name) is not as it was written" : "\(name) is gone"
        }
        return nil
    }

    /// The files below `folder` but its seal, by their paths from there.
    private static func files(in folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
            var isFolder: ObjCBool = false
            return path != seal && FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }

    private static func digest(_ path: String) throws -> String {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? file.close() }
        var hash = SHA256()
        while let bytes = try file.read(upToCount: 1 << 20), !bytes.isEmpty { hash.update(data: bytes) }
        return hash.finalize().hexadecimal
    }
}
