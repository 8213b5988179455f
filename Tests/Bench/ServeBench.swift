import Compilation
import Foundation
import Grading
import Jail
import JudgeCore
import Registry
import Storage
import Subprocess
import Support
import Synchronization
import Transfer

/// The daemon under a flood, against the bare grader; and killed again and again while submissions stream in.
struct ServeBench {
    let judge: String
    let folder: String
    private let users = 50
    private let each = 40

    /// What one worker grades: a whole program with a case of a few bytes, so that what the daemon adds weighs most.
    private var arguments: [String] { ["--challenges", "\(folder)/flood"] }
    private let environment = [
        "JUDGE_WORKERS": "1", "JUDGE_QUEUE_WAITING_OF_USER": "100000", "JUDGE_QUEUE_RATE": "100000",
        "JUDGE_LOG_LEVEL": "error",
    ]

    private func prepare() throws -> [UInt8] {
        let package = "\(folder)/flood/count"
        if !FileManager.default.fileExists(atPath: package) { try BigInputBench.writePackage(package, megabytes: 0) }
        return Array(try Data(contentsOf: URL(fileURLWithPath: "\(package)/submissions/accepted/count.swift")))
    }

    // MARK: A flood

    /// 2,000 submissions of 50 clients, 500 at once, while one worker grades; and the bare grader after each 500, as the host
    /// is not as quick at all times.
    func run() async throws {
        let source = try prepare()
        let (rounds, total) = (4, users * each)
        print("judge serve, \(total) submissions of \(users) clients in \(rounds) rounds, one worker")
        let posted = (0..<rounds).map { _ in Collected() }
        let place = "\(folder)/serve"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        let measured = Mutex<(posting: Double, bare: [Double])>((0, []))
        try await withDaemon(
            in: place, state: "\(folder)/state", judge: judge, arguments: arguments, environment: environment
        ) { daemon in
            let tokens = try await tokens(daemon)
            let transfers = Transfers()
            defer { transfers.close() }
            for round in posted {
                let posting = try await Bench.seconds {
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for token in tokens {
                            group.addTask {
                                for _ in 0..<each / rounds {
                                    guard let id = try await post(source, to: daemon.url, token, transfers) else {
                                        fatalError("a submission was not taken")
                                    }
                                    round.add(id)
                                }
                            }
                        }
                        try await group.waitForAll()
                    }
                }
                try await waitUntilIdle(daemon.url, transfers)
                let bare = try await bareRate(source, count: 200)
                measured.withLock {
                    $0.posting += posting
                    $0.bare.append(bare)
                }
            }
        }
        let (posting, bare) = measured.withLock { $0 }
        let store = try Store(path: "\(place)/judge.sqlite")
        var (twice, spread) = (0, 0)
        var rates: [Double] = []
        for round in posted {
            var ended: [(user: String, at: Timestamp)] = []
            for id in round.all {
                guard let record = try await store.submission(id), record.state.verdict == .accepted else {
                    fatalError("\(id) was lost")
                }
                if record.attempt != 1 { twice += 1 }
                ended.append((record.user ?? "", record.endedAt ?? Timestamp(milliseconds: 0)))
            }
            ended.sort { $0.at < $1.at }
            spread = max(spread, self.spread(ended))
            // From the middle on all have been taken in, so the rate is that of grading alone.
            let half = ended[(ended.count / 2)...]
            rates.append(Double(half.count - 1) / ((half.last!.at - half.first!.at) / .seconds(1)))
        }
        try store.close()
        let lost = total - Set(posted.flatMap(\.all)).count
        print(
            String(format: "  taken in                                     %.0f a second", Double(total) / posting))
        print("  lost \(lost), graded twice \(twice)")
        print("  most that one user was ahead of another      \(spread) of \(each / rounds)")
        Bench.line("the bare grader", bare, unit: "/s")
        Bench.line("the daemon", rates, unit: "/s")
        let ratio = Bench.median(zip(rates, bare).map { $0 / $1 })
        print(
            String(format: "  daemon / grader %.2f  (target at least 0.90: %@)", ratio, ratio >= 0.9 ? "ok" : "MISSED"))
    }

    /// The largest difference between the numbers of graded submissions of two users, while all had some waiting.
    private func spread(_ ended: [(user: String, at: Timestamp)]) -> Int {
        var counts: [String: Int] = [:]
        var most = 0
        for item in ended.suffix(ended.count * 3 / 4) {
            counts[item.user, default: 0] += 1
            if counts.values.max() == ended.count / users { break }
            guard counts.count == users else { continue }
            most = max(most, (counts.values.max() ?? 0) - (counts.values.min() ?? 0))
        }
        return most
    }

    private func bareRate(_ source: [UInt8], count: Int) async throws -> Double {
        let registry = Registry(root: "\(folder)/flood")
        let state = try StateFolder(path: "\(folder)/state")
        let tools = try await Tools.find(
            state: state, sandboxFolder: "\(Checkout.root)/Sandbox", jailExecutable: Checkout.jail, sandbox: .full,
            environment: ProcessInfo.processInfo.environment)
        let grader = Grader(tools: tools, judgeVersion: "bench")
        func once() async throws {
            let submission = Submission(
                id: UUID().uuidString, challenge: "count", file: "count.swift", source: source, sha256: "", author: nil,
                submittedAt: "")
            let result = try await grader.grade(submission, challenge: try registry.challenge("count"))
            guard result.report.verdict == .accepted else { fatalError("\(result.report)") }
        }
        try await once()
        let seconds = try await Bench.seconds { for _ in 0..<count { try await once() } }
        return Double(count) / seconds
    }

    // MARK: Killed

    /// The daemon is killed 50 times at random moments while submissions stream in.
    func runKilled() async throws {
        let source = try prepare()
        let kills = 50
        print("judge serve, killed \(kills) times while submissions stream in")
        let place = "\(folder)/killed"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        let acknowledged = Collected()
        var token = ""
        for round in 0...kills {
            let last = round == kills
            let known = token
            let made = Mutex("")
            try await withDaemon(
                in: place, state: "\(folder)/state", judge: judge, arguments: arguments, environment: environment
            ) { daemon in
                let token = known.isEmpty ? try await daemon.token("ann") : known
                made.withLock { $0 = token }
                let transfers = Transfers()
                defer { transfers.close() }
                guard !last else { return try await waitUntilIdle(daemon.url, transfers) }
                await withTaskGroup(of: Void.self) { group in
                    for _ in 0..<4 {
                        group.addTask {
                            // What was not acknowledged was not promised.
                            while let id = try? await post(source, to: daemon.url, token, transfers) {
                                acknowledged.add(id)
                                try? await Task.sleep(for: .milliseconds(60))
                            }
                        }
                    }
                    try? await Task.sleep(for: .milliseconds(Int.random(in: 20...900)))
                    try? daemon.signal(.kill)
                }
            }
            token = made.withLock { $0 }
        }
        let ids = acknowledged.all
        let store = try Store(path: "\(place)/judge.sqlite")
        var lost = 0
        var without = 0
        var again = 0
        var givenUp = 0
        for id in ids {
            guard let record = try await store.submission(id), record.state.isTerminal else {
                lost += 1
                continue
            }
            if record.attempt > 1 { again += 1 }
            if record.state.phase == .failed { givenUp += 1 }
            let report = try await store.report(of: record.number)
            if (report == nil) != (record.state.phase == .failed) { without += 1 }
        }
        let faults = try await store.faults()
        print("  acknowledged \(ids.count), lost \(lost), without their one report \(without)")
        print("  taken up again \(again), given up \(givenUp)")
        print("  integrity of the database: \(faults.isEmpty ? "ok" : faults.joined(separator: "; "))")
        try store.close()
        guard lost == 0, without == 0, faults.isEmpty else { exit(1) }
    }

    // MARK: Steps

    private func tokens(_ daemon: DaemonProcess) async throws -> [String] {
        var tokens: [String] = []
        for index in 0..<users { tokens.append(try await daemon.token("user-\(index)")) }
        return tokens
    }

    /// The identifier of what was sent; `nil` where it was not taken.
    private func post(_ source: [UInt8], to url: String, _ token: String, _ transfers: Transfers) async throws
        -> String?
    {
        struct Wish: Encodable {
            let challenge: String
            let source: String
        }
        struct Queued: Decodable { let id: String }
        let body = try JSONEncoder().encode(Wish(challenge: "count", source: String(decoding: source, as: UTF8.self)))
        let answer = try await transfers.send(
            HTTPRequest(
                "POST", "\(url)/api/v1/submissions",
                headers: [("Authorization", "Bearer \(token)"), ("Content-Type", "application/json")],
                body: Array(body)))
        guard answer.status == 202 else { return nil }
        return try JSONDecoder().decode(Queued.self, from: Data(answer.body)).id
    }

    private func waitUntilIdle(_ url: String, _ transfers: Transfers) async throws {
        while true {
            let text = try await transfers.send(HTTPRequest("GET", "\(url)/metrics")).text
            if text.contains("\njudge_queue_depth 0\n"), text.contains("\njudge_grading 0\n") { return }
            try await Task.sleep(for: .milliseconds(500))
        }
    }
}

/// Identifiers that many tasks gather.
private final class Collected: Sendable {
    private let ids = Mutex<[String]>([])

    func add(_ id: String) { ids.withLock { $0.append(id) } }
    var all: [String] { ids.withLock { $0 } }
}
