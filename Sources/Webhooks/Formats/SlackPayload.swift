/// A message to a Slack incoming webhook, in Block Kit.
///
/// What came from people stands in texts of type `plain_text`: Slack has no way to escape the markers of its other type.
enum SlackPayload {
    static func of(_ message: ChatMessage) -> JSON {
        render(
            message.shortened {
                list($0).utf16.count <= 3000 && blocks($0).count <= 50
                    && String(decoding: render($0).bytes, as: UTF8.self).utf16.count < 13_000
            })
    }

    /// What starts a workflow: the value of its variable `text`. A workflow knows nothing of blocks.
    static func workflow(_ message: ChatMessage) -> JSON {
        let markup = ChatMarkup.plain(\.inertMrkdwn)
        return ["text": .string(message.shortened { $0.text(markup).utf16.count <= 3000 }.text(markup))]
    }

    private static func render(_ message: ChatMessage) -> JSON {
        // What notifications show, and what old clients do.
        let fallback = "\(message.title). \(message.summary)".cut(to: 300, .utf16, as: \.inertMrkdwn)
        return ["text": .string(fallback), "blocks": .array(blocks(message))]
    }

    private static func blocks(_ message: ChatMessage) -> [JSON] {
        var blocks: [JSON] = [
            ["type": "header", "text": plain(message.title, 150)],
            section(plain(message.summary, 3000)),
        ]
        // Fields stand in two columns, at most ten a section: what it is about on the left, what is said on the right.
        var facts = message.facts[...]
        while !facts.isEmpty {
            let fields = facts.prefix(5).flatMap { [plain($0.label, 2000), plain($0.text, 2000)] }
            blocks.append(["type": "section", "fields": .array(fields)])
            facts = facts.dropFirst(5)
        }
        blocks += message.paragraphs.map { section(plain("\($0.label): \($0.text)", 3000)) }
        let list = list(message)
        if !list.isEmpty { blocks.append(section(["type": "plain_text", "text": .string(list), "emoji": false])) }
        if let link = message.link {
            let text = "<\(link.url.replacing("&", with: "&amp;"))|\(link.title)>"
            blocks.append(section(["type": "mrkdwn", "text": .string(text), "verbatim": true]))
        }
        return blocks
    }

    private static func list(_ message: ChatMessage) -> String {
        message.entryLines(.plain(\.inertSlackPlain)).joined(separator: "\n")
    }

    private static func section(_ text: JSON) -> JSON { ["type": "section", "text": text] }

    private static func plain(_ text: String, _ limit: Int) -> JSON {
        // `:tada:` stays what it is without emoji.
        ["type": "plain_text", "text": .string(text.cut(to: limit, .utf16, as: \.inertSlackPlain)), "emoji": false]
    }
}
