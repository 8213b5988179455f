import Foundation
import JudgeCore

/// Executables by the content that they were built from, in a folder of bounded size that many judges may share.
///
/// An entry is a folder that appears by one rename, so that nobody ever sees half of it; two judges that build the same
/// thing at once do double work and keep one result. The least recently used entries go first, but none that was used in
/// the last few minutes: somebody may be about to start it.
struct ExecutableCache: Sendable {
    let folder: String
    let kept: KeptFolders
    var capacity = 1 << 30
    var graceSeconds = 600.0

    private struct Record: Codable {
        let diagnostics: [Diagnostic]
        let isMetered: Bool
        let uncounted: [String]
    }

    /// What a build leaves: paths of files that the cache takes over.
    struct Built {
        var program: String
        var metered: String?
        var uncounted: [String] = []
        var seconds: Double
        var diagnostics: [Diagnostic]
    }

    /// The entry of `key`, if it is there and whole.
    func find(_ key: String) -> Executable? {
        let entry = "\(folder)/\(key)"
        guard kept.isWhole(entry), let data = FileManager.default.contents(atPath: "\(entry)/record.json"),
            let record = try? JSONDecoder().decode(Record.self, from: data)
        else { return nil }
        utimensat(AT_FDCWD, entry, nil, 0)
        return executable(entry, record, cached: true, seconds: 0)
    }

    private func executable(_ entry: String, _ record: Record, cached: Bool, seconds: Double) -> Executable {
        let metered =
            record.isMetered ? MeteredExecutable(path: "\(entry)/metered", uncounted: record.uncounted) : nil
        return Executable(
            path: "\(entry)/program", metered: metered, cached: cached, seconds: seconds,
            diagnostics: record.diagnostics)
    }

    private static func size(_ path: String) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
    }

    /// Moves what was `built` in under `key`.
    func store(_ key: String, _ built: Built) throws -> Executable {
        let manager = FileManager.default
        let entry = "\(folder)/\(key)"
        let incoming = "\(folder)/.incoming-\(UUID().uuidString)"
        defer { try? manager.removeItem(atPath: incoming) }
        try manager.createDirectory(atPath: incoming, withIntermediateDirectories: false)
        try manager.moveItem(atPath: built.program, toPath: "\(incoming)/program")
        if let metered = built.metered { try manager.moveItem(atPath: metered, toPath: "\(incoming)/metered") }
        let record = Record(
            diagnostics: built.diagnostics, isMetered: built.metered != nil, uncounted: built.uncounted)
        try JSONEncoder().encode(record).write(to: URL(fileURLWithPath: "\(incoming)/record.json"))
        try kept.seal(incoming)
        // rename(2) onto a folder that is not empty fails: then somebody else stored the same content first.
        if rename(incoming, entry) != 0, errno != EEXIST, errno != ENOTEMPTY {
            throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
        }
        trim(keeping: key)
        return executable(entry, record, cached: false, seconds: built.seconds)
    }

    private func trim(keeping kept: String) {
        let manager = FileManager.default
        let now = Date()
        var entries: [(path: String, used: Date, size: Int)] = []
        for name in (try? manager.contentsOfDirectory(atPath: folder)) ?? [] {
            let path = "\(folder)/\(name)"
            let used = (try? manager.attributesOfItem(atPath: path))?[.modificationDate] as? Date ?? now
            if name.hasPrefix(".incoming-") {
                // What a killed judge left behind.
                if now.timeIntervalSince(used) > graceSeconds { try? manager.removeItem(atPath: path) }
                continue
            }
            let size = (Self.size("\(path)/program") ?? 0) + (Self.size("\(path)/metered") ?? 0)
            entries.append((path, used, size))
        }
        var total = entries.reduce(0) { $0 + $1.size }
        for entry in entries.sorted(by: { $0.used < $1.used }) where total > capacity {
            if entry.path.hasSuffix("/\(kept)") || now.timeIntervalSince(entry.used) < graceSeconds { continue }
            // Renamed first, so that nobody finds half an entry while it is being deleted.
            let doomed = "\(folder)/.incoming-\(UUID().uuidString)"
            if rename(entry.path, doomed) == 0 { try? manager.removeItem(atPath: doomed) }
            total -= entry.size
        }
    }
}
