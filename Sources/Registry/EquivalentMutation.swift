/// A small change of the model solution that changes nothing of what it does, so that no data can tell it apart:
/// an entry of `mutations.yaml`.
package struct EquivalentMutation: Sendable, Equatable {
    /// The changed line as it was, without the white space around it.
    package let line: String
    /// What stood there, and what stands there then.
    package let before: String
    package let after: String
    /// Why that is the same.
    package let because: String
}

extension EquivalentMutation {
    static let path = "mutations.yaml"

    /// Reads `mutations.yaml`; what is wrong with it is in the source's log.
    static func all(reading source: PackageSource) -> [EquivalentMutation] {
        guard let map = source.yaml(path)?.map(["equivalent"]) else { return [] }
        return (map.required("equivalent")?.list() ?? []).compactMap { field in
            guard let map = field.map(["line", "before", "after", "because"]),
                let line = map.required("line")?.word(), let before = map.required("before")?.word(),
                let after = map.required("after")?.word(), let because = map.required("because")?.string()
            else { return nil }
            return EquivalentMutation(line: line, before: before, after: after, because: because)
        }
    }
}
