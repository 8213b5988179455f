internal import Reporting

/// The frame around each page: head, header, footer.
enum Layout {
    /// The places that every page links to.
    enum Place: String, CaseIterable {
        case challenges = "/"
        case leaderboard = "/leaderboard"
        case submissions = "/submissions"
        case interviews = "/interviews"
        case webhooks = "/webhooks"
        case signIn = "/sign-in"

        fileprivate var name: String {
            switch self {
            case .challenges: "Challenges"
            case .leaderboard: "Leaderboard"
            case .submissions: "My submissions"
            case .interviews: "Interviews"
            case .webhooks: "Webhooks"
            case .signIn: "Sign in"
            }
        }
    }

    /// A whole page.
    ///
    /// - Parameters:
    ///   - title: the page's own; the judge's name follows it.
    ///   - place: where among the links of the header the page is, if it is one of them.
    ///   - refreshSeconds: after how long a browser without scripts asks for the page again; `nil` for never.
    static func page(
        _ title: String, at place: Place? = nil, _ context: PageContext, refreshSeconds: Int? = nil, _ main: Markup
    ) -> String {
        let links = Place.allCases.filter { $0 != .signIn && ($0 != .webhooks || context.isAdmin) }.map { link in
            fields(["path": link.rawValue, "name": link.name, "isCurrent": link == place])
        }
        return Template.layout.render([
            "title": "\(title.displayedInline()) · judge", "styleURL": Asset.stylesheet.url,
            "scriptURL": Asset.liveScript.url, "refreshSeconds": refreshSeconds, "links": links,
            "userName": context.userName?.displayedInline(limit: 40), "csrf": context.csrf,
            "isSignIn": place == .signIn, "mainHTML": main, "version": context.version,
        ]).html
    }
}
