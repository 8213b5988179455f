import Foundation
import Testing

@testable import Reporting

@Suite struct GrowthAxisTests {
    private func labels(_ resource: MeasuredResource, _ values: ClosedRange<Double>, most: Int = 5) -> [String] {
        let axis = LogAxis([log10(values.lowerBound), log10(values.upperBound)], leastSpan: 1, padding: 0)
        return resource.ticks(on: axis, atMost: most).map(\.label)
    }

    @Test func `work is marked at round decimal numbers, memory at powers of two`() {
        #expect(labels(.time, 1000...30_000) == ["1k", "2k", "5k", "10k", "20k"])
        #expect(labels(.time, 90...30_000_000) == ["100", "10k", "1M"])
        #expect(labels(.space, 3000...70_000) == ["4Ki", "8Ki", "16Ki", "32Ki", "64Ki"])
        #expect(labels(.space, 1...3_000_000) == ["1", "32", "1Ki", "32Ki", "1Mi"])
        #expect(labels(.time, 1...1e23) == ["1", "1M", "1T", "1E"])
    }

    @Test func `there are never more ticks than asked for, and never none`() {
        for resource in MeasuredResource.allCases {
            for low in stride(from: 0.0, through: 19, by: 0.7) {
                for span in stride(from: 0.0, through: 23 - low, by: 0.3) {
                    let ticks = labels(resource, pow(10, low)...pow(10, low + span))
                    #expect((1...5).contains(ticks.count), "\(low) \(span) \(ticks)")
                    #expect(Set(ticks).count == ticks.count)
                }
            }
        }
    }

    @Test func `labels are left out evenly from the last one on where they would meet`() {
        let spans = (0..<7).map { Double($0 * 10)...Double($0 * 10 + 8) }
        #expect(AxisTick.shown(spans, gap: 2) == [0, 1, 2, 3, 4, 5, 6])
        #expect(AxisTick.shown(spans, gap: 3) == [0, 2, 4, 6])
        #expect(AxisTick.shown(spans, gap: 13) == [0, 3, 6])
        #expect(AxisTick.shown(spans, gap: 500) == [6])
        #expect(AxisTick.shown([0...5], gap: 1) == [0])
        #expect(AxisTick.shown([], gap: 1) == [])
    }

    @Test func `sizes have their thousands set apart, and a unit where they are long`() {
        #expect(
            [0, 7, 999, 1000, -65_536, .max].map(Figures.integer) == [
                "0", "7", "999", "1,000", "-65,536", "9,223,372,036,854,775,807",
            ])
        #expect(Figures.integer(.min) == "-9,223,372,036,854,775,808")
        #expect(
            [5, 16_384, 9_999_999, 10_000_000, 33_554_432, 999_600_000, .max, .min].map(Figures.size) == [
                "5", "16,384", "9,999,999", "10.0M", "33.6M", "1.00G", "9.22E", "-9.22E",
            ])
    }
}
