import Foundation
internal import JudgeCore
internal import Reporting

package import Registry
package import Storage

extension Scorecard {
    /// The scorecard of `interview` as it stands `now`, by what was submitted while it lasted.
    package static func of(
        _ interview: InterviewRecord, store: Store, registry: Registry, now: Timestamp = .now
    ) async throws -> Scorecard {
        func minutes(_ time: Timestamp) -> Double {
            Double(time.milliseconds - interview.startedAt.milliseconds) / 60_000
        }
        var tasks: [Task] = []
        for slug in interview.tasks {
            let challenge = try? registry.challenge(slug)
            let submissions = try await store.submissions(of: interview, to: slug)
            let solved = submissions.first { $0.state.verdict == .accepted }
            var task = Task(
                id: slug, name: challenge?.name ?? slug, topic: challenge?.interview?.topic,
                minutes: challenge?.interview?.minutes ?? 0, tries: submissions.count,
                verdict: submissions.last?.state.verdict, solvedAfterMinutes: solved.map { minutes($0.submittedAt) })
            if let said = interview.predictions[slug] {
                let prediction = Prediction(time: said.time, space: said.space)
                task.prediction = prediction
                // The last that was measured is what the candidate ended with.
                for submission in submissions.reversed() {
                    guard let json = try await store.report(of: submission.number),
                        let growth = try? JSONReport.read(Data(json.utf8)).complexity, let settings = challenge?.growth
                    else { continue }
                    task.fits = prediction.fits(growth, settings)
                    break
                }
            }
            tasks.append(task)
        }
        return Scorecard(
            minutes: interview.minutes, usedMinutes: minutes(min(now, interview.end)), tasks: tasks)
    }
}
