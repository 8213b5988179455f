import Foundation
import FoundationXML
import Support
import Testing

@Suite("judge progress, and the portfolio")
struct ProgressTests {
    @Test("what was submitted counts, and can be published without anything hidden")
    func published() async throws {
        let file = Checkout.challenge("knn/submissions/accepted/quickselect.swift")
        #expect(try await judge(["submit", file, "--challenge", "knn", "--quiet"]).status == 0)
        struct Document: Decodable {
            struct Challenge: Decodable {
                let id: String
                let tries: Int
                let solved_at: String?
                let least_work: Double?
            }
            struct Next: Decodable { let id: String }
            let solved: Int
            let current_streak_days: Int
            let challenges: [Challenge]
            let next: [Next]
        }
        try await withFolder { folder in
            let finished = try await judge(["progress", "--format", "json", "--badges", "\(folder)/badges"])
            #expect(finished.status == 0, "\(finished.errors)")
            let document = try JSONDecoder().decode(Document.self, from: Data(finished.output.utf8))
            let knn = try #require(document.challenges.first { $0.id == "knn" })
            #expect(knn.solved_at != nil && knn.tries >= 1 && (knn.least_work ?? 0) > 0)
            #expect(document.solved >= 1 && document.current_streak_days >= 1)
            for name in ["solved", "streak"] {
                let svg = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/badges/\(name).svg"))
                #expect(XMLParser(data: svg).parse())
            }
            let text = try await judge(["progress"])
            #expect(text.output.contains("NEXT") && text.output.contains(document.next.first?.id ?? "?"))

            let exported = try await judge(["export", "--portfolio", "\(folder)/mine"])
            #expect(exported.status == 0, "\(exported.errors)")
            let names = Set(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/mine"))
            #expect(names == ["README.md", "badges", "growth", "solutions"])
            let page = try String(contentsOfFile: "\(folder)/mine/README.md", encoding: .utf8)
            #expect(page.contains("[knn](solutions/knn.swift)") && page.contains("growth/knn.svg"))
            for match in page.matches(of: /\]\(([^)]+)\)/) {
                #expect(FileManager.default.fileExists(atPath: "\(folder)/mine/\(match.1)"), "\(match.1)")
            }
            let again = try await judge(["export", "--portfolio", "\(folder)/mine"])
            #expect(again.status == 64 && again.errors.contains("is already there"))
        }
    }

    @Test("nothing yet, and nobody of that name, are told")
    func nothing() async throws {
        try await withFolder { folder in
            let nothing = try await judge(["progress"], state: folder)
            #expect(nothing.status == 0 && nothing.output.hasPrefix("Nothing yet"))
            let nobody = try await judge(["progress", "--user", "nobody"], state: folder)
            #expect(nobody.status == 64 && nobody.errors.contains("there is no user 'nobody'"))
            let empty = try await judge(["export", "--portfolio", "\(folder)/mine"], state: folder)
            #expect(empty.status == 64 && empty.errors.contains("nothing solved yet"))
            let both = try await judge(["export", "knn", "--portfolio", "\(folder)/mine"], state: folder)
            #expect(both.status == 64)
        }
    }
}
