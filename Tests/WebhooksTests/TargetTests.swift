import JudgeCore
import Testing

@testable import Webhooks

struct TargetTests {
    @Test(arguments: [
        ("https://example.com/hook?a=1&b", WebhookFormat.json, "https://example.com/hook?a=1&b"),
        ("HTTP://Example.COM:8080", .json, "http://example.com:8080/"),
        ("https://[2001:db8::1]:8443/x", .json, "https://[2001:db8::1]:8443/x"),
        ("https://hooks.slack.com/services/T1/B2/c3", .slack, "https://hooks.slack.com/services/T1/B2/c3"),
        ("http://hooks.slack.com:80/services/T1/B2/c3", .slack, "https://hooks.slack.com/services/T1/B2/c3"),
        ("https://hooks.slack.com/workflows/T/A/1/x", .slack, "https://hooks.slack.com/workflows/T/A/1/x"),
        ("https://hooks.slack.com/triggers/T/1/x", .slack, "https://hooks.slack.com/triggers/T/1/x"),
        ("https://hooks.slack.com.evil.example/services/T", .json, "https://hooks.slack.com.evil.example/services/T"),
        ("https://discord.com/api/webhooks/1/t-k", .discord, "https://discord.com/api/webhooks/1/t-k?wait=true"),
        (
            "https://ptb.discord.com/api/webhooks/1/t?thread_id=9&wait=false", .discord,
            "https://ptb.discord.com/api/webhooks/1/t?thread_id=9&wait=true"
        ),
        (
            "https://canary.discordapp.com/api/v10/webhooks/1/t", .discord,
            "https://canary.discordapp.com/api/v10/webhooks/1/t?wait=true"
        ),
        ("https://discord.com/api/webhooks/1/t/github", .json, "https://discord.com/api/webhooks/1/t/github"),
        (
            "https://a.webhook.office.com/webhookb2/u@v/IncomingWebhook/b/c", .teams,
            "https://a.webhook.office.com/webhookb2/u@v/IncomingWebhook/b/c"
        ),
        ("https://outlook.office.com/webhook/u@v/x", .teams, "https://outlook.office.com/webhook/u@v/x"),
        (
            "https://prod-1.westeurope.logic.azure.com:443/workflows/w/triggers/manual/paths/invoke?sig=s", .teams,
            "https://prod-1.westeurope.logic.azure.com:443/workflows/w/triggers/manual/paths/invoke?sig=s"
        ),
        (
            "https://x.environment.api.powerplatform.com/powerautomate/a?sig=s", .teams,
            "https://x.environment.api.powerplatform.com/powerautomate/a?sig=s"
        ),
        (
            "https://chat.googleapis.com/v1/spaces/S/messages?key=k&token=t", .googlechat,
            "https://chat.googleapis.com/v1/spaces/S/messages?key=k&token=t"
        ),
        (
            "https://api.telegram.org/bot1:A/sendMessage?chat_id=-1", .telegram,
            "https://api.telegram.org/bot1:A/sendMessage"
        ),
        ("https://ntfy.sh/judge_1", .ntfy, "https://ntfy.sh/"),
        (
            "http://m.example:8008/p/_matrix/client/r0/rooms/%21r:m.example/send/m.room.message/7?access_token=t",
            .matrix,
            "http://m.example:8008/p/_matrix/client/v3/rooms/!r:m.example/send/m.room.message"
        ),
        ("slack://judge@T1/B2/c3/", .slack, "https://hooks.slack.com/services/T1/B2/c3"),
        ("discord://1/To-k_n?thread=9", .discord, "https://discord.com/api/webhooks/1/To-k_n?thread_id=9&wait=true"),
        ("msteams://u@v/b/c", .teams, "https://outlook.office.com/webhook/u@v/IncomingWebhook/b/c"),
        (
            "msteams://Acme/u@v/b/c/d", .teams, "https://acme.webhook.office.com/webhookb2/u@v/IncomingWebhook/b/c/d"
        ),
        (
            "workflows://p.example:443/w/s-g", .teams,
            "https://p.example:443/workflows/w/triggers/manual/paths/invoke?api-version=2016-06-01"
                + "&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=s-g"
        ),
        (
            "workflow://p.example/w/s?pa=yes&route=7", .teams,
            "https://p.example/powerautomate/automations/direct/cu/7/workflows/w/triggers/manual/paths/invoke"
                + "?api-version=2022-03-01-preview&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=s"
        ),
        ("mmost://bot@chat.example:8065/tok", .mattermost, "http://chat.example:8065/hooks/tok"),
        ("mmosts://chat.example/sub/tok", .mattermost, "https://chat.example/sub/hooks/tok"),
        ("gchat://Sp/K/T", .googlechat, "https://chat.googleapis.com/v1/spaces/Sp/messages?key=K&token=T"),
        (
            "gchat://Sp/K/T%3D/th", .googlechat,
            "https://chat.googleapis.com/v1/spaces/Sp/messages?key=K&token=T%3D&threadKey=th"
                + "&messageReplyOption=REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD"
        ),
        ("tgram://123:Abc_d/-1001", .telegram, "https://api.telegram.org/bot123:Abc_d/sendMessage"),
        ("ntfy://Judge_1", .ntfy, "https://ntfy.sh/"), ("ntfys://n.example:8443/t", .ntfy, "https://n.example:8443/"),
        ("ntfy://n.example/t", .ntfy, "http://n.example/"),
        (
            "matrixs://tok@m.example/!r:m.example", .matrix,
            "https://m.example/_matrix/client/v3/rooms/!r:m.example/send/m.room.message"
        ),
        (
            "matrix://tok@m.example:8008/%21r", .matrix,
            "http://m.example:8008/_matrix/client/v3/rooms/!r/send/m.room.message"
        ),
        ("json://h.example:81/a", .json, "http://h.example:81/a"), ("jsons://h.example", .json, "https://h.example/"),
    ])
    func `an address tells its format and where to send`(_ text: String, _ format: WebhookFormat, _ url: String) throws
    {
        let target = try WebhookTarget(text)
        #expect(target.format == format)
        #expect(target.url == url)
    }

    @Test(arguments: [
        ("https://ntfy.sh/t?token=tk_1", "Bearer tk_1", "https://ntfy.sh/"),
        ("ntfys://tk_1@n.example/t", "Bearer tk_1", "https://n.example/"),
        ("ntfy://tk_1@Topic", "Bearer tk_1", "https://ntfy.sh/"),
        ("ntfys://ada:p%40ss@n.example/t", "Basic YWRhOnBAc3M=", "https://n.example/"),
        ("jsons://ada:p%40ss@h.example/x", "Basic YWRhOnBAc3M=", "https://h.example/x"),
        (
            "matrixs://tok%2F1@m.example/!r", "Bearer tok/1",
            "https://m.example/_matrix/client/v3/rooms/!r/send/m.room.message"
        ),
        (
            "https://m.example/_matrix/client/v3/rooms/!r/send/m.room.message?access_token=tok", "Bearer tok",
            "https://m.example/_matrix/client/v3/rooms/!r/send/m.room.message"
        ),
    ])
    func `secrets that can be a header are one`(_ text: String, _ value: String, _ url: String) throws {
        let target = try WebhookTarget(text)
        #expect(target.headers.map(\.name) == ["Authorization"] && target.headers.map(\.value) == [value])
        #expect(target.url == url)
        #expect(target.request(for: Wording.usual.news[3], id: "1", timestamp: "t").headers.last?.value == value)
    }

    @Test func `what a body needs is kept apart from the URL`() throws {
        let telegram = try WebhookTarget(
            "https://api.telegram.org/bot1:A/sendMessage?chat_id=@news&message_thread_id=4")
        #expect(telegram.chat == "@news" && telegram.thread == 4)
        #expect(try WebhookTarget("tgram://bot1:A/news").chat == "@news")
        let topic = try WebhookTarget("tgram://1:A/-100:7")
        #expect(topic.chat == "-100" && topic.thread == 7)
        #expect(try WebhookTarget("ntfy://Judge_1").topic == "Judge_1")
        #expect(try WebhookTarget("ntfys://n.example/Judge-1?token=tk_x").topic == "Judge-1")
    }

    @Test(arguments: WebhookFormat.allCases)
    func `a format that is asked for counts more than what the address tells`(_ format: WebhookFormat) throws {
        let text =
            switch format {
            case .telegram: "https://bots.example/bot1:A/sendMessage?chat_id=1"
            case .ntfy: "https://n.example/topic"
            case .matrix: "https://m.example/_matrix/client/v3/rooms/!r/send/x?access_token=t"
            default: "https://hooks.slack.com/services/T1/B2/c3"
            }
        #expect(try WebhookTarget(text, format: format).format == format)
        #expect(try WebhookTarget(text.replacing("https:", with: "jsons:"), format: format).format == format)
    }

    @Test func `Matrix puts the event where a retry repeats it`() throws {
        let body = try request(.matrix, Wording.usual.news[3], id: "msg/1 ?é\n")
        #expect(body.method == "PUT")
        #expect(body.url.hasSuffix("/send/m.room.message/msg%2F1%20%3F%C3%A9%0A"))
        for format in WebhookFormat.allCases where format != .matrix {
            #expect(try request(format, Wording.usual.news[3]).method == "POST")
        }
    }

    @Test(
        arguments: [
            "", "SECRET", "hooks.slack.com/services/SECRET", "://SECRET", "secret://SECRET",
            "mailto://SECRET@x.example",
            "https://", "https:///SECRET", "https://SECRET@example.com/", "https://a:SECRET@example.com/",
            "https://@example.com/SECRET", "https://example.com:SECRET/", "https://example.com:0/SECRET",
            "https://example.com:65536/SECRET", "https://exa mple.com/SECRET", "https://example.com/SECRET\n",
            "https://example.com/\u{0}SECRET", "https://example.com/é/SECRET", "https://example.com/SECRET#a",
            "https://example.com\\SECRET", "https://a..b/SECRET", "https://.a/SECRET", "https://%61.example/SECRET",
            "https://[::1/SECRET", "https://[SECRET]/", "https://example.com/%zz/SECRET",
            "https://example.com/%FF/SECRET",
            "https://example.com/SECRET%4", "https://example.com/SECRET" + String(repeating: "a", count: 2048),
            "slack://SECRET", "slack://xoxb-SECRET/channel", "slack://A/B/SECRET/D", "slack://A/B/SECRET?footer=SECRET",
            "discord://SECRET", "discord://1/SECRET/x", "msteams://A/SECRET", "msteams://a.SECRET/A/B/C",
            "workflows://h.example/SECRET", "workflows:///A/SECRET", "mmosts://h.example",
            "mmosts://u:SECRET@h.example/t",
            "mmosts://h.example/SECRET?channel=SECRET", "gchat://S/SECRET", "tgram://SECRET/1", "tgram://1:SECRET",
            "tgram://1:SECRET/2/3", "tgram://1:SECRET/2:x", "https://api.telegram.org/bot1:SECRET/sendMessage",
            "https://api.telegram.org/bot1:SECRET/getMe?chat_id=1",
            "https://api.telegram.org/bot1:S/sendMessage?chat_id=1&message_thread_id=SECRET", "ntfys://h.example",
            "ntfys://h.example/SECRET/b", "ntfy://SECRET.x", "https://ntfy.sh/", "https://ntfy.sh/SECRET.",
            "ntfys://h.example/t?token=SECRET%0Ax", "ntfys://h.example/t?SECRET=1", "matrixs://h.example/!SECRET",
            "matrixs://SECRET@h.example/%23alias", "matrixs://SECRET@h.example/a/b", "matrixs://u:SECRET@h.example/!r",
            "matrixs://SECRET%0D%0Ax@h.example/!r",
            "https://h.example/_matrix/client/v3/rooms/!SECRET/send/m.room.message",
            "jsons://SECRET@/x", "jsons://u:SECRET@a..b/x",
        ])
    func `what is no address is refused, with nothing of it in the sentence`(_ text: String) {
        let error = #expect(throws: JudgeError.self) { try WebhookTarget(text) }
        #expect(error?.code == "bad-webhook-url" && error?.exitCode == 64)
        #expect(error?.description.lowercased().contains("secret") == false)
        #expect(error?.message.hasPrefix("This cannot be a webhook's URL: ") == true)
    }

    @Test func `a format that does not fit the address is refused`() {
        for (text, format) in [
            ("discord://1/SECRET", WebhookFormat.slack), ("https://example.com/SECRET", .telegram),
            ("https://example.com/SECRET/x", .ntfy), ("https://example.com/SECRET", .matrix),
        ] {
            let error = #expect(throws: JudgeError.self) { try WebhookTarget(text, format: format) }
            #expect(error?.code == "bad-webhook-url" && error?.message.contains("SECRET") == false)
        }
    }

    @Test func `as much as 2,048 bytes is taken`() throws {
        let text = "https://example.com/" + String(repeating: "a", count: 2028)
        #expect(try WebhookTarget(text).url == text)
    }
}
