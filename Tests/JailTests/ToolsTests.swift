import Foundation
import Jail
import JudgeCore
import Testing

/// Jails for compilers, generators and validators.
@Suite(.timeLimit(.minutes(2))) struct ToolsTests {
    private func configuration(processes: Int = 32) -> JailConfiguration {
        var configuration = JailConfiguration(policy: .tools, executable: Workshop.jail)
        configuration.workBytes = 64 << 20
        configuration.memoryBytes = 512 << 20
        configuration.processes = processes
        configuration.readOnlyPaths = ["/bin", "/usr/bin", "/lib", "/lib64", "/usr/lib"]
        return configuration
    }

    private func script(_ text: String, _ folder: String) -> JailRun {
        var run = JailRun(path: "/bin/sh")
        run.arguments = ["-c", text]
        run.environment = ["PATH": "/usr/bin:/bin"]
        run.outputPath = folder + "/output"
        run.errorPath = folder + "/error"
        return run
    }

    @Test func `files go in and come out again`() async throws {
        let folder = try Workshop.shared.scratch("files")
        try "content".write(toFile: folder + "/source", atomically: true, encoding: .utf8)
        try await Jail.with(configuration()) { jail in
            #expect(jail.workPath == "/box")
            try await jail.put("a/b/c.txt", from: folder + "/source")
            try await jail.put("/box/tool", from: folder + "/source", executable: true)
            #expect(try await jail.get("a/b/c.txt", to: folder + "/back", limit: 7) == 7)
            #expect(contents(folder + "/back") == "content")
            try await jail.get("tool", to: folder + "/tool", limit: 100)
            #expect(FileManager.default.isExecutableFile(atPath: folder + "/tool"))
            #expect(!FileManager.default.isExecutableFile(atPath: folder + "/back"))

            let error = await #expect(throws: JudgeError.self) {
                try await jail.get("a/b/c.txt", to: folder + "/short", limit: 6)
            }
            #expect(error?.code == "file-too-large")
            #expect(!FileManager.default.fileExists(atPath: folder + "/short"))
            #expect(try await jail.getIfPresent("absent", to: folder + "/absent", limit: 6) == false)
            try await jail.remove("a")
            #expect(try await jail.getIfPresent("a/b/c.txt", to: folder + "/absent", limit: 60) == false)
            for path in ["../etc/passwd", "/etc/passwd", "a/../../etc/passwd", "", "/box", "."] {
                await #expect(throws: JudgeError.self) { try await jail.get(path, to: folder + "/x", limit: 9999) }
                await #expect(throws: JudgeError.self) { try await jail.put(path, from: folder + "/source") }
                await #expect(throws: JudgeError.self) { try await jail.remove(path) }
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["back", "source", "tool"])
    }

    @Test func `links, pipes and devices that a tool left are not followed`() async throws {
        let folder = try Workshop.shared.scratch("tricks")
        try "secret".write(toFile: folder + "/source", atomically: true, encoding: .utf8)
        try await Jail.with(configuration()) { jail in
            let made = try await jail.run(
                script(
                    """
                    ln -s /etc/passwd link; ln -s / up; mkfifo fifo; mkdir real; echo kept > real/file; ln -s real dirlink
                    ln -s loop loop; mkdir -p deep/er; ln -s /box/real deep/er/out; chmod 000 deep/er; ln real/file hard
                    """, folder))
            #expect(made.ending == .exited(0), "\(contents(folder + "/error"))")
            for path in ["link", "fifo", "up/init", "dirlink/file", "loop", "real"] {
                await #expect(throws: JudgeError.self, "\(path)") {
                    try await jail.get(path, to: folder + "/x", limit: 9999)
                }
            }
            // A file put in the place of a link or FIFO replaces it; below a link it goes nowhere.
            try await jail.put("link", from: folder + "/source")
            try await jail.put("fifo", from: folder + "/source")
            await #expect(throws: JudgeError.self) { try await jail.put("up/box/new", from: folder + "/source") }
            // Removing what holds a link leaves what the link points to.
            try await jail.remove("deep")
            try await jail.remove("dirlink")
            try await jail.get("real/file", to: folder + "/kept", limit: 100)
            #expect(contents(folder + "/kept") == "kept\n")
        }
    }

    @Test func `nothing of the host shows but what is bound`() async throws {
        let folder = try Workshop.shared.scratch("view")
        let outcome = try await Jail.with(configuration()) { jail in
            try await jail.run(
                script(
                    """
                    ls -A / | tr '\\n' ' '; ls -A /dev | tr '\\n' ' '; ls /proc | grep -c '^[0-9]'
                    for f in /x /usr/x /usr/lib/x /dev/x /proc/x; do touch $f 2>/dev/null && echo wrote $f; done
                    touch /box/x /tmp/x && echo ok; id -u; hostname; cat /proc/1/environ 2>/dev/null && echo environ
                    ls /proc/1/fd 2>/dev/null && echo fds; ls /proc/self/fd | tr '\\n' ' '
                    """, folder))
        }
        #expect(outcome.ending == .exited(0))
        let lines = contents(folder + "/output").split(separator: "\n").map(String.init)
        #expect(lines[0].hasPrefix("bin box dev init lib lib64 proc tmp usr full null random urandom zero "))
        #expect(Array(lines[1...3]) == ["ok", "1000", "judge"])
        #expect(lines.count == 5, "\(lines)")
        #expect(lines.last == "0 1 2 3 ", "descriptors of ls itself")
    }

    @Test func `eight runs go on at once, each with its own files, and more wait`() async throws {
        let folder = try Workshop.shared.scratch("parallel")
        try await Jail.with(configuration(processes: 128)) { jail in
            try await withThrowingTaskGroup(of: Int.self) { group in
                for index in 0..<12 {
                    let own = folder + "/\(index)"
                    try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
                    // The first eight wait for each other; none of them could end if they came one by one.
                    let meet = "mkdir -p here/\(index); while [ $(ls here | wc -l) -lt 8 ]; do sleep 0.01; done"
                    group.addTask {
                        let outcome = try await jail.run(script("\(meet); echo \(index); exit \(index)", own))
                        #expect(outcome.ending == .exited(index))
                        return index
                    }
                }
                for try await index in group { #expect(contents(folder + "/\(index)/output") == "\(index)\n") }
            }
        }
    }

    @Test func `a fork bomb and its orphans end with the run`() async throws {
        let bomb = """
            #include <unistd.h>
            int main() { for (int i = 0; i < 500; i++) { int p = fork(); if (p == 0) { setsid(); for (;;) pause(); } } return 3; }
            """
        let executable = try Workshop.shared.program("bomb", bomb)
        let folder = try Workshop.shared.scratch("bomb")
        try await Jail.with(configuration(processes: 20)) { jail in
            try await jail.load(program: "bomb", from: executable)
            #expect(try await jail.run(JailRun(program: "bomb")).ending == .exited(3))
            let after = try await jail.run(script("ls /proc | grep -c '^[0-9]'; sleep 100 & exit 0", folder))
            #expect(after.ending == .exited(0))
            #expect(Int(contents(folder + "/output").trimmingCharacters(in: .whitespacesAndNewlines)) ?? 99 <= 4)
        }
    }

    @Test func `the clocks count all of a tree`() async throws {
        let folder = try Workshop.shared.scratch("tree")
        try await Jail.with(configuration()) { jail in
            var run = script("(while :; do :; done) & (while :; do :; done) & wait", folder)
            run.cpuSeconds = 0.4
            run.wallSeconds = 10
            let busy = try await jail.run(run)
            #expect(busy.ending == .cpuLimit)
            #expect(busy.wallSeconds < 3)
            run = script("sleep 100", folder)
            run.wallSeconds = 0.2
            #expect(try await jail.run(run).ending == .wallLimit)
        }
    }

    @Test func `cancelling ends a run at once and leaves the jail usable`() async throws {
        let folder = try Workshop.shared.scratch("cancel")
        try await Jail.with(configuration()) { jail in
            let began = ContinuousClock.now
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    await #expect(throws: CancellationError.self) {
                        try await jail.run(script("sleep 15", folder))
                    }
                }
                try? await Task.sleep(for: .milliseconds(200))
                group.cancelAll()
            }
            #expect(ContinuousClock.now - began < .seconds(5))
            let after = try await jail.run(script("exit 6", folder))
            #expect(after.ending == .exited(6))
        }
    }

    @Test func `namespaces, sockets and tracing are refused to tools too`() async throws {
        let source = """
            #include <sched.h>
            #include <stdio.h>
            #include <sys/mount.h>
            #include <sys/ptrace.h>
            #include <sys/socket.h>
            #include <sys/syscall.h>
            #include <unistd.h>
            #include <signal.h>
            int main() {
                int p[2];
                dprintf(1, "%d%d%d%d%d%d%d%d", unshare(CLONE_NEWUSER) < 0, socket(AF_INET, SOCK_STREAM, 0) < 0,
                    socket(AF_UNIX, SOCK_STREAM, 0) < 0, socket(AF_VSOCK, SOCK_STREAM, 0) < 0,
                    mount("x", "/box", "tmpfs", 0, 0) < 0, ptrace(PTRACE_ATTACH, 1, 0, 0) < 0,
                    syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0) < 0, kill(1, SIGKILL) < 0 || 1);
                dprintf(1, "%d", socketpair(AF_UNIX, SOCK_STREAM, 0, p));
            }
            """
        let executable = try Workshop.shared.program("refused", source)
        let folder = try Workshop.shared.scratch("refused")
        try await Jail.with(configuration()) { jail in
            try await jail.load(program: "refused", from: executable)
            var run = JailRun(program: "refused")
            run.outputPath = folder + "/output"
            #expect(try await jail.run(run).ending == .exited(0))
            #expect(contents(folder + "/output") == "111111110")
        }
    }
}
