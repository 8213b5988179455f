import Foundation
import Registry
import Storage
import Support
import Testing

@testable import JudgeHTTP

/// Quizzes over the API and on pages: what is told, and above all when.
@Suite(.timeLimit(.minutes(1))) struct QuizRouteTests {
    private static let slug = "quizbasics"
    private static let quiz = try! Registry(root: Checkout.challenges).challenge(slug).quiz!

    private func begin(_ server: Fixture, as user: String) async throws -> Fixture.Reply {
        try await server.ask("POST", "/api/v1/quizzes/\(Self.slug)/attempts", as: user)
    }

    private func answer(
        _ server: Fixture, _ id: String, _ question: String, _ answer: String, as user: String
    ) async throws -> Fixture.Reply {
        let body = try JSONSerialization.data(withJSONObject: ["question": question, "answer": answer])
        return try await server.ask(
            "POST", "/api/v1/quiz-attempts/\(id)/answers", as: user, headers: [("Content-Type", "application/json")],
            body: String(decoding: body, as: UTF8.self))
    }

    /// Every text that gives something away.
    private static let secrets = quiz.questions.flatMap { question in
        switch question.form {
        case .choice(let options), .select(let options): options.map(\.because)
        case .number(let key): [key.because] + key.mistakes.map(\.because)
        }
    }

    private static func told(_ text: String) -> Int {
        // As JSON and as HTML have it, the first words of a reason are the same where they hold letters alone.
        secrets.count { secret in
            let words = secret.prefix { $0.isLetter && $0.isASCII || $0 == " " || $0 == "," }
            return words.count > 25 && text.contains(words)
        }
    }

    @Test func `the key of a question is told when it is answered, and of no other`() async throws {
        try await withServer { server in
            let begun = try await begin(server, as: "ann")
            #expect(begun.status == 201 && Self.told(begun.text) == 0, "\(begun.text)")
            let id = try #require(begun.string("id"))
            #expect(begun.headers["location"] == "/api/v1/quiz-attempts/\(id)")
            let questions = try #require(begun.json["questions"] as? [[String: Any]])
            #expect(questions.count == Self.quiz.questions.count)
            #expect(questions.allSatisfy { Set($0.keys).isSubset(of: ["id", "ask", "form", "options"]) })
            let first = try #require(questions.first { $0["form"] as? String == "choice" })
            let name = try #require(first["id"] as? String)
            let feedback = try await answer(server, id, name, "a", as: "ann")
            #expect(feedback.status == 201)
            let remarks = try #require(feedback.json["options"] as? [[String: Any]])
            #expect(remarks.count { $0["is_right"] as? Bool == true } == 1)
            let seen = try await server.ask("GET", "/api/v1/quiz-attempts/\(id)", as: "ann")
            let shown = try #require(seen.json["questions"] as? [[String: Any]])
            #expect(shown.filter { $0["feedback"] != nil }.compactMap { $0["id"] as? String } == [name])
            #expect(seen.json["answered"] as? Int == 1)
            // What is known of the key now cannot be used.
            let again = try await answer(server, id, name, "b", as: "ann")
            #expect(again.status == 409 && again.string("code") == "already-answered")
        }
    }

    @Test func `an attempt is its owner's alone, and a quiz takes no source`() async throws {
        try await withServer { server in
            #expect(try await server.ask("POST", "/api/v1/quizzes/\(Self.slug)/attempts").status == 401)
            let id = try #require(try await begin(server, as: "ann").string("id"))
            for user in ["bob", "eve"] {
                #expect(try await server.ask("GET", "/api/v1/quiz-attempts/\(id)", as: user).status == 404)
                #expect(try await answer(server, id, Self.quiz.questions[0].id, "a", as: user).status == 404)
            }
            #expect(try await server.ask("POST", "/api/v1/quizzes/kmeans/attempts", as: "ann").status == 404)
            let source = try await server.submit("func f() {}", as: "ann", challenge: Self.slug)
            #expect(source.status == 422 && source.string("code") == "is-quiz")
            let shown = try await server.ask("GET", "/api/v1/challenges/\(Self.slug)")
            #expect(shown.string("form") == "quiz" && Self.told(shown.text) == 0)
        }
    }

    @Test(arguments: ["", "z", "ab", "0.5"])
    func `what the question does not allow is no answer, and tells nothing`(text: String) async throws {
        try await withServer { server in
            let begun = try await begin(server, as: "ann")
            let id = try #require(begun.string("id"))
            let questions = try #require(begun.json["questions"] as? [[String: Any]])
            let name = try #require(questions.first { $0["form"] as? String == "choice" }?["id"] as? String)
            let refused = try await answer(server, id, name, text, as: "ann")
            #expect(refused.status == 422 && refused.string("code") == "bad-answer" && Self.told(refused.text) == 0)
            #expect(try await answer(server, id, "nothing", "a", as: "ann").status == 404)
            #expect(try await server.store.quizAttempt(id)?.answers == [])
        }
    }

    @Test func `pages ask one question after the other, explain each, and show all at the end`() async throws {
        try await withServer { server in
            let browser = Browser(server)
            let intro = try await browser.open("/quizzes/\(Self.slug)")
            #expect(intro.status == 200 && intro.text.contains("Sign in</a> to begin"))
            #expect(try await browser.open("/challenges/\(Self.slug)").headers["location"] == "/quizzes/\(Self.slug)")
            try await browser.signIn("ann")
            let key = Browser.key(try await browser.open("/quizzes/\(Self.slug)"))
            #expect(try await browser.send("/quizzes/\(Self.slug)/attempts", ["csrf": "x"]).status == 403)
            let begun = try await browser.send("/quizzes/\(Self.slug)/attempts", ["csrf": key])
            let place = try #require(begun.headers["location"])
            #expect(begun.status == 303 && place.hasPrefix("/quiz-attempts/"))
            for number in 1...Self.quiz.questions.count {
                let page = try await browser.open(place)
                #expect(page.text.contains(">Question \(number)</h2>") && Self.told(page.text) == 0)
                let id = try #require(page.text.firstMatch(of: /name="question" value="([^"]*)"/)?.1)
                let isNumber = page.text.contains("inputmode=\"decimal\"")
                let none = try await browser.send("\(place)/answers", ["csrf": key, "question": String(id)])
                #expect(none.status == 422 && none.text.contains("The answer must be") && Self.told(none.text) == 0)
                let fields = ["csrf": key, "question": String(id), "answer": isNumber ? "1" : "a"]
                let said = try await browser.send("\(place)/answers", fields)
                #expect(said.status == 200 && said.text.contains("(your answer)"), "\(said.text)")
                #expect(Self.told(said.text) > 0 || isNumber)
                let twice = try await browser.send("\(place)/answers", fields)
                #expect(twice.status == 200 && twice.text.contains("\(number) of 10 answered") || number == 10)
                #expect(said.text.contains(number < Self.quiz.questions.count ? "Next question" : "All answers"))
            }
            let end = try await browser.open(place)
            #expect(end.text.contains("of 10 right") && Self.told(end.text) > 10)
            let after = try await browser.open("/quizzes/\(Self.slug)")
            #expect(after.text.contains("Your best") && after.text.contains("in 1 attempt."))
        }
    }
}
