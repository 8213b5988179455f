/// Pictures as PNG, with at most 16 colours: https://www.w3.org/TR/png-3/.
enum PNG {
    /// The file of a picture.
    ///
    /// - Parameters:
    ///   - width: of the picture, and of each row of `pixels`.
    ///   - pixels: row by row, each an index into `palette`.
    ///   - palette: 1 to 16 colours: red, green and blue, a byte each.
    static func bytes(width: Int, pixels: [UInt8], palette: [UInt32]) -> [UInt8] {
        let height = pixels.count / width
        // PNG 5.2: the signature.
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        // PNG 11.2.1: four bits a pixel, which are indices; the only compression and filtering there are; no interlace.
        file += chunk("IHDR", UInt32(width).bigEndianBytes + UInt32(height).bigEndianBytes + [4, 3, 0, 0, 0])
        file += chunk("PLTE", palette.flatMap { $0.bigEndianBytes.dropFirst() })
        let rows = rows(width: width, pixels: pixels)
        file += chunk("IDAT", Zlib.compressed(rows, period: rows.count / max(height, 1)))
        return file + chunk("IEND", [])
    }

    /// PNG 7.2 and 9.2: two pixels a byte, the left one in its high bits, and before each row the number of its filter,
    /// which is none: filters make no sense of indices.
    private static func rows(width: Int, pixels: [UInt8]) -> [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity(pixels.count / 2 + pixels.count / width)
        for start in stride(from: 0, to: pixels.count, by: width) {
            rows.append(0)
            for x in stride(from: 0, to: width, by: 2) {
                rows.append(pixels[start + x] << 4 | (x + 1 < width ? pixels[start + x + 1] : 0))
            }
        }
        return rows
    }

    /// PNG 5.3: the length of the data, the type, the data, and a checksum of type and data.
    private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let checked = Array(type.utf8) + data
        return UInt32(data.count).bigEndianBytes + checked + crc32(checked).bigEndianBytes
    }

    /// PNG 5.5 and annex D: the CRC of ISO 3309, its polynomial with the lowest bit first.
    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { crcs[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
    }

    /// The CRC of each byte.
    private static let crcs: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(byte) { crc, _ in crc & 1 == 1 ? 0xEDB8_8320 ^ crc >> 1 : crc >> 1 }
    }
}

extension UInt32 {
    /// The highest byte first.
    var bigEndianBytes: [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: self >> $0) } }
}
