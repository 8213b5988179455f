import Foundation
import Jail
import JudgeCore
import Testing

/// The page of memory that a program shares with the judge, and what a run needs so that counts repeat.
@Suite(.timeLimit(.minutes(2))) struct MeterTests {
    /// Maps descriptor 4, adds to each of the first 256 bytes its place, and ends as the argument says.
    private static let counter = """
        #include <signal.h>
        #include <stdlib.h>
        #include <string.h>
        #include <sys/mman.h>
        #include <unistd.h>
        int main(int argc, char **argv) {
            unsigned char *page = mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, 4, 0);
            if (page == MAP_FAILED) return 90;
            for (int i = 0; i < 4096; i++) page[i] += i;
            close(4);
            if (!strcmp(argv[1], "unmap")) munmap(page, 4096);
            if (!strcmp(argv[1], "abort")) abort();
            if (!strcmp(argv[1], "trap")) __builtin_trap();
            if (!strcmp(argv[1], "kill")) kill(getpid(), SIGKILL);
            if (!strcmp(argv[1], "loop")) for (;;);
            if (!strcmp(argv[1], "sleep")) sleep(50);
            while (!strcmp(argv[1], "hog")) { char *p = malloc(1 << 20); memset(p, 1, 1 << 20); write(1, p, 1); }
            while (!strcmp(argv[1], "flood")) write(3, page, 4096);
            return 7;
        }
        """

    /// What the counter leaves of a page that began with `given`.
    private static func left(_ given: [UInt8]) -> [UInt8] {
        (0..<256).map { UInt8(truncatingIfNeeded: Int($0 < given.count ? given[$0] : 0) + $0) }
    }

    @Test(
        arguments: [
            ("exit", .exited(7)), ("unmap", .exited(7)), ("abort", .signaled(6)), ("trap", .signaled(4)),
            ("kill", .signaled(9)),
            ("loop", .cpuLimit), ("sleep", .wallLimit), ("hog", .memoryLimit), ("flood", .resultLimit),
        ] as [(String, JailOutcome.Ending)])
    func `the page comes back as the program left it, however it ended`(_ word: String, _ ending: JailOutcome.Ending)
        async throws
    {
        let given = (0..<256).map { UInt8(truncatingIfNeeded: 3 &* $0 &+ 1) }
        let run = try await runC(Self.counter, name: "counter") { run in
            run.arguments = [word]
            run.meter = given
            // Where memory comes slowly, the hog needs some time to its end.
            run.cpuSeconds = word == "loop" ? 0.2 : 10
            run.wallSeconds = word == "sleep" ? 0.3 : 10
        }
        #expect(run.outcome.ending == ending)
        #expect(run.outcome.meter == Self.left(given))
    }

    @Test func `the page begins with what is given, and with zeros behind`() async throws {
        for given in [[], [255], [1, 2, 3]] as [[UInt8]] {
            let run = try await runC(Self.counter, name: "counter") { run in
                run.arguments = ["exit"]
                run.meter = given
            }
            #expect(run.outcome.ending == .exited(7))
            #expect(run.outcome.meter == Self.left(given))
        }
    }

    @Test func `a page of one run is not that of the next, and a run without one gets none`() async throws {
        let executable = try Workshop.shared.program("counter", Self.counter)
        try await Jail.with(JailConfiguration(policy: .run, executable: Workshop.jail)) { jail in
            try await jail.load(program: "main", from: executable)
            func outcome(_ meter: [UInt8]?) async throws -> JailOutcome {
                var run = JailRun(program: "main")
                run.arguments = ["exit"]
                run.meter = meter
                return try await jail.run(run)
            }
            for given in [[7, 7, 7], [], nil, [9], nil, []] as [[UInt8]?] {
                let found = try await outcome(given)
                #expect(found.ending == .exited(given == nil ? 90 : 7))
                #expect(found.meter == given.map(Self.left))
            }
        }
    }

    @Test(arguments: [true, false]) func `descriptor 4 is there where a page is, and nothing above it`(hasPage: Bool)
        async throws
    {
        let source = """
            #include <fcntl.h>
            #include <stdio.h>
            int main() { for (int i = 0; i < 64; i++) if (fcntl(i, F_GETFD) >= 0) dprintf(3, "%d ", i); }
            """
        for sandbox in [SandboxChoice.full, .none] {
            let run = try await runC(source, name: "descriptors", sandbox: sandbox) { if hasPage { $0.meter = [] } }
            #expect(run.answer == (hasPage ? "0 1 2 3 4 " : "0 1 2 3 "))
            #expect((run.outcome.meter != nil) == hasPage)
        }
    }

    @Test func `a program that answers on standard output gets its page all the same`() async throws {
        let run = try await runC(Self.counter, name: "counter") { run in
            run.arguments = ["exit"]
            run.result = JailRun.Result(path: run.result!.path, channel: 1, limit: 1 << 20)
            run.outputPath = nil
            run.meter = [1]
        }
        #expect(run.outcome.ending == .exited(7))
        #expect(run.outcome.meter == Self.left([1]))
    }

    /// Without walls, too, where no filter refuses the calls: then the seals must.
    @Test(arguments: [SandboxChoice.full, .none]) func `the page can be neither grown nor shrunk`(
        sandbox: SandboxChoice
    )
        async throws
    {
        let source = """
            #include <fcntl.h>
            #include <stdio.h>
            #include <sys/mman.h>
            #include <sys/stat.h>
            #include <unistd.h>
            int main() {
                char *page = mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, 4, 0);
                struct stat about;
                dprintf(3, "%d", ftruncate(4, 0) == 0);
                dprintf(3, "%d", ftruncate(4, 1 << 20) == 0);
                dprintf(3, "%d", fallocate(4, 0, 0, 1 << 20) == 0);
                dprintf(3, "%d", fcntl(4, F_ADD_SEALS, F_SEAL_WRITE) == 0);
                dprintf(3, "%d", pwrite(4, "x", 1, 1 << 20) == 1);
                dprintf(3, " %ld", fstat(4, &about) == 0 ? (long)about.st_size : -1);
                page[255] = 42;
            }
            """
        let run = try await runC(source, name: "sealed", sandbox: sandbox) { $0.meter = [1] }
        #expect(run.answer == "00000 4096")
        #expect(run.outcome.meter == [1] + [UInt8](repeating: 0, count: 254) + [42])
    }

    @Test func `a request with more bytes than are given back is refused, and the jail goes on`() async throws {
        let executable = try Workshop.shared.program("counter", Self.counter)
        try await Jail.with(JailConfiguration(policy: .run, executable: Workshop.jail)) { jail in
            try await jail.load(program: "main", from: executable)
            var run = JailRun(program: "main")
            run.arguments = ["exit"]
            for count in [257, 4096, 20_000] {
                run.meter = [UInt8](repeating: 1, count: count)
                let long = run
                let error = await #expect(throws: JudgeError.self) { try await jail.run(long) }
                #expect(error?.kind == .failure, "\(count) bytes: \(error?.message ?? "")")
            }
            run.meter = nil
            let without = try await jail.run(run)
            #expect(without.ending == .exited(90) && without.meter == nil)
            run.meter = [UInt8](repeating: 1, count: 256)
            #expect(try await jail.run(run).meter == Self.left([UInt8](repeating: 1, count: 256)))
        }
    }

    // MARK: Clocks

    /// Works for so many milliseconds of its own CPU time, then sleeps for so many seconds.
    private static let worker = """
        #include <stdlib.h>
        #include <time.h>
        #include <unistd.h>
        int main(int argc, char **argv) {
            while (clock() < atoi(argv[1]) * (CLOCKS_PER_SEC / 1000));
            sleep(atoi(argv[2]));
            return 7;
        }
        """

    @Test func `who works is not ended by the clock on the wall`() async throws {
        let run = try await runC(Self.worker, name: "worker") { run in
            run.arguments = ["600", "0"]
            run.wallSeconds = 0.1
            run.cpuSeconds = 5
        }
        #expect(run.outcome.ending == .exited(7))
        #expect(run.outcome.wallSeconds > 0.5)
    }

    @Test func `who works for ever is ended by its CPU limit, however short the clock`() async throws {
        let run = try await runC("int main() { for (;;); }", name: "loop") { run in
            run.wallSeconds = 0.05
            run.cpuSeconds = 0.4
        }
        #expect(run.outcome.ending == .cpuLimit)
    }

    @Test(arguments: [0, 10]) func `who sleeps is ended by the clock, also after a little work`(milliseconds: Int)
        async throws
    {
        let run = try await runC(Self.worker, name: "worker") { run in
            run.arguments = ["\(milliseconds)", "60"]
            run.wallSeconds = 0.1
            run.cpuSeconds = 5
        }
        #expect(run.outcome.ending == .wallLimit)
        #expect(run.outcome.wallSeconds < 30)
    }

    @Test func `a tool is ended by the clock, work or not`() async throws {
        let executable = try Workshop.shared.program("loop", "int main() { for (;;); }")
        try await Jail.with(JailConfiguration(policy: .tools, executable: Workshop.jail)) { jail in
            try await jail.load(program: "loop", from: executable)
            var run = JailRun(program: "loop")
            run.wallSeconds = 0.2
            run.cpuSeconds = 20
            #expect(try await jail.run(run).ending == .wallLimit)
        }
    }

    // MARK: Addresses

    @Test func `a program sees the same addresses in every run`() async throws {
        let source = """
            #include <stdio.h>
            #include <stdlib.h>
            #include <sys/mman.h>
            #include <unistd.h>
            static int data;
            int main(int argc, char **argv) {
                int local;
                void *mapped = mmap(0, 1 << 20, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
                dprintf(3, "%p %p %p %p %p %p\\n", (void *)&local, malloc(10), malloc(1 << 24), mapped, (void *)argv, sbrk(0));
            }
            """
        var seen: Set<String> = []
        for _ in 0..<2 {
            let executable = try Workshop.shared.program("addresses", source)
            let folder = try Workshop.shared.scratch("addresses")
            try await Jail.with(JailConfiguration(policy: .run, executable: Workshop.jail)) { jail in
                try await jail.load(program: "main", from: executable)
                var run = JailRun(program: "main")
                run.result = JailRun.Result(path: folder + "/result", channel: 3, limit: 1 << 10)
                for _ in 0..<3 {
                    #expect(try await jail.run(run).ending == .exited(0))
                    seen.insert(contents(folder + "/result"))
                }
            }
        }
        #expect(seen.count == 1 && seen.first?.contains("0x") == true, "\(seen)")
    }
}
