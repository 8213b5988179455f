import JudgeCore

/// What grows: work or memory. Each has its unit and steps of its own on an axis.
package enum MeasuredResource: String, Sendable, CaseIterable {
    /// Work, in words.
    case time
    /// Memory, in bytes.
    case space

    /// What values are counted in.
    package var unit: String { self == .time ? "words" : "bytes" }

    /// The growth of this resource.
    package func growth(in complexity: ComplexityReport) -> ResourceGrowth {
        self == .time ? complexity.time : complexity.space
    }

    /// Round places along a logarithmic axis: 1, 2, 5 or 1 a decade for work, powers of two for memory.
    ///
    /// - Parameters:
    ///   - axis: in decimal logarithms of the value.
    ///   - most: the most ticks there is room for; the finest steps that give no more are taken.
    ///   - floor: the label of 1 where values of 0 lie there too, which no logarithm has; `nil` where there are none.
    func ticks(on axis: LogAxis, atMost most: Int, floor: String? = nil) -> [AxisTick] {
        var ticks: [AxisTick] = []
        for steps in self == .time ? Self.decimalSteps : Self.binarySteps {
            ticks = steps.filter { axis.contains($0.place) }
            if ticks.count <= most { break }
        }
        guard let floor else { return ticks }
        return ticks.map { AxisTick(place: $0.place, label: $0.place == 0 ? floor : $0.label) }
    }

    /// From fine to coarse, each up to 10^26: beyond what a line can reach that starts at `Int.max`.
    private static let decimalSteps: [[AxisTick]] = {
        let decades = (0...26).map { AxisTick(place: Double($0), label: decimalLabel(1, $0)) }
        let fine = (0...26).flatMap { decade in
            [1, 2, 5].map { digit in
                AxisTick(place: Double(decade) + LogAxis.log(digit), label: decimalLabel(digit, decade))
            }
        }
        return [fine]
            + [1, 2, 3, 6, 9].map { step in
                stride(from: 0, to: decades.count, by: step).map { decades[$0] }
            }
    }()

    private static let binarySteps: [[AxisTick]] = [1, 2, 3, 5, 10, 20, 30].map { step in
        stride(from: 0, through: 86, by: step).map { power in
            let label = "\(1 << (power % 10))" + ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi"][power / 10]
            return AxisTick(place: Double(power) * LogAxis.log(2), label: label)
        }
    }

    /// `digit` times 10^`decade`: `500`, `20k`, `1M`.
    private static func decimalLabel(_ digit: Int, _ decade: Int) -> String {
        "\(digit)\(String(repeating: "0", count: decade % 3))" + Figures.decimalUnits[decade / 3]
    }
}
