import Compilation
import Foundation

/// A small program whose growth is known: what the head of its file says of it.
struct CalibrationProgram: Sendable {
    /// What is right, or at least not wrong.
    enum Expectation: String, Sendable, CaseIterable {
        case within, over
        /// Over, inconclusive, or not even built: it tries to hide its growth.
        case notWithin = "not-within"
    }

    /// What is known of time or of space.
    struct Growth: Sendable {
        /// The class, e.g. `n log n`.
        let name: String
        /// What is asked for.
        let bound: String
        let expectation: Expectation
    }

    /// The folder and the file's name, e.g. `library/insert_at_front`.
    let name: String
    let source: [UInt8]
    let time: Growth
    let space: Growth
    /// Whether a logarithm more than the bound is over it.
    let isStrict: Bool

    var kind: String { String(name.prefix { $0 != "/" }) }

    /// The program at `path`, in a folder of its kind.
    ///
    /// - Throws: ``Fault`` that names the line which is missing or cannot be read.
    init(path: String) throws {
        let parts = path.split(separator: "/").suffix(2)
        name = String(parts.joined(separator: "/").dropLast(".swift".count))
        let file = SourceFile(name: name, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
        source = file.bytes
        let head = Dictionary(file.head.map { ($0.key, $0.value) }) { $1 }
        func value(_ key: String) throws -> String {
            guard let value = head[key] else { throw Fault("\(path): its head has no line '// \(key): …'") }
            return value
        }
        func growth(_ resource: String) throws -> Growth {
            let verdict = try value("\(resource)-verdict")
            guard let expectation = Expectation(rawValue: verdict) else {
                throw Fault("\(path): '\(resource)-verdict: \(verdict)' is none of within, over, not-within")
            }
            return Growth(name: try value(resource), bound: try value("\(resource)-bound"), expectation: expectation)
        }
        time = try growth("time")
        space = try growth("space")
        isStrict = head["strict"] == "true"
    }

    /// All programs below `folder` whose names contain one of `words`, in the order of their names.
    static func all(below folder: String, named words: [String]) throws -> [CalibrationProgram] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
            .filter { path in path.hasSuffix(".swift") && (words.isEmpty || words.contains { path.contains($0) }) }
            .map { try CalibrationProgram(path: "\(folder)/\($0)") }
    }
}

/// Why the corpus cannot be read or measured.
struct Fault: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
