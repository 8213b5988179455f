import Glibc

/// A challenge's input as its harness sees it: standard input, read whole before the solution starts.
///
/// Data that the harness cannot read end the program with status 3. A package whose data pass its input validator
/// and its model solution never gets there.
public func readInput() -> Reader {
    meterPause()
    guard let bytes = readAll(0) else { exitProgram(3, "harness: standard input cannot be read") }
    return Reader(bytes: bytes, name: "input") { exitProgram(3, "harness: \($0)") }
}

/// Runs the solution. Work and memory are counted between its start and its end, and nowhere else.
@inline(never)
public func measured<Result>(_ body: () throws -> Result) rethrows -> Result {
    meterBegin()
    defer { meterEnd() }
    return try body()
}

/// A harness's answer. It goes to a channel of its own, so that what the solution prints cannot spoil it.
///
/// Nothing is sent before ``finish()``, whose last word tells the judge that the run is complete: a solution that
/// leaves early, even with status 0, has not answered.
public struct Output {
    private var writer = Writer()

    /// An empty answer.
    public init() {}

    /// One integer on a line.
    public mutating func write(_ value: Int) { writer.line(value) }

    /// One number on a line.
    public mutating func write(_ value: Double) { writer.line(value) }

    /// Integers on a line, without their count.
    public mutating func write(_ values: [Int]) { writer.line(values) }

    /// Numbers on a line, without their count.
    public mutating func write(_ values: [Double]) { writer.line(values) }

    /// A matrix: `rows columns`, then its rows. Rows may differ in length; the validator will say so.
    public mutating func matrix(_ rows: [[Double]]) { writer.matrix(rows) }

    /// A matrix of integers, likewise.
    public mutating func matrix(_ rows: [[Int]]) { writer.matrix(rows) }

    /// A list: its length on a line, then its values on the next.
    public mutating func list(_ values: [Int]) {
        writer.line(values.count)
        writer.line(values)
    }

    /// A list: its length on a line, then its values on the next.
    public mutating func list(_ values: [Double]) {
        writer.line(values.count)
        writer.line(values)
    }

    /// Sends the answer and the last word. Call it once, at the end of the harness.
    public consuming func finish() {
        guard writeAll(AnswerChannel.descriptor, writer.bytes + Array(AnswerChannel.lastWord.utf8)) else {
            exitProgram(3, "harness: the answer cannot be written")
        }
        meterFinish()
    }
}

/// Collects lines of text. Doubles print in the shortest form that reads back as the same value.
public struct Writer {
    /// What was written so far, UTF-8.
    public private(set) var bytes: [UInt8] = []

    /// An empty text.
    public init() {}

    /// Words on a line, separated by spaces.
    public mutating func line(_ words: [String]) {
        bytes += Array(words.joined(separator: " ").utf8)
        bytes.append(0x0A)
    }

    /// One word or sentence on a line.
    public mutating func line(_ text: String) { line([text]) }

    /// One integer on a line.
    public mutating func line(_ value: Int) { line([value]) }

    /// One number on a line.
    public mutating func line(_ value: Double) { line([value]) }

    /// Integers on a line.
    public mutating func line(_ values: [Int]) { separated(values) { String($0) } }

    /// Numbers on a line.
    public mutating func line(_ values: [Double]) { separated(values) { $0.description } }

    /// A matrix: `rows columns`, then its rows; `columns` is the first row's length.
    public mutating func matrix(_ rows: [[Double]]) {
        line([rows.count, rows.first?.count ?? 0])
        for row in rows { line(row) }
    }

    /// A matrix of integers, likewise.
    public mutating func matrix(_ rows: [[Int]]) {
        line([rows.count, rows.first?.count ?? 0])
        for row in rows { line(row) }
    }

    /// Writes everything to standard output, as a generator does.
    public func print() {
        guard writeAll(1, bytes) else { exitProgram(1, "standard output cannot be written") }
    }

    private mutating func separated<Element>(_ values: [Element], _ text: (Element) -> String) {
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(0x20) }
            bytes += Array(text(value).utf8)
        }
        bytes.append(0x0A)
    }
}
