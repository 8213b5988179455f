import Foundation
import Support
import Synchronization
import Testing

@testable import Compilation

@Suite("A folder that is kept")
struct KeptFoldersTests {
    /// Hands `body` a sealed folder with two files, and what was said of it so far.
    private func withSealed(_ body: (KeptFolders, String, () -> [String]) throws -> Void) async throws {
        try await withFolder { folder in
            let said = Mutex<[String]>([])
            let kept = KeptFolders(damaged: "\(folder)/damaged") { text in said.withLock { $0.append(text) } }
            try write("one", to: "\(folder)/a/first")
            try write("", to: "\(folder)/a/below/second")
            try kept.seal("\(folder)/a")
            try body(kept, folder) { said.withLock { $0 } }
        }
    }

    @Test("is whole as it was sealed, wherever it is moved to, and nothing is said of it")
    func whole() async throws {
        try await withSealed { kept, folder, said in
            #expect(kept.isWhole("\(folder)/a"))
            try FileManager.default.moveItem(atPath: "\(folder)/a", toPath: "\(folder)/b")
            #expect(kept.isWhole("\(folder)/b"))
            #expect(!kept.isWhole("\(folder)/a"))
            #expect(said().isEmpty)
        }
    }

    @Test("bears a seal that sha256sum agrees with")
    func form() async throws {
        try await withSealed { _, folder, _ in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
            process.arguments = ["--check", "--quiet", "--strict", KeptFolders.seal]
            process.currentDirectoryURL = URL(fileURLWithPath: "\(folder)/a")
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
    }

    @Test(
        "that is damaged is set aside with a word, and counts as absent",
        arguments: [
            ("a changed byte", "first is not as it was written"), ("a lost end", "first is not as it was written"),
            ("a lost file", "below/second is gone"), ("a new file", "third is not of its files"),
            ("no seal", "it has no seal"), ("half a seal", "its seal is broken"),
            ("an empty seal", "is not of its files"),
        ])
    func damage(how: String, word: String) async throws {
        try await withSealed { kept, folder, said in
            let seal = "\(folder)/a/\(KeptFolders.seal)"
            switch how {
            case "a changed byte": try write("ome", to: "\(folder)/a/first")
            case "a lost end": try write("on", to: "\(folder)/a/first")
            case "a lost file": try FileManager.default.removeItem(atPath: "\(folder)/a/below/second")
            case "a new file": try write("", to: "\(folder)/a/third")
            case "no seal": try FileManager.default.removeItem(atPath: seal)
            case "half a seal": try write(String(contents(seal).prefix(40)), to: seal)
            default: try write("", to: seal)
            }
            #expect(!kept.isWhole("\(folder)/a"))
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/a"))
            let aside = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/damaged")
            #expect(aside.count == 1 && aside[0].hasSuffix("-a"))
            let text = try #require(said().first)
            #expect(text.contains(word) && text.contains("\(folder)/a was damaged"), "\(text)")
            #expect(text.contains(aside[0]), "\(text)")
            #expect(!kept.isWhole("\(folder)/a") && said().count == 1)
        }
    }

    @Test("is forgotten when twenty others were damaged after it")
    func most() async throws {
        try await withFolder { folder in
            let kept = KeptFolders(damaged: "\(folder)/damaged") { _ in }
            for number in 0..<25 {
                try write("", to: "\(folder)/f\(number)")
                kept.setAside("\(folder)/f\(number)", "for a test")
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/damaged").count == 20)
        }
    }

    private func contents(_ path: String) -> String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }
}
