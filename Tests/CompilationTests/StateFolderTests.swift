import Foundation
import JudgeCore
import Support
import Testing

@testable import Compilation

@Suite("The state folder")
struct StateFolderTests {
    @Test("is opened by many judges at once, none of which clears away what another just wrote")
    func together() async throws {
        try await withFolder { folder in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask { for _ in 0..<100 { _ = try StateFolder(path: folder) } }
                }
                try await group.waitForAll()
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/scratch").isEmpty)
        }
    }

    @Test("loses the scratch space of judges that are gone, and no other")
    func scratch() async throws {
        try await withFolder { folder in
            let state = try StateFolder(path: folder)
            try write("", to: "\(state.scratch)/999999999-1-left/file")
            try await state.withScratch { scratch in
                _ = try StateFolder(path: folder)
                #expect(FileManager.default.fileExists(atPath: scratch))
                #expect(!FileManager.default.fileExists(atPath: "\(state.scratch)/999999999-1-left"))
            }
        }
    }

    @Test("keeps its secret, and says what to do where the file is broken")
    func salt() async throws {
        try await withFolder { folder in
            let first = try StateFolder(path: folder).salt()
            #expect(first.count == 32)
            #expect(try StateFolder(path: folder).salt() == first)
            try write("short", to: "\(folder)/salt")
            let error = #expect(throws: JudgeError.self) { try StateFolder(path: folder).salt() }
            #expect(error?.code == "broken-salt" && error?.description.contains("restore it, or delete it") == true)
        }
    }
}
