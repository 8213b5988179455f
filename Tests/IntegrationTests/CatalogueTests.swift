import Compilation
import Foundation
import Grading
import Jail
import JudgeCore
import Registry
import Support
import Testing

/// The whole catalogue, as far as there is time for it in each run of the tests; `make verify` does the rest.
@Suite("The catalogue", .serialized)
struct CatalogueTests {
    private static let entries = (try? Registry(root: Checkout.challenges).list()) ?? []
    static let slugs = entries.map(\.slug)
    /// Those that take code.
    static let coded = entries.filter { $0.form != .quiz }.map(\.slug)

    @Test("each package reads without a fault, and its model solution is right on all its cases")
    func models() async throws {
        try await twoAtATime(Self.coded) { try await Self.check($0) }
    }

    private static func check(_ slug: String) async throws {
        let registry = Registry(root: Checkout.challenges)
        #expect(try registry.check(slug).map(\.description) == [])
        let challenge = try registry.challenge(slug)
        let found = challenge.submissions.first(where: \.isModelSolution)
        let model = try #require(found, "\(slug) has no model solution")
        let tools = try await Tools.find(
            state: try StateFolder(path: "\(Checkout.state)/judge"), sandboxFolder: "\(Checkout.root)/Sandbox",
            jailExecutable: Checkout.jail, sandbox: .full, environment: ProcessInfo.processInfo.environment)
        let submission = Submission(
            id: "model", challenge: slug, file: model.files[0].name, source: try challenge.source(of: model.files[0]),
            sha256: "", author: nil, submittedAt: "")
        let result = try await Grader(tools: tools, judgeVersion: "test").grade(
            submission, challenge: challenge, growth: .skip)
        #expect(result.report.verdict == .accepted, "\(slug): \(result.report)")
    }

    @Test("each quiz reads without a fault")
    func quizzes() throws {
        let registry = Registry(root: Checkout.challenges)
        for slug in Set(Self.slugs).subtracting(Self.coded) {
            #expect(try registry.check(slug).map(\.description) == [])
        }
    }

    @Test("has at least the challenges that it began with")
    func founding() {
        #expect(
            Set(["kmeans", "knn", "decisiontree", "linearregression", "logisticregression"]).isSubset(of: Self.slugs))
    }
}
