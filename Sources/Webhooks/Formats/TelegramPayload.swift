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

    /// A picture with the message as its caption: the fields of `sendPhoto`.
    static func form(_ message: ChatMessage, chat: String, thread: Int?, picture: [UInt8]) -> MultipartForm {
        // A caption is shorter than a message, and counted without the markup: much of that would be the link.
        let read = ChatMarkup(text: \.withoutMentions, strong: \.self) { words, _ in words }
        let message = message.shortened { $0.text(read).utf16.count <= 1024 }
        var form = MultipartForm()
        form.add("chat_id", chat)
        if let thread { form.add("message_thread_id", "\(thread)") }
        form.add("caption", message.text(.html))
        form.add("parse_mode", "HTML")
        form.add("photo", png: picture, file: GrowthPicture.file)
        return form
    }
}
