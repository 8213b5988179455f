import Testing

@testable import Grading

@Suite("The page of counts")
struct MeterPageTests {
    /// Places of words on the page, as `Sandbox/Meter/meter.h` lays it out.
    private enum Word: Int, CaseIterable {
        case front, workLimit, memoryLimit, seed, fuel, handed, bytes, calls, live, peak, stackTop, stackLow, state,
            stopped
        case cpu, seal, back, baseEdges, baseBytes, baseCalls, measured
    }

    private let page = MeterPage(MeterPage.Limits(work: 1_000_000, memory: 1 << 30, seed: 42))

    private func word(_ place: Word, of bytes: [UInt8]) -> UInt64 {
        (0..<8).reduce(0) { $0 | UInt64(bytes[place.rawValue * 8 + $1]) << (8 * UInt64($1)) }
    }

    private func set(_ place: Word, to value: UInt64, in bytes: inout [UInt8]) {
        for index in 0..<8 {
            bytes[place.rawValue * 8 + index] = UInt8(truncatingIfNeeded: value >> (8 * UInt64(index)))
        }
    }

    /// SplitMix64's finaliser, as meter.c seals with.
    private func mix(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }

    /// What the meter leaves of `page` after 5,000 edges, 160,000 bytes and 300 calls, of which 20, 1,600 and 10 came
    /// before the solution began.
    private func counted() -> [UInt8] {
        var bytes = page.bytes
        bytes += [UInt8](repeating: 0, count: 256 - bytes.count)
        let handed: UInt64 = 65536
        for (place, value) in [
            (.fuel, handed - 5000), (.handed, handed), (.bytes, 160_000), (.calls, 300), (.live, 100), (.peak, 4000),
            (.stackTop, 0x7FFF_FFFF_E000), (.stackLow, 0x7FFF_FFFF_D000), (.state, 2), (.cpu, 1_500_000),
            (.seal, mix(word(.front, of: bytes) ^ handed)), (.baseEdges, 20), (.baseBytes, 1600), (.baseCalls, 10),
            (.measured, 2),
        ] as [(Word, UInt64)] {
            set(place, to: value, in: &bytes)
        }
        return bytes
    }

    @Test("begins with its limits, between two words that are drawn for each run")
    func given() {
        let bytes = page.bytes
        #expect(bytes.count <= 256)
        #expect(word(.workLimit, of: bytes) == 1_000_000)
        #expect(word(.memoryLimit, of: bytes) == 1 << 30)
        #expect(word(.seed, of: bytes) == 42)
        #expect(word(.front, of: bytes) == word(.back, of: bytes))
        let given: Set<Word> = [.front, .workLimit, .memoryLimit, .seed, .back]
        for place in Word.allCases where !given.contains(place) { #expect(word(place, of: bytes) == 0) }
        let marks = Set((0..<8).map { _ in word(.front, of: MeterPage(page.limits).bytes) })
        #expect(marks.count == 8)
    }

    @Test("is read back as what was counted since the solution began")
    func read() throws {
        let count = try #require(page.count(counted()))
        #expect(
            count
                == MeterPage.Count(
                    edges: 4980, bytes: 158_400, calls: 290, memory: 4000 + 4096, isStopped: false, cpuSeconds: 0.0015))
        #expect(count.work == 4980 + 9900 + 8 * 290)
    }

    @Test("says that the program was stopped, and no time where it did not leave the solution")
    func stopped() throws {
        for reason in [1, 2] as [UInt64] {
            var bytes = counted()
            set(.stopped, to: reason, in: &bytes)
            set(.state, to: 1, in: &bytes)
            set(.measured, to: 1, in: &bytes)
            let count = try #require(page.count(bytes))
            #expect(count.isStopped && count.cpuSeconds == 0 && count.edges == 4980)
        }
    }

    @Test("holds no count where the program has not mapped it")
    func untouched() {
        #expect(page.count(page.bytes) == nil)
        #expect(page.count(page.bytes + [UInt8](repeating: 0, count: 100)) == nil)
        #expect(page.count([]) == nil)
        #expect(page.count([UInt8](repeating: 0, count: 256)) == nil)
        #expect(page.count([UInt8](repeating: 255, count: 256)) == nil)
        for length in 0..<Word.allCases.count * 8 { #expect(page.count(Array(counted()[..<length])) == nil) }
    }

    @Test("of another run is not taken for this one's")
    func other() {
        #expect(MeterPage(page.limits).count(counted()) == nil)
    }

    @Test(
        "whose given words or seal were changed holds no count",
        arguments: [0, 1, 2, 15, 16])
    func changed(place: Int) throws {
        let place = try #require(Word(rawValue: place))
        let bytes = counted()
        let before = word(place, of: bytes)
        for value in [0, 1, before &+ 1, before ^ (1 << 63), .max] where value != before {
            var changed = bytes
            set(place, to: value, in: &changed)
            #expect(page.count(changed) == nil, "\(place) = \(value)")
        }
    }

    @Test("whose count of edges was changed without its seal holds no count")
    func handed() {
        for value in [1, 4096, 65535, 65537, 1 << 40, .max] as [UInt64] {
            var bytes = counted()
            set(.handed, to: value, in: &bytes)
            #expect(page.count(bytes) == nil, "\(value)")
        }
    }

    private static let absurdities: [(place: Int, value: UInt64)] = [
        (4, 65537), (4, .max - 1), (4, 1 << 63), (6, .max), (6, 1 << 62), (6, 0), (6, 1599), (7, .max), (7, 9),
        (9, .max),
        (9, 1 << 63), (9, 1 << 62), (10, 0), (10, .max), (11, .max), (11, 0x7FFF_FFFF_E001), (12, 0), (13, 3),
        (13, .max),
        (17, 5001), (17, 1 << 40), (17, .max), (18, 160_001), (18, .max), (19, 301), (19, .max),
    ]

    @Test("with counts that cannot be holds no count", arguments: absurdities)
    func absurd(place: Int, value: UInt64) throws {
        var bytes = counted()
        set(try #require(Word(rawValue: place)), to: value, in: &bytes)
        #expect(page.count(bytes) == nil)
    }

    @Test("with any one or two words replaced by odd values never breaks the judge")
    func fuzz() {
        func check(_ bytes: [UInt8], _ places: Word...) {
            guard let count = page.count(bytes) else { return }
            #expect(count.work >= 0 && count.memory >= 0 && count.cpuSeconds >= 0, "\(places)")
        }
        let values: [UInt64] = [
            0, 1, 2, 0x7F, 1 << 16, 1 << 31, 1 << 32, 1 << 47, 1 << 57, 1 << 58, 1 << 62, 1 << 63, .max - 1, .max,
        ]
        for first in Word.allCases {
            for value in values {
                var bytes = counted()
                set(first, to: value, in: &bytes)
                check(bytes, first)
                for second in Word.allCases where second.rawValue > first.rawValue {
                    for other in [0, 1 << 57, .max] as [UInt64] {
                        var bytes = bytes
                        set(second, to: other, in: &bytes)
                        check(bytes, first, second)
                    }
                }
            }
        }
    }
}
