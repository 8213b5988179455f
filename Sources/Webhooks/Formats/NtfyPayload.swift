/// A message to an ntfy server, which shows it as plain text.
enum NtfyPayload {
    static func of(_ message: ChatMessage, topic: String) -> JSON {
        // A longer message would become a file, and the server reads no more than twice as much JSON.
        render(
            message.shortened { text($0).utf8.count <= 4096 && render($0, topic).bytes.count <= 8192 }, topic)
    }

    private static func render(_ message: ChatMessage, _ topic: String) -> JSON {
        var payload: [String: JSON] = [
            "topic": .string(topic), "title": .string(message.title.cut(to: 250, .bytes)),
            "message": .string(text(message)), "tags": [.string(tag(message.tone))],
            "priority": message.tone == .warning ? 4 : 3,
        ]
        if let link = message.link { payload["click"] = .string(link.url) }
        return .object(payload)
    }

    /// All but the title, which has a place of its own, and the link.
    private static func text(_ message: ChatMessage) -> String {
        let markup = ChatMarkup.plain()
        return ChatMessage.join([
            [message.summary], message.factLines(markup), message.paragraphLines(markup), message.entryLines(markup),
        ])
    }

    /// The emoji that goes with it, by the name that ntfy has for it.
    private static func tag(_ tone: ChatMessage.Tone) -> String {
        switch tone {
        case .celebration: "tada"
        case .good: "white_check_mark"
        case .bad: "x"
        case .warning: "warning"
        case .neutral: "bell"
        }
    }
}
