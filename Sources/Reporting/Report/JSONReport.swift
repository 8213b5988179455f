import Foundation
import JudgeCore

/// A report in its JSON form, `judge-report/1`.
package enum JSONReport {
    /// The report as JSON; see ``JSONText`` for how it is written.
    ///
    /// - Throws: what the encoder throws; no report known makes it throw.
    package static func text(of report: Report) throws -> String { try JSONText.encode(report) }

    /// Reads a report back. A number that was written as `null` is not a number (`Double.nan`) again.
    ///
    /// - Throws: `JudgeError` of kind `usage`, with the place in the JSON that is not as it should be.
    package static func read(_ data: Data) throws -> Report {
        do {
            let tree = try JSONDecoder().decode(JSONValue.self, from: data)
            let decoder = JSONDecoder()
            decoder.nonConformingFloatDecodingStrategy = .convertFromString(
                positiveInfinity: "inf", negativeInfinity: "-inf", nan: JSONValue.notANumber)
            let report = try decoder.decode(Report.self, from: JSONEncoder().encode(tree.restoringNumbers()))
            guard report.schema == "judge-report/1" else {
                let schema = report.schema.displayedInline(limit: 40)
                throw JudgeError(
                    .usage, "unknown-schema", "This report has schema '\(schema)'; this judge reads judge-report/1.")
            }
            return report
        } catch let error as DecodingError {
            throw JudgeError(.usage, "malformed-report", "This is no judge-report/1: \(Self.sentence(error)).")
        }
    }

    private static func sentence(_ error: DecodingError) -> String {
        let (context, what) =
            switch error {
            case .keyNotFound(let key, let context): (context, "the key '\(key.stringValue)' is missing")
            case .typeMismatch(_, let context): (context, "a value has the wrong type")
            case .valueNotFound(_, let context): (context, "a value is missing")
            case .dataCorrupted(let context): (context, "the data are not valid")
            @unknown default: (DecodingError.Context(codingPath: [], debugDescription: ""), "it cannot be read")
            }
        let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
        return "\(what)\(path.isEmpty ? "" : " at \(path.displayedInline())")"
    }
}

/// Any JSON, so that nulls in places of numbers can be told from nulls in places of texts.
private enum JSONValue: Codable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    static let notANumber = "not a number"

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }

    /// The value with each null that stands for a number replaced by ``notANumber``.
    ///
    /// - Parameter place: the keys that lead here. What a key means hangs on them: a challenge may call a variable
    ///   `seconds`, and `bound` is a formula above and a number in each point.
    func restoringNumbers(_ place: [String] = []) -> JSONValue {
        switch self {
        case .null: return Self.isNumber(place) ? .string(Self.notANumber) : .null
        case .array(let values): return .array(values.map { $0.restoringNumbers(place) })
        case .object(let values):
            let restored = values.map { ($0, $1.restoringNumbers(place + [$0])) }
            return .object(Dictionary(uniqueKeysWithValues: restored))
        default: return self
        }
    }

    private static func isNumber(_ place: [String]) -> Bool {
        guard let key = place.last else { return false }
        guard place.first == "complexity" else {
            return place.dropLast().last == "metrics" || ["seconds", "cpu_seconds", "wall_seconds"].contains(key)
        }
        // complexity, a resource, variables, a name and what follows.
        switch place.count {
        case 5: return ["exponent", "interval"].contains(key)
        case 6: return place[4] == "points" && key == "bound"
        default: return false
        }
    }
}
