extension WebURL {
    /// The format that its host and path tell, which is JSON where they tell nothing.
    var knownFormat: WebhookFormat { hostedFormat ?? (Self.room(parts) == nil ? .json : .matrix) }

    /// The service whose own servers these are, where its host and path tell.
    var hostedFormat: WebhookFormat? {
        let parts = parts
        switch host {
        case "hooks.slack.com", "hooks.slack-gov.com":
            return parts.count > 1 && ["services", "workflows", "triggers"].contains(parts[0]) ? .slack : nil
        case "discord.com", "canary.discord.com", "ptb.discord.com", "discordapp.com", "canary.discordapp.com",
            "ptb.discordapp.com":
            // /api/webhooks/ID/TOKEN, and /api/v10/webhooks/ID/TOKEN.
            let isWebhook =
                parts.first == "api" && parts.dropLast(2).last == "webhooks" && (4...5).contains(parts.count)
            return isWebhook ? .discord : nil
        case "outlook.office.com", "outlook.office365.com": return parts.first == "webhook" ? .teams : nil
        case "chat.googleapis.com":
            return parts.count == 4 && parts[1] == "spaces" && parts[3] == "messages" ? .googlechat : nil
        case "api.telegram.org": return parts.first?.hasPrefix("bot") == true ? .telegram : nil
        case "ntfy.sh": return .ntfy
        default:
            let isTeams =
                host.hasSuffix(".webhook.office.com") || host.hasSuffix(".powerplatform.com")
                || host.hasSuffix(".logic.azure.com") && parts.contains("workflows")
            return isTeams ? .teams : nil
        }
    }

    /// What stands before `_matrix`, and the room, in `…/_matrix/client/v3/rooms/ROOM/send/…`.
    private static func room(_ parts: [String]) -> (before: [String], room: String)? {
        guard let start = parts.firstIndex(of: "_matrix"), parts.count > start + 5, parts[start + 1] == "client",
            parts[start + 3] == "rooms", parts[start + 5] == "send"
        else { return nil }
        return (Array(parts[..<start]), parts[start + 4])
    }

    /// Takes the chat and its topic out of a bot's address.
    mutating func takeChat() throws -> (chat: String, thread: Int?) {
        guard parts.count > 1, parts.last?.lowercased() == "sendmessage" else {
            throw WebhookTarget.error(
                "a Telegram bot's ends in /botTOKEN/sendMessage?chat_id=CHAT, which can be written tgram://TOKEN/CHAT")
        }
        guard let chat = take("chat_id") else {
            throw WebhookTarget.error("it does not say which chat to write to; add ?chat_id=CHAT to it")
        }
        guard let topic = take("message_thread_id") else { return (chat, nil) }
        guard let thread = Int(topic) else {
            throw WebhookTarget.error("its topic is not a number; give the topic's message_thread_id or none")
        }
        return (chat, thread)
    }

    /// A bot's address for sending pictures instead of messages.
    var forPhotos: WebURL {
        var url = self
        url.path = path.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/sendPhoto"
        return url
    }

    /// Takes the topic, and the token where there is one, out of an address at an ntfy server. JSON is published to the
    /// server itself.
    mutating func takeTopic() throws -> (topic: String, token: String?) {
        let parts = parts
        guard parts.count == 1, (1...64).contains(parts[0].utf8.count), parts[0].utf8.allSatisfy(Self.isWord) else {
            throw WebhookTarget.error(
                "an ntfy server's ends in one topic of at most 64 letters, digits, hyphens and underscores")
        }
        path = "/"
        if let token = take("token") { return (parts[0], token) }
        // Tokens have this prefix; without it, it is a user.
        guard let user, user.hasPrefix("tk_"), password == nil else { return (parts[0], nil) }
        return (parts[0], user)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        let scalar = Unicode.Scalar(byte)
        return scalar == "-" || scalar == "_"
            || scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9") ~= scalar)
    }

    /// Makes the address the one for messages to its room, and takes the token out of it.
    mutating func takeRoom() throws -> String {
        guard let (before, room) = Self.room(parts) else {
            throw WebhookTarget.error(
                "a Matrix room's is …/_matrix/client/v3/rooms/ROOM/send/m.room.message?access_token=TOKEN, which can be "
                    + "written matrixs://TOKEN@HOST/ROOM")
        }
        guard room.hasPrefix("!") else {
            throw WebhookTarget.error("it names a Matrix room by an alias; give the room's ID, which begins with an !")
        }
        guard let token = take("access_token") else {
            throw WebhookTarget.error("it has no access token for Matrix; add ?access_token=TOKEN to it")
        }
        let all = before + ["_matrix", "client", "v3", "rooms", room, "send", "m.room.message"]
        (path, query) = (WebURL(host, all).path, [])
        return token
    }
}
