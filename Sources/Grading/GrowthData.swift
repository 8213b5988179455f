import Complexity
import Compilation
import Crypto
import Foundation
import JudgeCore
import Registry

/// The inputs on which growth is measured, with what the model solution answers and needs on each. Kept in the state
/// folder like hidden data: made when a measurement wants them first.
struct GrowthData: Sendable {
    /// One input, ready on disk.
    struct Item: Sendable {
        let input: String
        let answer: String
        /// What the model solution needs for it.
        let model: GrowthStudy.Measurement
        /// Memory, in bytes, that the model solution's process had and the meter did not count: program, input, answer.
        let modelUncounted: Int
    }

    /// What is kept of it beside the data; ``version`` rises whenever this changes.
    private struct Record: Codable {
        static let version = 3
        let work: Int
        let memory: Int
        let uncounted: Int
    }

    let preparation: Preparation
    let seeds: Seeds
    let sources: CaseMaker.Sources
    let generator: String

    /// - Throws: `JudgeError` `broken-package` when there is no generator that could make inputs.
    init(_ preparation: Preparation, seeds: Seeds) throws {
        self.preparation = preparation
        self.seeds = seeds
        sources = try preparation.caseSources()
        let names = preparation.challenge.generatorPrograms.map(\.name)
        guard let generator = names.first(where: { $0 == "generator" }) ?? names.first else {
            throw JudgeError(
                .failure, "broken-package",
                "\(preparation.challenge.slug) has complexity.yaml but no generator; add generators/generator.swift")
        }
        self.generator = generator
    }

    /// The rungs of each variable's ladder in this installation.
    func sizes(_ settings: GrowthSettings) -> [String: [Int]] {
        let slug = preparation.challenge.slug
        return Dictionary(
            uniqueKeysWithValues: settings.variables.map {
                ($0.name, $0.sizes(chance: seeds.seed("growth/\(slug)/\($0.name)")))
            })
    }

    /// The data of `points`, made where they are missing.
    func items(
        _ points: [GrowthStudy.Point], variables: [GrowthSettings.Variable]
    ) async throws -> [GrowthStudy.Point: Item] {
        let commands = points.map { (point: $0, arguments: arguments($0, variables)) }
        var found: [GrowthStudy.Point: Item] = [:]
        var missing: [(point: GrowthStudy.Point, arguments: [String], folder: String)] = []
        let prefix = folderPrefix()
        for (point, arguments) in commands {
            let folder = "\(prefix)\(key(arguments))"
            if let item = item(folder) { found[point] = item } else { missing.append((point, arguments, folder)) }
        }
        if missing.isEmpty { return found }
        let wanted = missing
        try await preparation.tools.state.withScratch { scratch in
            try await CaseMaker.with(preparation, sources, metered: true, scratch: scratch) { maker in
                for (index, (_, arguments, folder)) in wanted.enumerated() {
                    preparation.progress(.preparing("data for growth, \(index + 1) of \(wanted.count)"))
                    try await make(maker, arguments, folder)
                }
            }
        }
        for (point, _, folder) in missing { found[point] = item(folder) }
        return found
    }

    private func make(_ maker: CaseMaker, _ arguments: [String], _ folder: String) async throws {
        let label = "complexity.yaml: \(generator) \(arguments.joined(separator: " "))"
        let page = MeterPage(MeterPage.Limits(work: 1 << 40, memory: 1 << 40, seed: 1))
        let made = try await maker.make(
            generator, arguments: arguments, settings: preparation.challenge.secretSettings.cases, label: label,
            meter: page)
        guard let count = made.run.meter.flatMap(page.count) else {
            throw JudgeError(.failure, "meter-failed", "the model solution's work could not be counted (\(label))")
        }
        let record = try JSONEncoder().encode(
            Record(work: count.work, memory: count.memory, uncounted: max(0, made.run.peakBytes - count.memory)))
        try maker.keep(made, others: ["model.json": record], in: folder)
    }

    private func item(_ folder: String) -> Item? {
        guard preparation.tools.state.kept.isWhole(folder),
            let data = FileManager.default.contents(atPath: "\(folder)/model.json"),
            let record = try? JSONDecoder().decode(Record.self, from: data)
        else { return nil }
        utimensat(AT_FDCWD, folder, nil, 0)
        return Item(
            input: "\(folder)/case.in", answer: "\(folder)/case.ans",
            model: GrowthStudy.Measurement(work: record.work, memory: record.memory), modelUncounted: record.uncounted)
    }

    private func arguments(_ point: GrowthStudy.Point, _ variables: [GrowthSettings.Variable]) -> [String] {
        let values = variables.map { (name: $0.name, value: point.values[$0.name] ?? $0.at) }
        let place = values.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
        let seed = seeds.seed("growth/\(preparation.challenge.slug)/\(point.family)/\(place)/\(point.sample)")
        return ["--family", point.family, "--seed", "\(seed)"] + values.flatMap { ["--\($0.name)", "\($0.value)"] }
    }

    /// Named for all that the data follow from, the way of counting included.
    private func folderPrefix() -> String {
        var hash = SHA256()
        hash.update(data: Data("\(Record.version) \(preparation.tools.compiler.countingIdentity)\n".utf8))
        for file in (sources.generators[generator] ?? []) + [sources.solution] + sources.harness {
            hash.update(data: Data("\(file.name) \(file.bytes.count)\n".utf8))
            hash.update(data: file.bytes)
        }
        let identity = String(hash.finalize().hexadecimal.prefix(16))
        return "\(preparation.tools.state.data)/\(preparation.challenge.slug)/growth-\(identity)-"
    }

    private func key(_ arguments: [String]) -> String {
        String(SHA256.hash(data: Data(arguments.joined(separator: " ").utf8)).hexadecimal.prefix(24))
    }
}
