import Foundation
import JudgeCore
import Support
import Testing

@testable import Repository

/// What a real git says of a real repository.
@Suite struct GitRepositoryTests {
    /// A repository with two files, of which one is changed on a branch, while the other changes on main.
    private func withHistory(_ body: (String) async throws -> Void) async throws {
        try await withFolder { folder in
            try await git(folder, "init", "-q")
            try write("1", to: "\(folder)/group/a.swift")
            try write("1", to: "\(folder)/group/b b.swift")
            try write("1", to: "\(folder)/other.swift")
            try await git(folder, "add", ".")
            try await git(folder, "commit", "-q", "-m", "one", at: "1700000000 +0000")
            try await git(folder, "checkout", "-q", "-b", "topic")
            try write("2", to: "\(folder)/group/b b.swift")
            try write("2", to: "\(folder)/other.swift")
            try await git(folder, "commit", "-q", "-a", "-m", "two", at: "1700000100 +0000")
            try await git(folder, "checkout", "-q", "main")
            try write("3", to: "\(folder)/group/a.swift")
            try await git(folder, "commit", "-q", "-a", "-m", "three", at: "1700000200 +0000")
            try await git(folder, "checkout", "-q", "topic")
            try await body("\(folder)/group")
        }
    }

    @Test func `what changed since the two parted is told from the folder, and what the base changed is not`()
        async throws
    {
        try await withHistory { folder in
            let repository = try await GitRepository(folder: folder)
            #expect(try await repository.changes(since: "main") == ["b b.swift"])
            #expect(try await repository.uncommitted() == [])
            try write("4", to: "\(folder)/new.swift")
            try write("4", to: "\(folder)/a.swift")
            #expect(try await repository.changes(since: "main") == ["b b.swift", "new.swift", "a.swift"])
            #expect(try await repository.uncommitted() == ["new.swift", "a.swift"])
            #expect(try await repository.time(of: "b b.swift") == 1_700_000_100)
            #expect(try await repository.time(of: "new.swift") == nil)
        }
    }

    @Test(arguments: ["nowhere", "--output=/tmp/x", "HEAD:group", ""])
    func `a base that is no commit is answered in one sentence`(base: String) async throws {
        try await withHistory { folder in
            let repository = try await GitRepository(folder: folder)
            let error = await #expect(throws: JudgeError.self) { try await repository.changes(since: base) }
            #expect(error?.code == "unknown-commit" && error?.message.contains("fetch-depth: 0") == true)
        }
    }

    @Test func `programs that a repository's configuration names are not run`() async throws {
        try await withHistory { folder in
            let marker = "\(folder)/marker"
            for key in ["core.fsmonitor", "diff.external"] { try await git(folder, "config", key, "touch '\(marker)'") }
            try await git(folder, "config", "diff.mine.textconv", "touch '\(marker)'; cat")
            try write("*.swift diff=mine\n", to: "\(folder)/.gitattributes")
            let repository = try await GitRepository(folder: folder)
            #expect(try await repository.changes(since: "main") == ["b b.swift", ".gitattributes"])
            #expect(!FileManager.default.fileExists(atPath: marker))
        }
    }

    @Test func `a folder outside of any repository is answered in one sentence`() async throws {
        try await withFolder { folder in
            let error = await #expect(throws: JudgeError.self) { try await GitRepository(folder: folder) }
            #expect(error?.code == "no-repository")
        }
    }
}
