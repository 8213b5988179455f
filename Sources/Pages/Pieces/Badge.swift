internal import JudgeCore

/// A result in few words, with a symbol and a colour that only repeat what the words say.
struct Badge {
    /// One character before the words.
    var symbol: String
    /// What it is called.
    var words: String
    /// The class that colours it: `good`, `bad`, `warn`, `odd`, `wait`.
    var tone: String

    /// The values for a template.
    var values: [String: Any?] { ["symbol": symbol, "words": words, "tone": tone] }

    init(_ symbol: String, _ words: String, _ tone: String) {
        self.symbol = symbol
        self.words = words
        self.tone = tone
    }

    /// A verdict.
    init(_ verdict: Verdict) {
        let words = verdict.rawValue.replacing("-", with: " ")
        switch verdict {
        case .accepted: self.init("✓", "accepted", "good")
        case .wrongAnswer, .runTimeError, .compileError: self.init("✗", words, "bad")
        case .timeLimitExceeded, .memoryLimitExceeded, .outputLimitExceeded: self.init("!", words, "warn")
        case .complexityExceeded: self.init("↗", words, "warn")
        case .judgeError: self.init("?", words, "odd")
        }
    }

    /// How growth compares with its bound.
    init(_ verdict: GrowthVerdict) {
        switch verdict {
        case .within: self.init("✓", "within", "good")
        case .over: self.init("↗", "over", "bad")
        case .inconclusive: self.init("?", "inconclusive", "warn")
        }
    }

    /// Where a submission stands: its verdict, once there is one.
    init(_ phase: SubmissionState.Phase, _ verdict: Verdict?) {
        if let verdict {
            self.init(verdict)
        } else {
            self.init("…", phase == .queued ? "waiting" : phase.rawValue, "wait")
        }
    }
}
