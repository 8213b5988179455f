internal import Foundation
package import JudgeCore
internal import Reporting

/// Something that happened, as webhooks tell it.
package enum News: Sendable, Equatable {
    /// A submission has a report.
    case graded(SubmissionNews)
    /// It is its author's first that is accepted for this challenge.
    case solved(SubmissionNews)
    /// There is a challenge that was not there before.
    case published(ChallengeNews)
    /// Somebody tries whether a webhook works.
    case test(TestNews)
    /// A webhook was switched off, as its receiver could not be reached.
    case disabled(DisabledNews)
    /// What happened within some time, in one message.
    case digest(DigestNews)

    /// What is told, by the name that receivers know it by.
    package typealias Kind = NewsKind

    /// How long the JSON of any of it is at most: a payload stays below 20 kB.
    static let mostBytes = 18_000

    /// Its kind.
    package var kind: Kind {
        switch self {
        case .graded: .graded
        case .solved: .solved
        case .published: .published
        case .test: .test
        case .disabled: .disabled
        case .digest: .digest
        }
    }

    /// The `data` of a payload, as JSON on one line with sorted keys.
    package var json: String {
        func text(_ value: some Encodable) -> String {
            // What is encoded here holds nothing that JSON cannot say.
            (try? JSONText.line(value)) ?? "{}"
        }
        return switch self {
        case .graded(let news), .solved(let news): text(news)
        case .published(let news): text(news)
        case .test(let news): text(news)
        case .disabled(let news): text(news)
        case .digest(let news): text(news)
        }
    }

    /// Reads what ``json`` wrote.
    ///
    /// - Throws: `DecodingError`.
    package init(_ kind: Kind, json: String) throws {
        let data = Data(json.utf8)
        func value<Value: Decodable>(_ type: Value.Type) throws -> Value { try JSONDecoder().decode(type, from: data) }
        self =
            switch kind {
            case .graded: .graded(try value(SubmissionNews.self))
            case .solved: .solved(try value(SubmissionNews.self))
            case .published: .published(try value(ChallengeNews.self))
            case .test: .test(try value(TestNews.self))
            case .disabled: .disabled(try value(DisabledNews.self))
            case .digest: .digest(try value(DigestNews.self))
            }
    }
}

/// A new challenge.
package struct ChallengeNews: Codable, Sendable, Equatable {
    /// Its slug, its name and what it is about.
    package var challenge: String
    package var challengeName: String
    package var topics: [String]
    /// Its page, where the judge knows its own address.
    package var url: String?

    private enum CodingKeys: String, CodingKey {
        case challenge, topics, url
        case challengeName = "challenge_name"
    }

    package init(challenge: String, challengeName: String, topics: [String], url: String?) {
        self.challenge = challenge
        self.challengeName = challengeName.displayedInline(limit: 200)
        self.topics = topics.prefix(8).map { $0.displayedInline(limit: 60) }
        self.url = url
    }
}

/// A trial.
package struct TestNews: Codable, Sendable, Equatable {
    /// The webhook's name.
    package var webhook: String
    /// One sentence.
    package var message: String

    package init(webhook: String, message: String = "This is a test: the webhook works.") {
        self.webhook = webhook
        self.message = message
    }
}

/// The end of a webhook.
package struct DisabledNews: Codable, Sendable, Equatable {
    /// The webhook's name.
    package var webhook: String
    /// Why, in one clause.
    package var reason: String

    package init(webhook: String, reason: String) {
        self.webhook = webhook
        self.reason = reason.displayedInline(limit: 500)
    }
}

/// What happened within some time.
package struct DigestNews: Codable, Sendable, Equatable {
    /// A submission in it.
    package struct Entry: Codable, Sendable, Equatable {
        package var author: String?
        package var challenge: String
        package var challengeName: String
        package var verdict: String
        /// Whether it is its author's first that is accepted for this challenge.
        package var isFirst: Bool
        package var url: String?

        private enum CodingKeys: String, CodingKey {
            case author, challenge, verdict, url
            case challengeName = "challenge_name"
            case isFirst = "solved"
        }
    }

    /// From when to when, ISO 8601 in UTC.
    package var from: String
    package var to: String
    /// How many submissions were graded, how many of them accepted, and how many challenges solved for the first time.
    package var graded: Int
    package var accepted: Int
    package var solved: Int
    /// How many people sent something.
    package var people: Int
    /// The newest of them, the oldest first.
    package var submissions: [Entry]
    /// The names of new challenges.
    package var published: [String]

    /// Sums up what was told in the time from `from` to `to`, in its order.
    package init(of news: [News], from: String, to: String) {
        self.from = from
        self.to = to
        var graded: [SubmissionNews] = []
        var solved: Set<String> = []
        published = []
        for item in news {
            switch item {
            case .graded(let submission): graded.append(submission)
            case .solved(let submission):
                solved.insert(submission.id)
                // Where a filter keeps back what was graded, what was solved stands for it.
                if !graded.contains(where: { $0.id == submission.id }) { graded.append(submission) }
            case .published(let challenge): published.append(challenge.challengeName)
            case .test, .disabled, .digest: break
            }
        }
        self.graded = graded.count
        accepted = graded.count { $0.verdict == .accepted }
        self.solved = solved.count
        people = Set(graded.map(\.author)).count
        published = Array(published.prefix(10))
        submissions = graded.suffix(30).map {
            Entry(
                author: $0.author, challenge: $0.challenge, challengeName: $0.challengeName,
                verdict: $0.verdict.rawValue, isFirst: solved.contains($0.id), url: $0.url)
        }
        while News.digest(self).json.utf8.count > News.mostBytes, !submissions.isEmpty { submissions.removeFirst() }
    }
}
