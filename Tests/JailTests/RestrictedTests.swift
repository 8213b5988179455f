import Foundation
import Jail
import JudgeCore
import Testing

/// The tier without namespaces: Landlock, the filter and limits must do alone. What the walls cannot stop is in
/// `Sandbox/README.md`.
@Suite(.timeLimit(.minutes(2))) struct RestrictedTests {
    private func tools() -> JailConfiguration {
        var configuration = JailConfiguration(policy: .tools, sandbox: .restricted, executable: Workshop.jail)
        configuration.workBytes = 64 << 20
        configuration.memoryBytes = 512 << 20
        configuration.readOnlyPaths = ["/bin", "/usr/bin", "/lib", "/lib64", "/usr/lib"]
        return configuration
    }

    /// Runs a shell script as a tool.
    private func sh(_ text: String, _ folder: String, environment: [String: String] = [:]) -> JailRun {
        var run = JailRun(path: "/bin/sh")
        run.arguments = ["-c", text]
        run.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        run.outputPath = folder + "/output"
        run.errorPath = folder + "/error"
        run.cpuSeconds = 5
        run.wallSeconds = 20
        return run
    }

    @Test func `it says which walls stand, and names no namespaces`() async throws {
        for policy in [JailConfiguration.Policy.run, .tools] {
            let configuration = JailConfiguration(policy: policy, sandbox: .restricted, executable: Workshop.jail)
            let report = try await Jail.with(configuration) { $0.sandbox }
            #expect(report.level == .restricted)
            for wall in ["seccomp", "landlock", "rlimits"] { #expect(report.walls.contains(wall)) }
            #expect(!report.walls.contains("namespaces"))
        }
    }

    @Test func `limits hold`() async throws {
        let loop = try await runC("int main() { for (;;); }", name: "loop", sandbox: .restricted) {
            $0.cpuSeconds = 0.2
        }
        #expect(loop.outcome.ending == .cpuLimit)
        let sleeper = try await runC(
            "#include <unistd.h>\nint main() { sleep(9); }", name: "sleep", sandbox: .restricted
        ) { $0.wallSeconds = 0.2 }
        #expect(sleeper.outcome.ending == .wallLimit)
        let hog = try await runC(
            """
            #include <stdlib.h>
            #include <string.h>
            #include <unistd.h>
            int main() {
                for (int i = 0; i < 100; i++) { char *p = malloc(1 << 20); memset(p, i, 1 << 20); usleep(2000); }
                sleep(9);
            }
            """, name: "hog", sandbox: .restricted)
        #expect(hog.outcome.ending == .memoryLimit)
    }

    @Test func `a submission reaches no file, no process and no privilege of the host`() async throws {
        let run = try await runC(
            """
            #include <errno.h>
            #include <fcntl.h>
            #include <signal.h>
            #include <stdio.h>
            #include <sys/prctl.h>
            #include <sys/socket.h>
            #include <sys/stat.h>
            #include <sys/syscall.h>
            #include <unistd.h>
            int main() {
                struct stat status;
                dprintf(3, "read %d\\n", open("/etc/passwd", O_RDONLY) < 0);
                dprintf(3, "path %d\\n", open("/etc", O_PATH) < 0);
                dprintf(3, "write %d\\n", open("/tmp/judge-hostile-marker", O_WRONLY | O_CREAT, 0600) < 0);
                dprintf(3, "stat %d\\n", fstatat(AT_FDCWD, "/etc/passwd", &status, AT_EMPTY_PATH) < 0);
                dprintf(3, "socket %d\\n", socket(AF_INET, SOCK_STREAM, 0) < 0);
                dprintf(3, "fork %d\\n", syscall(SYS_fork) < 0);
                dprintf(3, "parent %d\\n", kill(getppid(), 0) < 0);
                dprintf(3, "thread %d\\n", syscall(SYS_tgkill, getppid(), getppid(), 0) < 0);
                dprintf(3, "everyone %d\\n", kill(-1, 0) < 0);
                dprintf(3, "root %d\\n", prctl(PR_SET_DUMPABLE, 1) < 0 && getuid() != 0);
                dprintf(3, "itself %d\\n", kill(getpid(), 0) == 0);
            }
            """, name: "reach", sandbox: .restricted)
        let lines = run.answer.split(separator: "\n")
        #expect(lines.count == 11)
        for line in lines { #expect(line.hasSuffix(" 1"), "\(line)") }
    }

    @Test func `abort still ends a program by its signal, in both tiers`() async throws {
        for sandbox in [SandboxChoice.full, .restricted] {
            let run = try await runC("#include <stdlib.h>\nint main() { abort(); }", name: "abort", sandbox: sandbox)
            #expect(run.outcome.ending == .signaled(6))
        }
    }

    @Test func `a tool reads what it is shown, writes in its folder, and nothing else`() async throws {
        let folder = try Workshop.shared.scratch("restricted")
        try "a secret".write(toFile: folder + "/secret", atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: folder + "/secret")
        let text = """
            cat "$SECRET" && echo breach read
            echo changed >> "$SECRET" && echo breach append
            true > "$SECRET" && echo breach truncate
            chmod 600 "$SECRET" && echo breach mode
            touch "$SECRET" && echo breach times
            ls /etc && echo breach list
            cat /proc/1/environ && echo breach process
            kill -0 $PPID && echo breach signal
            echo mine > here && cat here && read name < /proc/self/comm && echo x > /dev/null && ls /usr/bin > /dev/null && echo done
            """
        let path = try await Jail.with(tools()) { jail in
            _ = try await jail.run(sh(text, folder, environment: ["SECRET": folder + "/secret"]))
            return jail.workPath
        }
        let output = contents(folder + "/output")
        #expect(!output.contains("breach"), "\(output)")
        #expect(output.hasPrefix("mine\n") && output.hasSuffix("done\n"), "\(output) \(contents(folder + "/error"))")
        #expect(contents(folder + "/secret") == "a secret")
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `what leaves its session ends with the run all the same`() async throws {
        let folder = try Workshop.shared.scratch("orphans")
        try await Jail.with(tools()) { jail in
            let run = sh("setsid sh -c 'setsid sleep 47 & sleep 47' & sleep 0.2; echo $(ls here 2>/dev/null)", folder)
            #expect(try await jail.run(run).ending == .exited(0))
            // All of the host's processes, as the jail's are among them.
            for pid in try FileManager.default.contentsOfDirectory(atPath: "/proc") where Int(pid) != nil {
                #expect(contents("/proc/\(pid)/cmdline") != "sleep\u{0}47\u{0}")
            }
        }
    }
}
