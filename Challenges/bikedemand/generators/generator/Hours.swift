import ChallengeKit
import Glibc

/// What sets a family apart.
struct Style {
    /// How much of the table is written in another way.
    var mess = 0.0
    /// The share of missing values.
    var missing = 0.01
    /// The share of training hours whose count is wrong.
    var outliers = 0.0
    /// The growth of demand in a day, as a logarithm.
    var growth = 0.0
    /// Whether there is a column that is counted together with the hires.
    var hasMembers = false
    /// The share of hours that are not there.
    var gaps = 0.0
    /// Whether the columns come in random order.
    var isShuffled = false
}

/// An hour as the table shows it, and how many bikes were hired.
struct Hour {
    var cells: [String]
    var count: Int
    /// When it was, in hours since 1 March 2000.
    var time: Int
}

/// Draws hours, one after the other.
struct HourSource {
    var random: Random
    let style: Style
    let header: [String]
    private let order: [Int]
    private let firstDay: Int
    private let level: Double
    private let growth: Double
    private let warmth: Double
    private var weather = 0
    private var drift = 0.0
    private var breeze = 0.0
    private var isHoliday = false

    static let columns = ["time", "temperature", "humidity", "wind", "weather", "holiday", "members"]
    private static let workday = [
        -2.6, -3.2, -3.7, -3.9, -3.4, -2.0, -0.5, 0.7, 1.1, 0.2, -0.3, -0.2, 0.0, 0.0, -0.1, 0.1, 0.6, 1.2, 1.1, 0.6,
        0.1, -0.4, -0.9, -1.6,
    ]
    private static let freeDay = [
        -1.5, -1.9, -2.3, -3.0, -3.6, -3.5, -2.8, -1.9, -0.9, -0.2, 0.3, 0.6, 0.75, 0.8, 0.8, 0.75, 0.6, 0.4, 0.2, -0.1,
        -0.4, -0.7, -1.0, -1.3,
    ]

    init(seed: UInt64, style: Style) {
        random = Random(seed: seed)
        self.style = style
        let count = style.hasMembers ? Self.columns.count : Self.columns.count - 1
        order = style.isShuffled ? random.permutation(count) : Array(0..<count)
        header = order.map { Self.columns[$0] }
        firstDay = days(random.int(2015...2024), random.int(1...12), random.int(1...28))
        level = random.uniform(4.6, 5.4)
        growth = style.growth * random.uniform(0.8, 1.2)
        warmth = random.uniform(8, 14)
    }

    private mutating func chance(_ share: Double) -> Bool { random.uniform() < share }

    private mutating func pick<Element>(_ list: [Element]) -> Element { list[random.int(0...(list.count - 1))] }

    private func text(_ value: Double) -> String {
        let tenths = Int((abs(value) * 10).rounded())
        return (value < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
    }

    private mutating func missing() -> String { pick(["", "NA", "?", "n/a", "-", "null"]) }

    private mutating func moment(_ day: Int, _ hour: Int) -> String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let date = civil(day)
        guard chance(style.mess) else { return "\(date.year)-\(two(date.month))-\(two(date.day)) \(two(hour)):00" }
        switch random.int(0...2) {
        case 0: return "\(two(date.day)).\(two(date.month)).\(date.year) \(hour)h"
        case 1:
            return
                "\(date.day) \(monthNames[date.month - 1]) \(date.year) \((hour + 11) % 12 + 1) \(hour < 12 ? "am" : "pm")"
        default: return "\(date.year)\(two(date.month))\(two(date.day))T\(two(hour))"
        }
    }

    private mutating func word(_ word: String) -> String {
        guard chance(style.mess) else { return word }
        switch random.int(0...2) {
        case 0: return word.uppercased()
        case 1: return " " + word
        default: return String(word.first!.uppercased()) + word.dropFirst()
        }
    }

    /// The hours from `first` on, apart from gaps.
    mutating func draw(_ range: Range<Int>, unseen: Bool) -> [Hour] {
        var hours: [Hour] = []
        for index in range {
            let day = firstDay + index / 24
            let hour = index % 24
            if hour == 0 { isHoliday = chance(0.04) }
            let made = make(day, hour, index, unseen: unseen)
            if !chance(style.gaps) { hours.append(made) }
        }
        return hours
    }

    private mutating func make(_ day: Int, _ hour: Int, _ index: Int, unseen: Bool) -> Hour {
        // The weather goes on as it is for some hours.
        if chance(0.12) { weather = [0.5, 0.78, 0.93, 0.97, 1].firstIndex { [toss = random.uniform()] in toss < $0 }! }
        drift = 0.985 * drift + 0.7 * random.normal()
        breeze = 0.9 * breeze + 0.35 * random.normal()
        let date = civil(day)
        let season = cos(2 * .pi * (Double(date.month - 1) * 30.4 + Double(date.day) - 200) / 365)
        let temperature =
            warmth + 9 * season + 4.5 * cos(2 * .pi * Double(hour - 15) / 24) + drift - (weather >= 2 ? 2.5 : 0)
        let humidity = min(100, max(20, 72 - 1.1 * (temperature - 10) + (weather >= 2 ? 18 : 0) + 7 * random.normal()))
            .rounded()
        let wind = max(0, 12 + 9 * breeze).rounded()
        let isSnow = weather >= 2 && temperature < 0
        let isFree = weekday(day) >= 5 || isHoliday

        var demand = level + growth * Double(index) / 24
        demand += isFree ? Self.freeDay[hour] : Self.workday[hour]
        demand -= (isFree ? 0.0028 : 0.0018) * (temperature - 23) * (temperature - 23)
        demand -= temperature > 30 ? 0.3 : 0
        let wet = [0, 0.05, 0.5, 1.0, 0.15][weather] * (isFree ? 1.5 : 0.8)
        demand -= isSnow ? wet + 0.4 : wet
        demand -= wind > 22 ? 0.035 * (wind - 22) : 0
        demand -= humidity > 85 ? 0.012 * (humidity - 85) : 0
        if weekday(day) == 4, hour >= 20 { demand += 0.5 }
        if weekday(day) == 6, hour >= 20 { demand -= 0.4 }
        let mean = exp(max(-8, min(8, demand + 0.14 * random.normal())))
        var count = Int(max(0, mean + mean.squareRoot() * random.normal()).rounded())
        let members = Int((Double(count) * random.uniform(isFree ? 0.5 : 0.75, isFree ? 0.7 : 0.9)).rounded())
        if !unseen, chance(style.outliers) { count = chance(0.6) ? 0 : count * 8 + 300 }

        let name = isSnow ? "snow" : ["clear", "cloudy", "rain", "storm", "fog"][weather]
        let isFahrenheit = chance(style.mess * 0.5)
        var cells = [
            moment(day, hour), isFahrenheit ? text(temperature * 9 / 5 + 32) + " F" : text(temperature), text(humidity),
            chance(style.mess * 0.5) ? text(wind / 3.6) + " m/s" : text(wind), word(name),
            isHoliday
                ? pick(style.mess > 0 ? ["yes", "Y", "1"] : ["yes"])
                : pick(style.mess > 0 ? ["no", "N", "0"] : ["no"]),
        ]
        for column in 1...4 where chance(style.missing) { cells[column] = missing() }
        if style.mess > 0, chance(0.02) { cells[1] = "-999" }
        if style.hasMembers { cells.append(unseen ? "" : "\(members)") }
        return Hour(cells: order.map { cells[$0] }, count: count, time: 24 * day + hour)
    }
}
