import Foundation
import JudgeCore
import Support
import Testing

@testable import Jail

/// The lines between the judge and `judge-jail`.
@Suite(.timeLimit(.minutes(1))) struct ProtocolTests {
    @Test func `values survive the percent code`() {
        let text = "a b%41=ü\n/x:y,z+1-2_\u{1}"
        #expect(String(percentEncoded: text.percentEncoded) == text)
        #expect("a b".percentEncoded == "a%20b")
        #expect("/usr/lib=1:2,3+4-5._".percentEncoded == "/usr/lib=1:2,3+4-5._")
        #expect(String(percentEncoded: "%zz%4") == "%zz%4")
    }

    @Test func `answers come in the order of requests, whoever knows them first`() async throws {
        let folder = try Workshop.shared.scratch("order")
        try "x".write(toFile: folder + "/source", atomically: true, encoding: .utf8)
        let lines = try await talk(
            [
                "put a \(folder)/source", "program x /nowhere", "put b \(folder)/source", "nonsense",
                "get a \(folder)/a 9", "remove b", "remove %zz", "get b \(folder)/b 9",
            ], ["--policy", "tools", "--work", "1000000"])
        let steps = lines.map { line in
            let words = line.split(separator: " ").map(String.init)
            return words.first { $0.hasPrefix("step=") } ?? words[0]
        }
        #expect(
            steps == ["ready", "ok", "step=program", "ok", "step=request", "ok", "ok", "step=request", "step=get"])
    }

    @Test(arguments: [
        "run", "run 1", "run 1 path=/x program=y", "run 1 path=x", "run 1 program=y cpu=-1", "run 1 program=y cpu=nan",
        "run 1 program=y memory=1x", "run 1 program=y channel=2", "run 1 program=y arg=%0", "run 1 program=y arg=%00",
        "run 1 program=y unknown=1", "run 1 program=y word", "get a b c", "get a b", "put", "program a", "\u{7f}",
        "cancel",
    ]) func `a line that makes no sense is an error, not an end`(_ line: String) async throws {
        let lines = try await talk([line, "remove x"], ["--policy", "run"])
        #expect(lines.count == 3)
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("error ") })
    }

    @Test func `more words than fit are refused, not dropped`() async throws {
        let words = Array(repeating: "arg=a", count: 5000).joined(separator: " ")
        let lines = try await talk(["run 1 program=y \(words)"], ["--policy", "run"])
        #expect(lines.last?.hasPrefix("error id=") == true)
        #expect(lines.last?.contains("step=request") == true)
    }

    @Test(arguments: [
        [], ["--policy", "walk"], ["--policy", "run", "--work", "5"], ["--policy", "tools", "--memory", "0"],
        ["--policy", "tools", "--bind", "relative"], ["--policy", "run", "--walls", "thin"], ["--policy"],
    ]) func `wrong options are wrong usage`(_ options: [String]) throws {
        let status = try Workshop.shared.shell([Workshop.jail] + options, quiet: true)
        #expect(status == 64)
    }

    /// A jail that watches itself is no static executable, and would be preloaded into.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["JUDGE_JAIL"] == nil))
    func `what the caller has its own programs preload is not preloaded into bubblewrap`() async throws {
        let folder = try Workshop.shared.scratch("preload")
        try """
        #include <fcntl.h>
        __attribute__((constructor)) static void mark(void) { open("\(folder)/marker", O_CREAT | O_WRONLY, 0600); }
        """.write(toFile: folder + "/mark.c", atomically: true, encoding: .utf8)
        let library = folder + "/mark.so"
        try #require(
            try Workshop.shared.shell(["cc", "-shared", "-fPIC", "-w", "-o", library, folder + "/mark.c"]) == 0)
        let environment = ["PATH": "/usr/bin:/bin", "LD_PRELOAD": library]
        let lines = try await talk(["remove x"], ["--policy", "run"], environment: environment)
        #expect(lines.first?.hasPrefix("ready level=full") == true)
        #expect(!FileManager.default.fileExists(atPath: folder + "/marker"))
    }

    /// Sends `lines` at once and returns the answers, one for each and the greeting.
    private func talk(
        _ lines: [String], _ options: [String], environment: [String: String]? = nil
    ) async throws -> [String] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Workshop.jail)
        process.arguments = options
        if let environment { process.environment = environment }
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        input.fileHandleForWriting.write(Data((lines.joined(separator: "\n") + "\n").utf8))
        var text = ""
        // It answers each line; only then is its input ended, which would end it too.
        while text.count(where: { $0 == "\n" }) <= lines.count {
            let data = output.fileHandleForReading.availableData
            if data.isEmpty { break }
            text += String(decoding: data, as: UTF8.self)
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return text.split(separator: "\n").map(String.init)
    }

    @Test func `answers that are nearly right are taken apart or are no outcome`() {
        let originals = [
            "ready level=full walls=namespaces,seccomp user=own landlock=7 work=/box",
            "done r1 outcome=exited status=0 signal=0 cpu=0.5 wall=0.6 peak=4096 result=1 output=2 error=3 meter=00ff",
            "error id=r2 step=put errno=28 message=No%20space", "ok bytes=12",
        ]
        let words = ["%", "%00", "=", "outcome=", "cpu=nan", "peak=-1", "status=99999999999", "meter=0"]
        var outcomes = 0
        for bytes in Mutants(of: originals.map { Array($0.utf8) }, words: words, count: 20_000) {
            guard let reply = Reply(line: String(decoding: bytes, as: UTF8.self)) else { continue }
            #expect(!reply.word.isEmpty && !reply.error.message.isEmpty)
            guard let outcome = JailOutcome(reply.fields) else { continue }
            outcomes += 1
            #expect(outcome.peakBytes >= 0 && outcome.cpuSeconds >= 0 && outcome.wallSeconds >= 0, "\(reply)")
        }
        #expect(outcomes > 300)
    }
}
