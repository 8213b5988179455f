import Foundation
import JudgeCore

/// Numbers as people read them: never in a locale's spelling, so that the same report gives the same text everywhere.
package enum Figures {
    /// Seconds with two figures that count, from a millisecond up: `0.004 s`, `0.11 s`, `4.1 s`, `61 s`.
    package static func seconds(_ value: Double) -> String {
        guard value.isFinite, value >= 0 else { return "? s" }
        if value == 0 { return "0 s" }
        if value < 0.0005 { return "<0.001 s" }
        return "\(trimmed(value, digits: value < 0.01 ? 3 : value < 0.9995 ? 2 : value < 9.95 ? 1 : 0)) s"
    }

    /// A limit in seconds, as it was set: `1 s`, `0.5 s`.
    package static func limit(seconds value: Double) -> String {
        guard value.isFinite, value < 1e9 else { return "? s" }
        return value == value.rounded() ? "\(Int(value)) s" : "\(trimmed(value, digits: 3, zeros: false)) s"
    }

    /// Bytes in binary units: `640 KiB`, `3.2 MiB`, `512 MiB`.
    package static func bytes(_ value: Int) -> String {
        var amount = Double(max(value, 0))
        var unit = "B"
        for next in ["KiB", "MiB", "GiB", "TiB"] where amount >= 1024 {
            amount /= 1024
            unit = next
        }
        let digits = unit == "B" || amount >= 9.95 || amount == amount.rounded() ? 0 : 1
        return "\(trimmed(amount, digits: digits)) \(unit)"
    }

    /// A metric with about five figures: `1.0000`, `0.9667`, `1234.5`, `3.1e-12`, `infinite`, `not a number`.
    package static func metric(_ value: Double) -> String {
        if value.isNaN { return "not a number" }
        if value.isInfinite { return value < 0 ? "-infinite" : "infinite" }
        let size = abs(value)
        if size == 0 { return "0" }
        if size >= 1e6 || size < 1e-3 { return scientific(value) }
        return trimmed(value, digits: size >= 1000 ? 1 : size >= 100 ? 2 : 4)
    }

    /// Points: `63.2`, `70`.
    package static func points(_ value: Double) -> String { trimmed(value, digits: 2, zeros: false) }

    /// Points, with the most there are: `63.2 of 100`.
    package static func points(_ score: ScoreReport) -> String {
        score.maximum.map { "\(points(score.points)) of \(points($0))" } ?? points(score.points)
    }

    /// `1 case`, `2 cases`.
    package static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// A whole number with its thousands set apart: `16,384`.
    package static func integer(_ value: Int) -> String {
        var text = ""
        for (place, digit) in String(value.magnitude).reversed().enumerated() {
            if place > 0, place.isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return (value < 0 ? "-" : "") + String(text.reversed())
    }

    /// What stands for each factor of a thousand.
    static let decimalUnits = ["", "k", "M", "G", "T", "P", "E", "Z", "Y"]

    /// An input's size below an axis: as it is up to seven digits, with three figures beyond: `16,384`, `33.6M`.
    static func size(_ value: Int) -> String {
        guard value.magnitude >= 10_000_000 else { return integer(value) }
        var amount = Double(value.magnitude)
        var unit = 0
        while amount >= 999.5, unit < decimalUnits.count - 1 {
            amount /= 1000
            unit += 1
        }
        let figures = trimmed(amount, digits: amount >= 99.95 ? 0 : amount >= 9.995 ? 1 : 2)
        return (value < 0 ? "-" : "") + figures + decimalUnits[unit]
    }

    /// A slope with two decimals: `2.00`, `-0.25`, `?` for what is no number.
    package static func slope(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "?" : metric(value) }
        if abs(value) >= 1000 { return scientific(value) }
        return trimmed((value * 100).rounded() / 100 + 0, digits: 2)
    }

    private static func scientific(_ value: Double) -> String {
        let parts = String(format: "%.1e", value).split(separator: "e")
        return "\(parts[0])e\(Int(parts[1]) ?? 0)"
    }

    private static func trimmed(_ value: Double, digits: Int, zeros: Bool = true) -> String {
        var text = String(format: "%.\(digits)f", value)
        if !zeros, text.contains(".") {
            while text.hasSuffix("0") { text.removeLast() }
            if text.hasSuffix(".") { text.removeLast() }
        }
        return text
    }
}
