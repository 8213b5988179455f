import Foundation
import Support
import Testing

/// Programs that misbehave. Each is harmless should the jail fail: a handful of processes, files in a folder of the
/// test's own, a bounded amount of memory.
@Suite("A hostile submission", .serialized)
struct HostileTests {
    struct Attack: Sendable, CustomTestStringConvertible {
        let name: String
        let body: String
        let verdict: String
        /// The memory limit in MiB, where the challenge's own would take as long to fill as the time limit on a slow host.
        var memory: Int?
        var testDescription: String { name }
    }

    static let attacks = [
        Attack(name: "an endless loop", body: "while clock() >= 0 {}", verdict: "time-limit-exceeded"),
        Attack(name: "an endless sleep", body: "while true { sleep(1000) }", verdict: "time-limit-exceeded"),
        Attack(
            name: "a memory hog",
            body: """
                var hoard: [UnsafeMutableRawPointer] = []
                for _ in 0..<2000 { let p = malloc(1 << 20)!; memset(p, 1, 1 << 20); hoard.append(p) }
                """, verdict: "memory-limit-exceeded", memory: 96),
        Attack(
            name: "a fork bomb",
            body: "for _ in 0..<8 { if system(\"true\") == 0 { forked = true } }; if !forked { fatalError() }",
            verdict: "run-time-error"),
        Attack(
            name: "an output flood on standard output, which ends",
            body: "let line = String(repeating: \"x\", count: 1 << 16); for _ in 0..<1600 { print(line) }",
            verdict: "wrong-answer"),
        Attack(
            name: "an answer flood",
            body: """
                let block = [UInt8](repeating: 0x31, count: 1 << 20)
                for _ in 0..<100 { _ = block.withUnsafeBytes { write(3, $0.baseAddress!, $0.count) } }
                """, verdict: "output-limit-exceeded"),
        Attack(name: "leaving early with status 0", body: "exit(0)", verdict: "run-time-error"),
        Attack(
            name: "a stack overflow",
            body: "func deep(_ n: Int) -> [Int] { n < 0 ? [] : deep(n + 1) + [n] }; print(deep(0).count)", verdict: "*"),
        Attack(name: "an index out of range", body: "print([1, 2, 3][points.count + 3])", verdict: "run-time-error"),
        Attack(
            name: "threads",
            body: "var t = pthread_t(); if pthread_create(&t, nil, { _ in nil }, nil) != 0 { fatalError() }",
            verdict: "run-time-error"),
    ]

    @Test("gets its verdict in bounded time and leaves nothing", arguments: attacks)
    func attack(attack: Attack) async throws {
        try await withFolder { folder in
            let before = try Traces.now()
            let source = """
                import Glibc
                nonisolated(unsafe) var forked = false
                @_silgen_name("system") func system(_ command: UnsafePointer<CChar>) -> Int32
                func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int]) {
                    \(attack.body)
                    return ([], [])
                }
                """
            try write(source, to: "\(folder)/kmeans.swift")
            var words = ["submit", "kmeans.swift", "--format", "json", "--state", Checkout.state + "/judge"]
            if let memory = attack.memory {
                let package = "\(folder)/challenges/kmeans"
                try FileManager.default.createDirectory(
                    atPath: "\(folder)/challenges", withIntermediateDirectories: true)
                try FileManager.default.copyItem(atPath: Checkout.challenge("kmeans"), toPath: package)
                let yaml = try String(contentsOfFile: "\(package)/problem.yaml", encoding: .utf8)
                try #require(yaml.contains("memory: 512"))
                try write(
                    yaml.replacingOccurrences(of: "memory: 512", with: "memory: \(memory)"),
                    to: "\(package)/problem.yaml")
                words += ["--challenges", "\(folder)/challenges"]
            }
            let finished = try await judge(words, directory: folder)
            #expect(finished.status == 1, "\(finished.output) \(finished.errors)")
            let verdict = try report(finished)["verdict"] as? String ?? ""
            if attack.verdict == "*" {
                #expect(["run-time-error", "memory-limit-exceeded", "time-limit-exceeded"].contains(verdict))
            } else {
                #expect(verdict == attack.verdict, "\(finished.output)")
            }
            #expect(try Traces.now().subtracting(before).isEmpty)
        }
    }

    @Test("cannot read a file of the host, nor write one")
    func files() async throws {
        try await withFolder { folder in
            try write("a secret", to: "\(folder)/secret")
            let marker = "\(folder)/marker"
            let source = """
                import Glibc
                func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int]) {
                    for path in ["/etc/passwd", "/proc/self/maps", "/proc/1/environ", "\(folder)/secret", "/dev/null", "/"] {
                        let descriptor = open(path, O_RDONLY)
                        if descriptor >= 0 { print("READ", path) }
                    }
                    for path in ["\(marker)", "/tmp/judge-marker", "marker", "/dev/shm/judge-marker"] {
                        if open(path, O_WRONLY | O_CREAT, 0o600) >= 0 { print("WROTE", path) }
                    }
                    if socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) >= 0 { print("SOCKET") }
                    print("done")
                    return ([], [])
                }
                """
            try write(source, to: "\(folder)/kmeans.swift")
            let finished = try await judge(["submit", "kmeans.swift", "--format", "json"], directory: folder)
            let report = try report(finished)
            #expect(report["verdict"] as? String == "wrong-answer")
            let groups = try #require(report["groups"] as? [[String: Any]])
            let sample = (groups.first?["cases"] as? [[String: Any]])?.first?["sample"] as? [String: Any]
            #expect((sample?["printed"] as? String)?.trimmingCharacters(in: .whitespacesAndNewlines) == "done")
            #expect(!FileManager.default.fileExists(atPath: marker))
        }
    }

    @Test("does not make the judge repeat what it printed on hidden cases, and never raw on public ones")
    func printed() async throws {
        try await withFolder { folder in
            let source = """
                func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int]) {
                    print("\\u{1B}[2J::error::DATA \\(points) \\u{202E}")
                    return ([], [])
                }
                """
            try write(source, to: "\(folder)/kmeans.swift")
            for format in ["json", "text"] {
                let finished = try await judge(
                    ["submit", "kmeans.swift", "--format", format], environment: ["NO_COLOR": "1"], directory: folder)
                #expect(!finished.output.contains("\u{1B}") && !finished.output.contains("\u{202E}"))
                let shown = finished.output.components(separatedBy: "::error::DATA").count - 1
                #expect(shown <= 3)
            }
        }
    }
}

/// What a run must not leave behind: processes and control groups of jails whose judge is gone.
enum Traces {
    static func now() throws -> Set<String> {
        var traces: Set<String> = []
        for pid in try FileManager.default.contentsOfDirectory(atPath: "/proc") where Int(pid) != nil {
            guard let status = try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8) else { continue }
            let name = status.prefix { $0 != "\n" }
            let isOurs = ["judge-jail", "bwrap", "swift-frontend"].contains { name.hasSuffix($0) }
            if isOurs, status.contains("PPid:\t1\n") { traces.insert("process \(pid) \(name)") }
        }
        for group in groups() {
            // PID-START-N, by whom it was made.
            let maker = group.split(separator: "/").last?.split(separator: "-").first ?? ""
            if !FileManager.default.fileExists(atPath: "/proc/\(maker)") { traces.insert("control group \(group)") }
        }
        return traces
    }

    /// All control groups that jails have made, in every hierarchy, in our own group or above it.
    private static func groups() -> [String] {
        var roots: [String] = []
        for line in lines(of: "/proc/mounts") {
            let words = line.split(separator: " ")
            if words.count > 2, words[2].hasPrefix("cgroup") { roots.append(String(words[1])) }
        }
        var own: [String] = []
        for line in lines(of: "/proc/self/cgroup") {
            if let path = line.split(separator: ":", maxSplits: 2).last { own.append(String(path)) }
        }
        var found: Set<String> = []
        for root in roots {
            for path in own {
                var path = path
                while true {
                    let folder = "\(root)\(path == "/" ? "" : path)/judge"
                    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
                    where name.split(separator: "-").count == 3 {
                        found.insert("\(folder)/\(name)")
                    }
                    if path == "/" { break }
                    path = URL(fileURLWithPath: path).deletingLastPathComponent().path
                }
            }
        }
        return found.sorted()
    }

    private static func lines(of file: String) -> [Substring] {
        let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n")
    }
}
