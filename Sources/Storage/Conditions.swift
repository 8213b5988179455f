/// Conditions on the rows of a list, with their arguments.
struct Conditions: Sendable {
    private var texts: [String] = []
    private(set) var arguments: [(any ColumnValue)?] = []

    /// `column` holds `value`, or is otherwise to it as `comparison` says; no condition where there is no value.
    mutating func add(_ column: String, is comparison: String = "=", _ value: (any ColumnValue)?) {
        guard let value else { return }
        texts.append("\(column) \(comparison) ?")
        arguments.append(value)
    }

    /// A condition in words of its own.
    mutating func add(_ text: String, arguments: [(any ColumnValue)?] = []) {
        texts.append(text)
        self.arguments += arguments
    }

    /// What belongs to this user; to whoever ran commands here, where that is `nil`.
    mutating func add(owner: User.ID?) {
        if let owner { add("user_id", owner) } else { add("user_id IS NULL") }
    }

    /// All of them, behind `WHERE`; empty where there are none.
    var text: String { texts.isEmpty ? "" : " WHERE " + texts.joined(separator: " AND ") }

    /// Those on what belongs to a user.
    static func owner(_ user: User.ID?) -> Conditions {
        var conditions = Conditions()
        conditions.add(owner: user)
        return conditions
    }
}
