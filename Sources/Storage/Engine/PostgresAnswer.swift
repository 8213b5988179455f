import CPostgres
import Foundation

/// What the server answered to one statement, in the binary format.
final class PostgresAnswer {
    private let result: OpaquePointer

    init(_ result: OpaquePointer) { self.result = result }

    deinit { PQclear(result) }

    /// Why the statement was refused, if it was.
    var refusal: PostgresError? {
        let status = PQresultStatus(result)
        guard status != PGRES_COMMAND_OK, status != PGRES_TUPLES_OK, status != PGRES_EMPTY_QUERY else { return nil }
        let state = PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) }
        let primary = PQresultErrorField(result, Int32(UInt8(ascii: "M")))
        let message = primary ?? PQresultErrorMessage(result)
        return PostgresError(state: state, message: Self.line(message.map { String(cString: $0) } ?? ""))
    }

    /// Rows.
    var count: Int { Int(PQntuples(result)) }

    /// How many rows the statement changed.
    var changed: Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }

    /// Of the statement that it describes.
    var parameterTypes: [Oid] { (0..<PQnparams(result)).map { PQparamtype(result, $0) } }

    /// A value as text, where it was asked for as such.
    func text(_ row: Int, _ column: Int) -> String? {
        PQgetisnull(result, Int32(row), Int32(column)) == 1
            ? nil : String(cString: PQgetvalue(result, Int32(row), Int32(column)))
    }

    func column(_ name: String) -> Int? {
        let index = PQfnumber(result, name)
        return index < 0 ? nil : Int(index)
    }

    func value(_ row: Int, _ column: Int) -> PostgresValue? {
        let (row, column) = (Int32(row), Int32(column))
        guard column < PQnfields(result), PQgetisnull(result, row, column) == 0,
            let start = PQgetvalue(result, row, column)
        else { return nil }
        return PostgresValue(
            UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column))),
            type: PQftype(result, column))
    }

    /// libpq's messages in one line.
    static func line(_ message: String) -> String {
        message.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
            .joined(separator: "; ")
    }
}

/// The types that the tables use, and those that PostgreSQL infers beside them (pg_type.dat).
private enum TypeID {
    static let bool: Oid = 16, bytea: Oid = 17, int8: Oid = 20, int2: Oid = 21, int4: Oid = 23
    static let float4: Oid = 700, float8: Oid = 701
}

extension PostgresValue {
    /// The value in the binary format of a type: whole numbers in network order, IEEE 754 likewise, the rest as it is.
    fileprivate init(_ bytes: UnsafeRawBufferPointer, type: Oid) {
        var number: UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
        switch type {
        case TypeID.int8, TypeID.bool: self = .integer(Int64(bitPattern: number))
        case TypeID.int4: self = .integer(Int64(Int32(truncatingIfNeeded: number)))
        case TypeID.int2: self = .integer(Int64(Int16(truncatingIfNeeded: number)))
        case TypeID.float8: self = .real(Double(bitPattern: number))
        case TypeID.float4: self = .real(Double(Float(bitPattern: UInt32(number))))
        case TypeID.bytea: self = .bytes(Data(bytes))
        default: self = .text(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// The same the other way round, for an argument that the server takes to be of this type.
    func bytes(as type: Oid) -> [UInt8] {
        func order<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
            withUnsafeBytes(of: number.bigEndian) { Array($0) }
        }
        switch self {
        case .integer(let number):
            switch type {
            case TypeID.int4: return order(Int32(clamping: number))
            case TypeID.int2: return order(Int16(clamping: number))
            case TypeID.bool: return [number == 0 ? 0 : 1]
            case TypeID.float8: return order(Double(number).bitPattern)
            default: return order(number)
            }
        case .real(let number): return order(number.bitPattern)
        // PostgreSQL's texts hold all characters but this one.
        case .text(let text): return Array((text.utf8.contains(0) ? text.replacing("\0", with: "\u{FFFD}") : text).utf8)
        case .bytes(let bytes): return Array(bytes)
        }
    }
}

/// A row of an answer.
struct PostgresRow: Row {
    let answer: PostgresAnswer
    let index: Int

    func value<Value: ColumnValue>(_ column: String) -> Value? {
        answer.column(column).flatMap { value(at: $0) }
    }

    func value<Value: ColumnValue>(at column: Int) -> Value? {
        answer.value(index, column).map { value in
            guard let made = Value(value) else {
                fatalError("column \(column) holds \(value), which is no \(Value.self)")
            }
            return made
        }
    }
}
