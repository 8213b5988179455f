import Support
import Testing

@testable import Registry

/// `interview.yaml`, read and checked.
@Suite struct InterviewNotesTests {
    private static let whole = """
        topic: clustering
        difficulty: medium
        minutes: 25
        follow_ups:
          - ask: What if the points do not fit
              into memory?
            answer: >-
              Mini-batches: each round
              looks at a sample.
          - {ask: "How is k chosen?", answer: By the silhouette.}

        """

    private func problems(_ text: String) throws -> [String] {
        try TemporaryRegistry(["interview.yaml": text]).problems()
    }

    @Test func aFullFileIsReadAndShowsInTheList() throws {
        let registry = try TemporaryRegistry(["interview.yaml": Self.whole])
        let notes = try #require(try registry.challenge().interview)
        #expect(notes.topic == .clustering && notes.difficulty == .medium && notes.minutes == 25)
        #expect(
            notes.followUps == [
                .init(
                    ask: "What if the points do not fit into memory?",
                    answer: "Mini-batches: each round looks at a sample."),
                .init(ask: "How is k chosen?", answer: "By the silhouette."),
            ])
        #expect(try registry.registry.list().first?.interview == notes)
        #expect(try registry.problems() == [])
    }

    @Test func aPackageDoesWithoutAndTheListNoticesWhenItComes() throws {
        let files = try TemporaryRegistry([:])
        let registry = files.registry
        #expect(try registry.challenge("sum").interview == nil)
        #expect(try registry.list().first?.interview == nil)
        try files.write("sum/interview.yaml", Self.whole)
        #expect(try registry.list().first?.interview?.minutes == 25)
        try files.write("sum/interview.yaml", Self.whole.replacing("minutes: 25", with: "minutes: 4"))
        #expect(try registry.list().first?.interview?.minutes == 4)
    }

    @Test(arguments: [
        ("topic: clustering", "topic: golf", "topic: 'golf' is none of 'basics'"),
        ("difficulty: medium", "difficulty: 3", "difficulty: must be a text"),
        ("minutes: 25", "minutes: soon", "minutes: must be an integer"),
        ("minutes: 25", "minutes: 1000", "minutes: is 1000; a task of an interview takes 5 to 180"),
        ("minutes: 25\n", "", "minutes: is missing"),
        ("answer: By the silhouette.", "anwser: By the silhouette.", "did you mean 'answer'"),
        ("topic: clustering", "topic: clustering\nminuts: 3", "did you mean 'minutes'"),
    ]) func eachMistakeIsAnsweredByItsLine(old: String, new: String, message: String) throws {
        let found = try problems(Self.whole.replacing(old, with: new))
        #expect(found.contains { $0.contains("interview.yaml:") && $0.contains(message) }, "\(found)")
    }

    @Test func theKeywordsAgree() throws {
        let registry = try TemporaryRegistry([
            "interview.yaml": Self.whole,
            "problem.yaml": TemporaryRegistry.problem + "keywords: [clustering, hard]\n",
        ])
        let found = try registry.problems()
        #expect(found.contains { $0.contains("is medium, but the keywords of problem.yaml say hard") }, "\(found)")
    }

    /// Whatever the catalogue holds can be planned with.
    @Test func everyChallengeOfTheCatalogueHasItsNotes() throws {
        let registry = Registry(root: Checkout.challenges)
        for entry in try registry.list() {
            let notes = try #require(entry.interview, "\(entry.slug) has no interview.yaml")
            #expect(
                (notes.followUps.count >= 3 || entry.form == .quiz) && entry.difficulty == notes.difficulty,
                "\(entry.slug)")
        }
    }
}
