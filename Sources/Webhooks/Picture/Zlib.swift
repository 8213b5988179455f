/// Data in the format of zlib (RFC 1950), compressed with deflate (RFC 1951): one block with the fixed codes, in which
/// the only repetitions found are runs of a byte and of what stood one period before. Little else repeats in a plot.
struct Zlib {
    private var bytes: [UInt8] = []
    private var bits: UInt64 = 0
    private var count = 0

    /// The longest repetition.
    private static let mostLength = 258

    /// - Parameter period: from 1 to 32,768, the furthest that a repetition reaches back to.
    static func compressed(_ data: [UInt8], period: Int) -> [UInt8] {
        var zlib = Zlib()
        // RFC 1950, 2.2: deflate with a window of 32 kB, by the fastest algorithm; the second byte makes both together
        // a multiple of 31.
        zlib.bytes = [0x78, 0x01]
        // RFC 1951, 3.2.3: the last block, with the fixed codes.
        zlib.append(1, bits: 1)
        zlib.append(1, bits: 2)
        var place = 0
        while place < data.count {
            var match = (length: 0, distance: 0)
            for distance in [1, period] where match.length < mostLength {
                let length = matchLength(data, at: place, distance: distance)
                if length > match.length { match = (length, distance) }
            }
            if match.length >= 3 {
                zlib.append(length: match.length)
                zlib.append(distance: match.distance)
                place += match.length
            } else {
                zlib.append(symbol: Int(data[place]))
                place += 1
            }
        }
        zlib.append(symbol: 256)
        return zlib.finished + adler32(data).bigEndianBytes
    }

    /// How many bytes are those that stood `distance` before, ``mostLength`` at most.
    private static func matchLength(_ data: [UInt8], at place: Int, distance: Int) -> Int {
        guard distance <= place else { return 0 }
        let most = min(mostLength, data.count - place)
        var length = 0
        while length < most, data[place + length] == data[place + length - distance] { length += 1 }
        return length
    }

    /// RFC 1950, 9: two sums modulo the largest prime below 65,536, taken after as many bytes as fit without overflow.
    static func adler32(_ data: [UInt8]) -> UInt32 {
        var (low, high): (UInt32, UInt32) = (1, 0)
        for start in stride(from: 0, to: data.count, by: 5552) {
            for byte in data[start..<min(start + 5552, data.count)] {
                low &+= UInt32(byte)
                high &+= low
            }
            low %= 65_521
            high %= 65_521
        }
        return high << 16 | low
    }
}

extension Zlib {
    /// RFC 1951, 3.1.1: bits fill each byte from its lowest on.
    private mutating func append(_ value: Int, bits width: Int) {
        bits |= UInt64(value) << UInt64(count)
        count += width
        while count >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: bits))
            bits >>= 8
            count -= 8
        }
    }

    /// All of it, the last byte filled up with zeros.
    private var finished: [UInt8] { count == 0 ? bytes : bytes + [UInt8(truncatingIfNeeded: bits)] }

    /// RFC 1951, 3.1.1: Huffman codes begin with their highest bit.
    private mutating func append(code: Int, bits width: Int) {
        for bit in (0..<width).reversed() { append(code >> bit & 1, bits: 1) }
    }

    /// RFC 1951, 3.2.6: the fixed codes of bytes, of the block's end and of lengths.
    private mutating func append(symbol: Int) {
        switch symbol {
        case ..<144: append(code: 0x30 + symbol, bits: 8)
        case ..<256: append(code: 0x190 + symbol - 144, bits: 9)
        case ..<280: append(code: symbol - 256, bits: 7)
        default: append(code: 0xC0 + symbol - 280, bits: 8)
        }
    }

    /// RFC 1951, 3.2.5: each of the lengths 3 to 10 has a symbol; from there on four symbols share a number of extra
    /// bits, which doubles what a symbol stands for; 258 has a symbol of its own.
    private mutating func append(length: Int) {
        let rest = length - 3
        guard length < Self.mostLength, rest >= 8 else {
            return append(symbol: length == Self.mostLength ? 285 : 257 + rest)
        }
        let extra = rest.exponent - 2
        append(symbol: 257 + 4 * (extra + 1) + (rest >> extra & 3))
        append(rest & (1 << extra - 1), bits: extra)
    }

    /// RFC 1951, 3.2.5 and 3.2.6: likewise, but that two symbols share a number of extra bits; five bits a symbol.
    private mutating func append(distance: Int) {
        let rest = distance - 1
        guard rest >= 4 else { return append(code: rest, bits: 5) }
        let extra = rest.exponent - 1
        append(code: 2 * (extra + 1) + (rest >> extra & 1), bits: 5)
        append(rest & (1 << extra - 1), bits: extra)
    }
}

extension Int {
    /// The place of the highest bit of a positive number.
    fileprivate var exponent: Int { bitWidth - 1 - leadingZeroBitCount }
}
