import GRDB

/// Conditions on the rows of a list, with their arguments.
struct Conditions {
    private var texts: [String] = []
    private(set) var arguments = StatementArguments()

    /// `column` holds `value`, or is otherwise to it as `comparison` says; no condition where there is no value.
    mutating func add(_ column: String, is comparison: String = "=", _ value: (any DatabaseValueConvertible)?) {
        guard let value else { return }
        texts.append("\(column) \(comparison) ?")
        arguments += [value]
    }

    /// A condition without arguments.
    mutating func add(_ text: String) { texts.append(text) }

    /// All of them, behind `WHERE`; empty where there are none.
    var text: String { texts.isEmpty ? "" : " WHERE " + texts.joined(separator: " AND ") }
}
