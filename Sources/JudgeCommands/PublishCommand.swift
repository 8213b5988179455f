import ArgumentParser
import Compilation
import Foundation
import JudgeCore
import Registry
import Reporting
import Storage

struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Writes challenges into a daemon's database, for its nodes to take.",
        discussion: """
            Run it where the challenges are, and the state folder with the secret that hidden data are drawn with. Both go \
            into the database, encrypted and signed; nodes with the other key in JUDGE_NODE_KEY take them from there, and \
            hear of it at once. The publisher's key is in JUDGE_PUBLISH_KEY. What has not changed stays as it is.
            """)

    @Argument(help: ArgumentHelp("The challenges; default: all.", valueName: "id"))
    var ids: [String] = []

    @Flag(help: "Take these challenges away from the nodes.")
    var remove = false

    @Flag(
        help: ArgumentHelp(
            "Write and sign everything again.",
            discussion:
                "After a change of keys, when a backup of the database was put back, or when a node refuses what is there."
        ))
    var anew = false

    @Flag(help: "Print a new publisher's key and the key of its nodes, one line each, and do nothing else.")
    var newKeys = false

    @OptionGroup var options: GlobalOptions
    @OptionGroup var daemon: DaemonOptions

    func validate() throws {
        if newKeys {
            guard ids.isEmpty, !remove, !anew else { throw ValidationError("--new-keys goes with nothing else") }
        } else if remove {
            guard !ids.isEmpty else { throw ValidationError("name the challenges to remove") }
            guard !anew else { throw ValidationError("--remove and --anew do not go together") }
        }
    }

    func run() async throws {
        if newKeys { return try writeNewKeys() }
        guard let key = try PublishKey(environment: options.environment) else {
            throw JudgeError(
                .usage, "no-publish-key", "\(PublishKey.variable) holds no key; `judge publish --new-keys` makes one")
        }
        let store = try daemon.store()
        let found = try await store.manifest()
        let publication = try Publication(key: key, former: found, mayForget: anew)
        if remove {
            try publication.remove(ids)
        } else {
            let registry = try options.registry()
            let slugs = try ids.isEmpty ? registry.slugs() : ids
            for slug in slugs { try publication.add(slug, of: registry) }
            let state = try StateFolder(path: daemon.statePath())
            guard try await store.agrees(onSaltOf: state) else {
                throw JudgeError(
                    .usage, "salt-differs",
                    "the daemons of \(store.location) draw other hidden data than with \(state.path)/salt; name the state folder of one of them with --state"
                )
            }
            publication.add(salt: try state.salt())
        }
        let (manifest, isWritten) = try await publication.write(to: store, all: anew)
        try store.close()
        let absent = ids.isEmpty ? publication.absent : []
        try write(publication.changes, manifest, isWritten: isWritten, absent: absent)
    }

    private func writeNewKeys() throws {
        let key = PublishKey.random()
        let node = try key.node
        switch options.format {
        case .json: try options.write(JSONText.encode(["publish_key": key.text, "node_key": node.text]))
        case .text: try options.write("\(key.text)\n\(node.text)\n")
        }
    }

    private struct Answer: Encodable {
        let manifest: Int64
        let challenges: [String: Int]
        let changes: [Publication.Change]
        /// Published, and not in the folder of challenges.
        let absent: [String]
    }

    private func write(
        _ changes: [Publication.Change], _ manifest: Manifest, isWritten: Bool, absent: [String]
    ) throws {
        if options.format == .json {
            let versions = manifest.entries.map { ($0.slug, $0.version) }
            return try options.write(
                JSONText.encode(
                    Answer(
                        manifest: manifest.number, challenges: Dictionary(uniqueKeysWithValues: versions),
                        changes: changes, absent: absent)))
        }
        var text = ""
        if !changes.isEmpty {
            var table = Table([.init("CHALLENGE", style: .bold), .init("VERSION"), .init("CHANGE")])
            for change in changes {
                table.add([change.challenge, change.version.map(String.init) ?? "", change.change.rawValue])
            }
            text = table.text(style: options.style) + "\n"
        } else {
            let what = anew ? "Everything was" : "What was missing was"
            text = isWritten ? "\(what) written again. " : "Nothing has changed. "
        }
        let count = manifest.entries.count
        text += "\(count) \(count == 1 ? "challenge is" : "challenges are") published.\n"
        for slug in absent {
            text += "\(slug) is published, and not here; `judge publish --remove \(slug)` takes it away.\n"
        }
        try options.write(text)
    }
}
