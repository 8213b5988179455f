import JudgeCore
import Registry

extension Challenge {
    /// Which of the bugs in the starter are gone, by what `report` says; `nil` where there are none to be found.
    func bugsGone(in report: Report) -> PlantedBugsReport? {
        guard !plantedBugs.isEmpty else { return nil }
        let gone = plantedBugs.filter { bug in
            // Without a case that was run nothing is known.
            let groups = report.groups.filter { bug.groups.contains($0.name) }
            let passes = groups.count == bug.groups.count && groups.allSatisfy { $0.passed == $0.total && $0.total > 0 }
            let grows = report.complexity.map { $0.verdict == .over } ?? true
            return passes && !(bug.exceedsGrowth && grows)
        }
        return PlantedBugsReport(
            total: plantedBugs.count, gone: gone.map { PlantedBugsReport.Bug(name: $0.name, about: $0.about) })
    }
}
