internal import Reporting

/// What is answered where there is no page to show.
package struct ErrorPage: Sendable {
    /// What every page knows.
    package var context: PageContext
    /// The HTTP status, e.g. 404.
    package var status: Int
    /// What is wrong, in a few words.
    package var title: String
    /// What is wrong and what to do, in one sentence.
    package var message: String

    /// A page of its parts.
    package init(context: PageContext, status: Int, title: String, message: String) {
        self.context = context
        self.status = status
        self.title = title
        self.message = message
    }

    /// The page as HTML.
    package func html() -> String {
        let main = Template.error.render(["status": status, "title": title.displayedInline(), "message": message])
        return Layout.page(title, context, main)
    }
}
