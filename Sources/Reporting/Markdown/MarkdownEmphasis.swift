/// Matches the stars, underscores and tildes of a text to pairs, after CommonMark.
enum MarkdownEmphasis {
    /// A run of the same mark.
    struct Delimiter: Equatable {
        var mark: Character
        var count: Int
        var opens: Bool
        var closes: Bool
    }

    /// A text, or a run of marks that is one until it is matched.
    struct Node: Equatable {
        var text: String
        var style: Style
        var delimiter: Delimiter?
    }

    /// The most runs that wait for a counterpart; older ones stay as they are written.
    private static let maximumOpen = 100

    /// The text with the styles that its marks ask for; marks without a counterpart stay as they are written.
    static func resolve(_ nodes: inout [Node]) -> StyledText {
        var open: [Int] = []
        for index in nodes.indices {
            guard let delimiter = nodes[index].delimiter else { continue }
            if delimiter.closes { close(index, &nodes, &open) }
            guard let rest = nodes[index].delimiter, rest.count > 0, rest.opens else { continue }
            open.append(index)
            if open.count > maximumOpen { open.removeFirst() }
        }
        var text = StyledText()
        for node in nodes {
            if let delimiter = node.delimiter {
                text.append(String(repeating: delimiter.mark, count: delimiter.count), node.style)
            } else {
                text.append(node.text, node.style)
            }
        }
        return text
    }

    private static func close(_ index: Int, _ nodes: inout [Node], _ open: inout [Int]) {
        while let closer = nodes[index].delimiter, closer.count > 0 {
            guard let place = open.lastIndex(where: { nodes[$0].delimiter?.mark == closer.mark }) else { return }
            let start = open[place]
            let used = min(closer.count, nodes[start].delimiter?.count ?? 0, 2)
            let style: Style = closer.mark == "~" ? .strikethrough : used == 2 ? .bold : .italic
            for inner in (start + 1)..<index { nodes[inner].style.formUnion(style) }
            nodes[start].delimiter?.count -= used
            nodes[index].delimiter?.count -= used
            // What stood open between the two can no longer be closed.
            open.removeSubrange((place + 1)...)
            if nodes[start].delimiter?.count == 0 { open.removeLast() }
        }
    }
}
