import Foundation
import JudgeCore
import Testing

@testable import Webhooks

struct LimitTests {
    @Test(arguments: WebhookFormat.allCases, Wording.allCases)
    func `what is sent is JSON within the service's limits, and always the same`(
        _ format: WebhookFormat, _ wording: Wording
    ) throws {
        for news in wording.news {
            let body = try request(format, news)
            #expect(try request(format, news).body == body.body)
            #expect(body.headers.first?.name == "Content-Type")
            #expect(try ParsedForm(body) != nil || body.headers.first?.value == "application/json")
            let text = String(decoding: body.body, as: UTF8.self)
            try check(format, text, ParsedJSON(body))
        }
    }

    @Test(arguments: ["\"", "&", "算"])
    func `a message far beyond any limit is brought within each`(_ letter: String) throws {
        func text(_ count: Int) -> String { String(repeating: letter, count: count) }
        func message(facts: Int, paragraphs: Int, entries: Int, title: Int = 60) -> ChatMessage {
            var message = ChatMessage(tone: .good, title: text(title), summary: text(title))
            message.facts = Array(repeating: .init(label: text(20), text: text(200)), count: facts)
            message.paragraphs = Array(repeating: .init(label: "Why", text: text(700)), count: paragraphs)
            message.entries = Array(repeating: text(200), count: entries)
            message.link = .init("Open", to: "https://judge.example/" + String(repeating: "&", count: 350))
            return message
        }
        var short = message(facts: 30, paragraphs: 0, entries: 0)
        short.facts = Array(repeating: .init(label: "a", text: "b"), count: 30)
        short.paragraphs = Array(repeating: .init(label: "a", text: "b"), count: 50)
        let messages = [
            message(facts: 0, paragraphs: 0, entries: 0, title: 3000), message(facts: 20, paragraphs: 12, entries: 20),
            message(facts: 0, paragraphs: 2, entries: 0), message(facts: 25, paragraphs: 0, entries: 0),
            message(facts: 0, paragraphs: 0, entries: 40), short,
        ]
        for message in messages {
            for (format, payload) in [
                (WebhookFormat.slack, SlackPayload.of(message)), (.discord, DiscordPayload.of(message, timestamp: "t")),
                (.teams, TeamsPayload.of(message)), (.mattermost, MattermostPayload.of(message)),
                (.googlechat, GoogleChatPayload.of(message)),
                (.telegram, TelegramPayload.of(message, chat: "-100", thread: nil)),
                (.ntfy, NtfyPayload.of(message, topic: "judge")), (.matrix, MatrixPayload.of(message)),
            ] {
                let json = try JSONDecoder().decode(ParsedJSON.self, from: Data(payload.bytes))
                try check(format, String(decoding: payload.bytes, as: UTF8.self), json)
            }
            let form = TelegramPayload.form(message, chat: "-100", thread: nil, picture: [])
            let body = WebhookBody(
                method: "POST", url: "", headers: [("Content-Type", "multipart/form-data; boundary=b-1")],
                body: form.bytes(boundary: "b-1"))
            try check(.telegram, "", ParsedJSON(body))
        }
    }

    private func check(_ format: WebhookFormat, _ text: String, _ json: ParsedJSON) throws {
        switch format {
        case .json: #expect(text.utf8.count < 20_000)
        case .slack: checkSlack(text, json)
        case .discord: checkDiscord(json)
        case .teams:
            #expect(text.utf8.count <= 28_000)
            let card = json["attachments"][0]["content"]
            #expect(card["type"].text == "AdaptiveCard" && card["version"].text == "1.4")
            #expect(card["body"].items.allSatisfy { $0["type"].text == "FactSet" || !$0["text"].text.isEmpty })
        case .mattermost:
            #expect(!json["attachments"][0]["text"].text.isEmpty)
            #expect(json["attachments"][0]["text"].text.utf16.count <= 16_383)
        case .googlechat:
            #expect(text.utf8.count <= 32_000)
            #expect((1...4096).contains(json["fallbackText"].text.utf16.count))
            let widgets = json["cardsV2"][0]["card"]["sections"][0]["widgets"].items
            #expect((1...100).contains(widgets.count))
        case .telegram:
            let caption = json["caption"].text
            if caption.isEmpty {
                #expect((1...4096).contains(json["text"].text.utf16.count))
            } else {
                // Of a caption, what is left once the markup is read counts.
                let read = caption.replacing(/<[^>]*>/, with: "").replacing(/&[a-z]+;/, with: "?")
                #expect((1...1024).contains(read.utf16.count))
            }
            #expect(json["parse_mode"].text == "HTML" && json["chat_id"].text == "-100")
        case .ntfy:
            #expect((1...4096).contains(json["message"].text.utf8.count))
            #expect((1...250).contains(json["title"].text.utf8.count))
            #expect(text.utf8.count <= 8192)
            #expect(json["topic"].text == "judge")
        case .matrix:
            #expect(text.utf8.count < 60_000)
            #expect(!json["body"].text.isEmpty && !json["formatted_body"].text.isEmpty)
        }
    }

    private func checkSlack(_ text: String, _ json: ParsedJSON) {
        #expect(text.utf16.count < 13_000)
        #expect((1...300).contains(json["text"].text.utf16.count))
        let blocks = json["blocks"].items
        #expect((1...50).contains(blocks.count))
        for block in blocks {
            let fields = block["fields"].items.map { $0["text"].text.utf16.count }
            #expect(fields.count <= 10 && fields.allSatisfy { (1...2000).contains($0) })
            let limit = block["type"].text == "header" ? 150 : 3000
            if fields.isEmpty { #expect((1...limit).contains(block["text"]["text"].text.utf16.count)) }
        }
    }

    private func checkDiscord(_ json: ParsedJSON) {
        let embed = json["embeds"][0]
        let fields = embed["fields"].items
        #expect((1...256).contains(embed["title"].text.utf16.count))
        #expect((1...4096).contains(embed["description"].text.utf16.count))
        #expect(fields.count <= 25)
        for field in fields {
            #expect((1...256).contains(field["name"].text.utf16.count))
            #expect((1...1024).contains(field["value"].text.utf16.count))
        }
        let all = [embed["title"], embed["description"]] + fields.flatMap { [$0["name"], $0["value"]] }
        #expect(all.reduce(0) { $0 + $1.text.utf16.count } <= 6000)
        guard case .array(let parsed) = json["allowed_mentions"]["parse"] else {
            Issue.record("mentions are allowed")
            return
        }
        #expect(parsed.isEmpty)
    }

    @Test(arguments: WebhookFormat.allCases)
    func `no character is cut`(_ format: WebhookFormat) throws {
        for news in Wording.clusters.news {
            for text in try ParsedJSON(request(format, news)).texts {
                for character in text {
                    let scalars = Array(character.unicodeScalars)
                    #expect(scalars[0] != "\u{FFFD}")
                    if scalars[0] == "ж" { #expect(scalars.count == 3) }
                    if scalars[0] == "\u{1100}" { #expect(scalars.count == 3) }
                    if ("\u{1F1E6}"..."\u{1F1FF}").contains(scalars[0]) { #expect(scalars.count == 2) }
                }
            }
        }
    }

    @Test(arguments: WebhookFormat.allCases.filter { $0 != .json })
    func `a digest says how many are not listed`(_ format: WebhookFormat) throws {
        for wording in [Wording.usual, .huge] {
            let texts = try ParsedJSON(request(format, wording.news[5])).texts
            // Matrix has the list twice.
            let whole = try #require(texts.first { $0.contains(" more") || $0.contains("not listed") })
            let all = texts.joined(separator: "\n").components(in: format == .matrix ? whole : nil)
            let listed = all.ranges(of: "• ").count
            let match = try #require(all.firstMatch(of: /(\d+) (more|not listed)/))
            #expect(listed + Int(match.output.1)! == 41)
            if wording == .usual { #expect(listed >= 10) }
        }
    }

    @Test func `what does not fit is left out, the least important first`() throws {
        let message = ChatMessage(.graded(Wording.usual.submission))
        let shorter = message.shortened { $0.text(.plain()).utf8.count < 600 }
        #expect(shorter.title == message.title && shorter.facts == Array(message.facts.prefix(shorter.facts.count)))
        #expect(shorter.facts.count < message.facts.count)
        let least = message.shortened { _ in false }
        #expect(least.facts.isEmpty && least.paragraphs.isEmpty && least.link == nil && !least.title.isEmpty)
    }
}

extension String {
    fileprivate func components(in whole: String?) -> String { whole ?? self }
}
