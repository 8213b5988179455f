import Foundation
import GRDB

/// What a column can hold: whole numbers, fractions, text and bytes.
protocol ColumnValue: DatabaseValueConvertible, StatementColumnConvertible, Sendable {
    init?(_ value: PostgresValue)
    var postgres: PostgresValue { get }
}

/// A value on its way from or to PostgreSQL.
enum PostgresValue: Sendable, Equatable {
    case integer(Int64)
    case real(Double)
    case text(String)
    case bytes(Data)
}

extension Int64: ColumnValue {
    init?(_ value: PostgresValue) {
        guard case .integer(let number) = value else { return nil }
        self = number
    }
    var postgres: PostgresValue { .integer(self) }
}

extension Int: ColumnValue {
    init?(_ value: PostgresValue) {
        guard case .integer(let number) = value else { return nil }
        self = Int(number)
    }
    var postgres: PostgresValue { .integer(Int64(self)) }
}

extension Bool: ColumnValue {
    init?(_ value: PostgresValue) {
        guard case .integer(let number) = value else { return nil }
        self = number != 0
    }
    var postgres: PostgresValue { .integer(self ? 1 : 0) }
}

extension Double: ColumnValue {
    init?(_ value: PostgresValue) {
        switch value {
        case .real(let number): self = number
        case .integer(let number): self = Double(number)
        default: return nil
        }
    }
    var postgres: PostgresValue { .real(self) }
}

extension String: ColumnValue {
    init?(_ value: PostgresValue) {
        guard case .text(let text) = value else { return nil }
        self = text
    }
    var postgres: PostgresValue { .text(self) }
}

extension Data: ColumnValue {
    init?(_ value: PostgresValue) {
        guard case .bytes(let bytes) = value else { return nil }
        self = bytes
    }
    var postgres: PostgresValue { .bytes(self) }
}
