/// Numbers as the Problem Package Format writes them: decimal, with an optional point and exponent.
enum DecimalNumber {
    /// The value of `token`, or `nil` when it does not follow the format's grammar
    /// `[+-]? (digit* "." digit+ | digit+ "." | digit+) ([Ee] [+-]? digit+)?`; hexadecimal, `nan` and `inf` do not.
    ///
    /// A number beyond the range of `Double` is infinite, one too small for it is zero.
    static func parse(_ token: some BidirectionalCollection<UInt8>) -> Double? {
        guard isNumber(token) else { return nil }
        return Double(String(decoding: token, as: UTF8.self))
    }

    static func isNumber(_ token: some BidirectionalCollection<UInt8>) -> Bool {
        var rest = token[...]
        func digits() -> Int {
            let count = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
            rest = rest.dropFirst(count)
            return count
        }
        func skip(_ first: UInt8, _ second: UInt8) -> Bool {
            guard let byte = rest.first, byte == first || byte == second else { return false }
            rest = rest.dropFirst()
            return true
        }
        _ = skip(0x2B, 0x2D)
        var count = digits()
        if skip(0x2E, 0x2E) { count += digits() }
        guard count > 0 else { return false }
        if skip(0x45, 0x65) {
            _ = skip(0x2B, 0x2D)
            guard digits() > 0 else { return false }
        }
        return rest.isEmpty
    }
}
