import Foundation
import JudgeCore
import Logging
import Reporting
import ServiceLifecycle
import Storage
import Synchronization

/// One submission from claim to report.
extension GradingPool {
    /// What became of an attempt.
    enum Outcome: Sendable {
        case graded(Report)
        case failed(any Error)
        case stopped
        case lost
    }

    /// One attempt at grading, with what it took.
    struct Attempt: Sendable {
        let outcome: Outcome
        let seconds: Double
        let logger: Logger
    }

    /// Grades while the lease is renewed and the stages are noted.
    func attempt(_ claim: Claim) async -> Attempt {
        var logger = logger
        logger[metadataKey: "submission"] = "\(claim.submission.id)"
        logger.info(
            "grading", metadata: ["challenge": "\(claim.submission.challenge)", "attempt": "\(claim.attempt)"])
        board.changed(claim.submission.id)
        metrics.observe("judge_waiting_seconds", seconds: (Timestamp.now - claim.queuedAt).seconds)
        let began = ContinuousClock.now
        let outcome = await outcome(of: claim)
        return Attempt(outcome: outcome, seconds: (ContinuousClock.now - began).seconds, logger: logger)
    }

    /// Writes down what came of an attempt.
    func settle(_ claim: Claim, _ attempt: Attempt) async throws {
        let logger = attempt.logger
        switch attempt.outcome {
        case .graded(let report):
            if report.isNearTimeLimit, try await store.asksAnother(claim, report.verdict) {
                metrics.count("judge_second_opinions_total")
                logger.info(
                    "near the time limit: another host is asked", metadata: ["verdict": "\(report.verdict.rawValue)"])
                break
            }
            let news = news.map { make in { @Sendable in make(report, claim) } }
            let graded = GradedReport(report, json: try JSONReport.text(of: report), news: news)
            guard try await store.finish(claim, graded) else { return lost(claim, logger) }
            outbox.ring()
            metrics.count("judge_verdicts_total", ["verdict": report.verdict.rawValue])
            metrics.observe("judge_grading_seconds", seconds: attempt.seconds)
            logger.info(
                "graded",
                metadata: ["verdict": "\(report.verdict.rawValue)", "seconds": "\(Self.short(attempt.seconds))"])
        case .failed(let error):
            let code = (error as? JudgeError)?.code ?? "internal"
            metrics.count("judge_failures_total", ["code": code])
            let phase = try await store.giveBack(claim, .failed, reason: "\(error)")
            logger.error(
                "grading failed",
                metadata: ["error": "\(error)", "code": "\(code)", "then": "\(phase?.rawValue ?? "lost")"])
            if phase == .failed { metrics.count("judge_verdicts_total", ["verdict": Verdict.judgeError.rawValue]) }
        case .stopped:
            _ = try await store.giveBack(claim, .stopped, reason: "the daemon stops")
            logger.info("given back, as the daemon stops")
        case .lost:
            return lost(claim, logger)
        }
        board.changed(claim.submission.id)
    }

    private func lost(_ claim: Claim, _ logger: Logger) {
        metrics.count("judge_lost_leases_total")
        logger.warning("the submission is somebody else's by now; what came of it is dropped")
        board.changed(claim.submission.id)
    }

    private func outcome(of claim: Claim) async -> Outcome {
        let (stages, stage) = AsyncStream<Stage>.makeStream()
        let clock = StageClock()
        return await withTaskGroup(of: Outcome?.self) { group in
            group.addTask {
                defer { stage.finish() }
                do {
                    let report = try await grade(claim.submission) { progress in
                        if let (ended, seconds) = clock.enter(progress.stage) {
                            metrics.observe("judge_stage_seconds", ["stage": ended.rawValue], seconds: seconds)
                            stage.yield(progress.stage)
                        }
                        board.post(progress, of: claim.submission.id)
                    }
                    return .graded(report)
                } catch {
                    return Task.isCancelled ? .stopped : .failed(error)
                }
            }
            group.addTask {
                for await stage in stages {
                    guard let event = stage.event else { continue }
                    guard (try? await store.advance(claim, event)) == true else { continue }
                    if let latest = board.latest(claim.submission.id) { board.post(latest, of: claim.submission.id) }
                }
                return nil
            }
            group.addTask {
                // A database that cannot be written for a moment costs no lease: it is tried again long before its end.
                while (try? await Task.sleep(for: configuration.lease / 4)) != nil {
                    if (try? await store.renew(claim, lease: configuration.lease)) == false { return .lost }
                }
                return nil
            }
            // Asked to stop, it has a grace. Only the attempt ends then, not the worker, who gives the submission back.
            group.addTask {
                guard (try? await gracefulShutdown()) != nil,
                    (try? await Task.sleep(for: configuration.grace)) != nil
                else { return nil }
                return .stopped
            }
            while let next = await group.next() {
                guard let outcome = next else { continue }
                group.cancelAll()
                return outcome
            }
            return .stopped
        }
    }

    private static func short(_ seconds: Double) -> String { String(format: "%.2f", seconds) }
}

/// A part of grading, as the store and the metrics know it.
enum Stage: String, Sendable {
    case preparing, compiling, running, measuring, graded

    /// What reaching it means for the submission.
    var event: SubmissionState.Event? {
        switch self {
        case .running: .compiled
        case .measuring: .measure
        case .preparing, .compiling, .graded: nil
        }
    }
}

extension GradingProgress {
    var stage: Stage {
        switch self {
        case .preparing: .preparing
        case .compiling: .compiling
        case .running: .running
        case .measuring: .measuring
        case .graded: .graded
        }
    }
}

/// Tells when a new stage begins, and how long the one before took. Progress comes from any thread.
private final class StageClock: Sendable {
    private let current = Mutex<(stage: Stage, since: ContinuousClock.Instant)>((.preparing, .now))

    /// The stage that ends as `stage` begins, with its seconds; `nil` while it goes on.
    func enter(_ stage: Stage) -> (Stage, Double)? {
        current.withLock { current in
            guard current.stage != stage else { return nil }
            defer { current = (stage, .now) }
            return (current.stage, (ContinuousClock.now - current.since).seconds)
        }
    }
}
