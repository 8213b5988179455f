import Compilation
import Crypto
import Foundation
import JudgeCore
import Registry

/// Draws the hidden cases of a challenge with the installation's secret, and keeps them in the state folder.
///
/// A case's folder is named for everything that it follows from (generator, command, seed, model solution, harness), so
/// a change of the package makes new data and never mixes old with new. It appears by one rename, whole.
struct HiddenData: Sendable {
    let preparation: Preparation
    let seeds: Seeds

    private var tools: Tools { preparation.tools }
    private var challenge: Challenge { preparation.challenge }

    /// The generated cases of `group`.
    ///
    /// - Throws: `JudgeError` `broken-package` when a generator, an input validator or the model solution fails on one.
    func cases(of group: TestGroup) async throws -> [PreparedCase] {
        let sources = try preparation.caseSources()
        let folders = group.generated.map { "\(tools.state.data)/\(challenge.slug)/\(key(of: $0, sources))" }
        let missing = zip(group.generated, folders).filter { !tools.state.kept.isWhole($0.1) }
        if !missing.isEmpty { try await make(missing.map { (item: $0.0, folder: $0.1) }, sources) }
        for folder in folders { utimensat(AT_FDCWD, folder, nil, 0) }
        removeStale()
        return zip(group.generated, folders).map { item, folder in
            PreparedCase(
                group: group.name, name: item.shortName, input: "\(folder)/case.in", answer: "\(folder)/case.ans",
                settings: item.settings)
        }
    }

    private func arguments(of item: GeneratedCase) -> [String] {
        item.arguments { seeds.seed("\(challenge.slug)/\(item.name)/\($0 ?? 0)") }
    }

    private func key(of item: GeneratedCase, _ sources: CaseMaker.Sources) -> String {
        var hash = SHA256()
        hash.update(
            data: Data(
                "3 \(challenge.generators?.answers ?? .solution) \(item.generator) \(arguments(of: item)) \(item.settings.args)\n"
                    .utf8))
        for file in (sources.generators[item.generator] ?? []) + [sources.solution] + sources.harness {
            hash.update(data: Data("\(file.name) \(file.bytes.count)\n".utf8))
            hash.update(data: file.bytes)
        }
        return String(hash.finalize().hexadecimal.prefix(32))
    }

    private func make(_ missing: [(item: GeneratedCase, folder: String)], _ sources: CaseMaker.Sources) async throws {
        try await tools.state.withScratch { scratch in
            try await CaseMaker.with(preparation, sources, metered: false, scratch: scratch) { maker in
                for (item, folder) in missing {
                    preparation.progress(.preparing(item.name))
                    let made = try await maker.make(
                        item.generator, arguments: arguments(of: item), settings: item.settings,
                        label: "generators/generators.yaml: \(item.group): \(item.shortName)")
                    try maker.keep(made, in: folder)
                }
            }
        }
    }

    /// Data of earlier forms of the package that nobody has used for a week.
    private func removeStale() {
        let manager = FileManager.default
        let parent = "\(tools.state.data)/\(challenge.slug)"
        for name in (try? manager.contentsOfDirectory(atPath: parent)) ?? [] {
            let used = (try? manager.attributesOfItem(atPath: "\(parent)/\(name)"))?[.modificationDate] as? Date
            if let used, Date().timeIntervalSince(used) > 7 * 86400 {
                try? manager.removeItem(atPath: "\(parent)/\(name)")
            }
        }
    }
}
