import Foundation
import Testing

@testable import Webhooks

struct FormTests {
    private static let pictured: [WebhookFormat] = [.discord, .telegram]

    @Test(arguments: WebhookFormat.allCases) func `only Discord and Telegram get a picture, and only of growth`(
        _ format: WebhookFormat
    ) throws {
        for (index, news) in Wording.usual.news.enumerated() {
            let body = try request(format, news)
            #expect(try (ParsedForm(body) != nil) == (index == 0 && Self.pictured.contains(format)))
        }
        var unmeasured = Wording.usual.submission
        (unmeasured.time, unmeasured.space) = (nil, nil)
        let body = try request(format, .graded(unmeasured))
        #expect(body.headers.first?.value == "application/json" && !body.url.contains("sendPhoto"))
    }

    @Test(arguments: Wording.allCases) func `Discord gets its JSON and the file that the embed shows`(
        _ wording: Wording
    ) throws {
        let news = wording.news[0]
        guard let picture = GrowthPicture.png(of: news) else { return }
        let form = try #require(try ParsedForm(request(.discord, news)))
        #expect(form.names == ["payload_json", "files[0]"])
        let json = try #require(form.parts["payload_json"])
        #expect(json.headers["Content-Type"] == "application/json")
        let file = try #require(form.parts["files[0]"])
        #expect(file.headers["Content-Disposition"] == #"form-data; name="files[0]"; filename="growth.png""#)
        #expect(file.headers["Content-Type"] == "image/png")
        #expect(file.content == picture)
        let embed = try JSONDecoder().decode(ParsedJSON.self, from: Data(json.content))["embeds"][0]
        #expect(embed["image"]["url"].text == "attachment://growth.png")
        // But for the picture, it is what it would be without one.
        let plain = DiscordPayload.of(ChatMessage(news), timestamp: "2026-03-01T08:15:02Z")
        #expect(
            json.text.replacing(#""image":{"url":"attachment://growth.png"},"#, with: "").utf8.elementsEqual(
                plain.bytes))
    }

    @Test(arguments: Wording.allCases) func `Telegram gets a photo with the message as its caption`(
        _ wording: Wording
    ) throws {
        let news = wording.news[0]
        guard let picture = GrowthPicture.png(of: news) else { return }
        let body = try request(.telegram, news)
        #expect(body.url == "https://api.telegram.org/bot123:ABC/sendPhoto" && body.method == "POST")
        let form = try #require(try ParsedForm(body))
        #expect(form.names == ["chat_id", "message_thread_id", "caption", "parse_mode", "photo"])
        #expect(form.parts["chat_id"]?.text == "-100" && form.parts["message_thread_id"]?.text == "7")
        #expect(form.parts["parse_mode"]?.text == "HTML")
        let photo = try #require(form.parts["photo"])
        #expect(photo.headers["Content-Disposition"] == #"form-data; name="photo"; filename="growth.png""#)
        #expect(photo.headers["Content-Type"] == "image/png" && photo.content == picture)
        let caption = try #require(form.parts["caption"]).text
        let message = ChatMessage(news)
        #expect(caption.readAsHTML.hasPrefix(message.title.withoutGaps))
        #expect(caption.contains("Open the submission</a>"))
    }

    @Test func `a message that fits into a caption is not shortened`() throws {
        var news = Wording.usual.submission
        news.time?.variables.removeLast(7)
        let form = try #require(try ParsedForm(request(.telegram, .graded(news))))
        #expect(form.parts["caption"]?.text == ChatMessage(.graded(news)).text(.html))
    }

    @Test(arguments: [
        ("https://api.telegram.org/bot1:A/sendMessage?chat_id=1", "https://api.telegram.org/bot1:A/sendPhoto"),
        (
            "https://bots.example/x/bot1:A/SendMessage/?a=b&chat_id=1&c",
            "https://bots.example/x/bot1:A/sendPhoto?a=b&c"
        ),
        ("https://api.telegram.org/bot1:A/%73endMessage?chat_id=1", "https://api.telegram.org/bot1:A/sendPhoto"),
    ])
    func `only the last part of a bot's address becomes another`(_ text: String, _ url: String) throws {
        let target = try WebhookTarget(text, format: .telegram)
        #expect(target.request(for: Wording.usual.news[0], id: "1", timestamp: "t").url == url)
        let plain = target.request(for: Wording.usual.news[3], id: "1", timestamp: "t")
        #expect(plain.url == target.url && plain.url.lowercased().contains("endmessage"))
        // A chat without topics has none.
        let form = try #require(try ParsedForm(target.request(for: Wording.usual.news[0], id: "1", timestamp: "t")))
        #expect(form.names == ["chat_id", "caption", "parse_mode", "photo"])
    }

    @Test(arguments: ["", "msg_1", "a\r\nb: c\"", "🇩🇪", String(repeating: "x", count: 500)])
    func `the boundary follows from the identifier, and no part holds it`(_ id: String) throws {
        for format in Self.pictured {
            let body = try request(format, Wording.usual.news[0], id: id)
            #expect(try ParsedForm(body) != nil)
            let again = try request(format, Wording.usual.news[0], id: id)
            #expect(again.body == body.body && again.headers.map(\.value) == body.headers.map(\.value))
        }
        var form = MultipartForm()
        form.add("a", "b")
        let usual = form.boundary(id: id)
        form.add("c", "x\(usual)-1\r\n--\(usual)--\r\n")
        #expect(form.boundary(id: id) == "\(usual)-2")
        #expect(usual.utf8.count < 64)
    }
}
