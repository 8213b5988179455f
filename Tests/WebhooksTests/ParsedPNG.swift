import Testing

@testable import Webhooks

/// A picture as a viewer reads it: indices into a palette.
struct ParsedPNG {
    let width: Int
    let height: Int
    let palette: [[UInt8]]
    let pixels: [UInt8]

    init(_ bytes: [UInt8]) throws {
        try #require(Array(bytes.prefix(8)) == [137, 80, 78, 71, 13, 10, 26, 10])
        var rest = bytes[8...]
        var chunks: [(type: String, data: [UInt8])] = []
        while !rest.isEmpty {
            let length = Int(Self.number(rest.prefix(4)))
            try #require(rest.count >= length + 12)
            let checked = rest.dropFirst(4).prefix(length + 4)
            let sum = Self.number(rest.dropFirst(8 + length).prefix(4))
            #expect(Self.slowCRC(checked) == sum)
            chunks.append((String(decoding: checked.prefix(4), as: UTF8.self), Array(checked.dropFirst(4))))
            rest = rest.dropFirst(length + 12)
        }
        try #require(chunks.map(\.type) == ["IHDR", "PLTE", "IDAT", "IEND"])
        let head = chunks[0].data
        try #require(head.count == 13 && chunks[3].data.isEmpty && chunks[1].data.count.isMultiple(of: 3))
        #expect(head.suffix(5) == [4, 3, 0, 0, 0])
        (width, height) = (Int(Self.number(head[0..<4])), Int(Self.number(head[4..<8])))
        palette = stride(from: 0, to: chunks[1].data.count, by: 3).map { Array(chunks[1].data[$0..<($0 + 3)]) }
        #expect((1...16).contains(palette.count))

        let rows = try Inflater.zlib(chunks[2].data)
        let length = (width + 1) / 2 + 1
        try #require(rows.count == length * height)
        var pixels: [UInt8] = []
        for start in stride(from: 0, to: rows.count, by: length) {
            #expect(rows[start] == 0)
            let row = rows[(start + 1)..<(start + length)].flatMap { [$0 >> 4, $0 & 15] }
            pixels += row.prefix(width)
        }
        self.pixels = pixels
        #expect(pixels.allSatisfy { $0 < palette.count })
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }

    /// The CRC bit by bit, without a table.
    private static func slowCRC(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        var crc = UInt32.max
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}

/// Reads what deflate wrote with the fixed codes, by the tables of RFC 1951.
struct Inflater {
    private struct EndOfData: Error {}

    private let bytes: [UInt8]
    private var place = 0

    /// The data of a stream of zlib.
    static func zlib(_ bytes: [UInt8]) throws -> [UInt8] {
        try #require(bytes.count > 6)
        #expect(bytes[0] == 0x78 && (Int(bytes[0]) * 256 + Int(bytes[1])).isMultiple(of: 31) && bytes[1] & 0x20 == 0)
        var inflater = Inflater(bytes: Array(bytes[2..<(bytes.count - 4)]))
        let data = try inflater.inflated()
        // All but the bits that fill up the last byte was read.
        #expect((inflater.bytes.count * 8 - inflater.place) < 8)
        var (low, high) = (1, 0)
        for byte in data {
            low = (low + Int(byte)) % 65521
            high = (high + low) % 65521
        }
        #expect(bytes.suffix(4).reduce(0) { $0 << 8 | Int($1) } == high << 16 | low)
        return data
    }

    private mutating func bit() throws -> Int {
        guard place < bytes.count * 8 else { throw EndOfData() }
        defer { place += 1 }
        return Int(bytes[place / 8] >> (place % 8)) & 1
    }

    private mutating func number(_ bits: Int) throws -> Int {
        var value = 0
        for place in 0..<bits { value |= try bit() << place }
        return value
    }

    private mutating func code(_ bits: Int, after start: Int = 0) throws -> Int {
        var value = start
        for _ in 0..<bits { value = try value << 1 | bit() }
        return value
    }

    private mutating func symbol() throws -> Int {
        var value = try code(7)
        if value <= 0b001_0111 { return value + 256 }
        value = try code(1, after: value)
        if (0b0011_0000...0b1011_1111).contains(value) { return value - 0b0011_0000 }
        if (0b1100_0000...0b1100_0111).contains(value) { return value - 0b1100_0000 + 280 }
        return try code(1, after: value) - 0b1_1001_0000 + 144
    }

    private mutating func inflated() throws -> [UInt8] {
        try #require(try number(1) == 1)
        try #require(try number(2) == 1)
        var data: [UInt8] = []
        while true {
            let symbol = try symbol()
            if symbol == 256 { return data }
            if symbol < 256 {
                data.append(UInt8(symbol))
                continue
            }
            try #require(symbol <= 285)
            let length = try Self.lengths[symbol - 257] + number(Self.lengthBits[symbol - 257])
            let code = try code(5)
            try #require(code < 30)
            let distance = try Self.distances[code] + number(Self.distanceBits[code])
            try #require(distance <= data.count)
            for _ in 0..<length { data.append(data[data.count - distance]) }
        }
    }

    private static let lengths = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let lengthBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distances = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12289, 16385, 24577,
    ]
    private static let distanceBits = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
    ]
}
