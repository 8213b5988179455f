import JudgeCore
import Registry
import Yams

/// A value of the configuration, and what errors call it.
struct SettingNode {
    let node: Node
    let name: String
    let place: String
    var isVariable = false

    /// File, line and key; or the variable.
    var title: String {
        if isVariable { return place }
        let line = node.mark.map { ", line \($0.line)" } ?? ""
        return "\(place)\(line)\(name.isEmpty ? "" : ", \(name)")"
    }

    func fault(_ what: String) -> JudgeError { JudgeError(.usage, "bad-configuration", "\(title): \(what)") }

    /// Visits the keys of a mapping, of which only these are known.
    func each(_ known: [String], _ body: (String, SettingNode) throws -> Void) throws {
        guard let mapping = node.mapping else { throw fault("there must be keys and values here") }
        for (key, value) in mapping {
            let word = key.string ?? "?"
            let child = SettingNode(
                node: value, name: name.isEmpty ? word : "\(name).\(word)", place: place, isVariable: isVariable)
            guard known.contains(word) else {
                let near = Spelling.nearest(to: word, among: known).map { "; did you mean '\($0)'?" } ?? ""
                throw SettingNode(node: key, name: child.name, place: place).fault("there is no such key\(near)")
            }
            try body(word, child)
        }
    }

    func text() throws -> String {
        guard let text = node.scalar?.string, !text.isEmpty else { throw fault("must be a text") }
        return text
    }

    func list() throws -> [SettingNode] {
        guard let sequence = node.sequence else { throw fault("must be a list") }
        return sequence.map { SettingNode(node: $0, name: name, place: place, isVariable: isVariable) }
    }

    func number(_ range: ClosedRange<Int>) throws -> Int {
        guard let number = node.int, range.contains(number) else {
            throw fault("must be a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// Seconds, whole or not.
    func seconds(_ range: ClosedRange<Double>) throws -> Duration {
        guard let number = node.float ?? node.int.map(Double.init), range.contains(number) else {
            throw fault("must be seconds, from \(range.lowerBound) to \(Int(range.upperBound))")
        }
        return .seconds(number)
    }

    func choice<Value>(_ choices: [String: Value]) throws -> Value {
        guard let value = choices[try text()] else {
            throw fault("must be one of \(choices.keys.sorted().joined(separator: ", "))")
        }
        return value
    }
}
