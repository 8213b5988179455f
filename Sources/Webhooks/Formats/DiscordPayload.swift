/// A message to a Discord webhook: one embed.
enum DiscordPayload {
    /// - Parameter picture: the file sent along that the embed shows.
    static func of(_ message: ChatMessage, timestamp: String, picture: String? = nil) -> JSON {
        let message = message.shortened {
            let texts = Self.texts($0)
            let whole = texts.fields.reduce(texts.title.utf16.count + texts.description.utf16.count) {
                $0 + $1.label.utf16.count + $1.text.utf16.count
            }
            return texts.description.utf16.count <= 4096 && texts.fields.count <= 25 && whole <= 6000
        }
        let texts = Self.texts(message)
        var embed: [String: JSON] = [
            "title": .string(texts.title), "description": .string(texts.description), "timestamp": .string(timestamp),
            "color": .number(color(message.tone)),
            "fields": .array(
                texts.fields.map { ["name": .string($0.label), "value": .string($0.text), "inline": true] }),
        ]
        if let link = message.link { embed["url"] = .string(link.url) }
        if let picture { embed["image"] = ["url": .string("attachment://\(picture)")] }
        // Nobody is called, whatever the texts say.
        return ["username": "judge", "embeds": [.object(embed)], "allowed_mentions": ["parse": []]]
    }

    /// The message with a picture in it.
    static func form(_ message: ChatMessage, timestamp: String, picture: [UInt8]) -> MultipartForm {
        var form = MultipartForm()
        form.add("payload_json", of(message, timestamp: timestamp, picture: GrowthPicture.file))
        form.add("files[0]", png: picture, file: GrowthPicture.file)
        return form
    }

    private static func texts(
        _ message: ChatMessage
    ) -> (title: String, description: String, fields: [ChatMessage.Line]) {
        let markup = ChatMarkup.markdown(inert)
        let sections = [[inert(message.summary)], message.paragraphLines(markup), message.entryLines(markup)]
        return (
            message.title.cut(to: 256, .utf16, as: inert),
            ChatMessage.join(sections),
            message.facts.map { fact in
                ChatMessage.Line(
                    label: fact.label.cut(to: 256, .utf16, as: inert), text: fact.text.cut(to: 1024, .utf16, as: inert))
            }
        )
    }

    /// `<` begins mentions, emoji and times, `||` hides, `[` begins a link that says something else than where it goes.
    @Sendable private static func inert(_ text: String) -> String {
        text.inertMarkdown(escaping: ["\\", "*", "_", "~", "`", "|", "#", "[", "]", "(", ")", "<", ">"])
    }

    private static func color(_ tone: ChatMessage.Tone) -> Int {
        switch tone {
        case .celebration: 0xF1C40F
        case .good: 0x2ECC71
        case .bad: 0xE74C3C
        case .warning: 0xE67E22
        case .neutral: 0x3498DB
        }
    }
}
