/// A message to a Mattermost incoming webhook: one attachment.
///
/// All of it stands in the attachment's text, which is Markdown wherever it is shown; its title and the titles of its
/// fields are Markdown in some clients and plain in others.
enum MattermostPayload {
    /// What a post may hold, in characters.
    private static let most = 16_383

    static func of(_ message: ChatMessage) -> JSON {
        let markup = ChatMarkup.markdown(inert)
        let message = message.shortened { $0.text(markup).utf16.count <= most }
        return [
            "username": "judge",
            "attachments": [
                [
                    "color": .string(color(message.tone)),
                    // For notifications.
                    "fallback": .string("\(message.title). \(message.summary)".cut(to: 300, .utf16, as: inert)),
                    "text": .string(message.text(markup)),
                ]
            ],
        ]
    }

    /// The server takes `\@all` for a mention, as it reads what Markdown makes of a text; a gap keeps it from that. It
    /// also takes `<https://…|words>` for a link of Slack's, and no backslash helps against that: an entity does.
    @Sendable private static func inert(_ text: String) -> String {
        text.inertMarkdown(
            escaping: ["\\", "*", "_", "~", "`", "|", "#", "[", "]", "(", ")", ">"], entities: true)
    }

    private static func color(_ tone: ChatMessage.Tone) -> String {
        switch tone {
        case .celebration: "#F1C40F"
        case .good: "#2ECC71"
        case .bad: "#E74C3C"
        case .warning: "#E67E22"
        case .neutral: "#3498DB"
        }
    }
}
