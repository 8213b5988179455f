import Foundation
import Jail
import JudgeCore
import Testing

/// The same contract without walls, for hosts where someone said so. Only harmless programs run here.
@Suite(.timeLimit(.minutes(2))) struct PlainTests {
    @Test func `it says that there are no walls`() async throws {
        let configuration = JailConfiguration(policy: .run, sandbox: .none, executable: Workshop.jail)
        let report = try await Jail.with(configuration) { $0.sandbox }
        #expect(report == SandboxReport(level: .none, walls: ["rlimits"]))
    }

    @Test func `limits hold without walls`() async throws {
        let answer = try await runC(
            "#include <unistd.h>\nint main() { write(3, \"a\", 1); return 2; }", name: "plain", sandbox: .none)
        #expect(answer.outcome.ending == .exited(2) && answer.answer == "a")
        let loop = try await runC("int main() { for (;;); }", name: "loop", sandbox: .none) { $0.cpuSeconds = 0.2 }
        #expect(loop.outcome.ending == .cpuLimit)
        let sleeper = try await runC("#include <unistd.h>\nint main() { sleep(9); }", name: "sleep", sandbox: .none) {
            $0.wallSeconds = 0.2
        }
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
            """, name: "hog", sandbox: .none)
        #expect(hog.outcome.ending == .memoryLimit)
    }

    @Test func `the work folder is private and goes away`() async throws {
        var configuration = JailConfiguration(policy: .tools, sandbox: .none, executable: Workshop.jail)
        configuration.workBytes = 1 << 20
        let folder = try Workshop.shared.scratch("plain")
        try "x".write(toFile: folder + "/source", atomically: true, encoding: .utf8)
        let path = try await Jail.with(configuration) { jail in
            try await jail.put("a/b", from: folder + "/source")
            #expect(contents(jail.workPath + "/a/b") == "x")
            var run = JailRun(path: "/bin/sh")
            run.arguments = ["-c", "pwd; sleep 50 & mkdir -p c/d; chmod 500 c; exit 3"]
            run.outputPath = folder + "/output"
            #expect(try await jail.run(run).ending == .exited(3))
            #expect(contents(folder + "/output") == jail.workPath + "\n")
            return jail.workPath
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
