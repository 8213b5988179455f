/// A message of a Telegram bot, in HTML.
enum TelegramPayload {
    /// - Parameters:
    ///   - chat: the chat's number, or a channel's `@name`.
    ///   - thread: the topic within the chat.
    static func of(_ message: ChatMessage, chat: String, thread: Int?) -> JSON {
        // Telegram counts what is left once the markup is read, which is never more than this.
        let message = message.shortened { $0.text(.html).utf16.count <= 4096 }
        var payload: [String: JSON] = [
            "chat_id": .string(chat), "text": .string(message.text(.html)), "parse_mode": "HTML",
            "link_preview_options": ["is_disabled": true],
        ]
        if let thread { payload["message_thread_id"] = .number(thread) }
        return .object(payload)
    }
}
