import Foundation
import Subprocess
import Support
import Testing

/// The pages in a real browser, from sign-in to verdict.
@Suite("The pages", .serialized, .timeLimit(.minutes(5)))
struct BrowserTests {
    private static let accepted = Checkout.challenge("kmeans/submissions/accepted/plain.swift")

    @Test(
        "lead from signing in to a verdict that appears by itself, with scripts and without", arguments: [true, false])
    func submit(scripts: Bool) async throws {
        try await withFolder { folder in
            let ended = try await withDaemon(in: folder) { daemon in
                let token = try await daemon.token("ann")
                try await WebDriver.with(scripts: scripts) { browser in
                    try await browser.open("\(daemon.url)/challenges/kmeans")
                    #expect(try await browser.says("k-means clustering"))
                    try await browser.open("\(daemon.url)/sign-in")
                    try await browser.type(token, into: "input[name=token]")
                    try await browser.click("main form button")
                    #expect(try await browser.says("Signed in as"))
                    try await browser.open("\(daemon.url)/challenges/kmeans")
                    try await browser.type(Self.accepted, into: "input[type=file]")
                    try await browser.click("main form button")
                    #expect(try await browser.says("accepted in"))
                    #expect(try await browser.address().hasPrefix("\(daemon.url)/submissions/"))
                    let page = try await browser.text()
                    for words in ["iterations * n * k * d", "inertia", "within", "Seed of the hidden data"] {
                        #expect(page.contains(words), "\(words)")
                    }
                    let picture = try await browser.picture()
                    #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]) && picture.count > 20_000)
                    try await browser.open("\(daemon.url)/")
                    #expect(try await browser.says("solved"))
                    try await browser.open("\(daemon.url)/leaderboard")
                    #expect(try await browser.says("ann"))
                    // The pages' own rules block nothing of theirs.
                    let complaints = try await browser.complaints().filter { !$0.contains("favicon") }
                    #expect(complaints == [])
                }
            }
            #expect(ended.ending == .exited(0))
        }
    }
}
