import Foundation
import Jail
import Subprocess
import Support
import SystemPackage

/// What the walls cost: entering a jail, and each case over a bare spawn of the same program.
struct JailBench {
    let folder: String
    private let cases = 200
    private let rounds = 31

    func run() async throws {
        let source = "\(folder)/nothing.swift"
        let program = "\(folder)/nothing"
        try write("print(42)\n", to: source)
        let compiled = try await execute(
            "/usr/bin/env", ["swiftc", "-O", "-static-executable", "-use-ld=lld", source, "-o", program])
        guard compiled.status == 0 else { fatalError(compiled.errors) }
        let spawner = "\(folder)/spawner"
        try write(Self.spawnerSource, to: "\(spawner).c")
        let built = try await execute("/usr/bin/env", ["cc", "-O2", "-static", "\(spawner).c", "-o", spawner])
        guard built.status == 0 else { fatalError(built.errors) }

        print("the jail, \(cases) cases of a program that prints a number, \(rounds) rounds in turn")
        var bare: [Double] = []
        var jailed: [Double] = []
        var entering: [Double] = []
        var whole: [Double] = []
        let configuration = JailConfiguration(policy: .run, memoryBytes: 512 << 20, executable: Checkout.jail)
        for _ in 0..<rounds {
            let finished = try await execute(spawner, ["\(cases)", program])
            bare.append(Double(finished.output.trimmingCharacters(in: .whitespacesAndNewlines)) ?? .nan)
            let started = ContinuousClock.now
            var entered = started
            whole.append(try await Bench.seconds { entered = try await Jail.with(configuration) { _ in .now } })
            entering.append((entered - started) / .seconds(1))
            try await Jail.with(configuration) { jail in
                try await jail.load(program: "nothing", from: program)
                let seconds = try await Bench.seconds {
                    for _ in 0..<cases {
                        var run = JailRun(program: "nothing")
                        run.result = JailRun.Result(path: "\(folder)/answer", channel: 1, limit: 1 << 20)
                        guard try await jail.run(run).ending == .exited(0) else { fatalError("a case failed") }
                    }
                }
                jailed.append(seconds / Double(cases))
            }
        }
        Bench.line("a bare spawn, by a small C program", bare, unit: "ms", scale: 1e3)
        Bench.line("a case in the jail", jailed, unit: "ms", scale: 1e3)
        let cost = Bench.median(zip(jailed, bare).map { $0 - $1 }) * 1e3
        print(
            String(
                format: "  the jail's cost per case %.3f ms  (target at most 0.3: %@)", cost,
                cost <= 0.3 ? "ok" : "MISSED"))
        Bench.line("entering a jail", entering, unit: "ms", scale: 1e3)
        Bench.line("entering and leaving it", whole, unit: "ms", scale: 1e3)
        let enter = Bench.median(entering) * 1e3
        print(String(format: "  entering a jail %.1f ms  (target at most 8: %@)", enter, enter <= 8 ? "ok" : "MISSED"))
    }

    /// Spawns a program N times with its output in a pipe, as any runner must, and prints the seconds each took.
    private static let spawnerSource = #"""
        #include <stdio.h>
        #include <stdlib.h>
        #include <sys/wait.h>
        #include <time.h>
        #include <unistd.h>
        int main(int count, char **words)
        {
            int runs = atoi(words[1]);
            struct timespec start, end;
            clock_gettime(CLOCK_MONOTONIC, &start);
            for (int i = 0; i < runs; i++) {
                int channel[2];
                char answer[4096];
                if (pipe(channel)) return 1;
                pid_t child = fork();
                if (child == 0) {
                    dup2(channel[1], 1);
                    close(channel[0]);
                    close(channel[1]);
                    execv(words[2], words + 2);
                    _exit(127);
                }
                close(channel[1]);
                while (read(channel[0], answer, sizeof answer) > 0) {}
                close(channel[0]);
                int status;
                waitpid(child, &status, 0);
                if (status != 0) return 1;
            }
            clock_gettime(CLOCK_MONOTONIC, &end);
            printf("%.9f\n", (end.tv_sec - start.tv_sec + (end.tv_nsec - start.tv_nsec) * 1e-9) / runs);
            return count < 3;
        }
        """#
}
