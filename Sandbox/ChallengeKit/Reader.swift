import Glibc

/// Reads whitespace-separated tokens: a challenge's input, a submission's output, a judge's answer.
///
/// Every function that meets something else than it was asked for calls `failure` with one sentence and does
/// not return, so that a harness, a validator and a generator each decide what bad data means to them.
public struct Reader {
    /// What the data is called in messages, e.g. `input` or `output`.
    public let name: String
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private let failure: (String) -> Never

    /// A reader over `bytes`; `failure` ends the program with the sentence that it is given.
    public init(bytes: [UInt8], name: String, failure: @escaping (String) -> Never) {
        // strtod needs a terminator; a NUL inside the data is no whitespace, so it fails like any odd character.
        self.bytes = bytes + [0]
        self.name = name
        self.failure = failure
    }

    /// One whitespace-separated token; `what` names it in the message when there is none.
    public mutating func word(_ what: String = "a word") -> String {
        let range = token(what)
        return String(decoding: bytes[range], as: UTF8.self)
    }

    /// One decimal integer that fits `Int`, optionally within `range`.
    public mutating func int(_ what: String = "an integer", in range: ClosedRange<Int> = Int.min...Int.max) -> Int {
        let token = token(what)
        guard let value = Self.parseInt(bytes[token]) else { fail("expected \(what), found \(quoted(token))") }
        guard range.contains(value) else {
            fail("expected \(what) between \(range.lowerBound) and \(range.upperBound), found \(value)")
        }
        return value
    }

    /// One finite decimal number; hexadecimal, `nan` and `inf` are refused.
    public mutating func double(_ what: String = "a number") -> Double {
        let token = token(what)
        let text = bytes[token]
        let plain = text.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }
        guard plain else {
            fail("expected \(what), a finite decimal number, found \(quoted(token))")
        }
        let (value, consumed) = bytes.withUnsafeBufferPointer { buffer -> (Double, Int) in
            let start = UnsafeRawPointer(buffer.baseAddress! + token.lowerBound).assumingMemoryBound(to: CChar.self)
            var end: UnsafeMutablePointer<CChar>?
            let value = strtod(start, &end)
            return (value, end.map { UnsafePointer($0) - start } ?? 0)
        }
        guard consumed == token.count else { fail("expected \(what), found \(quoted(token))") }
        guard value.isFinite else { fail("expected \(what), a finite number, found \(quoted(token))") }
        return value
    }

    /// `count` integers.
    public mutating func ints(count: Int, _ what: String = "an integer") -> [Int] {
        var values: [Int] = []
        values.reserveCapacity(min(count, bytes.count))
        for _ in 0..<count { values.append(int(what)) }
        return values
    }

    /// `count` finite numbers.
    public mutating func doubles(count: Int, _ what: String = "a number") -> [Double] {
        var values: [Double] = []
        values.reserveCapacity(min(count, bytes.count))
        for _ in 0..<count { values.append(double(what)) }
        return values
    }

    /// A matrix: `rows columns`, then its rows. Each row is `columns` long; rows of no columns are allowed, up to a million,
    /// as a short text could promise any number of them.
    public mutating func matrix(_ what: String = "a matrix") -> [[Double]] {
        let rows = int("the number of rows of \(what)", in: 0...Int(Int32.max))
        let columns = int("the number of columns of \(what)", in: 0...Int(Int32.max))
        if columns == 0, rows > 1_000_000 { fail("expected \(what), found \(rows) rows without columns") }
        var values: [[Double]] = []
        values.reserveCapacity(min(rows, bytes.count))
        for _ in 0..<rows { values.append(doubles(count: columns, "a number of \(what)")) }
        return values
    }

    /// A list of integers: its length, then its values.
    public mutating func intList(_ what: String = "a list of integers") -> [Int] {
        ints(count: int("the length of \(what)", in: 0...Int(Int32.max)), "an integer of \(what)")
    }

    /// A list of numbers: its length, then its values.
    public mutating func doubleList(_ what: String = "a list of numbers") -> [Double] {
        doubles(count: int("the length of \(what)", in: 0...Int(Int32.max)), "a number of \(what)")
    }

    /// Whether only whitespace is left.
    public mutating func isAtEnd() -> Bool {
        skipWhitespace()
        return position == bytes.count - 1
    }

    /// Fails when anything but whitespace is left.
    public mutating func end() {
        guard isAtEnd() else { fail("expected nothing more, found \(quoted(token("the end")))") }
    }

    /// Ends the program with `message`, naming the data and the line that was reached.
    public func fail(_ message: String) -> Never {
        failure("\(name), line \(line): \(message)")
    }

    private mutating func token(_ what: String) -> Range<Int> {
        skipWhitespace()
        let start = position
        while position < bytes.count - 1, !Self.isWhitespace(bytes[position]) { position += 1 }
        guard position > start else { fail("expected \(what), found the end of the data") }
        return start..<position
    }

    private mutating func skipWhitespace() {
        while position < bytes.count - 1, Self.isWhitespace(bytes[position]) {
            if bytes[position] == 0x0A { line += 1 }
            position += 1
        }
    }

    /// The token for a message: at most 40 characters, nothing that a terminal would act on.
    private func quoted(_ range: Range<Int>) -> String {
        var text = ""
        for byte in bytes[range.prefix(40)] {
            text += byte >= 0x20 && byte < 0x7F ? String(UnicodeScalar(byte)) : "?"
        }
        return "'\(text)\(range.count > 40 ? "…" : "")'"
    }

    private static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte >= 0x09 && byte <= 0x0D
    }

    private static func parseInt(_ digits: ArraySlice<UInt8>) -> Int? {
        var rest = digits
        let negative = rest.first == 0x2D
        if negative || rest.first == 0x2B { rest = rest.dropFirst() }
        guard !rest.isEmpty else { return nil }
        var value = 0
        for byte in rest {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            let (scaled, overflow) = value.multipliedReportingOverflow(by: 10)
            let digit = Int(byte - 0x30)
            let (sum, carry) =
                negative ? scaled.subtractingReportingOverflow(digit) : scaled.addingReportingOverflow(digit)
            guard !overflow, !carry else { return nil }
            value = sum
        }
        return value
    }
}

/// All bytes of an open descriptor, until its end; `nil` when reading fails.
func readAll(_ descriptor: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var capacity = 1 << 16
    while true {
        let used = bytes.count
        var got = 0
        var failed = false
        // Growing by the capacity, not by a fixed step, keeps the copying linear for inputs of 100 MB.
        bytes.reserveCapacity(used + capacity)
        bytes.append(
            contentsOf: [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                repeat { got = Glibc.read(descriptor, buffer.baseAddress, capacity) } while got < 0 && errno == EINTR
                failed = got < 0
                count = max(0, got)
            })
        if failed { return nil }
        if got == 0 { return bytes }
        if got == capacity { capacity = min(capacity * 2, 1 << 24) }
    }
}

/// All bytes of the file at `path`; `nil` when it cannot be opened or read.
func readFile(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return readAll(descriptor)
}

/// Writes one line to standard error and ends the program.
func exitProgram(_ status: Int32, _ message: String) -> Never {
    writeAll(2, Array((message + "\n").utf8))
    exit(status)
}

/// Writes every byte, or stops at the first error; returns whether all were written.
@discardableResult
func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    var written = 0
    while written < bytes.count {
        let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + written, bytes.count - written) }
        if count < 0 {
            if errno == EINTR { continue }
            return false
        }
        written += count
    }
    return true
}
