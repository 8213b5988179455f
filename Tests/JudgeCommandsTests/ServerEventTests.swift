import Foundation
import JudgeCore
import Support
import Testing

@testable import JudgeCommands

/// The stream of events that the client reads, and the file of its tokens.
@Suite struct ServerEventTests {
    private let stream = Array(
        """
        retry: 2000

        id: 1
        event: phase
        data: {"phase":"queued"}

        : still here

        event: progress
        data: {"index":3,"name":"secret/a","stage":"running","total":14}

        event: progress\r
        data: {"stage":"measuring",\r
        data: "index":1,"total":2,"name":"n"}\r
        \r

        """.utf8)

    @Test func `events come out whole, however the bytes arrive`() {
        for size in [1, 2, 7, stream.count] {
            var reader = ServerEvent.Reader()
            var events: [ServerEvent] = []
            for start in stride(from: 0, to: stream.count, by: size) {
                events += reader.read(Array(stream[start..<min(start + size, stream.count)]))
            }
            #expect(events.map(\.id) == ["1", nil, nil])
            #expect(events.map(\.type) == ["phase", "progress", "progress"])
            #expect(
                events.compactMap(\.progress) == [
                    .running(index: 3, total: 14, name: "secret/a"), .measuring(index: 1, total: 2, variable: "n"),
                ])
        }
    }

    @Test func `a stream that no judge would send ends nothing`() {
        for bytes in Mutants(of: [stream], words: ["data:", "event: progress", "\"stage\"", "\n\n"], count: 20_000) {
            var reader = ServerEvent.Reader()
            for event in reader.read(bytes) { _ = event.progress }
        }
        var reader = ServerEvent.Reader()
        #expect(reader.read([UInt8](repeating: 65, count: 1 << 20)).isEmpty)
    }

    @Test func `a broken file of tokens is an error that names it`() async throws {
        try await withFolder { folder in
            let file = try TokenFile(environment: ["XDG_CONFIG_HOME": folder])
            try file.keep("judge_a", for: "http://127.0.0.1:1")
            try file.keep("judge_b", for: "http://127.0.0.1:2")
            #expect(try file.read() == ["http://127.0.0.1:1": "judge_a", "http://127.0.0.1:2": "judge_b"])
            let original = try #require(FileManager.default.contents(atPath: file.path))
            for bytes in Mutants(of: [Array(original)], words: ["null", "{}"], count: 2000) {
                try Data(bytes).write(to: URL(fileURLWithPath: file.path))
                do { _ = try file.read() } catch let error as JudgeError {
                    #expect(error.exitCode == 64 && error.message.contains(file.path))
                }
            }
        }
    }
}
