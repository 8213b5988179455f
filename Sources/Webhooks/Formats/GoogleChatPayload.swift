/// A message to a Google Chat webhook: a card, whose texts are HTML.
///
/// Headers and labels of cards are plain text, so what came from people is in paragraphs only.
enum GoogleChatPayload {
    static func of(_ message: ChatMessage) -> JSON {
        render(message.shortened { render($0).bytes.count <= 32_000 })
    }

    private static func render(_ message: ChatMessage) -> JSON {
        let markup = ChatMarkup.html
        let sections = [
            [markup.strong(markup.text(message.title)), markup.text(message.summary)], message.factLines(markup),
            message.paragraphLines(markup), message.entryLines(markup),
        ]
        var widgets = sections.filter { !$0.isEmpty }.map { lines -> JSON in
            ["textParagraph": ["text": .string(lines.joined(separator: "<br>"))]]
        }
        if let link = message.link {
            let button: JSON = ["text": .string(link.title), "onClick": ["openLink": ["url": .string(link.url)]]]
            widgets.append(["buttonList": ["buttons": [button]]])
        }
        return [
            // What notifications show.
            "fallbackText": .string(
                "\(message.title). \(message.summary)".cut(to: 1000, .utf16, as: \.inertGoogleChat)),
            "cardsV2": [["cardId": "judge", "card": ["sections": [["widgets": .array(widgets)]]]]],
        ]
    }
}
