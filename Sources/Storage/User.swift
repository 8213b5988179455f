/// Somebody who may submit.
package struct User: Sendable, Equatable, Identifiable {
    /// What somebody may do.
    package enum Role: String, Sendable, CaseIterable {
        /// Submits, and sees what is their own.
        case member
        /// Sees everything, and manages users and tokens.
        case admin
    }

    /// Number in the database.
    package let id: Int64
    /// Unique, compared without regard to case.
    package let name: String
    /// What they may do.
    package let role: Role

    /// Why `name` cannot be a user's name, in one sentence; `nil` when it can.
    package static func fault(inName name: String) -> String? {
        let allowed = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        guard allowed, (1...64).contains(name.utf8.count), name.first != "-", name.first != "." else {
            return
                "a user's name is 1 to 64 letters, digits, dots, hyphens and underscores, and begins with no dot or hyphen"
        }
        return nil
    }
}

/// A bearer token, without its secret.
package struct Token: Sendable, Equatable, Identifiable {
    /// Number in the database, by which it is revoked.
    package let id: Int64
    /// The name of the user that it stands for.
    package let user: String
    /// When it was made.
    package let createdAt: Timestamp
    /// From when on it is refused; `nil`: never.
    package let expiresAt: Timestamp?
    /// When it was revoked, if it was.
    package let revokedAt: Timestamp?
}

/// A token that somebody presents, as far as the database knows it.
package struct KnownToken: Sendable, Equatable {
    /// Number in the database.
    package let id: Token.ID
    /// Whom it stands for.
    package let user: User
    /// Of its secret part.
    package let hash: [UInt8]
    /// Whether it was made by signing in on a page.
    package let isSession: Bool
    /// From when on it is refused: its own end, or that of the token that it was made with.
    package let expiresAt: Timestamp?
}
