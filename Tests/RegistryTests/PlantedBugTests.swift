import Testing

@testable import Registry

/// `debugging.yaml`, read and checked.
@Suite struct PlantedBugTests {
    private static let whole = """
        bugs:
          - name: subtracts
            about: It subtracted
              where it must add.
            groups: [small, large]
            left_in: wrong_answer/difference.swift

        """

    private func problems(_ text: String) throws -> [String] {
        try TemporaryRegistry(["debugging.yaml": text]).problems()
    }

    @Test func aFullFileIsReadAndMakesAChallengeToDebug() throws {
        let registry = try TemporaryRegistry(["debugging.yaml": Self.whole])
        #expect(try registry.problems() == [])
        let challenge = try registry.challenge()
        #expect(challenge.form == .debugging)
        let bug = try #require(challenge.plantedBugs.first)
        #expect(bug.name == "subtracts" && bug.about == "It subtracted where it must add.")
        #expect(bug.groups == ["secret/small", "secret/large"] && !bug.exceedsGrowth)
        #expect(try registry.registry.list().first?.form == .debugging)
    }

    @Test(arguments: [
        ("groups: [small, large]", "groups: [small, lrage]", "there is no hidden group 'lrage'; did you mean 'large'?"),
        ("    groups: [small, large]\n", "", "must have 'groups' that it fails, or 'growth: true'"),
        ("groups: [small, large]", "growth: true", "no growth is measured"),
        ("difference.swift", "diference.swift", "did you mean 'wrong_answer/difference.swift'"),
        ("left_in: ", "leftin: ", "did you mean 'left_in'"),
        ("    name: subtracts\n", "", "name: is missing"),
    ]) func eachMistakeIsAnsweredByItsLine(old: String, new: String, message: String) throws {
        let text = Self.whole.replacing("- name: subtracts", with: "-\n    name: subtracts").replacing(old, with: new)
        let found = try problems(text)
        #expect(found.contains { $0.contains("debugging.yaml") && $0.contains(message) }, "\(found)")
    }
}
