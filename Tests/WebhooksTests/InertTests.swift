import JudgeCore
import Testing

@testable import Webhooks

/// Whatever people call things, services show it as the text that it is.
struct InertTests {
    private static let hostile = Wording.hostileText
    /// A start of it that is not cut anywhere.
    private static let start = String(hostile.prefix(60))

    @Test(arguments: [WebhookFormat.slack, .discord, .mattermost, .googlechat, .telegram, .matrix])
    func `nobody is called`(_ format: WebhookFormat) throws {
        for news in Wording.hostile.news {
            let texts = try ParsedJSON(request(format, news)).texts
            #expect(texts.contains { $0.withoutGaps.contains("@everyone") })
            for text in texts {
                #expect(!text.contains(/@[A-Za-z0-9]/))
                // Matrix has a plain text beside, where these mean nothing.
                guard format != .matrix else { continue }
                let unescaped = text.replacing(/\\[^A-Za-z0-9 ]/, with: "")
                #expect(!unescaped.contains("<!") && !unescaped.contains("<@") && !unescaped.contains("<users/"))
            }
        }
    }

    @Test func `Slack reads text, entities and nothing else`() throws {
        for news in Wording.hostile.news {
            let json = try ParsedJSON(request(.slack, news))
            var plain: [String] = []
            for block in json["blocks"].items {
                for text in block["fields"].items + [block["text"]] where !text.texts.isEmpty {
                    if text["type"].text == "mrkdwn" {
                        #expect(
                            text["text"].text.contains(/^<https:\/\/judge\.example\/[a-z0-9\/]+\|Open the [a-z]+>$/))
                    } else {
                        #expect(text["type"].text == "plain_text")
                        plain.append(text["text"].text)
                    }
                }
            }
            for text in plain {
                #expect(!text.contains("<") && !text.contains(">"))
                #expect(!text.replacing(/&(amp|lt|gt);/, with: "").contains("&"))
            }
            #expect(plain.contains { $0.readAsHTML.contains(Self.start) })
            // In the fallback, a marker is never next to anything.
            let fallback = json["text"].text
            #expect(!fallback.contains(/[^\u{200B}][*_~`]|[*_~`][^\u{200B}]/))
            #expect(!fallback.contains("<") && !fallback.contains(/[^\u{200B}]&gt;/))
            if news.kind != .digest { #expect(fallback.readAsHTML.contains(Self.start)) }
        }
    }

    @Test func `a Slack workflow gets one text, with no markers in it either`() throws {
        let target = try WebhookTarget("https://hooks.slack.com/workflows/T/A/1/x")
        for news in Wording.hostile.news {
            let json = try ParsedJSON(target.request(for: news, id: "1", timestamp: "t"))
            #expect(json.texts.count == 1)
            #expect(!json["text"].text.contains(/[^\u{200B}][*_~`]|[*_~`][^\u{200B}]|</))
        }
    }

    /// Lines of Markdown, in which nothing but the labels is bold and nothing at a line's beginning begins a block.
    private func checkMarkdown(_ text: String, _ markers: String, links: Int = 0) {
        var found = 0
        for line in text.split(separator: "\n") {
            var rest = line.replacing(/\\[^A-Za-z0-9 ]/, with: "")
            if rest.hasPrefix("**") { rest = rest.dropFirst(2).replacing(/\*\*/, with: "", maxReplacements: 1) }
            if rest.contains(/^\[Open the [a-z]+\]\(https:\/\/judge\.example\/[a-z0-9\/]+\)$/) {
                found += 1
                continue
            }
            #expect(!rest.contains { markers.contains($0) }, "\(line)")
            #expect(!line.contains(/^([-+=#>] |[0-9]+[.)] )/), "\(line)")
        }
        #expect(found == links)
    }

    @Test(arguments: [Wording.hostile, .list])
    func `Discord reads no markers`(_ wording: Wording) throws {
        for news in wording.news {
            let embed = try ParsedJSON(request(.discord, news))["embeds"][0]
            let fields = embed["fields"].items.flatMap { [$0["name"].text, $0["value"].text] }
            for text in [embed["title"].text, embed["description"].text] + fields {
                checkMarkdown(text, "*_~`|#[]()<>\\")
            }
            let read = (fields + [embed["title"].text, embed["description"].text]).map(\.readAsMarkdown)
            #expect(read.contains { $0.contains(wording.text("").prefix(50)) })
        }
    }

    @Test(arguments: [Wording.hostile, .list])
    func `Teams reads no markers and no functions`(_ wording: Wording) throws {
        for news in wording.news {
            let card = try ParsedJSON(request(.teams, news))["attachments"][0]["content"]
            let facts = card["body"].items.flatMap { $0["facts"].items }.flatMap {
                [$0["title"].text, $0["value"].text]
            }
            let blocks = card["body"].items.map { $0["text"].text }.filter { !$0.isEmpty }
            for text in facts + blocks {
                checkMarkdown(text, "*_~`|#[]()<>&\\")
                #expect(!text.contains("{{"))
                // Some clients take the bracket for one though a backslash stands before it.
                #expect(!text.contains("]("))
            }
            #expect((facts + blocks).contains { $0.readAsMarkdown.contains(wording.text("").prefix(50)) })
        }
    }

    @Test(arguments: [Wording.hostile, .list])
    func `Mattermost reads no markers and no links of Slack's`(_ wording: Wording) throws {
        for news in wording.news {
            let attachment = try ParsedJSON(request(.mattermost, news))["attachments"][0]
            let hasLink: Bool
            switch news {
            case .graded, .solved, .published: hasLink = true
            default: hasLink = false
            }
            checkMarkdown(attachment["text"].text, "*_~`|#[]()<>\\", links: hasLink ? 1 : 0)
            checkMarkdown(attachment["fallback"].text, "*_~`|#[]()<>\\")
            #expect(!attachment["text"].text.contains("<"))
            let read = attachment["text"].text.readAsMarkdown.replacing("&lt;", with: "<").replacing("&amp;", with: "&")
            #expect(read.contains(wording.text("").prefix(50)))
        }
    }

    /// HTML with as many bold texts and links as the judge put there, and no other tags or entities.
    private func checkHTML(_ html: String, bold: Int, links: Int) {
        #expect(html.ranges(of: "<b>").count == bold && html.ranges(of: "</b>").count == bold)
        let link = /<a href="https:\/\/judge\.example\/[a-z0-9\/]+">Open the [a-z]+<\/a>/
        #expect(html.ranges(of: link).count == links)
        let rest = html.replacing(link, with: "").replacing(/<\/?b>|<br>/, with: "")
        #expect(!rest.contains("<") && !rest.contains(">") && !rest.contains("\""))
        #expect(!rest.replacing(/&(amp|lt|gt|quot);/, with: "").contains("&"))
    }

    @Test func `Telegram, Google Chat and Matrix read the judge's own tags only`() throws {
        for news in Wording.hostile.news {
            let message = ChatMessage(news)
            let bold = 1 + message.facts.count + message.paragraphs.count
            let links = message.link == nil ? 0 : 1
            // Telegram's may be shorter than that.
            let sent = try ParsedJSON(request(.telegram, news))
            let telegram = sent["text"].text + sent["caption"].text
            checkHTML(telegram, bold: telegram.ranges(of: "<b>").count, links: links)
            #expect(telegram.readAsHTML.contains(Self.start))
            let matrix = try ParsedJSON(request(.matrix, news))
            checkHTML(matrix["formatted_body"].text, bold: bold, links: links)
            #expect(matrix["formatted_body"].text.readAsHTML.contains(Self.hostile))
            #expect(matrix["body"].text.withoutGaps.contains(Self.hostile))
            let card = try ParsedJSON(request(.googlechat, news))["cardsV2"][0]["card"]["sections"][0]["widgets"].items
            let paragraphs = card.map { $0["textParagraph"]["text"].text }
            checkHTML(paragraphs.joined(separator: "<br>"), bold: bold, links: 0)
            #expect(paragraphs.joined().readAsHTML.contains(Self.hostile))
        }
    }

    @Test func `Google Chat's fallback has no markers`() throws {
        for news in Wording.hostile.news {
            let text = try ParsedJSON(request(.googlechat, news))["fallbackText"].text
            #expect(!text.contains(/[^\u{200B}][*_~`]|[*_~`][^\u{200B}]|<[^\u{200B}]/))
            if news.kind != .digest { #expect(text.withoutGaps.contains(Self.start)) }
        }
    }

    @Test func `Matrix is told that nobody is mentioned`() throws {
        let body = try request(.matrix, Wording.hostile.news[0])
        #expect(String(decoding: body.body, as: UTF8.self).contains(#""m.mentions":{}"#))
    }

    @Test func `ntfy gets the text as it is`() throws {
        for news in Wording.hostile.news {
            let json = try ParsedJSON(request(.ntfy, news))
            #expect(json["title"].text.contains(Self.start) || json["message"].text.contains(Self.start))
        }
    }

    @Test func `a marker with an accent on it is one to a service, and is escaped`() {
        #expect("<\u{338}b".inertHTML.unicodeScalars.first == "&")
        #expect("*\u{301}b".inertMarkdown(escaping: ["*"]).unicodeScalars.first == "\\")
        #expect("@\u{301}all".withoutMentions.unicodeScalars.dropFirst().first == "\u{200B}")
    }

    @Test(arguments: [
        "javascript:alert(1)", "https://x.example/a b", "https://x.example/\"><script>", "https://x.example/a)b|c>d\n",
        "ftp://x.example", "",
    ])
    func `a link holds nothing that ends it`(_ url: String) throws {
        var news = Wording.usual.submission
        news.url = url
        for format in WebhookFormat.allCases where format != .json {
            for text in try ParsedJSON(request(format, .graded(news))).texts where text.contains("x.example") {
                let address = try #require(text.firstMatch(of: /https:\/\/x\.example\/[^\s"<>|)]*/))
                #expect(!address.output.contains(/[ "<>|()\n]/))
                #expect(!text.contains("<script>"))
            }
            #expect(try !ParsedJSON(request(format, .graded(news))).texts.contains { $0.contains("javascript:") })
        }
    }
}
