import ChallengeKit
import Glibc

/// What sets a family apart.
struct Style {
    /// How much of the table is spelt or measured in another way.
    var mess = 0.0
    /// The share of missing values.
    var missing = 0.02
    /// Whether there is a column that is filled in when a customer leaves.
    var hasSurvey = false
    /// Whether unseen customers are newer, on other plans and in other regions.
    var isShifted = false
    /// Whether the columns come in random order.
    var isShuffled = false
    /// The share of training rows that are there twice.
    var copies = 0.0
}

/// A customer as the table shows it, and whether it left.
struct Customer {
    var cells: [String]
    var hasLeft: Bool
}

/// Draws customers.
struct CustomerSource {
    var random: Random
    let style: Style
    let header: [String]
    private let order: [Int]
    private var regionEffects: [Double] = []
    private var number = 100_000
    private let base: Double

    static let columns = [
        "customer id", "tenure", "contract", "plan", "region", "monthly charge", "support calls", "data usage",
        "days since login", "age", "payment", "autopay", "exit survey",
    ]
    private static let regions = [
        "Northfield", "Easton", "Westbay", "Southam", "Midvale", "Lakeside", "Hillcrest", "Riverton", "Port Ellis",
        "Fairview", "Oakham", "Stonebridge",
    ]

    init(seed: UInt64, style: Style) {
        random = Random(seed: seed)
        self.style = style
        let count = style.hasSurvey ? Self.columns.count : Self.columns.count - 1
        order = style.isShuffled ? random.permutation(count) : Array(0..<count)
        header = order.map { Self.columns[$0] }
        regionEffects = Self.regions.map { _ in 0.0 }
        for index in regionEffects.indices { regionEffects[index] = 0.5 * random.normal() }
        base = random.uniform(-2.4, -1.9)
    }

    private mutating func chance(_ share: Double) -> Bool { random.uniform() < share }

    private mutating func pick<Element>(_ list: [Element]) -> Element { list[random.int(0...(list.count - 1))] }

    /// `value` with so many decimals.
    private func text(_ value: Double, _ decimals: Int) -> String {
        guard decimals > 0 else { return String(Int(value.rounded())) }
        let scale = decimals == 1 ? 10 : 100
        let whole = Int((abs(value) * Double(scale)).rounded())
        let rest = String(whole % scale)
        return (value < 0 ? "-" : "") + "\(whole / scale)." + String(repeating: "0", count: decimals - rest.count)
            + rest
    }

    private mutating func missing() -> String { pick(["", "NA", "?", "n/a", "-", "null", "unknown"]) }

    private mutating func spelt(_ word: String) -> String {
        guard chance(style.mess) else { return word }
        switch random.int(0...3) {
        case 0: return word.uppercased()
        case 1: return word.lowercased()
        case 2: return " " + word + " "
        default: return String(word.map { $0 == " " ? "-" : $0 })
        }
    }

    private mutating func duration(_ months: Double) -> String {
        guard chance(style.mess) else { return text(months, 0) }
        switch random.int(0...4) {
        case 0: return text(months, 0) + " months"
        case 1: return text(months / 12, 1) + " years"
        case 2: return text(months * 30.4, 0) + " days"
        case 3: return "\(Int(months.rounded()) / 12)y \(Int(months.rounded()) % 12)m"
        default: return text(months, 0) + " mo"
        }
    }

    private mutating func money(_ value: Double) -> String {
        guard chance(style.mess) else { return text(value, 2) }
        switch random.int(0...2) {
        case 0: return "€" + text(value, 2)
        case 1: return String(text(value, 2).map { $0 == "." ? "," : $0 })
        default: return text(value, 2) + " EUR"
        }
    }

    private mutating func amount(_ value: Double) -> String {
        guard chance(style.mess) else { return text(value, 1) }
        return chance(0.5) ? text(value * 1024, 0) + " MB" : text(value, 1) + " GB"
    }

    private mutating func yesOrNo(_ value: Bool) -> String {
        guard chance(style.mess) else { return value ? "yes" : "no" }
        return value ? pick(["Y", "TRUE", "1", "Yes"]) : pick(["N", "FALSE", "0", "No"])
    }

    mutating func draw(unseen: Bool) -> Customer {
        let moved = style.isShifted && unseen
        let months = max(1, min(120, exp((moved ? 2.1 : 2.9) + 0.9 * random.normal()))).rounded()
        let contract = [0.55, 0.8, 1].firstIndex { [toss = random.uniform()] in toss < $0 }!
        let plan = moved && chance(0.25) ? 3 : [0.4, 0.75, 1].firstIndex { [toss = random.uniform()] in toss < $0 }!
        let region = random.int(0...(style.isShifted && !moved ? 8 : 11))
        let charge = [22.0, 38, 62, 80][plan] * exp(0.22 * random.normal()) + (chance(0.01) ? 400 : 0)
        let calls = Double(
            [0.35, 0.6, 0.77, 0.88, 0.94, 0.97, 0.99, 1].firstIndex { [toss = random.uniform()] in toss < $0 }!)
        let usage = exp(1.6 + 0.25 * Double(plan) + 1.0 * random.normal())
        let idle = min(120, exp(1.6 + 1.1 * random.normal()) - 1).rounded()
        let age = min(92, max(18, 44 + 16 * random.normal())).rounded()
        let payment = random.int(0...3)
        let autopay = chance([0.7, 0.5, 0.1, 0.4][payment])
        let lacksUsage = chance(style.missing * 3)

        // Many effects bend: a linear model of the raw numbers sees half of them.
        var score = base
        score += [1.0, -0.3, -1.5][contract]
        score += -0.55 * log(months / 18)
        if contract == 0, months < 7 { score += 1.0 }
        if contract == 1, (10...14).contains(months) { score += 1.6 }
        score += 1.1 * log(min(charge, 200) / [22.0, 38, 62, 80][plan]) / 0.5
        score += calls >= 3 ? 0.7 * (calls - 2) : 0
        score += 0.0012 * (age - 45) * (age - 45) - 0.3
        score += idle > 21 ? 1.2 : idle > 7 ? 0.3 : 0
        score += lacksUsage ? 1.2 : -0.35 * log(usage / 5)
        score += [-0.2, 0, 0.7, 0.1][payment] + (autopay ? -0.4 : 0.2)
        score += regionEffects[region]
        let hasLeft = chance(1 / (1 + exp(-score)))

        number += random.int(1...7)
        var cells = [
            "C-\(number)", duration(months), spelt(["Month to month", "One year", "Two years"][contract]),
            spelt(["Basic", "Plus", "Premium", "Ultra"][plan]), spelt(Self.regions[region]), money(charge),
            text(calls, 0), amount(usage), text(idle, 0), text(age, 0),
            spelt(["Card", "Bank transfer", "Cash", "Wallet"][payment]), yesOrNo(autopay),
        ]
        for column in 1..<cells.count where chance(style.missing) { cells[column] = missing() }
        if lacksUsage { cells[7] = missing() }
        if style.mess > 0, chance(0.04) { cells[9] = pick(["999", "-1", "0"]) }
        if style.hasSurvey {
            // Filled in on leaving. Unseen customers have not left yet, apart from a few strays.
            let isFilled = unseen ? chance(0.01) : hasLeft ? chance(0.9) : chance(0.01)
            cells.append(isFilled ? pick(["too expensive", "moved", "service", "competitor", "other"]) : "")
        }
        return Customer(cells: order.map { cells[$0] }, hasLeft: hasLeft)
    }

    mutating func training(_ count: Int) -> [Customer] {
        var rows: [Customer] = []
        while rows.count < count {
            if !rows.isEmpty, chance(style.copies) {
                rows.append(rows[random.int(0...(rows.count - 1))])
            } else {
                rows.append(draw(unseen: false))
            }
        }
        rows.shuffle(using: &random)
        return rows
    }

    mutating func unseen(_ count: Int) -> [Customer] { (0..<count).map { _ in draw(unseen: true) } }
}
