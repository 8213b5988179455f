/// What every page knows of its reader and of the judge that serves it.
package struct PageContext: Sendable, Equatable {
    /// The reader's name; `nil` where nobody is signed in.
    package var userName: String?
    /// Whether the reader sees what is for admins.
    package var isAdmin: Bool
    /// What each form sends back as `csrf`, so that no other site can send one in the reader's name.
    package var csrf: String
    /// The judge's version, for the footer.
    package var version: String

    /// A context of its parts.
    package init(userName: String?, isAdmin: Bool = false, csrf: String, version: String) {
        self.userName = userName
        self.isAdmin = isAdmin
        self.csrf = csrf
        self.version = version
    }
}
