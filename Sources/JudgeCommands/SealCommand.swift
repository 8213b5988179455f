import ArgumentParser
import Foundation
import JudgeCore
import Registry
import Reporting

struct SealCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal", abstract: "Encrypts what is hidden of a challenge, for repositories that everybody reads.",
        discussion: """
            Statement, starter, samples and output validator stay readable; hidden data, generators, solutions and the rest \
            go into one encrypted file. The key is in JUDGE_SEAL_KEY, here and where it is graded. Without the key, as in a \
            pull request from a fork, a sealed challenge runs its public samples, and the results say so.
            """)

    @Argument(help: ArgumentHelp("The challenges to seal, or to open.", valueName: "id"))
    var ids: [String] = []

    @Option(help: ArgumentHelp("The folder in which each package's new folder is made.", valueName: "dir"))
    var to: String?

    @Flag(help: "Write sealed packages as they were before.")
    var open = false

    @Flag(help: "Print a new key, and do nothing else.")
    var newKey = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if newKey {
            guard ids.isEmpty, to == nil, !open else { throw ValidationError("--new-key goes with nothing else") }
        } else {
            guard !ids.isEmpty else { throw ValidationError("name the challenges to seal") }
            guard to != nil else { throw ValidationError("--to names the folder in which packages are written") }
        }
    }

    func run() throws {
        if newKey { return try options.write("\(SealKey.random().text)\n") }
        guard let to else { return }
        guard let key = try SealKey(environment: options.environment) else {
            throw JudgeError(
                .usage, "no-seal-key", "\(SealKey.variable) holds no key; `judge seal --new-key` makes one")
        }
        let registry = Registry(root: try options.installation().challenges)
        var written: [String] = []
        for id in ids {
            let place = try registry.place(of: id)
            let target = "\(to)/\(id)"
            try FileManager.default.mustBeNew(target)
            do {
                if open {
                    guard FileManager.default.fileExists(atPath: "\(place)/\(SealedPackage.file)") else {
                        throw JudgeError(.usage, "not-sealed", "\(id) is not sealed")
                    }
                    try SealedPackage.unseal(id, folder: place, to: target, key: key)
                } else {
                    try SealedPackage.seal(id, folder: place, to: target, key: key)
                }
            } catch let error as JudgeError {
                throw error
            } catch {
                throw JudgeError(.usage, "output-unwritable", "\(target) cannot be written", cause: error)
            }
            written.append(target)
        }
        switch options.format {
        case .json: try options.write(JSONText.encode(["folders": written]))
        case .text: try options.write(written.map { "Wrote \($0).\n" }.joined())
        }
    }
}
