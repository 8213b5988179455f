import Foundation
import JudgeCore
import Support
import Testing

@testable import Compilation

@Suite("The cache of executables")
struct ExecutableCacheTests {
    /// What a build leaves in `folder`: files of these texts.
    private func built(
        _ folder: String, program: String = "program", metered: String? = nil, uncounted: [String] = [],
        diagnostics: [Diagnostic] = []
    ) throws -> ExecutableCache.Built {
        try write(program, to: "\(folder)/built")
        if let metered { try write(metered, to: "\(folder)/built-metered") }
        return ExecutableCache.Built(
            program: "\(folder)/built", metered: metered.map { _ in "\(folder)/built-metered" }, uncounted: uncounted,
            seconds: 1, diagnostics: diagnostics)
    }

    /// A cache in `folder`, whose damaged entries go to the folder beside it; what it says is lost.
    private func cache(_ folder: String, capacity: Int = 1 << 30, graceSeconds: Double = 600) -> ExecutableCache {
        ExecutableCache(
            folder: folder, kept: KeptFolders(damaged: "\(folder)-damaged", notice: { _ in }), capacity: capacity,
            graceSeconds: graceSeconds)
    }

    @Test("gives back what was stored, with its diagnostics")
    func roundTrip() async throws {
        try await withFolder { folder in
            let cache = cache(folder)
            #expect(cache.find("a") == nil)
            let warning = Diagnostic(severity: .warning, file: "x.swift", line: 1, column: 2, message: "unused")
            let stored = try cache.store("a", try built(folder, diagnostics: [warning]))
            #expect(!stored.cached && stored.seconds == 1 && stored.metered == nil)
            let found = try #require(cache.find("a"))
            #expect(found.cached && found.seconds == 0 && found.diagnostics == [warning] && found.metered == nil)
            #expect(try String(contentsOfFile: found.path, encoding: .utf8) == "program")
        }
    }

    @Test("keeps a program and the one that counts together, with what the meter does not see")
    func metered() async throws {
        try await withFolder { folder in
            let cache = cache(folder)
            let stored = try cache.store("a", try built(folder, metered: "counts", uncounted: ["String.count.getter"]))
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/built-metered"))
            let found = try #require(cache.find("a"))
            for executable in [stored, found] {
                let metered = try #require(executable.metered)
                #expect(metered.uncounted == ["String.count.getter"])
                #expect(try String(contentsOfFile: metered.path, encoding: .utf8) == "counts")
                #expect(try String(contentsOfFile: executable.path, encoding: .utf8) == "program")
            }
        }
    }

    @Test(
        "sets a damaged entry aside",
        arguments: [
            "truncated program", "broken record", "no program", "truncated metered", "no metered", "longer metered",
            "a changed byte",
        ])
    func damaged(how: String) async throws {
        try await withFolder { folder in
            let cache = cache(folder)
            let stored = try cache.store("a", try built(folder, metered: "counts"))
            let metered = try #require(stored.metered?.path)
            switch how {
            case "truncated program": try write("prog", to: stored.path)
            case "broken record": try write("{", to: "\(folder)/a/record.json")
            case "no program": try FileManager.default.removeItem(atPath: stored.path)
            case "truncated metered": try write("cou", to: metered)
            case "a changed byte": try write("progrbm", to: stored.path)
            case "no metered": try FileManager.default.removeItem(atPath: metered)
            default: try write("counts and more", to: metered)
            }
            #expect(cache.find("a") == nil)
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/a"))
            _ = try cache.store("a", try built(folder, metered: "counts"))
            #expect(cache.find("a")?.metered != nil)
        }
    }

    @Test("does not take a file that counts for part of an entry that was stored without")
    func unexpectedMetered() async throws {
        try await withFolder { folder in
            let cache = cache(folder)
            _ = try cache.store("a", try built(folder))
            try write("from elsewhere", to: "\(folder)/a/metered")
            #expect(cache.find("a") == nil)
        }
    }

    @Test("keeps the first of two that are stored under one key")
    func race() async throws {
        try await withFolder { folder in
            let cache = cache(folder)
            for text in ["first", "second"] {
                let stored = try cache.store("a", try built(folder, program: text))
                #expect(try String(contentsOfFile: stored.path, encoding: .utf8) == "first")
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix(".") }.isEmpty)
        }
    }

    @Test("drops the least recently used entries when it is full, never one in use; both files of an entry count")
    func bounded() async throws {
        try await withFolder { folder in
            let cache = cache(folder, capacity: 25, graceSeconds: 100)
            for (index, key) in ["old", "older", "used"].enumerated() {
                _ = try cache.store(key, try built(folder, program: "01234", metered: "56789"))
                let age = key == "used" ? 0.0 : Double(1000 + index * 1000)
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: "\(folder)/\(key)")
            }
            _ = try cache.store("new", try built(folder, program: "01234", metered: "56789"))
            #expect(cache.find("older") == nil)
            #expect(cache.find("used") != nil)
            #expect(cache.find("new")?.metered != nil)
        }
    }
}
