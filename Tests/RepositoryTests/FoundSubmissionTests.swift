import Foundation
import JudgeCore
import Registry
import Support
import Testing

@testable import Repository

/// Which files of a repository are submissions.
@Suite struct FoundSubmissionTests {
    private func withFiles(_ paths: [String], _ body: (String) throws -> Void) async throws {
        try await withFolder { folder in
            for path in paths { try write("", to: "\(folder)/\(path)") }
            try body(folder)
        }
    }

    @Test func `they are where a layout has them, and nowhere else`() async throws {
        let files = [
            "solutions/ada/knn.swift", "solutions/ada/.hidden.swift", "solutions/.git/knn.swift", "solutions/knn.swift",
            "solutions/alan/kmeans.swift", "solutions/alan/notes.md", "other/ada/knn.swift", "extra/pca.swift",
        ]
        try await withFiles(files) { folder in
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/solutions/eve", withDestinationPath: "\(folder)/other/ada")
            let layouts = [SubmissionLayout.usual, try SubmissionLayout("extra/{challenge}.swift")]
            let found = try FoundSubmission.all(in: folder, layouts: layouts)
            #expect(
                found == [
                    FoundSubmission(path: "extra/pca.swift", user: nil, challenge: "pca"),
                    FoundSubmission(path: "solutions/ada/knn.swift", user: "ada", challenge: "knn"),
                    FoundSubmission(path: "solutions/alan/kmeans.swift", user: "alan", challenge: "kmeans"),
                ])
            let some = try FoundSubmission.all(
                in: folder, layouts: layouts, below: ["\(folder)/solutions/ada/", "\(folder)/other/ada/knn.swift"])
            #expect(some.map(\.path) == ["other/ada/knn.swift", "solutions/ada/knn.swift"])
            #expect(some[0].user == nil && some[0].challenge == "knn")
        }
    }

    @Test(arguments: [
        ("nothing", "no-submissions", "solutions/{user}/{challenge}.swift"),
        ("solutions/ada/missing.swift", "unreadable-file", "there is no file or folder"),
        ("..", "unreadable-file", "does not lie in"),
    ]) func `where there are none, a sentence says where they were looked for`(
        path: String, code: String, words: String
    ) async throws {
        try await withFiles(["nothing/x", "solutions/ada/knn.swift"]) { folder in
            let error = #expect(throws: JudgeError.self) {
                try FoundSubmission.all(in: folder, layouts: [.usual], below: ["\(folder)/\(path)"])
            }
            #expect(error?.code == code && error?.message.contains(words) == true, "\(error?.message ?? "")")
        }
    }
}
