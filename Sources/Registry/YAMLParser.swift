// libyaml, which Yams carries. Its events come one at a time, so that depth, size and aliases are bounded before
// anything is built from them; Yams' own composer recurses and hashes whatever it is given.
internal import CYaml

/// What is wrong with a file as YAML, and where.
struct YAMLFault: Error, Equatable {
    let line: Int?
    let column: Int?
    let message: String
}

/// Reads one YAML document without trusting it.
struct YAMLParser: ~Copyable {
    /// Sequences and maps inside each other; no file of the format needs ten.
    static let maximumDepth = 64
    /// Nodes of a document with every alias written out.
    static let maximumCount = 200_000

    // On the heap, because libyaml keeps a pointer from the parser to itself.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let bytes: UnsafeBufferPointer<UInt8>
    private var anchors: [String: YAMLNode] = [:]
    private var count = 0

    /// The document in `bytes`, which must be UTF-8; `nil` when there is none.
    static func parse(_ bytes: [UInt8]) throws(YAMLFault) -> YAMLNode? {
        guard !bytes.isEmpty else { return nil }
        do {
            return try bytes.withUnsafeBufferPointer { buffer in
                var parser = YAMLParser(buffer)
                return try parser.document()
            }
        } catch let fault as YAMLFault {
            throw fault
        } catch {
            throw YAMLFault(line: nil, column: nil, message: "cannot be read as YAML: \(error)")
        }
    }

    private init(_ buffer: UnsafeBufferPointer<UInt8>) {
        bytes = buffer
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    private mutating func document() throws -> YAMLNode? {
        try expect(YAML_STREAM_START_EVENT)
        var event = try next()
        if event.type == YAML_STREAM_END_EVENT {
            yaml_event_delete(&event)
            return nil
        }
        yaml_event_delete(&event)
        let root = try tree()
        try expect(YAML_DOCUMENT_END_EVENT)
        event = try next()
        defer { yaml_event_delete(&event) }
        guard event.type == YAML_STREAM_END_EVENT else {
            throw fault(event.start_mark, "a second document starts here; the file must hold one")
        }
        return root
    }

    /// A sequence or map whose end is not reached yet.
    private struct Open {
        var isMapping: Bool
        var anchor: String?
        var line: Int
        var column: Int
        var nodes: [YAMLNode] = []
        var entries: [YAMLNode.Entry] = []
        var key: (text: String, line: Int, column: Int)?
        var lines: [String: Int] = [:]
    }

    /// Builds one node with a stack of its own, so that no input can overflow the thread's.
    private mutating func tree() throws -> YAMLNode {
        var open: [Open] = []
        while true {
            var event = try next()
            defer { yaml_event_delete(&event) }
            let mark = event.start_mark
            var finished: YAMLNode?
            switch event.type {
            case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT:
                guard open.count < Self.maximumDepth else {
                    throw fault(mark, "lists and maps are nested deeper than \(Self.maximumDepth) levels")
                }
                let isMapping = event.type == YAML_MAPPING_START_EVENT
                let start = event.data.sequence_start
                try checkTag(start.tag, isMapping ? "map" : "seq", mark)
                if let last = open.last, last.isMapping, last.key == nil {
                    throw fault(mark, "a key must be a word, not \(isMapping ? "a map" : "a list")")
                }
                open.append(
                    Open(isMapping: isMapping, anchor: text(start.anchor), line: mark.line + 1, column: mark.column + 1)
                )
            case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
                finished = try close(open.removeLast(), mark)
            case YAML_SCALAR_EVENT: finished = try scalar(event)
            case YAML_ALIAS_EVENT: finished = try alias(event, level: open.count)
            default: throw fault(mark, "a value was expected here")
            }
            guard let node = finished else { continue }
            guard var parent = open.popLast() else { return node }
            try attach(node, to: &parent, mark)
            open.append(parent)
        }
    }

    private func attach(_ node: YAMLNode, to parent: inout Open, _ mark: yaml_mark_t) throws {
        guard parent.isMapping else {
            parent.nodes.append(node)
            return
        }
        if let key = parent.key {
            parent.entries.append(.init(key: key.text, line: key.line, column: key.column, value: node))
            parent.key = nil
            return
        }
        guard case .scalar(let text, _) = node.content else { throw fault(mark, "a key must be a word") }
        let line = mark.line + 1
        if let first = parent.lines.updateValue(line, forKey: text) {
            throw fault(mark, "'\(text.shown)' is given twice, first on line \(first)")
        }
        parent.key = (text, line, mark.column + 1)
    }

    private mutating func close(_ open: Open, _ mark: yaml_mark_t) throws -> YAMLNode {
        let below = open.isMapping ? open.entries.map(\.value) : open.nodes
        let node = YAMLNode(
            content: open.isMapping ? .mapping(open.entries) : .sequence(open.nodes), line: open.line,
            column: open.column, count: below.reduce(1 + open.entries.count) { $0 + $1.count },
            depth: 1 + (below.map(\.depth).max() ?? 0))
        try add(1 + open.entries.count, mark)
        if let anchor = open.anchor { anchors[anchor] = node }
        return node
    }

    private mutating func scalar(_ event: yaml_event_t) throws -> YAMLNode {
        let scalar = event.data.scalar
        let buffer = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        var plain = scalar.style == YAML_PLAIN_SCALAR_STYLE
        if let tag = text(scalar.tag) {
            switch tag {
            case "tag:yaml.org,2002:str", "!": plain = false
            case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool",
                "tag:yaml.org,2002:null":
                plain = true
            default: throw fault(event.start_mark, "the tag '\(tag.shown)' means nothing here")
            }
        }
        let node = YAMLNode(
            content: .scalar(String(decoding: buffer, as: UTF8.self), plain: plain),
            line: event.start_mark.line + 1, column: event.start_mark.column + 1, count: 1, depth: 0)
        try add(1, event.start_mark)
        if let anchor = text(scalar.anchor) { anchors[anchor] = node }
        return node
    }

    private mutating func alias(_ event: yaml_event_t, level: Int) throws -> YAMLNode {
        let name = text(event.data.alias.anchor) ?? ""
        guard let node = anchors[name] else {
            throw fault(event.start_mark, "'*\(name.shown)' refers to nothing above it")
        }
        guard level + node.depth <= Self.maximumDepth else {
            throw fault(event.start_mark, "lists and maps are nested deeper than \(Self.maximumDepth) levels")
        }
        try add(node.count, event.start_mark)
        return node
    }

    /// Counts what the whole document is when aliases are written out: ten lines can stand for billions of values.
    private mutating func add(_ more: Int, _ mark: yaml_mark_t) throws {
        count += more
        guard count <= Self.maximumCount else {
            throw fault(mark, "the file holds more than \(Self.maximumCount) values, aliases written out")
        }
    }

    private func checkTag(_ tag: UnsafeMutablePointer<UInt8>?, _ expected: String, _ mark: yaml_mark_t) throws {
        guard let tag = text(tag), tag != "tag:yaml.org,2002:\(expected)", tag != "!" else { return }
        throw fault(mark, "the tag '\(tag.shown)' means nothing here")
    }

    private func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    private func expect(_ type: yaml_event_type_t) throws {
        var event = try next()
        defer { yaml_event_delete(&event) }
        guard event.type == type else { throw fault(event.start_mark, "nothing more was expected here") }
    }

    private func next() throws -> yaml_event_t {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw parserFault() }
        return event
    }

    private func parserFault() -> YAMLFault {
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? "it cannot be read"
        switch parser.pointee.error {
        case YAML_MEMORY_ERROR:
            // What libyaml answers when nesting passes its own limit.
            return fault(parser.pointee.mark, "lists and maps are nested too deep")
        case YAML_READER_ERROR:
            // The reader is ahead of the scanner and knows its place in bytes alone.
            let before = bytes.prefix(parser.pointee.problem_offset)
            let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? before.startIndex
            return YAMLFault(
                line: before.count { $0 == 0x0A } + 1,
                column: String(decoding: before[start...], as: UTF8.self).count + 1,
                message: "not YAML: \(problem)")
        default: return fault(parser.pointee.problem_mark, "not YAML: \(problem)")
        }
    }

    private func fault(_ mark: yaml_mark_t, _ message: String) -> YAMLFault {
        YAMLFault(line: mark.line + 1, column: mark.column + 1, message: message)
    }
}
