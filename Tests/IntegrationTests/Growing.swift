import Foundation
import Subprocess
import Support
import SystemPackage
import Testing

/// What the tests of growth share: the fixture `growth`, whose answer may be any integer, and readers of reports.
enum Growing {
    /// The folder of the fixture package `growth`.
    static let challenges = "\(Checkout.root)/Tests/Fixtures/Challenges"

    /// The measurement of `source` as a solution to the fixture.
    static func measure(
        _ source: String, _ arguments: [String] = [], hiding hidden: String? = nil
    ) async throws -> Finished {
        try await withFolder { folder in
            try write(source, to: "\(folder)/growth.swift")
            return try await judge(
                ["complexity", "\(folder)/growth.swift", "--challenges", challenges, "--quiet"] + arguments,
                hiding: hidden)
        }
    }

    /// The same as a report.
    static func report(
        _ source: String, _ arguments: [String] = [], hiding hidden: String? = nil
    ) async throws -> Measured {
        let finished = try await measure(source, arguments + ["--format", "json"], hiding: hidden)
        return try Measured(finished)
    }
}

/// What a report says of growth.
struct Measured {
    let status: Int
    let report: [String: Any]
    let verdict: String
    let message: String

    init(_ finished: Finished) throws {
        status = finished.status
        guard let object = try? Support.report(finished) else {
            Issue.record("no report: \(finished.output) \(finished.errors)")
            throw CocoaError(.coderReadCorrupt)
        }
        report = object
        verdict = report["verdict"] as? String ?? ""
        message = report["message"] as? String ?? ""
    }

    /// `complexity` as text, whose order of keys does not change.
    var complexity: String {
        get throws {
            let data = try JSONSerialization.data(
                withJSONObject: report["complexity"] ?? NSNull(), options: [.sortedKeys, .fragmentsAllowed])
            return String(decoding: data, as: UTF8.self)
        }
    }

    /// `time` or `space`.
    func resource(_ name: String) -> [String: Any] {
        (report["complexity"] as? [String: Any])?[name] as? [String: Any] ?? [:]
    }

    func message(_ resource: String) -> String { self.resource(resource)["message"] as? String ?? "" }

    func verdict(_ resource: String) -> String { self.resource(resource)["verdict"] as? String ?? "none" }

    func variable(_ resource: String, _ name: String) -> [String: Any] {
        (self.resource(resource)["variables"] as? [String: Any])?[name] as? [String: Any] ?? [:]
    }

    func estimate(_ resource: String, _ name: String = "n") -> String {
        variable(resource, name)["class"] as? String ?? "none"
    }

    func points(_ resource: String, _ name: String = "n") -> [[String: Any]] {
        variable(resource, name)["points"] as? [[String: Any]] ?? []
    }
}

/// Runs `body` beside `count` programs that do nothing but keep the cores busy.
nonisolated(nonsending) func withBusyLoops(
    _ count: Int, _ body: nonisolated(nonsending) () async throws -> Void
) async throws {
    if count == 0 { return try await body() }
    // It ends by itself should nobody end it.
    _ = try await run(
        .path("/bin/sh"), arguments: ["-c", "ulimit -t 120; while :; do :; done"], input: .none, output: .discarded,
        error: .discarded
    ) { execution in
        defer { try? execution.send(signal: .kill) }
        try await withBusyLoops(count - 1, body)
    }
}
