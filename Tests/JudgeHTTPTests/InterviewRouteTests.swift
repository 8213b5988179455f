import Foundation
import JudgeCore
import Storage
import Support
import Testing

@testable import JudgeHTTP

/// Mock interviews on pages.
@Suite(.timeLimit(.minutes(1))) struct InterviewRouteTests {
    private func begin(_ browser: Browser, _ fields: [String: String]) async throws -> Fixture.Reply {
        let key = Browser.key(try await browser.open("/interviews"))
        return try await browser.send("/interviews", fields.merging(["csrf": key]) { $1 })
    }

    private static let wish = ["minutes": "45", "level": "junior", "topic": ""]

    @Test func `an interview has tasks and a clock, takes predictions once and before submissions, and ends`()
        async throws
    {
        try await withServer { server in
            let browser = Browser(server)
            #expect(try await browser.open("/interviews").headers["location"] == "/sign-in")
            try await browser.signIn("ann")
            let begun = try await begin(browser, Self.wish)
            let place = try #require(begun.headers["location"])
            #expect(begun.status == 303 && place.hasPrefix("/interviews/"))
            let page = try await browser.open(place)
            let key = Browser.key(page)
            #expect(page.text.contains("<strong>45</strong> minutes are left"), "\(page.text)")
            let interview = try #require(
                try await server.store.interview(String(place.dropFirst("/interviews/".count))))
            #expect(interview.tasks.count == 2)
            let task = try #require(page.text.firstMatch(of: /name="task" value="([^"]*)"/)?.1)
            let form = ["csrf": key, "task": String(task), "space": ""]
            let unreadable = try await browser.send("\(place)/predictions", form.merging(["time": "n +"]) { $1 })
            #expect(unreadable.status == 422 && unreadable.text.contains("cannot be read, column"))
            #expect(try await browser.send("\(place)/predictions", form.merging(["time": "1"]) { $1 }).status == 303)
            let said = try await browser.open(place)
            #expect(said.text.contains("You said: <code>1</code> for time, <code>nothing</code> for space"))
            let other = try #require(interview.tasks.first { $0 != task })
            _ = try await server.submit("func f() {}", as: "ann", challenge: other)
            let late = ["csrf": key, "task": other, "time": "1", "space": ""]
            #expect(try await browser.send("\(place)/predictions", late).status == 409)
            #expect(try await browser.open(place).text.contains("1 submission<"))
            #expect(try await browser.send("\(place)/end", ["csrf": "x"]).status == 403)
            #expect(try await browser.send("\(place)/end", ["csrf": key]).status == 303)
            let over = try await browser.open(place)
            #expect(over.text.contains("0 of 2 solved") && !over.text.contains("are left"))
            #expect(try await browser.send("\(place)/predictions", late).status == 422)
            #expect(try await browser.open("/interviews").text.contains(place))
        }
    }

    @Test func `an interview is its owner's alone`() async throws {
        try await withServer { server in
            let ann = Browser(server)
            try await ann.signIn("ann")
            let place = try #require(try await begin(ann, Self.wish).headers["location"])
            for name in ["bob", "eve"] {
                let other = Browser(server)
                try await other.signIn(name)
                #expect(try await other.open(place).status == 404)
                let key = Browser.key(try await other.open("/interviews"))
                #expect(try await other.send("\(place)/end", ["csrf": key]).status == 404)
            }
        }
    }

    @Test(arguments: [
        (["minutes": "5"], "takes 15 to 240 minutes"), (["minutes": "soon"], "takes 15 to 240 minutes"),
        (["level": "expert"], "junior or senior"), (["topic": "golf"], "no such topic"),
        (["minutes": "15", "level": "senior", "topic": "trees"], "No two senior tasks about trees"),
    ]) func `a wish that cannot be met is answered on the form`(fields: [String: String], said: String) async throws {
        try await withServer { server in
            let browser = Browser(server)
            try await browser.signIn("ann")
            let refused = try await begin(browser, Self.wish.merging(fields) { $1 })
            #expect(refused.status == 422 && refused.text.contains(said), "\(refused.text)")
        }
    }

    @Test func `what is asked next opens when a task is solved, with answers`() async throws {
        try await withServer(grade: { submission, _ in made(.accepted, of: submission) }) { server in
            let browser = Browser(server)
            try await browser.signIn("ann")
            let place = try #require(try await begin(browser, Self.wish).headers["location"])
            #expect(try await !browser.open(place).text.contains("Asked next"))
            let interview = try #require(
                try await server.store.interview(String(place.dropFirst("/interviews/".count))))
            let sent = try await server.submit("func f() {}", as: "ann", challenge: interview.tasks[0])
            let id = try #require(sent.string("id"))
            _ = try await server.ask("GET", "/api/v1/submissions/\(id)?wait=20", as: "ann")
            let page = try await browser.open(place)
            #expect(page.text.contains("Asked next") && page.text.contains("<summary>"))
        }
    }
}
