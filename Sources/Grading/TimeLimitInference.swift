import Compilation
import Crypto
import Foundation
import JudgeCore
import Registry

/// Finds the time limit of a package that sets none, from how long its example submissions take here. Inferred once and
/// kept: a limit that changed from run to run would change verdicts.
struct TimeLimitInference: Sendable {
    let preparation: Preparation

    private struct Record: Codable { let seconds: Double }

    /// What a case may take, in seconds, where nothing says so.
    private static let usual = 5.0

    func limits(groups: [Material.Group], validator: BuiltProgram?, seed: String) async throws -> Limits {
        let challenge = preparation.challenge
        let tools = preparation.tools
        let folder = "\(tools.state.data)/\(challenge.slug)"
        let file = "\(folder)/time-limit-\(try key(groups)).json"
        if let data = FileManager.default.contents(atPath: file) {
            if let record = try? JSONDecoder().decode(Record.self, from: data), record.seconds > 0 {
                return challenge.limits.limits(cpuSeconds: record.seconds)
            }
            tools.state.kept.setAside(file, "it is no record of a time limit")
        }
        preparation.progress(.preparing("time limit"))
        // Long enough to see how slow a submission is that must be too slow, short enough to end.
        let material = Material(
            groups: groups, validator: validator, limits: challenge.limits.limits(cpuSeconds: 10), seed: seed)
        let grader = Grader(tools: tools, judgeVersion: "")
        var measured: [String: [String: Double]] = [:]
        for example in challenge.submissions
        where example.language == "swift"
            && example.expectations.contains(where: { $0.boundsFromBelow || $0.boundsFromAbove })
        {
            let files = try challenge.sources(of: example.files)
            guard files.count == 1 else { continue }
            measured[example.path] = try await grader.cpuSeconds(of: files[0], challenge: challenge, material: material)
        }
        // A package from elsewhere may have no submission that can be run here.
        let seconds = measured.isEmpty ? Self.usual : try challenge.inferredTimeLimit(from: measured)
        try tools.state.writing {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try JSONEncoder().encode(Record(seconds: seconds)).write(to: URL(fileURLWithPath: file), options: .atomic)
        }
        return challenge.limits.limits(cpuSeconds: seconds)
    }

    /// Everything that the limit follows from: the submissions, the cases, the margins.
    private func key(_ groups: [Material.Group]) throws -> String {
        let challenge = preparation.challenge
        var hash = SHA256()
        hash.update(data: Data("\(challenge.limits) \(preparation.tools.toolchain.identity)\n".utf8))
        for example in challenge.submissions {
            for file in try challenge.sources(of: example.files) {
                hash.update(data: Data("\(example.path) \(file.name) \(file.bytes.count)\n".utf8))
                hash.update(data: file.bytes)
            }
        }
        for item in groups.flatMap(\.cases) {
            let size = (try? FileManager.default.attributesOfItem(atPath: item.input))?[.size] as? Int ?? 0
            hash.update(data: Data("\(item.path) \(item.input) \(size)\n".utf8))
        }
        return String(hash.finalize().hexadecimal.prefix(24))
    }
}
