import Foundation
import JudgeCore
import Support
import Testing

@testable import Compilation

@Suite("The cache of executables")
struct ExecutableCacheTests {
    @Test("gives back what was stored, with its diagnostics")
    func roundTrip() async throws {
        try await withFolder { folder in
            let cache = ExecutableCache(folder: folder)
            #expect(cache.find("a") == nil)
            try write("program", to: "\(folder)/built")
            let warning = Diagnostic(severity: .warning, file: "x.swift", line: 1, column: 2, message: "unused")
            let stored = try cache.store("a", built: "\(folder)/built", seconds: 1, diagnostics: [warning])
            #expect(!stored.cached)
            let found = try #require(cache.find("a"))
            #expect(found.cached && found.seconds == 0 && found.diagnostics == [warning])
            #expect(try String(contentsOfFile: found.path, encoding: .utf8) == "program")
        }
    }

    @Test("sets a damaged entry aside", arguments: ["truncated program", "broken record", "no program"])
    func damaged(how: String) async throws {
        try await withFolder { folder in
            let cache = ExecutableCache(folder: folder)
            try write("program", to: "\(folder)/built")
            let stored = try cache.store("a", built: "\(folder)/built", seconds: 1, diagnostics: [])
            switch how {
            case "truncated program": try write("prog", to: stored.path)
            case "broken record": try write("{", to: "\(folder)/a/record.json")
            default: try FileManager.default.removeItem(atPath: stored.path)
            }
            #expect(cache.find("a") == nil)
            try write("program", to: "\(folder)/built")
            _ = try cache.store("a", built: "\(folder)/built", seconds: 1, diagnostics: [])
            #expect(cache.find("a") != nil)
        }
    }

    @Test("keeps the first of two that are stored under one key")
    func race() async throws {
        try await withFolder { folder in
            let cache = ExecutableCache(folder: folder)
            for text in ["first", "second"] {
                try write(text, to: "\(folder)/built")
                let stored = try cache.store("a", built: "\(folder)/built", seconds: 1, diagnostics: [])
                #expect(try String(contentsOfFile: stored.path, encoding: .utf8) == "first")
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix(".") }.isEmpty)
        }
    }

    @Test("drops the least recently used entries when it is full, never one in use")
    func bounded() async throws {
        try await withFolder { folder in
            let cache = ExecutableCache(folder: folder, capacity: 25, graceSeconds: 100)
            for (index, key) in ["old", "older", "used"].enumerated() {
                try write("0123456789", to: "\(folder)/built")
                _ = try cache.store(key, built: "\(folder)/built", seconds: 1, diagnostics: [])
                let age = key == "used" ? 0.0 : Double(1000 + index * 1000)
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: "\(folder)/\(key)")
            }
            try write("0123456789", to: "\(folder)/built")
            _ = try cache.store("new", built: "\(folder)/built", seconds: 1, diagnostics: [])
            #expect(cache.find("older") == nil)
            #expect(cache.find("used") != nil)
            #expect(cache.find("new") != nil)
        }
    }
}
