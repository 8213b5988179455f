internal import Foundation
internal import Reporting

/// What a chat shows, before any service's way to show it: plain texts of one line each.
///
/// Nothing in it is empty or blank, as services refuse that.
struct ChatMessage: Sendable, Equatable {
    /// What colour or sign goes with it.
    enum Tone: Sendable {
        case celebration, good, bad, warning, neutral
    }

    /// A text with what it is about.
    struct Line: Sendable, Equatable {
        var label: String
        var text: String
    }

    /// Where there is more.
    struct Link: Sendable, Equatable {
        let title: String
        /// An http or https URL of characters that have no meaning in any markup but `&`, `*`, `_`, `~` and `'`.
        let url: String

        /// - Returns: `nil` where there is no URL that a chat could open.
        init?(_ title: String, to url: String?) {
            guard let url, ["https://", "http://"].contains(where: url.hasPrefix) else { return nil }
            self.title = title
            self.url = url.percentEncoded(keeping: "-._~:/?#@!$&'*+,;=%")
            // Services take about 2,000, some of them with `&` written as an entity.
            guard self.url.replacing("&", with: "&amp;").utf8.count <= 1800 else { return nil }
        }
    }

    var tone: Tone
    /// What happened, in a few words.
    var title: String
    /// One sentence on it.
    var summary: String
    /// Short texts with a label each, the most important first.
    var facts: [Line] = []
    /// Longer texts.
    var paragraphs: [Line] = []
    /// A list, the most important first, and how many are not in it.
    var entries: [String] = []
    var unlisted = 0
    var link: Link?

    /// What ends a list that is not whole.
    var more: String? {
        guard unlisted > 0 else { return nil }
        return entries.isEmpty ? "\(unlisted) not listed here" : "and \(unlisted) more"
    }

    /// Adds a fact, unless there is nothing to say.
    mutating func add(fact label: String, _ text: String?) {
        if let label = label.shown(80), let text = text?.shown(300) { facts.append(Line(label: label, text: text)) }
    }

    /// Adds a paragraph, unless there is nothing to say.
    mutating func add(paragraph label: String, _ text: String?) {
        if let text = text?.shown(700) { paragraphs.append(Line(label: label, text: text)) }
    }
}

extension ChatMessage {
    /// The message with so much left out that `fits` is true, the least important first.
    func shortened(until fits: (ChatMessage) -> Bool) -> ChatMessage {
        var message = self
        while !fits(message), message.shorten() {}
        return message
    }

    private mutating func shorten() -> Bool {
        let longest = paragraphs.indices.max { paragraphs[$0].text.utf8.count < paragraphs[$1].text.utf8.count }
        if entries.count > 3 {
            entries.removeLast()
            unlisted += 1
        } else if let longest, paragraphs[longest].text.utf8.count > 200 {
            paragraphs[longest].text.halve()
        } else if facts.count > 4 {
            facts.removeLast()
        } else if !paragraphs.isEmpty {
            paragraphs.removeLast()
        } else if !entries.isEmpty {
            entries.removeLast()
            unlisted += 1
        } else if !facts.isEmpty {
            facts.removeLast()
        } else if title.utf8.count > 100 || summary.utf8.count > 100 {
            if title.utf8.count > 100 { title.halve() }
            if summary.utf8.count > 100 { summary.halve() }
        } else if link != nil {
            link = nil
        } else {
            return false
        }
        return true
    }
}

extension String {
    fileprivate mutating func halve() { self = cut(to: utf8.count / 2, .bytes) }

    /// The text fit for one line of a chat, with nothing invisible in it; `nil` where nothing of it is seen.
    func shown(_ limit: Int) -> String? {
        let text = displayedInline(limit: limit).trimmingCharacters(in: .whitespacesAndNewlines)
        return text.isEmpty ? nil : text
    }

    /// The text with its bytes as `%XX`, but for ASCII letters, digits and `kept`.
    func percentEncoded(keeping kept: String = "-._~") -> String {
        var result = ""
        for byte in utf8 {
            let scalar = Unicode.Scalar(byte)
            let isPlain = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
            if isPlain || kept.unicodeScalars.contains(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }
}
