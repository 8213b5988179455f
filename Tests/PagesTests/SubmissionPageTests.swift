import JudgeCore
import Reporting
import Testing

@testable import Pages

@Suite struct SubmissionPageTests {
    private func page(_ name: String) throws -> HTMLDocument {
        let samples = Samples()
        let stage = try #require(samples.stages.first { $0.name == name }).stage
        return HTMLDocument(samples.submission(stage).html())
    }

    @Test(
        "what is done right now is one line",
        arguments: [
            (.waiting(ahead: nil), "Waiting to be graded."), (.waiting(ahead: 0), "Waiting to be graded: it is next."),
            (.waiting(ahead: 1), "Waiting to be graded: 1 submission before it."),
            (.grading(.running, nil), "Running."), (.grading(.compiling, .compiling), "Compiling."),
            (.grading(.compiling, .preparing("a\nb")), "Preparing the challenge: a⏎b."),
            (.grading(.running, .running(index: 3, total: 14, name: "x")), "Running: case 3 of 14."),
            (
                .grading(.measuring, .measuring(index: 3, total: 40, variable: "n")),
                "Measuring growth along n: run 3 of 40."
            ), (.failed("x"), "Graded."),
        ] as [(SubmissionPage.Stage, String)])
    func line(stage: SubmissionPage.Stage, line: String) {
        #expect(SubmissionPage.statusLine(of: stage) == line)
    }

    @Test func `a submission without a verdict is watched, by script or by loading again`() throws {
        for name in ["waiting", "compiling", "running", "measuring"] {
            let page = try page(name)
            let status = try #require(page.elements.firstIndex { $0.attributes["role"] == "status" })
            #expect(page.elements[status].attributes["aria-live"] == "polite")
            #expect(page.within(status).contains { $0.attributes["id"] == "status-text" && !$0.text.isEmpty })
            let refresh = try #require(page.elements.first { $0.attributes["http-equiv"] == "refresh" })
            #expect(page.elements[try #require(refresh.parent)].name == "noscript")
        }
        for name in ["accepted", "failed"] {
            let page = try page(name)
            #expect(
                !page.elements.contains {
                    $0.attributes["http-equiv"] == "refresh" || $0.attributes["role"] == "status"
                })
        }
    }

    @Test func `the verdict comes first, then what failed and its hint`() throws {
        let page = try page("wrong-answer")
        #expect(page.texts("title") == ["wrong answer, k-means clustering · judge"])
        #expect(
            page.texts("div", class: "outcome").first == """
                ✗ wrong answer in 4.1 s It is not as asked. sample/two: The labels are stale. Hint: Assign once more.
                """)
        let outcome = try #require(page.elements.firstIndex { $0.classes.contains("outcome") })
        #expect(outcome < (page.elements.firstIndex { $0.name == "h2" } ?? 0))
    }

    @Test func `groups are counted, measured and tell what failed`() throws {
        let page = try page("wrong-answer")
        let cells = page.texts("td")
        #expect(
            page.texts("th").prefix(8) == [
                "Group", "Passed", "Slowest of 1 s", "Peak of 512 MiB", "Measured", "First failure", "sample", "edge",
            ])
        #expect(cells.prefix(5) == ["✗ 1/2", "0.06 s", "6.4 MiB", "inertia ratio 1.0004", "two: wrong answer"])
        #expect(cells[9] == "one: wrong answer, 3 not run")
        let accepted = try self.page("accepted")
        #expect(accepted.texts("td").contains("… 1/4"))
        #expect(accepted.texts("td").contains("3 not run"))
        // Columns in which nothing would stand are left out.
        var report = Samples().report(.accepted, complexity: nil)
        report.groups = [GroupReport(name: "sample", total: 1, cases: [CaseReport(name: "one", verdict: .accepted)])]
        let plain = HTMLDocument(Samples().submission(.graded(report)).html())
        #expect(plain.texts("th") == ["Group", "Passed", "Slowest of 1 s", "Peak of 512 MiB", "sample"])
    }

    @Test func `samples show what differs, open where they fail`() throws {
        let page = try page("wrong-answer")
        #expect(page.all("details").map { $0.attributes["open"] } == [nil, "open"])
        #expect(page.texts("figcaption").prefix(4) == ["Input", "Expected", "Got", "Printed"])
        #expect(page.texts("mark").prefix(2) == ["7.5", "8.25"])
        #expect(page.texts("pre").prefix(4) == ["2 1 1 2", "1 1 6 7.5 0 1", "1 1 6 8.25 0 1", "so far so good"])
        let none = AnswerMarkup(expected: "<1>", got: "")
        #expect(none.expected.html == "&lt;1&gt;" && none.got.html == "<em>no answer</em>")
        let lines = AnswerMarkup(expected: "a\nb\nc", got: "a\nc")
        #expect(lines.expected.html == "a\n<mark>b</mark>\nc\n" && lines.got.html == "a\nc\n")
    }

    @Test func `the compiler's messages lead to the source and point into it`() throws {
        let page = try page("compile-error")
        #expect(page.texts("span", class: "severity") == ["error", "warning"])
        let excerpt = try #require(page.all("pre").first).text.split(separator: "\n")
        #expect(excerpt[0] == "2 │     let x: Int = \"a\"")
        #expect(excerpt[1] == "  │                  ^")
        // A line that is not shown has no anchor.
        #expect(page.all("a").compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#L") } == ["#L2"])
        #expect(page.all("span", class: "line").map { $0.attributes["id"] } == ["L1", "L2", "L3"])
        #expect(page.all("span", class: "line")[1].text == "2  \tlet x: Int = \"a\"\n")
    }

    @Test func `growth is told per variable, with a plot each`() throws {
        let page = try page("complexity-exceeded")
        #expect(page.texts("h3") == ["Work ↗ over", "Memory ? inconclusive"])
        #expect(page.all("svg", class: "growth").count == 3)
        #expect(page.all("svg").allSatisfy { $0.attributes["role"] == "img" && $0.attributes["viewBox"] != nil })
        #expect(page.all("svg").first?.attributes["aria-label"] == "time along n: over, n^2, slope 2.00 [1.99, 2.01]")
        let cells = page.texts("td")
        let row = try #require(cells.firstIndex(of: "n^2"))
        #expect(cells[row...].prefix(6) == ["n^2", "2.00", "1.99 to 2.01", "↗ over", "256 to 16,384", "lopsided"])
        #expect(page.texts("p").contains("Asked for: iterations * n * k * d"))
        #expect(page.text.contains("The work grows like n^2.") && page.text.contains("Along n: It leaps."))
        #expect(try self.page("wrong-answer").all("svg").isEmpty)
    }

    @Test func `how it was graded is told, and weak walls are said early`() throws {
        let page = try page("accepted")
        let facts = Dictionary(uniqueKeysWithValues: zip(page.texts("dt"), page.texts("dd")))
        #expect(facts["Sandbox"] == "restricted (seccomp, rlimits)")
        #expect(facts["Time of a case"] == "1 s of CPU, 4 s in all" && facts["Memory of a case"] == "512 MiB")
        #expect(facts["Seed of the hidden data"] == "c3a9" && facts["Judge"] == "0.1.0")
        #expect(facts["Compiler"] == "swift 6.3.1" && facts["Compiled"] == "in 0.90 s")
        #expect(page.texts("p", class: "notice") == ["Warning: the sandbox was weaker than usual."])
    }

    @Test func `a failure of the judge says why and blames nobody`() throws {
        let page = try page("failed")
        #expect(
            page.texts("div", class: "outcome").first?.hasPrefix("? judge error The compiler could not be started.")
                == true)
    }

    @Test func `the source is for those who may see it`() throws {
        var submission = Samples().submission(.waiting(ahead: nil))
        submission.source = nil
        #expect(!submission.html().contains("Source"))
        submission.source = "a\r\n\n\tb"
        let page = HTMLDocument(submission.html())
        #expect(page.all("span", class: "line").map(\.text) == ["1  a\n", "2  \n", "3  \tb\n"])
        submission.source = String(repeating: "x\n", count: SourceListing.maximumLines + 5)
        #expect(submission.html().contains("… and 5 more lines"))
    }

    @Test func `who may have it graded once more is offered that, once there is a verdict`() {
        let action = "/submissions/5f1c/rejudge"
        func offers(_ page: SubmissionPage) -> Bool {
            HTMLDocument(page.html()).all("form").contains { $0.attributes["action"] == action }
        }
        for (name, stage) in Samples().stages {
            var page = Samples().submission(stage)
            #expect(offers(page) == !["waiting", "compiling", "running", "measuring"].contains(name), "\(name)")
            page.mayRejudge = false
            #expect(!offers(page), "\(name)")
        }
    }
}
