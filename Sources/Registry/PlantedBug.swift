/// A mistake in the starter that solvers are to find: an entry of `debugging.yaml`.
package struct PlantedBug: Sendable, Equatable {
    /// What it is called, once it is gone.
    package let name: String
    /// What was wrong, once it is gone.
    package let about: String
    /// The groups of hidden cases that it fails, `secret/NAME`; it is gone when all their cases are accepted.
    package let groups: [String]
    /// Whether it also makes work or memory grow too fast; it is gone only when those stay within their bounds.
    package let exceedsGrowth: Bool
    /// A packaged submission in which it alone is left, below `submissions/`, by which the package is tried.
    package let leftIn: String
}

extension PlantedBug {
    static let path = "debugging.yaml"

    /// Reads `debugging.yaml`; what is wrong with it is in the source's log.
    static func all(reading source: PackageSource) -> [PlantedBug] {
        guard let map = source.yaml(path)?.map(["bugs"]), let list = map.required("bugs")?.list() else { return [] }
        if list.isEmpty { map["bugs"]?.report("is empty; a challenge to debug has at least one bug") }
        return list.compactMap { PlantedBug(reading: $0) }
    }

    private init?(reading field: YAMLField) {
        guard let map = field.map(["name", "about", "groups", "growth", "left_in"]),
            let name = map.required("name")?.string(), let about = map.required("about")?.line(),
            let leftIn = map.required("left_in")?.string()
        else { return nil }
        let groups = (map["groups"]?.list() ?? []).compactMap { $0.word() }.map { "secret/\($0)" }
        let exceedsGrowth = map["growth"]?.bool() ?? false
        if groups.isEmpty, !exceedsGrowth {
            field.report("must have 'groups' that it fails, or 'growth: true', or nobody knows when it is gone")
            return nil
        }
        self.init(
            name: name, about: about, groups: groups, exceedsGrowth: exceedsGrowth, leftIn: leftIn)
    }
}

extension PackageChecker {
    /// What `debugging.yaml` names is there.
    func checkPlantedBugs() {
        var names: Set<String> = []
        for (index, bug) in challenge.plantedBugs.enumerated() {
            func complain(_ key: String, _ message: String) {
                report(PlantedBug.path, key: "bugs[\(index)].\(key)", message)
            }
            if !names.insert(bug.name).inserted { complain("name", "there is another bug '\(bug.name.shown)'") }
            for group in bug.groups where !challenge.secretGroups.contains(where: { $0.name == group }) {
                let known = challenge.secretGroups.map(\.shortName)
                let short = String(group.dropFirst("secret/".count))
                complain(
                    "groups",
                    "there is no hidden group '\(short.shown)'; \(Spelling.suggestion(for: short, among: known))")
            }
            if bug.exceedsGrowth, challenge.growth == nil {
                complain("growth", "no growth is measured, as there is no complexity.yaml")
            }
            if !challenge.submissions.contains(where: { $0.path == bug.leftIn }) {
                let known = challenge.submissions.map(\.path)
                complain(
                    "left_in",
                    "there is no submission '\(bug.leftIn.shown)'; \(Spelling.suggestion(for: bug.leftIn, among: known))"
                )
            }
        }
    }
}
