import Foundation
import JudgeCore
import Testing

@testable import Webhooks

/// JSON as a receiver reads it.
indirect enum ParsedJSON: Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([ParsedJSON])
    case object([String: ParsedJSON])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([ParsedJSON].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: ParsedJSON].self))
        }
    }

    /// The JSON of a body; of a form, the JSON in it, or else its fields of text.
    init(_ body: WebhookBody) throws {
        guard let form = try ParsedForm(body) else {
            self = try JSONDecoder().decode(ParsedJSON.self, from: Data(body.body))
            return
        }
        if let payload = form.parts["payload_json"] {
            self = try JSONDecoder().decode(ParsedJSON.self, from: Data(payload.content))
        } else {
            let fields = form.parts.filter { $0.value.headers["Content-Type"] == nil }
            self = .object(fields.mapValues { .string($0.text) })
        }
    }

    subscript(key: String) -> ParsedJSON {
        guard case .object(let values) = self else { return .null }
        return values[key] ?? .null
    }

    subscript(index: Int) -> ParsedJSON { items.indices.contains(index) ? items[index] : .null }

    var items: [ParsedJSON] { if case .array(let values) = self { values } else { [] } }

    var text: String { if case .string(let value) = self { value } else { "" } }

    /// Every string in it.
    var texts: [String] {
        switch self {
        case .string(let value): [value]
        case .array(let values): values.flatMap(\.texts)
        case .object(let values): values.values.flatMap(\.texts)
        default: []
        }
    }
}

extension String {
    /// The text as it is seen: without the gaps that keep markers apart.
    var withoutGaps: String { replacing("\u{200B}", with: "") }

    /// The text that HTML stands for, without its tags.
    var readAsHTML: String {
        replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&amp;", with: "&").withoutGaps
    }

    /// The text that Markdown with backslashes stands for.
    var readAsMarkdown: String { replacing(/\\([^A-Za-z0-9 ])/) { String($0.output.1) }.withoutGaps }
}
