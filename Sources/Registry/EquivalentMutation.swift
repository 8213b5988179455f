/// A small change of the model solution that changes nothing of what it does, so that no data can tell it apart:
/// an entry of `mutations.yaml`.
package struct EquivalentMutation: Sendable, Equatable {
    /// The changed line as it was, without the white space around it.
    package let line: String
    /// The line as it is then; empty where it was left out.
    package let becomes: String
    /// Why that is the same.
    package let because: String
}

extension EquivalentMutation {
    static let path = "mutations.yaml"

    /// Reads `mutations.yaml`; what is wrong with it is in the source's log.
    static func all(reading source: PackageSource) -> [EquivalentMutation] {
        guard let map = source.yaml(path)?.map(["equivalent"]) else { return [] }
        return (map.required("equivalent")?.list() ?? []).compactMap { field in
            guard let map = field.map(["line", "becomes", "because"]),
                let line = map.required("line")?.word(), let becomes = map.required("becomes")?.word(),
                let because = map.required("because")?.string()
            else { return nil }
            return EquivalentMutation(line: line, becomes: becomes, because: because)
        }
    }
}
