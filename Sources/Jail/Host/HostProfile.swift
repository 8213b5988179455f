import Foundation
import JudgeCore

/// The host that judges, as its own files describe it, and the walls that a jail got on it.
///
/// Nothing here is tried, only read: a jail tells which walls stand, and these files tell why one does not, and what makes
/// times uneven.
package struct HostProfile: Sendable {
    /// The folder in the place of `/`.
    var root = ""
    /// Whether the judge runs as root.
    var isRoot = geteuid() == 0
    /// The walls of a jail; empty where none could be built.
    package var walls: [String] = []
    /// The newest version of Landlock that the kernel offers; 0: none, `nil`: not known.
    package var landlock: Int?
    /// What `bwrap --version` says; `nil`: it could not be run.
    package var bubblewrap: String?
    var now = Date()
    var cores = ProcessInfo.processInfo.activeProcessorCount

    /// This host, before anything is known of its jails.
    package init() {}

    /// All that is looked at, in the order in which it is told.
    ///
    /// - Parameter sandbox: the walls that are wanted.
    package func findings(_ sandbox: SandboxChoice) -> [HostFinding] {
        let full = sandbox == .full ? [bubblewrapFinding(), namespaces()] : []
        let walls = sandbox == .none ? [] : full + [controlGroups(), landlockFinding(), systemCalls()]
        return walls + [swap(), hugePages(), governor(), clock(), load()]
    }

    // MARK: - Reading

    /// The text of a file without the white space around it; `nil` where it cannot be read.
    func text(_ path: String) -> String? {
        (try? String(contentsOfFile: root + path, encoding: .utf8))?.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func lines(_ path: String) -> [[Substring]] {
        (text(path) ?? "").split(separator: "\n").map { $0.split(whereSeparator: \.isWhitespace) }
    }

    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: root + path) }

    func has(_ wall: String) -> Bool { walls.contains { $0.hasPrefix(wall) } }

    /// The mounted hierarchies of control groups: where, and `cgroup` or `cgroup2`.
    var hierarchies: [(path: String, kind: String, options: [Substring])] {
        lines("/proc/mounts").filter { $0.count > 3 && $0[2].hasPrefix("cgroup") }.map {
            (String($0[1]), String($0[2]), $0[3].split(separator: ","))
        }
    }
}
