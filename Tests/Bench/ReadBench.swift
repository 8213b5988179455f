import Foundation
import GRDB
import Hummingbird
import Logging
import ServiceLifecycle
import Storage
import Support
import Transfer

/// How fast the daemon tells what it has kept: a stored report, against a handler that answers nothing; and a page of a list,
/// with few submissions and with many.
struct ReadBench {
    let judge: String
    let folder: String
    private let rounds = 7

    func run() async throws {
        let package = "\(folder)/flood/count"
        if !FileManager.default.fileExists(atPath: package) { try BigInputBench.writePackage(package, megabytes: 0) }
        let place = "\(folder)/read"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        try await withDaemon(
            in: place, state: "\(folder)/state", judge: judge, arguments: ["--challenges", "\(folder)/flood"],
            environment: ["JUDGE_LOG_LEVEL": "error"]
        ) { daemon in
            let token = try await daemon.token("ann")
            let graded = try await daemon.submit(
                "\(package)/submissions/accepted/count.swift", challenge: "count", token: token)
            guard let id = (try report(graded)["submission"] as? [String: Any])?["id"] as? String else {
                fatalError(graded.errors)
            }
            try await readReport("\(daemon.url)/api/v1/submissions/\(id)/report", token)
            try await list(daemon, token)
        }
    }

    // MARK: A report

    private func readReport(_ url: String, _ token: String) async throws {
        print("reads of a stored report, 16 connections, \(rounds) rounds of 2 s in turn")
        var reports: [Double] = []
        var empty: [Double] = []
        var tails: [Double] = []
        for _ in 0..<rounds {
            let stored = try await wrk(url, token)
            reports.append(stored.rate)
            tails.append(stored.tail)
            empty.append(try await withEmptyServer { try await wrk($0, token).rate })
        }
        Bench.line("a handler that answers nothing", empty, unit: "/s")
        Bench.line("a report", reports, unit: "/s")
        Bench.line("a report, 99th percentile", tails, unit: "ms")
        let ratio = Bench.median(zip(reports, empty).map { $0 / $1 })
        print(
            String(format: "  report / nothing %.2f  (target at least 0.60: %@)", ratio, ratio >= 0.6 ? "ok" : "MISSED")
        )
    }

    /// Requests a second, and the 99th percentile of their times in milliseconds, as wrk measures them.
    private func wrk(_ url: String, _ token: String) async throws -> (rate: Double, tail: Double) {
        let finished = try await execute(
            "/usr/bin/env", ["wrk", "-t1", "-c16", "-d2s", "--latency", "-H", "Authorization: Bearer \(token)", url])
        guard let rate = finished.output.firstMatch(of: /Requests\/sec:\s+([0-9.]+)/),
            let tail = finished.output.firstMatch(of: /99%\s+([0-9.]+)(us|ms|s)/), !finished.output.contains("Non-2xx")
        else { fatalError("wrk: \(finished.output)\(finished.errors)") }
        let scales: [String: Double] = ["us": 0.001, "ms": 1, "s": 1000]
        return (Double(String(rate.1)) ?? 0, (Double(String(tail.1)) ?? 0) * (scales[String(tail.2)] ?? 1))
    }

    private func withEmptyServer(_ body: @escaping @Sendable (String) async throws -> Double) async throws -> Double {
        let router = Router()
        router.get("/") { _, _ in Response(status: .ok) }
        let (ports, port) = AsyncStream<Int>.makeStream()
        let logger = Logger(label: "empty") { _ in SwiftLogNoOpLogHandler() }
        let application = Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { port.yield($0.localAddress?.port ?? 0) }, logger: logger)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: [application], logger: logger))
        return try await withThrowingTaskGroup(of: Double?.self) { tasks in
            tasks.addTask {
                try await group.run()
                return nil
            }
            tasks.addTask {
                var iterator = ports.makeAsyncIterator()
                let number = await iterator.next() ?? 0
                let rate = try await body("http://127.0.0.1:\(number)/")
                await group.triggerGracefulShutdown()
                return rate
            }
            var rate: Double?
            for try await result in tasks { rate = result ?? rate }
            return rate ?? .nan
        }
    }

    // MARK: A list

    private func list(_ daemon: DaemonProcess, _ token: String) async throws {
        print("a page of the list of submissions, 200 requests each")
        let transfers = Transfers()
        defer { transfers.close() }
        var medians: [Double] = []
        for total in [1_000, 200_000] {
            try await fill(daemon.database, upTo: total)
            var times: [Double] = []
            for _ in 0..<200 {
                times.append(
                    try await Bench.seconds {
                        let answer = try await transfers.send(
                            Transfer.HTTPRequest(
                                "GET", "\(daemon.url)/api/v1/submissions?challenge=count&limit=20",
                                headers: [("Authorization", "Bearer \(token)")]))
                        guard answer.status == 200 else { fatalError(answer.text) }
                    })
            }
            medians.append(Bench.median(times))
            Bench.line("with \(total) submissions", times, unit: "ms", scale: 1e3)
        }
        print(String(format: "  200,000 / 1,000 %.2f", medians[1] / medians[0]))
    }

    /// Puts graded submissions of the first user beside those that are there.
    private func fill(_ database: String, upTo total: Int) async throws {
        let queue = try DatabaseQueue(path: database)
        try await queue.write { database in
            try database.execute(
                sql: """
                    INSERT INTO submissions (id, user_id, challenge, file, sha256, submitted_at, phase, verdict, ended_at)
                    WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < ?)
                    SELECT 'made-' || ? || '-' || i, 1, 'count', 'count.swift', 'x', i, 'graded', 'accepted', i FROM numbers
                    """, arguments: [total, total])
        }
        try queue.close()
    }
}
