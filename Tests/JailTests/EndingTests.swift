import Foundation
import Jail
import JudgeCore
import Testing

/// Each way in which a program can end, and that it always ends.
@Suite(.timeLimit(.minutes(2))) struct EndingTests {
    @Test func `an exit status, an answer and what was printed come back apart`() async throws {
        let input = try Workshop.shared.scratch("typed") + "/input"
        try "typed\n".write(toFile: input, atomically: true, encoding: .utf8)
        let run = try await runC(
            """
            #include <stdio.h>
            #include <unistd.h>
            int main(int argc, char **argv) {
                char line[100]; fgets(line, 100, stdin);
                printf("%s %s %s", argv[0], argv[1], line); fprintf(stderr, "problem"); fflush(stdout);
                write(3, "answer", 6); return 7;
            }
            """
        ) { run in
            run.arguments = ["one argument=%"]
            run.standardInput = input
        }
        #expect(run.outcome.ending == .exited(7))
        #expect(run.answer == "answer")
        #expect(run.output == "submission one argument=% typed\n")
        #expect(run.error == "problem")
        #expect(run.outcome.resultBytes == 6)
        #expect(run.outcome.wallSeconds < 1)
        #expect(run.outcome.peakBytes > 0 && run.outcome.peakBytes < 16 << 20)
    }

    @Test(arguments: [
        ("abort", "#include <stdlib.h>\nint main() { abort(); }", 6),
        ("trap", "int main() { __builtin_trap(); }", 4),
        ("segfault", "int main() { *(volatile int *)8 = 1; }", 11),
        (
            "stackoverflow",
            """
            int f(volatile char *p) { volatile char b[4096]; b[0] = *p; return f(b) + b[0]; }
            int main() { char c = 0; return f(&c); }
            """, 11
        ),
    ]) func `a crash is the signal that ended it`(_ name: String, _ source: String, _ signal: Int) async throws {
        let run = try await runC(source, name: name) { $0.stackBytes = 8 << 20 }
        #expect(run.outcome.ending == .signaled(signal))
    }

    @Test func `an endless loop ends at its CPU limit`() async throws {
        let run = try await runC("int main() { for (;;); }", name: "loop") { $0.cpuSeconds = 0.3 }
        #expect(run.outcome.ending == .cpuLimit)
        #expect(run.outcome.cpuSeconds >= 0.3 && run.outcome.cpuSeconds < 0.4)
    }

    @Test func `ignored signals do not help a loop`() async throws {
        let source = "#include <signal.h>\nint main() { for (int s = 1; s < 65; s++) signal(s, SIG_IGN); for (;;); }"
        let run = try await runC(source, name: "ignore") { $0.cpuSeconds = 0.2 }
        #expect(run.outcome.ending == .cpuLimit)
    }

    @Test(arguments: [
        ("sleep", "#include <unistd.h>\nint main() { sleep(100); }"),
        ("stop", "#include <signal.h>\nint main() { raise(SIGSTOP); }"),
        (
            "stopself",
            "#include <signal.h>\n#include <unistd.h>\nint main() { kill(getpid(), SIGSTOP); for(;;) pause(); }"
        ),
    ]) func `waiting ends at the wall-clock limit`(_ name: String, _ source: String) async throws {
        let run = try await runC(source, name: name) { $0.wallSeconds = 0.3 }
        #expect(run.outcome.ending == .wallLimit)
        #expect(run.outcome.wallSeconds < 1)
    }

    @Test func `too much memory is a memory limit`() async throws {
        let source = """
            #include <stdlib.h>
            #include <string.h>
            int main() { for (;;) { char *p = malloc(1 << 20); if (p) memset(p, 1, 1 << 20); else return 3; } }
            """
        let run = try await runC(source, name: "hog")
        #expect(run.outcome.ending == .memoryLimit)
        let inside = try await runC(
            """
            #include <stdlib.h>
            int main() {
                volatile char *p = malloc(48 << 20);
                for (int i = 0; i < 48 << 20; i++) p[i] = 1;
                return p[77];
            }
            """, name: "inside")
        #expect(inside.outcome.ending == .exited(1))
        #expect(inside.outcome.peakBytes > 48 << 20 && inside.outcome.peakBytes < 52 << 20)
    }

    @Test func `an answer over its limit is cut and ends the run`() async throws {
        let source = """
            #include <unistd.h>
            char b[65536]; int main() { for (;;) if (write(3, b, sizeof b) < 0) return 1; }
            """
        let run = try await runC(source, name: "resultflood")
        #expect(run.outcome.ending == .resultLimit)
        #expect(run.answer.utf8.count == 1 << 20)
    }

    @Test func `a flood on standard output is counted and thrown away`() async throws {
        let source = """
            #include <unistd.h>
            char b[65536]; int main() { for (int i = 0; i < 1600; i++) write(1 + i % 2, b, sizeof b); return 0; }
            """
        // A hundred megabytes take seconds on a machine that is emulated.
        let run = try await runC(source, name: "flood") { ($0.cpuSeconds, $0.wallSeconds) = (20, 60) }
        #expect(run.outcome.ending == .exited(0))
        #expect(run.outcome.outputBytes + run.outcome.errorBytes == 1600 * 65536)
        #expect(run.output.utf8.count == 65536)
        let limited = try await runC(source, name: "flood") { $0.outputLimit = 1 << 20 }
        #expect(limited.outcome.ending == .outputLimit)
    }

    @Test func `a hundred megabytes of input stream through`() async throws {
        let path = try Workshop.shared.scratch("input") + "/large"
        try #require(FileManager.default.createFile(atPath: path, contents: nil))
        let file = try #require(FileHandle(forWritingAtPath: path))
        for _ in 0..<100 { file.write(Data(repeating: 65, count: 1 << 20)) }
        try file.close()
        let source = """
            #include <stdio.h>
            #include <unistd.h>
            char b[65536];
            int main() { long n = 0, c; while ((c = read(0, b, sizeof b)) > 0) n += c; dprintf(3, "%ld", n); }
            """
        let run = try await runC(source, name: "large") {
            $0.standardInput = path
            ($0.cpuSeconds, $0.wallSeconds) = (20, 60)
        }
        #expect(run.answer == "\(100 << 20)")
        let careless = try await runC("int main() { return 5; }", name: "careless") { $0.standardInput = path }
        #expect(careless.outcome.ending == .exited(5))
        try FileManager.default.removeItem(atPath: path)
    }

    @Test func `closed descriptors end nothing but the program's own channels`() async throws {
        let source = "#include <unistd.h>\nint main() { for (int i = 0; i < 100; i++) close(i); return 9; }"
        #expect(try await runC(source, name: "closer").outcome.ending == .exited(9))
    }

    @Test func `a jail goes on after every kind of end`() async throws {
        let source = """
            #include <signal.h>
            #include <stdlib.h>
            #include <string.h>
            #include <unistd.h>
            static char b[65536];
            int main(int argc, char **argv) {
                if (!strcmp(argv[1], "loop")) for (;;);
                while (!strcmp(argv[1], "hog")) { char *p = malloc(1 << 20); memset(p, 1, 1 << 20); write(1, p, 1); }
                if (!strcmp(argv[1], "sleep")) sleep(50);
                if (!strcmp(argv[1], "stop")) raise(SIGSTOP);
                if (!strcmp(argv[1], "abort")) abort();
                if (!strcmp(argv[1], "flood")) for (;;) write(3, b, sizeof b);
                return 5;
            }
            """
        let executable = try Workshop.shared.program("every", source)
        let folder = try Workshop.shared.scratch("every")
        let ends: [(String, JailOutcome.Ending)] = [
            ("loop", .cpuLimit), ("hog", .memoryLimit), ("sleep", .wallLimit), ("stop", .wallLimit),
            ("abort", .signaled(6)), ("flood", .resultLimit), ("fine", .exited(5)),
        ]
        try await Jail.with(JailConfiguration(policy: .run, executable: Workshop.jail)) { jail in
            try await jail.load(program: "every", from: executable)
            for (word, ending) in ends + ends.reversed() {
                var run = JailRun(program: "every")
                run.arguments = [word]
                run.result = JailRun.Result(path: folder + "/result", channel: 3, limit: 1 << 20)
                // Where memory comes slowly, the hog needs some time to its end.
                run.cpuSeconds = word == "loop" ? 0.2 : 10
                run.wallSeconds = word == "sleep" || word == "stop" ? 0.2 : 10
                run.memoryBytes = 64 << 20
                let outcome = try await jail.run(run)
                #expect(outcome.ending == ending, "\(word)")
            }
        }
    }

    @Test(arguments: [SandboxChoice.full, .restricted])
    func `memory that a run leaves on the account is not put down to the next`(sandbox: SandboxChoice) async throws {
        try await expectQuietAfter(
            "tables",
            """
            #include <sys/mman.h>
            /* A byte in every 2 MiB: all memory goes into page tables, which the kernel takes off the account late. */
            int main() {
                char *p = mmap(0, 1l << 40, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
                if (p == MAP_FAILED) return 3;
                for (long at = 0; at < 1l << 40; at += 2 << 20) p[at] = 1;
            }
            """, sandbox: sandbox, times: 5)
    }

    /// The kernel kills the largest process, and this one is smaller than the jail's own.
    @Test(arguments: [SandboxChoice.full, .restricted])
    func `a program that is smaller than the jail and takes all memory ends its own run, not the next`(
        sandbox: SandboxChoice
    ) async throws {
        try await expectQuietAfter(
            "small",
            """
            #include <sys/mman.h>
            int main() {
                long size = 1l << 30;
                char *p = mmap(0, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
                if (p == MAP_FAILED) return 3;
                /* The page stays in the shared file, and leaves our own tables. */
                for (long at = 0; at < size; at += 4096) { p[at] = 1; madvise(p + at, 4096, MADV_DONTNEED); }
            }
            """, sandbox: sandbox, times: 3)
    }

    /// One child of init always waits behind its walls. Where something outside makes an end of it, that is not the
    /// program's doing.
    @Test(arguments: [SandboxChoice.full, .restricted])
    func `a waiting child that is killed is never taken for the end of a program`(sandbox: SandboxChoice) async throws {
        let quiet = try Workshop.shared.program("quiet", "int main() { return 7; }")
        let configuration = JailConfiguration(policy: .run, sandbox: sandbox, executable: Workshop.jail)
        try await Jail.with(configuration) { jail in
            let others = youngest(of: getpid())
            try await jail.load(program: "quiet", from: quiet)
            for _ in 0..<20 {
                // It is forked after the answer to the last request.
                var waiting: Set<Int32> = []
                for _ in 0..<200 where waiting.count != 1 {
                    try await Task.sleep(for: .milliseconds(5))
                    waiting = youngest(of: getpid()).subtracting(others)
                }
                #expect(waiting.count == 1)
                for number in waiting { kill(number, SIGKILL) }
                do {
                    #expect(try await jail.run(JailRun(program: "quiet")).ending == .exited(7))
                } catch let error as JudgeError {
                    #expect(error.message.contains("could not be started"))
                }
                #expect(try await jail.run(JailRun(program: "quiet")).ending == .exited(7))
            }
        }
    }

    /// The processes below this one that have no child.
    private func youngest(of parent: Int32) -> Set<Int32> {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(parent)/task")) ?? []
        let children = threads.flatMap { thread in
            contents("/proc/\(parent)/task/\(thread)/children").split(separator: " ").compactMap { Int32($0) }
        }
        return children.isEmpty ? [parent] : children.reduce(into: []) { $0.formUnion(youngest(of: $1)) }
    }

    @Test func `an answer that cannot be kept is an error that names the file`() async throws {
        let talker = try Workshop.shared.program("talker", "#include <stdio.h>\nint main() { puts(\"42\"); }")
        let folder = try Workshop.shared.scratch("unkept")
        try await Jail.with(JailConfiguration(policy: .run, executable: Workshop.jail)) { jail in
            try await jail.load(program: "talker", from: talker)
            var run = JailRun(program: "talker")
            run.result = JailRun.Result(path: folder + "/nowhere/answer", channel: 1, limit: 1 << 10)
            let error = try await #require(throws: JudgeError.self) { try await jail.run(run) }
            #expect(error.message.contains(folder + "/nowhere/answer"))
            run.result = JailRun.Result(path: folder + "/answer", channel: 1, limit: 1 << 10)
            #expect(try await jail.run(run).ending == .exited(0))
            #expect(contents(folder + "/answer") == "42\n")
        }
    }

    /// Runs the C program `name` in 64 MiB, which it passes, and expects of a quiet one after it that nothing of that shows.
    private func expectQuietAfter(_ name: String, _ source: String, sandbox: SandboxChoice, times: Int) async throws {
        let hog = try Workshop.shared.program(name, source)
        let quiet = try Workshop.shared.program("quiet", "int main() { return 7; }")
        let configuration = JailConfiguration(
            policy: .run, sandbox: sandbox, memoryBytes: 64 << 20, executable: Workshop.jail)
        try await Jail.with(configuration) { jail in
            // Without a control group there is no account, and nobody sees memory that is not mapped.
            guard jail.sandbox.walls.contains(where: { $0.hasPrefix("cgroup") }) else { return }
            try await jail.load(program: "hog", from: hog)
            try await jail.load(program: "quiet", from: quiet)
            for _ in 0..<times {
                #expect(try await jail.run(JailRun(program: "hog")).ending == .memoryLimit)
                let next = try await jail.run(JailRun(program: "quiet"))
                #expect(next.ending == .exited(7) && next.peakBytes < 16 << 20)
            }
        }
    }
}
