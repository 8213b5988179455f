/// A message to a Microsoft Teams webhook or workflow: an Adaptive Card.
enum TeamsPayload {
    static func of(_ message: ChatMessage) -> JSON {
        render(message.shortened { render($0).bytes.count <= 28_000 })
    }

    private static func render(_ message: ChatMessage) -> JSON {
        var body = [
            block(
                inert(message.title),
                ["size": "Large", "weight": "Bolder", "style": "heading", "color": .string(color(message.tone))]),
            block(inert(message.summary)),
        ]
        if !message.facts.isEmpty {
            let facts = message.facts.map { fact -> JSON in
                ["title": .string(inert(fact.label)), "value": .string(inert(fact.text))]
            }
            body.append(["type": "FactSet", "facts": .array(facts)])
        }
        let markup = ChatMarkup.markdown(inert)
        body += message.paragraphLines(markup).map { block($0) }
        // One line feed is none in Markdown, so each entry is a block of its own.
        body += message.entryLines(markup).map { block($0, ["spacing": "None"]) }
        var card: [String: JSON] = [
            "$schema": "http://adaptivecards.io/schemas/adaptive-card.json", "type": "AdaptiveCard", "version": "1.4",
            "body": .array(body),
        ]
        if let link = message.link {
            card["actions"] = [["type": "Action.OpenUrl", "title": .string(link.title), "url": .string(link.url)]]
        }
        return [
            "type": "message",
            "attachments": [
                ["contentType": "application/vnd.microsoft.card.adaptive", "content": .object(card)]
            ],
        ]
    }

    private static func block(_ text: String, _ style: [String: JSON] = [:]) -> JSON {
        .object(style.merging(["type": "TextBlock", "text": .string(text), "wrap": true]) { $1 })
    }

    /// Cards know emphasis, lists and links; some clients know more of Markdown, and some take `[…](` for a link though
    /// a backslash stands before the bracket, but not before the parenthesis. `{{DATE(…)}}` is a function of cards.
    @Sendable private static func inert(_ text: String) -> String {
        text.inertMarkdown(escaping: [
            "\\", "*", "_", "~", "`", "|", "#", "[", "]", "(", ")", "<", ">", "&", "{",
        ])
    }

    private static func color(_ tone: ChatMessage.Tone) -> String {
        switch tone {
        case .celebration, .good: "Good"
        case .bad: "Attention"
        case .warning: "Warning"
        case .neutral: "Accent"
        }
    }
}
