extension ProblemMetadata.Embargo {
    init?(reading field: YAMLField) {
        guard let text = field.string() else { return nil }
        guard let seconds = Self.seconds(of: text) else {
            field.report(
                "'\(text.shown)' is no date such as 2026-01-31 or 2026-01-31T12:00:00Z, which are in UTC")
            return nil
        }
        self.init(text: text, secondsSince1970: seconds)
    }

    /// Seconds since 1970 of `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ssZ`, or `nil` when the text is neither.
    static func seconds(of text: String) -> Int? {
        let form = "0000-00-00T00:00:00Z".utf8
        let bytes = Array(text.utf8)
        guard bytes.count == 10 || bytes.count == 20 else { return nil }
        for (byte, expected) in zip(bytes, form) {
            guard expected == 0x30 ? byte >= 0x30 && byte <= 0x39 : byte == expected else { return nil }
        }
        func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1) - 0x30 } }
        let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
        guard (1...12).contains(month) else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...lengths[month - 1]).contains(day) else { return nil }
        // Days since 1970 by counting years from 1 March, so that the leap day comes last (Fliegel and Van Flandern).
        let shifted = month > 2 ? year : year - 1
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let days = 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
        guard bytes.count == 20 else { return days * 86_400 }
        let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
        guard hour < 24, minute < 60, second < 60 else { return nil }
        return days * 86_400 + hour * 3_600 + minute * 60 + second
    }
}
