import Complexity

extension GrowthSettings {
    private static let path = "complexity.yaml"

    /// Reads `complexity.yaml`; what is wrong with it is in the source's log.
    init?(reading source: PackageSource) {
        guard
            let map = source.yaml(Self.path)?.map(["time", "space", "variables", "families", "strict", "inconclusive"])
        else { return nil }
        let entries = map.required("variables")?.entries() ?? []
        let variables = entries.compactMap { name, field in Variable(reading: field, name: name) }
        // Those with a fault of their own, too: it is not the bounds' fault.
        let names = entries.map(\.key)
        let time = map.required("time").flatMap { Bound(reading: $0, variables: names) }
        let space = map.required("space").flatMap { Bound(reading: $0, variables: names) }
        let families = map.required("families")?.words() ?? []
        if families.isEmpty || entries.isEmpty {
            map.field.report("needs at least one variable and one family; see Challenges/kmeans/complexity.yaml")
            return nil
        }
        for family in families where !PackageTree.isValid(name: family) {
            map["families"]?.report("'\(family.shown)' is no name of a family: letters, digits, '_', '.' and '-'")
        }
        guard let time, let space, variables.count == entries.count else { return nil }
        let inconclusive = map["inconclusive"]?.choice(OnInconclusive.self) ?? .accept
        self.init(
            time: time, space: space, variables: variables, families: families,
            isStrict: map["strict"]?.bool() ?? false, acceptsInconclusive: inconclusive == .accept)
    }

    private enum OnInconclusive: String, CaseIterable {
        case accept, reject
    }
}

extension GrowthSettings.Variable {
    private static let highest = 1 << 30

    fileprivate init?(reading field: YAMLField, name: String) {
        guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }), name.first?.isLetter == true
        else {
            field.report("a variable's name is letters, digits and '_', and starts with a letter")
            return nil
        }
        guard let map = field.map(["at", "ladder", "rungs"]), let at = map.required("at")?.int(atLeast: 1),
            let ladder = map.required("ladder")?.int(atLeast: 1), let rungs = map.required("rungs")?.int(atLeast: 4)
        else { return nil }
        guard rungs <= 24, ladder <= Self.highest >> (rungs - 1) else {
            map["rungs"]?.report("the last rung, \(ladder) doubled \(rungs - 1) times, is too high; give fewer rungs")
            return nil
        }
        self.init(name: name, at: at, ladder: ladder, rungs: rungs)
    }
}

extension Bound {
    fileprivate init?(reading field: YAMLField, variables: [String]) {
        guard let text = field.word() else { return nil }
        do { try self.init(text, variables: variables) } catch {
            field.report("column \(error.column) of '\(text.shown)': \(error.message)")
            return nil
        }
    }
}
