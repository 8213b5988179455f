import ChallengeKit

/// A labelled message.
struct Message {
    var text: String
    var isSpam: Bool
}

/// What sets a family apart.
struct Style {
    /// The share of spam in training and unseen messages.
    var spam = 0.2
    var unseenSpam = 0.2
    /// How much of the spam hides its words, in training and unseen messages.
    var hiding = 0.1
    var unseenHiding = 0.1
    /// The share of unseen spam from templates that training lacks; `nil` means that training has all.
    var newCampaigns: Double?
    /// The share of training messages that repeat an earlier one.
    var repeats = 0.05
    /// The share of training labels that are wrong.
    var wrongLabels = 0.01
}

/// Draws messages.
struct MessageSource {
    var random: Random
    let style: Style
    /// For each template of spam, whether it is a new campaign.
    private var isNew: [[Bool]] = []

    init(seed: UInt64, style: Style) {
        random = Random(seed: seed)
        self.style = style
        for topic in Phrases.spam {
            let order = random.permutation(topic.count)
            isNew.append(order.map { $0 < topic.count / 2 })
        }
    }

    private mutating func chance(_ share: Double) -> Bool { random.uniform() < share }

    private mutating func pick<Element>(_ list: [Element]) -> Element { list[random.int(0...(list.count - 1))] }

    /// The template with its slots filled, slots within slots too.
    private mutating func filled(_ template: String) -> String {
        var text = ""
        var slot: String?
        for character in template {
            switch (character, slot) {
            case ("{", _): slot = ""
            case ("}", .some(let name)):
                text += filled(pick(Phrases.slots[name]!))
                slot = nil
            case (_, .some(let name)): slot = name + String(character)
            case (_, .none): text.append(character)
            }
        }
        return text
    }

    private static let alike: [Character: [String]] = [
        "a": ["4", "@", "\u{430}"], "e": ["3", "\u{435}"], "i": ["1", "!", "\u{456}"], "o": ["0", "\u{43E}"],
        "s": ["5", "$"], "t": ["7", "+"], "l": ["1", "|"], "b": ["8"], "g": ["9"], "c": ["\u{441}", "("],
    ]

    /// A word that still reads the same but is spelt otherwise.
    private mutating func hidden(_ word: String) -> String {
        let letters = Array(word)
        guard letters.count >= 4, letters.allSatisfy({ $0.isLetter }) else { return word }
        switch random.int(0...5) {
        case 0:
            let mark = pick([".", "-", "_", "*"])
            return letters.map { String($0) }.joined(separator: mark)
        case 1:
            let place = random.int(1...(letters.count - 2))
            return String(letters[...place]) + String(letters[place]) + String(letters[place...])
        case 2:
            return String(letters.map { chance(0.5) ? Character($0.uppercased()) : Character($0.lowercased()) })
        default:
            var text = ""
            for letter in letters {
                let lower = Character(letter.lowercased())
                if let others = Self.alike[lower], chance(0.55) { text += pick(others) } else { text.append(letter) }
            }
            return text
        }
    }

    /// A word as thumbs type it.
    private mutating func mistyped(_ word: String) -> String {
        var letters = Array(word)
        guard letters.count >= 4, !word.contains("/") else { return word }
        let place = random.int(1...(letters.count - 2))
        if chance(0.5) { letters.remove(at: place) } else { letters.swapAt(place, place + 1) }
        return String(letters)
    }

    private mutating func draw(spam: Bool, unseen: Bool) -> Message {
        var words: [String]
        if spam {
            let topic = random.int(0...(Phrases.spam.count - 1))
            var template = random.int(0...(Phrases.spam[topic].count - 1))
            // Training knows the old campaigns only.
            if let share = style.newCampaigns {
                let wanted = unseen && chance(share)
                while isNew[topic][template] != wanted { template = (template + 1) % Phrases.spam[topic].count }
            }
            words = filled(Phrases.spam[topic][template]).split(separator: " ").map(String.init)
            if chance(unseen ? style.unseenHiding : style.hiding) {
                words = words.map { word in chance(0.6) ? hidden(word) : word }
            }
            if chance(0.15) { words = words.map { $0.contains("/") ? $0 : $0.uppercased() } }
            // Some spam is disguised by a friendly beginning.
            if chance(0.15) {
                words =
                    filled(pick(["Hi {name},", "hey {name}", "ok {lol}", "sorry {lol}"])).split(separator: " ").map(
                        String.init) + words
            }
        } else {
            words = filled(pick(pick(Phrases.ham))).split(separator: " ").map(String.init)
            if chance(0.35) { words += filled(pick(pick(Phrases.ham))).split(separator: " ").map(String.init) }
            words = words.map { word in chance(0.05) ? mistyped(word) : word }
            if chance(0.25) { words = words.map { $0.lowercased() } }
            if chance(0.05) { words = words.map { $0.contains("/") ? $0 : $0.uppercased() } }
            if chance(0.005) { words = [] }
        }
        return Message(text: words.joined(separator: " "), isSpam: spam)
    }

    /// Training messages, with repeats and wrong labels, both classes among them.
    mutating func training(_ count: Int) -> [Message] {
        var messages: [Message] = [draw(spam: true, unseen: false), draw(spam: false, unseen: false)]
        while messages.count < count {
            if chance(style.repeats) {
                // Whatever was sent often is sent again: the repeats are of few messages.
                messages.append(messages[random.int(0...min(messages.count - 1, 30))])
                continue
            }
            var message = draw(spam: chance(style.spam), unseen: false)
            if chance(style.wrongLabels) { message.isSpam.toggle() }
            messages.append(message)
        }
        messages.shuffle(using: &random)
        return messages
    }

    /// Unseen messages with their true labels, some of each class.
    mutating func unseen(_ count: Int) -> [Message] {
        var messages = (0..<count).map { index in
            index < 4 ? index % 2 == 0 : nil as Bool?
        }.map { known in draw(spam: known ?? chance(style.unseenSpam), unseen: true) }
        messages.shuffle(using: &random)
        return messages
    }
}
