import Foundation

/// What jails could leave on the host: things that are there although their maker is gone, each in a few words.
package enum HostTraces {
    /// What hostile programs of the corpus call the files that they try to write.
    package static let marker = "judge-hostile-marker"

    /// What there is now.
    package static func now() -> Set<String> {
        var traces = Set(orphans() + deadGroups() + files() + ipc())
        // The mounts of this process; a jail has its own.
        for line in lines(of: "/proc/self/mountinfo") where line.contains("/box") || line.contains("judge-work-") {
            traces.insert("mount \(line)")
        }
        for line in lines(of: "/proc/net/unix") where line.contains(marker) { traces.insert("socket \(line)") }
        return traces
    }

    /// Processes of jails that nobody waits for any more.
    private static func orphans() -> [String] {
        names(in: "/proc").compactMap { pid in
            guard Int(pid) != nil, let status = try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
            else { return nil }
            let name = status.prefix { $0 != "\n" }.dropFirst("Name:\t".count)
            let isOurs = ["judge-jail", "bwrap", "swift-frontend", "submission"].contains(String(name))
            return isOurs && status.contains("\nPPid:\t1\n") ? "process \(pid) \(name)" : nil
        }
    }

    /// Control groups whose maker is gone, in every hierarchy, below our own group or one above it.
    private static func deadGroups() -> [String] {
        let roots = lines(of: "/proc/mounts").map { $0.split(separator: " ") }
            .filter { $0.count > 2 && $0[2].hasPrefix("cgroup") }.map { String($0[1]) }
        let own = lines(of: "/proc/self/cgroup").compactMap {
            $0.split(separator: ":", maxSplits: 2).last.map(String.init)
        }
        var found: Set<String> = []
        for root in roots {
            for group in own {
                var path = group
                while true {
                    let folder = "\(root)\(path == "/" ? "" : path)/judge"
                    // PID-START-N, by whom it was made.
                    for name in names(in: folder) where name.split(separator: "-").count == 3 && isDead(name) {
                        found.insert("control group \(folder)/\(name)")
                    }
                    if path == "/" || path.isEmpty { break }
                    path = URL(fileURLWithPath: path).deletingLastPathComponent().path
                }
            }
        }
        return Array(found)
    }

    /// Work folders whose maker is gone, and markers.
    private static func files() -> [String] {
        let temporary = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        let work = names(in: temporary).filter { name in
            name.hasPrefix("judge-work-") && isDead(String(name.dropFirst("judge-work-".count)))
        }
        let folders = ["/", "/tmp", "/var/tmp", "/dev/shm", "/run", NSHomeDirectory(), temporary, "."]
        let markers = Set(folders).flatMap { folder in
            names(in: folder).filter { $0.contains(marker) }.map { "file \(folder)/\($0)" }
        }
        return work.map { "folder \(temporary)/\($0)" } + markers
    }

    /// Segments, semaphores and queues of System V, which outlive processes. Segments whose maker still runs are somebody
    /// else's, a database's for instance, which may begin or end at any time.
    private static func ipc() -> [String] {
        ["shm", "sem", "msg"].flatMap { kind in
            lines(of: "/proc/sysvipc/\(kind)").dropFirst().compactMap { line in
                let fields = line.split(separator: " ")
                if kind == "shm", fields.count > 4, !isDead(String(fields[4])) { return nil }
                return "System V \(kind) \(fields.prefix(2).joined(separator: " "))"
            }
        }
    }

    /// Whether the process whose number `name` begins with is gone.
    private static func isDead(_ name: String) -> Bool {
        !FileManager.default.fileExists(atPath: "/proc/\(name.prefix { $0.isNumber })")
    }

    private static func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }

    private static func lines(of file: String) -> [Substring] {
        ((try? String(contentsOfFile: file, encoding: .utf8)) ?? "").split(separator: "\n")
    }
}
