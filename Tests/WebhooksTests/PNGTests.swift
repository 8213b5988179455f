import Testing

@testable import Webhooks

struct PNGTests {
    @Test func `checksums are those of the specifications`() {
        #expect(PNG.crc32(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(PNG.crc32(Array("IEND".utf8)) == 0xAE42_6082)
        #expect(PNG.crc32([]) == 0)
        #expect(Zlib.adler32([]) == 1)
        #expect(Zlib.adler32(Array("Wikipedia".utf8)) == 0x11E6_0398)
        // The sums are reduced in time: so many of the largest byte would overflow them.
        var (low, high) = (1, 0)
        for _ in 0..<20_000 {
            low = (low + 255) % 65_521
            high = (high + low) % 65_521
        }
        #expect(Zlib.adler32(Array(repeating: 255, count: 20_000)) == UInt32(high << 16 | low))
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 13, 100, 256, 257, 321, 384, 385, 4096, 24_577, 32_768])
    func `what is compressed is read back`(_ period: Int) throws {
        var randomness = AddressRandomness(seed: UInt64(period))
        let noise = (0..<(period + 300)).map { _ in UInt8.random(in: 0...255, using: &randomness) }
        let once = Array(noise.prefix(period))
        for data in [[], [7], noise, once + once + noise + [0, 0], once + once.reversed()] {
            #expect(try Inflater.zlib(Zlib.compressed(data, period: period)) == data)
        }
    }

    @Test func `runs of each length are read back, and short`() throws {
        for length in 0...600 {
            let data: [UInt8] = [9, 1] + Array(repeating: 200, count: length) + [3]
            let compressed = Zlib.compressed(data, period: 321)
            #expect(try Inflater.zlib(compressed) == data)
            #expect(compressed.count < 22)
        }
    }

    @Test(arguments: [1, 2, 3, 17, 640]) func `a picture of any width is read back`(_ width: Int) throws {
        var randomness = AddressRandomness(seed: 1)
        let palette: [UInt32] = (0..<16).map { $0 * 0x0F0E0D }
        for height in [1, 2, 40] {
            let pixels = (0..<(width * height)).map { _ in UInt8.random(in: 0...15, using: &randomness) }
            let png = try ParsedPNG(PNG.bytes(width: width, pixels: pixels, palette: palette))
            #expect(png.width == width && png.height == height && png.pixels == pixels)
            #expect(png.palette[2] == [0x1E, 0x1C, 0x1A] && png.palette.count == 16)
        }
    }
}
