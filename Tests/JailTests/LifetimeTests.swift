import Foundation
import Jail
import JudgeCore
import Testing

/// How jails begin and end, and that nothing is left of them.
@Suite(.timeLimit(.minutes(2))) struct LifetimeTests {
    @Test func `the walls that stand are told`() async throws {
        let report = try await Jail.with(JailConfiguration(policy: .run, executable: Workshop.jail)) { $0.sandbox }
        #expect(report.level == .full)
        for wall in ["namespaces", "seccomp", "rlimits"] { #expect(report.walls.contains(wall)) }
    }

    @Test func `without bubblewrap the error says what to install`() async throws {
        var configuration = JailConfiguration(policy: .run, executable: Workshop.jail)
        configuration.bubblewrap = "/nowhere/bwrap"
        for _ in 0..<20 {
            let error = try await #require(throws: JudgeError.self) { try await Jail.with(configuration) { _ in } }
            #expect(error.code == "no-bubblewrap")
            #expect(error.exitCode == 69)
            #expect(error.message.contains("apt-get install bubblewrap"))
        }
    }

    @Test func `a bubblewrap that may not make namespaces is told from a missing one`() async throws {
        let folder = try Workshop.shared.scratch("refusing")
        let path = folder + "/bwrap"
        try "#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2; exit 1\n"
            .write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        var configuration = JailConfiguration(policy: .run, executable: Workshop.jail)
        configuration.bubblewrap = path
        let error = try await #require(throws: JudgeError.self) { try await Jail.with(configuration) { _ in } }
        #expect(error.code == "no-namespaces")
        #expect(error.message.contains("No permissions to create new namespace"))
    }

    @Test func `a missing judge-jail is an error of its own`() async throws {
        let configuration = JailConfiguration(policy: .run, executable: "/nowhere/judge-jail")
        let error = try await #require(throws: JudgeError.self) { try await Jail.with(configuration) { _ in } }
        #expect(error.code == "jail-failed")
    }

    @Test func `requests that make no sense are refused and harm nothing`() async throws {
        let executable = try Workshop.shared.program("seven", "int main() { return 7; }")
        try await Jail.with(JailConfiguration(policy: .run, executable: Workshop.jail)) { jail in
            await #expect(throws: JudgeError.self) { try await jail.run(JailRun(program: "absent")) }
            await #expect(throws: JudgeError.self) { try await jail.load(program: "x", from: "/dev/zero") }
            await #expect(throws: JudgeError.self) { try await jail.load(program: "x", from: "/nowhere") }
            await #expect(throws: JudgeError.self) { try await jail.put("x", from: "/etc/hostname") }
            var run = JailRun(program: "seven")
            run.standardInput = "/dev/zero"
            try await jail.load(program: "seven", from: executable)
            await #expect(throws: JudgeError.self) { try await jail.run(run) }
            run.standardInput = nil
            run.workingDirectory = "/nowhere"
            await #expect(throws: JudgeError.self) { try await jail.run(run) }
            run.workingDirectory = nil
            #expect(try await jail.run(run).ending == .exited(7))
        }
    }

    /// Without a writable control group, as an ordinary user often is, memory is bounded by looking.
    @Test(.enabled(if: getuid() == 0, "only root can become someone else"))
    func `an ordinary user without a control group has limits too`() async throws {
        let folder = try Workshop.shared.scratch("ordinary")
        let wrapper = folder + "/as-somebody"
        let copy = folder + "/judge-jail"
        try FileManager.default.copyItem(atPath: Workshop.jail, toPath: copy)
        try "#!/bin/sh\nexec setpriv --reuid 61234 --regid 61234 --clear-groups \(copy) \"$@\"\n"
            .write(toFile: wrapper, atomically: true, encoding: .utf8)
        for path in [wrapper, copy] {
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        }
        let hog = try Workshop.shared.program(
            "hog",
            """
            #include <stdlib.h>
            int main() {
                for (;;) {
                    volatile char *p = malloc(1 << 20);
                    if (!p) return 3;
                    for (int i = 0; i < 1 << 20; i += 4096) p[i] = 1;
                }
            }
            """)
        try await Jail.with(JailConfiguration(policy: .run, executable: wrapper)) { jail in
            #expect(jail.sandbox.level == .full)
            try await jail.load(program: "hog", from: hog)
            var run = JailRun(program: "hog")
            run.memoryBytes = 64 << 20
            let outcome = try await jail.run(run)
            #expect(outcome.ending == .memoryLimit)
            #expect(outcome.peakBytes < 256 << 20)
        }
    }

    @Test func `what the body throws comes through`() async throws {
        struct Own: Error {}
        await #expect(throws: Own.self) {
            try await Jail.with(JailConfiguration(policy: .run, executable: Workshop.jail)) { _ in throw Own() }
        }
    }

    @Test func `cancelling the task takes the jail down`() async throws {
        let executable = try Workshop.shared.program("sleeper", "#include <unistd.h>\nint main() { sleep(60); }")
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                // Without the kill the run would end by its own clock, as an outcome and not as a cancellation.
                await #expect(throws: CancellationError.self) {
                    try await Jail.with(JailConfiguration(policy: .run, executable: Workshop.jail)) { jail in
                        try await jail.load(program: "main", from: executable)
                        var run = JailRun(program: "main")
                        run.wallSeconds = 30
                        _ = try await jail.run(run)
                    }
                }
            }
            try? await Task.sleep(for: .milliseconds(400))
            group.cancelAll()
        }
    }

    /// How `judge-jail` loses its judge in the middle of a run.
    enum Loss: String, CaseIterable {
        case endOfInput, terminated, killed
    }

    @Test(arguments: Loss.allCases, SandboxChoice.allCases)
    func `nothing is left when the judge is gone in the middle`(_ loss: Loss, _ sandbox: SandboxChoice) async throws {
        // A name that no other process has: it is looked for in the process table.
        let name = "left\(UInt32.random(in: 0...UInt32.max))"
        let executable = try Workshop.shared.program(name, "#include <unistd.h>\nint main() { sleep(60); }")
        let folder = try Workshop.shared.scratch("loss")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Workshop.jail)
        process.arguments = ["--policy", "tools", "--walls", sandbox.rawValue, "--work", "1000000"]
        process.environment = ["PATH": "/usr/bin:/bin", "TMPDIR": folder]
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let requests = "program x \(executable)\nrun a program=x argv0=\(name) wall=50\nrun b program=x argv0=\(name)\n"
        input.fileHandleForWriting.write(Data(requests.utf8))
        #expect(try await appears(name))
        switch loss {
        case .endOfInput: try input.fileHandleForWriting.close()
        case .terminated: process.terminate()
        case .killed: kill(process.processIdentifier, SIGKILL)
        }
        process.waitUntilExit()
        #expect(try await disappears(name))
        guard loss != .killed else { return }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
        #expect(groups(of: process.processIdentifier) == [])
    }

    @Test func `what a killed jail left is removed by the next one`() async throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Workshop.jail)
        process.arguments = ["--policy", "run"]
        process.standardInput = Pipe()
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        _ = output.fileHandleForReading.availableData
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        for _ in 0..<50 where !groups(of: process.processIdentifier).isEmpty {
            try await Task.sleep(for: .milliseconds(20))
            try await Jail.with(JailConfiguration(policy: .run, executable: Workshop.jail)) { _ in }
        }
        #expect(groups(of: process.processIdentifier) == [])
    }

    private func commandLines() -> [String] {
        let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return numbers.filter { Int($0) != nil }.map { contents("/proc/\($0)/cmdline") }
    }

    private func appears(_ name: String) async throws -> Bool {
        for _ in 0..<250 {
            if commandLines().count(where: { $0.hasPrefix(name) }) == 2 { return true }
            try await Task.sleep(for: .milliseconds(20))
        }
        return false
    }

    private func disappears(_ name: String) async throws -> Bool {
        for _ in 0..<250 {
            if !commandLines().contains(where: { $0.hasPrefix(name) }) { return true }
            try await Task.sleep(for: .milliseconds(20))
        }
        return false
    }

    /// Control groups that the `judge-jail` with this number made.
    private func groups(of number: Int32) -> [String] {
        let all = FileManager.default.enumerator(atPath: "/sys/fs/cgroup")?.compactMap { $0 as? String } ?? []
        return all.filter { $0.contains("judge/\(number)-") && !$0.contains("-0/") }
    }
}
