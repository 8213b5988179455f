import JudgeCore
import Reporting
import Testing

@testable import Pages

@Suite struct ListPageTests {
    @Test func `the list names challenges, and what the reader has made of them`() {
        let page = HTMLDocument(Samples().challengeList.html())
        #expect(
            page.texts("h2") == ["Decision tree", "k-means clustering", "k-Nearest Neighbours", "Linear regression"])
        #expect(page.texts("span", class: "verdict") == ["○ tried", "✓ solved", "✓ solved"])
        #expect(page.texts("p", class: "lead") == ["Solved 2 of 4."])
        #expect(page.texts("li").contains("machine learning") && page.texts("span", class: "level").first == "medium")
        #expect(!Samples(user: nil).challengeList.html().contains("Solved 2"))
    }

    @Test func `a challenge tells its limits and bounds, and takes solutions of those who are signed in`() throws {
        let html = Samples().challenge.html()
        let page = HTMLDocument(html)
        let facts = Dictionary(uniqueKeysWithValues: zip(page.texts("dt"), page.texts("dd")))
        #expect(facts["Time of a case"] == "1 s of CPU, 4 s in all" && facts["Memory of a case"] == "512 MiB")
        #expect(facts["Work may grow like"] == "iterations * n * k * d")
        #expect(facts["Memory may grow like"] == "n * d + k * d + n")
        let form = try #require(page.all("form").first { $0.attributes["action"] == "/challenges/kmeans/submissions" })
        #expect(form.attributes["enctype"] == "multipart/form-data")
        #expect(page.all("input").contains { $0.attributes["name"] == "once" && $0.attributes["value"] == "5f1c-once" })
        #expect(page.all("textarea").first?.attributes["name"] == "source")
        #expect(page.all("input").contains { $0.attributes["type"] == "file" && $0.attributes["name"] == "file" })
        #expect(page.all("textarea").first?.text.contains("func kMeans(points: [[Double]]") == true)
        #expect(page.all("a").contains { $0.attributes["href"] == "/challenges/kmeans/starter" })
        #expect(page.all("section", class: "sample").count == 2)
        #expect(page.texts("h2").contains("Editorial") && page.texts("h2").contains("Your latest submissions"))
        #expect(page.texts("p", class: "notice") == ["The source is longer than 128 KiB."])
    }

    @Test func `who is not signed in is led there, and who has not solved it sees no editorial`() {
        var challenge = Samples(user: nil).challenge
        challenge.editorial = nil
        challenge.submissions = []
        challenge.starter = nil
        let page = HTMLDocument(challenge.html())
        #expect(page.all("form").isEmpty && page.all("textarea").isEmpty)
        #expect(page.texts("p").contains("Sign in to submit a solution."))
        #expect(!page.texts("h2").contains("Editorial") && !page.texts("h2").contains("Your latest submissions"))
        #expect(!page.all("a").contains { $0.attributes["href"]?.hasSuffix("/starter") == true })
    }

    @Test func `the form holds what was sent rather than the starter, to the last line feed`() {
        var challenge = Samples().challenge
        challenge.draft = "\n\n  let x = \"</textarea>\"\n"
        let area = HTMLDocument(challenge.html()).all("textarea").first
        // A browser takes away the first line feed of a text area.
        #expect(area?.text == "\n\n\n  let x = \"</textarea>\"\n")
    }

    @Test func `the history tells when, what and how it went, page by page`() {
        let page = HTMLDocument(Samples().history.html())
        #expect(page.texts("th") == ["Result", "Challenge", "Sent"])
        #expect(page.all("time").first?.attributes["datetime"] == "2026-01-01T08:30:00Z")
        #expect(page.texts("time").first == "2026-01-01 08:30 UTC")
        #expect(
            page.texts("span", class: "verdict") == [
                "… waiting", "… running", "✓ accepted", "✗ wrong answer", "! time limit exceeded",
                "! memory limit exceeded",
                "! output limit exceeded", "✗ run time error", "✗ compile error", "↗ complexity exceeded",
                "? judge error",
            ])
        #expect(page.all("a").contains { $0.attributes["href"] == "/submissions/5f1c0" })
        let older = page.all("a").first { $0.attributes["rel"] == "next" }
        #expect(older?.attributes["href"] == "/submissions?before=2026-01-01T08:30:00Z&limit=50")
        var last = Samples().history
        last.older = nil
        #expect(!last.html().contains("Older"))
        #expect(HistoryPage(context: Samples().context, submissions: []).html().contains("Choose a challenge"))
        #expect(TimeMarkup.words("yesterday") == "yesterday")
    }

    @Test func `the leaderboard explains its columns and knows the reader`() {
        let page = HTMLDocument(Samples().leaderboard.html())
        #expect(
            page.texts("th") == [
                "Place", "User", "Solved", "Work", "Memory", "Ada Lovelace (you)", "Grace Hopper", "Alan Turing",
            ])
        #expect(page.texts("td") == ["1", "5", "1.02", "1.00", "2", "5", "1.40", "12.50", "3", "2", "–", "–"])
        #expect(
            page.texts("p", class: "lead") == ["Only for the challenge k-means clustering, within the group autumn."])
        #expect(page.text.contains("1.00 is the best"))
        let chosen = page.all("option").filter { $0.attributes["selected"] != nil }
        #expect(chosen.map { $0.attributes["value"] } == ["kmeans", "autumn"])
        #expect(page.texts("option") == ["All", "k-means clustering", "kNN", "Everybody", "autumn"])
        let all = LeaderboardPage(context: Samples().context, entries: []).html()
        #expect(!all.contains("<select") && !all.contains("class=\"lead\""))
    }

    @Test func `signing in asks for a token and says why one was not taken`() {
        let page = HTMLDocument(Samples(user: nil).signIn.html())
        let field = page.all("input").first { $0.attributes["name"] == "token" }?.attributes ?? [:]
        #expect(field["type"] == "password" && field["autocomplete"] == "off" && field["aria-invalid"] == "true")
        #expect(page.all("form").map { $0.attributes["action"] } == ["/sign-in"])
        #expect(page.elements.contains { $0.attributes["role"] == "alert" && $0.text == "This token is not known." })
        let first = HTMLDocument(SignInPage(context: Samples(user: nil).context).html())
        #expect(!first.elements.contains { $0.attributes["role"] == "alert" || $0.attributes["aria-invalid"] != nil })
    }

    @Test func `an error has its status, a sentence and a way home`() {
        let page = HTMLDocument(Samples().error.html())
        #expect(page.texts("h1") == ["No such page"] && page.texts("p", class: "crumbs") == ["404"])
        #expect(page.texts("p", class: "lead") == ["There is nothing here."])
        #expect(page.all("a").contains { $0.attributes["href"] == "/" && $0.text == "All challenges" })
    }

    @Test func `webhooks are shown with what became of their messages, and what failed can be sent again`() {
        let page = HTMLDocument(Samples().webhooks.html())
        #expect(page.texts("code") == ["https://hooks.slack.com/…", "https://example.org/…"])
        let actions = page.all("form").compactMap { $0.attributes["action"] }
        #expect(actions == ["/sign-out", "/webhooks/group/test", "/webhooks/group/replay"])
        #expect(page.all("input").contains { $0.attributes["name"] == "delivery" && $0.attributes["value"] == "7" })
        #expect(page.all("a").contains { $0.attributes["href"] == "/submissions/5f1c" })
        #expect(
            page.all("a").contains { $0.attributes["rel"] == "next" && $0.attributes["href"] == "/webhooks?before=6" })
        #expect(
            page.all("a").contains { $0.attributes["href"] == "/webhooks" && $0.attributes["aria-current"] == "page" })
        #expect(!Samples().leaderboard.html().contains("href=\"/webhooks\""), "members are not led there")
    }
}
