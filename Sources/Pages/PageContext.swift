/// What every page knows of its reader and of the judge that serves it.
package struct PageContext: Sendable, Equatable {
    /// The reader's name; `nil` where nobody is signed in.
    package var userName: String?
    /// What each form sends back as `csrf`, so that no other site can send one in the reader's name.
    package var csrf: String
    /// The judge's version, for the footer.
    package var version: String

    /// A context of its parts.
    package init(userName: String?, csrf: String, version: String) {
        self.userName = userName
        self.csrf = csrf
        self.version = version
    }
}
