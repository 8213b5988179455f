internal import JudgeCore

/// A file that pages refer to, kept in the binary.
package struct Asset: Sendable {
    /// The stylesheet of all pages.
    package static let stylesheet = Asset(
        path: "/static/style.css", type: "text/css; charset=utf-8", text: Stylesheet.text)
    /// The script of all pages, which only adds comfort.
    package static let liveScript = Asset(
        path: "/static/live.js", type: "text/javascript; charset=utf-8", text: LiveScript.text)

    /// Where it is served.
    package let path: String
    /// Its `Content-Type`.
    package let type: String
    /// What is in it.
    package let text: String
    /// Changes whenever the contents do, so that browsers may keep the file for good.
    package let hash: String

    /// What pages refer to: the path, and the hash as a query.
    package var url: String { "\(path)?v=\(hash)" }

    private init(path: String, type: String, text: String) {
        self.path = path
        self.type = type
        self.text = text
        hash = text.fingerprint
    }
}
