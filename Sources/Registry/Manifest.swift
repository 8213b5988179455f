package import JudgeCore

/// What is published: which challenges, in which versions, and the secret that hidden data are drawn with. One signature
/// covers all of it, so nothing can be put in, taken out or put back.
///
/// ```
/// judge-manifest/1
/// number 1796040000
/// salt 5f0c…
/// challenge kmeans 2 8e1b…
/// ```
package struct Manifest: Sendable, Equatable {
    /// A challenge that is published.
    package struct Entry: Sendable, Equatable {
        package let slug: String
        /// How often it has changed, from 1.
        package let version: Int
        /// The digest of its archive by ``NodeKey/digest(of:)``.
        package let digest: String

        package init(slug: String, version: Int, digest: String) {
            self.slug = slug
            self.version = version
            self.digest = digest
        }
    }

    /// Rises with each manifest. A node takes none with a lower one than it has had.
    package let number: Int64
    /// The digest of the secret.
    package let salt: String
    /// The challenges in the order of their slugs.
    package let entries: [Entry]

    private static let header = "judge-manifest/1"

    package init(number: Int64, salt: String, entries: [Entry]) {
        self.number = number
        self.salt = salt
        self.entries = entries.sorted { $0.slug < $1.slug }
    }

    /// All digests in it.
    package var digests: Set<String> { Set(entries.map(\.digest) + [salt]) }

    /// What is signed.
    package var text: String {
        let lines = [Self.header, "number \(number)", "salt \(salt)"]
        return (lines + entries.map { "challenge \($0.slug) \($0.version) \($0.digest)" }).joined(separator: "\n")
            + "\n"
    }

    /// The publisher's signature.
    package func signature(by key: PublishKey) throws -> [UInt8] { try key.signature(of: text) }

    /// What the secret is called: its digest, apart from those of archives.
    package static func digest(ofSalt salt: [UInt8], _ key: NodeKey) -> String {
        key.digest(of: Array("judge-salt/1\n".utf8) + salt)
    }

    /// A manifest that somebody else kept.
    ///
    /// - Throws: `JudgeError` `bad-manifest` where its publisher's key is not the node's, or anything in it was changed.
    package init(text: String, signature: [UInt8], key: NodeKey) throws(JudgeError) {
        guard key.isSigned(text, by: signature) else {
            throw JudgeError(
                .usage, "bad-manifest",
                "the list of what is published bears another signature than that of this key: it was published with another key, or somebody has changed it"
            )
        }
        guard let manifest = Self(text), manifest.text == text else {
            throw JudgeError(
                .usage, "bad-manifest", "the list of what is published is of another judge's version; use the same one")
        }
        self = manifest
    }

    private init?(_ text: String) {
        let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        guard lines.count >= 3, lines[0] == [Self.header], lines[1].count == 2, let number = Int64(lines[1][1]),
            lines[2].count == 2, Self.isDigest(lines[2][1])
        else { return nil }
        var entries: [Entry] = []
        for line in lines.dropFirst(3) {
            guard line.count == 4, line[0] == "challenge", Slug.isValid(line[1]), let version = Int(line[2]),
                version > 0, Self.isDigest(line[3])
            else { return nil }
            entries.append(Entry(slug: line[1], version: version, digest: line[3]))
        }
        guard Set(entries.map(\.slug)).count == entries.count else { return nil }
        self.init(number: number, salt: lines[2][1], entries: entries)
    }

    /// Digests are names of folders, too.
    static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { $0.hexadecimalValue != nil }
    }
}
