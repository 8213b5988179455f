import Foundation

internal import JudgeCore

/// What is published, and the publisher's signature: texts and bytes here, which whoever has the keys understands.
package struct SignedManifest: Sendable, Equatable {
    /// Rises with each one.
    package let number: Int64
    /// What is signed.
    package let text: String
    /// The signature of the text.
    package let signature: [UInt8]

    /// A manifest of its parts.
    package init(number: Int64, text: String, signature: [UInt8]) {
        self.number = number
        self.text = text
        self.signature = signature
    }
}

/// Challenges that nodes take from the database.
extension Store {
    /// What is published; `nil` where nothing ever was.
    package func manifest() async throws -> SignedManifest? {
        try await reading { database in
            try database.first(sql: "SELECT number, text, signature FROM manifests ORDER BY number DESC LIMIT 1") {
                SignedManifest(number: $0["number"], text: $0["text"], signature: [UInt8]($0["signature"] as Data))
            }
        }
    }

    /// The bytes of this digest; `nil` where there are none.
    package func bundle(_ digest: String) async throws -> [UInt8]? {
        try await reading { database in
            let bytes: Data? = try database.value(
                sql: "SELECT bytes FROM bundles WHERE digest = ?", arguments: [digest])
            return bytes.map { [UInt8]($0) }
        }
    }

    /// The digests of all bytes that are there.
    package func bundleDigests() async throws -> Set<String> {
        try await reading { try Self.bundleDigests(in: $0) }
    }

    private static func bundleDigests(in database: any Database) throws -> Set<String> {
        Set(try database.all(sql: "SELECT digest FROM bundles") { $0[0] as String })
    }

    /// Writes bytes, in the place of those that had the same digest. Nobody takes them before a manifest names them.
    package func put(bundle bytes: [UInt8], digest: String) async throws {
        try await writing { database in
            try database.execute(
                sql: """
                    INSERT INTO bundles (digest, bytes) VALUES (?, ?)
                    ON CONFLICT (digest) DO UPDATE SET bytes = excluded.bytes
                    """, arguments: [digest, Data(bytes)])
        }
    }

    /// Publishes what was written before, and tells nodes of it. What neither this manifest nor the one before names is
    /// removed; nodes may be fetching that of the one before.
    ///
    /// - Parameters:
    ///   - digests: what the manifest names.
    ///   - former: what the manifest before named.
    ///   - last: the number of the manifest that this one takes the place of; `nil` where there was none.
    /// - Throws: `JudgeError` `published-meanwhile` where somebody else has published since.
    package func publish(
        _ manifest: SignedManifest, naming digests: Set<String>, besides former: Set<String>, after last: Int64?
    ) async throws {
        try await writing { database in
            try database.lock(.publishing)
            let number: Int64? = try database.value(sql: "SELECT max(number) FROM manifests")
            let held = try Self.bundleDigests(in: database)
            guard number == last, digests.isSubset(of: held) else {
                throw JudgeError(
                    .unavailable, "published-meanwhile", "somebody else has published at the same time; try again")
            }
            try database.execute(sql: "DELETE FROM manifests")
            try database.execute(
                sql: "INSERT INTO manifests (number, text, signature) VALUES (?, ?, ?)",
                arguments: [manifest.number, manifest.text, Data(manifest.signature)])
            for digest in held.subtracting(digests).subtracting(former) {
                try database.execute(sql: "DELETE FROM bundles WHERE digest = ?", arguments: [digest])
            }
            database.tell(.challenges)
        }
    }
}
