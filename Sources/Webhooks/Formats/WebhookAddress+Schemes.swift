extension WebhookAddress {
    /// The format that a short form stands for, and the address that its service hands out. The forms are Apprise's.
    ///
    /// - Throws: `JudgeError` `bad-webhook-url`.
    func expanded() throws -> (WebhookFormat, WebURL) {
        switch scheme {
        case "json": (.json, try WebURL(self, isSecure: false))
        case "jsons": (.json, try WebURL(self, isSecure: true))
        case "slack": (.slack, try slack())
        case "discord": (.discord, try discord())
        case "msteams": (.teams, try teams())
        case "workflow", "workflows": (.teams, try workflow())
        case "mmost": (.mattermost, try mattermost(isSecure: false))
        case "mmosts": (.mattermost, try mattermost(isSecure: true))
        case "gchat": (.googlechat, try googleChat())
        case "tgram": (.telegram, try telegram())
        case "ntfy": (.ntfy, try ntfy(isSecure: false))
        case "ntfys": (.ntfy, try ntfy(isSecure: true))
        case "matrix": (.matrix, try matrix(isSecure: false))
        case "matrixs": (.matrix, try matrix(isSecure: true))
        default:
            throw WebhookTarget.error(
                "its scheme is not known; begin it with https://, or with slack, discord, msteams, workflows, mmosts, "
                    + "gchat, tgram, ntfys, matrixs or jsons and ://")
        }
    }

    /// What is where a host is, without a bot's name before it, and the parts of the path.
    private var tokens: [String] {
        let first = authority.split(separator: "@").last.map(String.init) ?? ""
        return [first.percentDecoded ?? ""].filter { !$0.isEmpty } + parts
    }

    /// The options behind `?` that are known; any other changes something in Apprise that would not change here.
    private func options(_ known: String...) throws -> [String: String] {
        var options: [String: String] = [:]
        for item in query.split(separator: "&") {
            let parts = item.split(separator: "=", maxSplits: 1).map { String($0).percentDecoded ?? "" }
            guard parts.count == 2, known.contains(parts[0]) else {
                let hint = known.isEmpty ? "" : " but \(known.joined(separator: ", "))"
                throw WebhookTarget.error("of the options behind its ? none\(hint) is known; leave the others out")
            }
            options[parts[0]] = parts[1]
        }
        return options
    }

    private func slack() throws -> WebURL {
        let tokens = tokens
        _ = try options()
        guard tokens.count == 3 else {
            throw WebhookTarget.error(
                "slack:// takes the three parts of an incoming webhook, slack://A/B/C; bots and channels are not supported"
            )
        }
        return WebURL("hooks.slack.com", ["services"] + tokens)
    }

    private func discord() throws -> WebURL {
        let tokens = tokens
        let options = try options("thread")
        guard tokens.count == 2 else {
            throw WebhookTarget.error("discord:// takes a webhook's ID and its token, discord://ID/TOKEN")
        }
        return WebURL(
            "discord.com", ["api", "webhooks"] + tokens, query: options["thread"].map { [("thread_id", $0)] } ?? [])
    }

    /// The two forms of Microsoft's own connectors.
    private func teams() throws -> WebURL {
        // The first part is two identifiers with an @ in between.
        let tokens = [authority.percentDecoded ?? ""] + parts
        _ = try options()
        guard !authority.isEmpty, (3...5).contains(tokens.count) else {
            throw WebhookTarget.error(
                "msteams:// takes the parts of a connector, msteams://A/B/C or msteams://TEAM/A/B/C; for a workflow give "
                    + "the https:// URL that Teams shows")
        }
        if tokens.count == 3 {
            return WebURL("outlook.office.com", ["webhook", tokens[0], "IncomingWebhook", tokens[1], tokens[2]])
        }
        guard tokens[0].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
            throw WebhookTarget.error("the team in it is no name of letters, digits and hyphens; msteams://TEAM/A/B/C")
        }
        return WebURL(
            tokens[0].lowercased() + ".webhook.office.com",
            ["webhookb2", tokens[1], "IncomingWebhook"] + tokens.dropFirst(2))
    }

    private func workflow() throws -> WebURL {
        let given = try WebURL(self, isSecure: true)
        let options = try options("pa", "route", "ver", "api-version", "id", "sig")
        let parts = [options["id"]].compactMap(\.self) + given.parts + [options["sig"]].compactMap(\.self)
        guard parts.count == 2, given.user == nil else {
            throw WebhookTarget.error(
                "workflows:// takes a workflow and its signature, workflows://HOST/WORKFLOW/SIGNATURE")
        }
        let isPowerAutomate = ["yes", "true", "1"].contains(options["pa"]?.lowercased())
        var path = isPowerAutomate ? ["powerautomate", "automations", "direct"] : []
        if isPowerAutomate, let route = options["route"] { path += ["cu", route] }
        let version =
            options["ver"] ?? options["api-version"] ?? (isPowerAutomate ? "2022-03-01-preview" : "2016-06-01")
        var url = WebURL(
            given.host, path + ["workflows", parts[0], "triggers", "manual", "paths", "invoke"],
            query: [("api-version", version), ("sp", "/triggers/manual/run"), ("sv", "1.0"), ("sig", parts[1])])
        url.port = given.port
        return url
    }

    private func mattermost(isSecure: Bool) throws -> WebURL {
        var url = try WebURL(self, isSecure: isSecure)
        let parts = url.parts
        _ = try options()
        guard let token = parts.last, url.password == nil else {
            throw WebhookTarget.error("mmost:// takes a host and an incoming webhook's token, mmosts://HOST/TOKEN")
        }
        // A name before the host is what the message is to be signed with; the judge signs its own.
        url.user = nil
        url.path = WebURL(url.host, parts.dropLast() + ["hooks", token]).path
        return url
    }

    private func googleChat() throws -> WebURL {
        let options = try options("thread")
        var tokens = tokens
        if let thread = options["thread"] { tokens.append(thread) }
        guard (3...4).contains(tokens.count) else {
            throw WebhookTarget.error("gchat:// takes a space, a key and a token, gchat://SPACE/KEY/TOKEN")
        }
        var query = [("key", tokens[1]), ("token", tokens[2])]
        if tokens.count == 4 {
            query += [("threadKey", tokens[3]), ("messageReplyOption", "REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD")]
        }
        return WebURL("chat.googleapis.com", ["v1", "spaces", tokens[0], "messages"], query: query.map { ($0, $1) })
    }

    private func telegram() throws -> WebURL {
        let tokens = tokens
        let bot = tokens.first?.split(separator: ":") ?? []
        _ = try options()
        guard tokens.count == 2, bot.count == 2 else {
            throw WebhookTarget.error("tgram:// takes a bot's token and one chat, tgram://NUMBER:TOKEN/CHAT")
        }
        // A chat's topic stands behind a colon; a channel goes by its name, with or without an @.
        let target = tokens[1].split(separator: ":", maxSplits: 1).map(String.init)
        let chat = target.first ?? ""
        let isNumber = Int(chat) != nil || chat.hasPrefix("@")
        let number = bot[0].hasPrefix("bot") ? bot[0].dropFirst(3) : bot[0]
        return WebURL(
            "api.telegram.org", ["bot\(number):\(bot[1])", "sendMessage"],
            query: [("chat_id", isNumber ? chat : "@" + chat)]
                + target.dropFirst().map { ("message_thread_id", $0) })
    }

    private func ntfy(isSecure: Bool) throws -> WebURL {
        let options = try options("token")
        let token = options["token"].map { [("token", $0)] } ?? []
        let tokens = tokens
        if parts.isEmpty {
            // What is where a host is, is a topic at ntfy.sh, and whose case counts.
            var url = WebURL("ntfy.sh", tokens, query: token)
            let user = try WebURL(self, isSecure: true)
            (url.user, url.password) = (user.user, user.password)
            return url
        }
        return try WebURL(self, isSecure: isSecure)
    }

    private func matrix(isSecure: Bool) throws -> WebURL {
        let given = try WebURL(self, isSecure: isSecure)
        _ = try options()
        guard let token = given.user, !token.isEmpty, given.password == nil, given.parts.count == 1 else {
            throw WebhookTarget.error(
                "matrixs:// takes an access token, a host and one room's ID, matrixs://TOKEN@HOST/ROOM; users and "
                    + "passwords are not supported")
        }
        var url = WebURL(
            given.host, isSecure: isSecure,
            ["_matrix", "client", "v3", "rooms", given.parts[0], "send", "m.room.message"],
            query: [("access_token", token)])
        url.port = given.port
        return url
    }
}
