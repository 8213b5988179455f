/// Conditions on the rows of a list, with their arguments.
struct Conditions: Sendable {
    private var texts: [String] = []
    private(set) var arguments: [(any ColumnValue)?] = []
    /// The column that the first of them holds to a value.
    private var first: String?

    /// `column` holds `value`, or is otherwise to it as `comparison` says; no condition where there is no value.
    mutating func add(_ column: String, is comparison: String = "=", _ value: (any ColumnValue)?) {
        guard let value else { return }
        texts.append("\(column) \(comparison) ?")
        arguments.append(value)
        if texts.count == 1, comparison == "=" { first = column }
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

    /// SQL that finds `key` of the newest rows for which they hold, `limit` of them or a few more.
    ///
    /// That a column equals some value PostgreSQL takes as leave to walk over all rows by their numbers until enough have been
    /// right, and of somebody who has sent nothing none ever is. As a range it has only the index of that column to go by. How
    /// few rows are asked for stands in the words, as it plans once for all arguments; in steps, so that there are few plans.
    func newest(_ key: String, of table: String, _ limit: Int, _ dialect: Dialect) -> (
        sql: String, arguments: [(any ColumnValue)?]
    ) {
        let steps = limit < 2 ? 1 : 1 << (Int.bitWidth - (limit - 1).leadingZeroBitCount)
        guard dialect == .postgres, let first else {
            return ("SELECT \(key) FROM \(table)\(text) ORDER BY \(key) DESC LIMIT \(steps)", arguments)
        }
        var ranged = self
        ranged.texts[0] = "\(first) >= ? AND \(first) <= ?"
        ranged.arguments.insert(arguments[0], at: 0)
        let order = "ORDER BY \(first) DESC, \(key) DESC LIMIT \(steps)"
        return ("SELECT \(key) FROM \(table)\(ranged.text) \(order)", ranged.arguments)
    }

    /// Those on what belongs to a user.
    static func owner(_ user: User.ID?) -> Conditions {
        var conditions = Conditions()
        conditions.add(owner: user)
        return conditions
    }
}

extension Database {
    /// What `make` makes of the newest rows of `table` for which `conditions` hold, `limit` of them, the newest first.
    ///
    /// - Parameter select: with whatever else is joined; which rows they are an index alone tells.
    func newest<Element>(
        _ limit: Int, by key: String, of table: String, where conditions: Conditions, select: String,
        _ make: (any Row) throws -> Element
    ) throws -> [Element] {
        let newest = conditions.newest(key, of: table, limit, dialect)
        let found = try all(
            sql: select + " WHERE \(table).\(key) IN (\(newest.sql)) ORDER BY \(table).\(key) DESC",
            arguments: newest.arguments, make)
        return Array(found.prefix(limit))
    }
}
