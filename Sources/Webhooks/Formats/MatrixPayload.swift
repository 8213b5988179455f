/// An event of type `m.room.message`. It is a notice, as a program's messages are: other programs do not answer it.
enum MatrixPayload {
    static func of(_ message: ChatMessage) -> JSON {
        // An event has 64 KiB with all that servers add to it.
        render(message.shortened { render($0).bytes.count < 60_000 })
    }

    private static func render(_ message: ChatMessage) -> JSON {
        [
            "msgtype": "m.notice", "body": .string(message.text(.plain(\.withoutMentions))),
            "format": "org.matrix.custom.html",
            "formatted_body": .string(message.text(.html, lineBreak: "<br>")),
            // That there are none keeps clients from looking for `@room` and names in the text.
            "m.mentions": [:],
        ]
    }
}
