/// A case that a generator of the package makes from a secret seed.
package struct GeneratedCase: Sendable, Equatable {
    /// A word of the command line, which may hold places for seeds.
    package struct Word: Sendable, Equatable {
        /// A piece of a word.
        package enum Piece: Sendable, Equatable {
            case text(String)
            /// `{seed}`, or `{seed:N}` with its number. Equal places of one command stand for equal seeds.
            case seed(Int?)
        }

        /// The pieces, in order.
        package let pieces: [Piece]

        func text(_ seed: (Int?) -> UInt64) -> String {
            pieces.map { piece in
                switch piece {
                case .text(let text): text
                case .seed(let number): String(seed(number))
                }
            }.joined()
        }
    }

    /// The name of the group's folder, e.g. `blobs`.
    package let group: String
    /// The name within the group, e.g. `large`.
    package let shortName: String
    /// The generator's name.
    package let generator: String
    /// The words after the generator's name.
    package let words: [Word]
    /// The command line as it is written.
    package let command: String
    /// How it is run and judged, inherited from the group.
    package let settings: CaseSettings
    let line: Int

    /// The path from `data/`, e.g. `secret/blobs/large`.
    package var name: String { "secret/\(group)/\(shortName)" }

    /// The generator's arguments with a seed in each place for one.
    ///
    /// - Parameter seed: gives the seed of a number; `nil` is the place without one, `{seed}`.
    package func arguments(seed: (Int?) -> UInt64) -> [String] { words.map { $0.text(seed) } }

    func inheriting(_ settings: CaseSettings) -> GeneratedCase {
        GeneratedCase(
            group: group, shortName: shortName, generator: generator, words: words, command: command,
            settings: settings, line: line)
    }
}

/// What `generators/generators.yaml` says.
package struct Generators: Sendable, Equatable {
    /// Where the answers of cases come from.
    package enum AnswerSource: String, Sendable, CaseIterable {
        /// The model solution.
        case solution
        /// The generator, which is run once more with `--part answer`: it knows what no solution can be sure of.
        case generator
    }

    /// The submission that gives the answers, from the package's folder, e.g. `submissions/accepted/plain.swift`.
    package let solution: String
    /// What gives the answers.
    package let answers: AnswerSource
    /// The cases, by group and name.
    package let cases: [GeneratedCase]
}
