import ArgumentParser
import Foundation
import Grading
import JudgeCore
import Pages
import Registry
import Reporting
import SwiftSource

/// What `judge similar` prints.
enum SimilarFormat: String, CommandFormat {
    case text, json, html
}

struct SimilarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "similar", abstract: "Shows which submissions are alike.",
        discussion: """
            Compares the solutions of each challenge with each other by their syntax: names, numbers, comments and the order \
            of functions do not matter. What the starter and the packaged solutions have too is left out. A file is for the \
            challenge that it is named after (solutions/ann/kmeans.swift), or else its folder (kmeans/ann.swift).

            What is alike can have many reasons; the lines are shown so that a person can decide. Ends with 0 whether or not \
            something is.
            """)

    @Argument(
        help: ArgumentHelp("Swift files, and folders of them.", valueName: "path"),
        completion: .file(extensions: ["swift"]))
    var paths: [String]

    @Option(help: ArgumentHelp("Take all files as solutions of this challenge.", valueName: "id"))
    var challenge: String?

    @Option(help: ArgumentHelp("Show pairs that are at least so alike, from 0 to 100.", valueName: "percent"))
    var threshold = 100 * SimilarityStudy.usualThreshold

    @Option(help: ArgumentHelp("Show at most so many pairs of a challenge.", valueName: "number"))
    var limit = 20

    @OptionGroup var options: CommandOptions<SimilarFormat>

    func validate() throws {
        guard (0...100).contains(threshold) else { throw ValidationError("--threshold takes a number from 0 to 100") }
        guard limit >= 1 else { throw ValidationError("--limit takes a whole number from 1") }
    }

    /// The most files of a challenge that are compared: time and memory grow with the square of their number.
    private static let maximumFiles = 2000
    /// The pairs of a challenge whose lines are in a text.
    private static let detailedPairs = 5

    private struct Result: Encodable {
        struct Side: Encodable {
            let file: String
            /// How much of it the other file has, from 0 to 1.
            let share: Double
        }
        struct Lines: Encodable {
            /// The first and the last line, from 1.
            let first: [Int]
            let second: [Int]
            let tokens: Int
        }
        struct Pair: Encodable {
            let similarity: Double
            let first: Side
            let second: Side
            let lines: [Lines]
        }
        let challenge: String
        let files: Int
        /// Files of which too little is left without the starter and the packaged solutions.
        let too_small: [String]
        let compared_pairs: Int
        /// Pairs at or above the threshold, of which `pairs` has at most so many as asked for.
        let alike_pairs: Int
        let threshold_percent: Double
        let pairs: [Pair]
    }

    func run() throws {
        let registry = try options.registry()
        var groups: [SimilarityGroup] = []
        for (slug, files) in try filesByChallenge(registry).sorted(by: { $0.key < $1.key }) {
            let challenge = try registry.challenge(slug)
            try challenge.mustTakeCode()
            let sources = try read(files, challenge)
            guard sources.count <= Self.maximumFiles else {
                throw JudgeError(
                    .usage, "too-many-files",
                    "\(sources.count) files of \(slug) are too many to compare; name at most \(Self.maximumFiles)")
            }
            let study = SimilarityStudy(of: sources, leavingOut: try commonSources(challenge))
            groups.append(SimilarityGroup(challenge: slug, study: study, threshold: threshold / 100, limit: limit))
        }
        switch options.format {
        case .text: try options.write(groups.map(text).joined(separator: "\n"))
        case .json: try options.write(JSONText.encode(groups.map(result)))
        case .html:
            try options.write(SimilarityDocument.html(of: groups, version: JudgeCommand.version))
        }
    }

    /// The files that the paths name, by the challenges that they are for. Those that are for none are passed over with a
    /// warning; one that was named itself is an error.
    private func filesByChallenge(_ registry: Registry) throws -> [String: [SubmissionFolder.Found]] {
        let found = try SubmissionFolder.files(of: paths)
        guard !found.isEmpty else {
            throw JudgeError(
                .usage, "no-files", "there is no Swift file in \(paths.joined(separator: ", ").escapingControls)")
        }
        if let challenge { return [challenge: found] }
        let slugs = Set(try registry.slugs())
        var groups = Dictionary(grouping: found) { file in
            let folder = URL(fileURLWithPath: file.path).deletingLastPathComponent().lastPathComponent
            return [SubmissionFile.challenge(for: file.path), folder].first(where: slugs.contains)
        }
        if let strays = groups.removeValue(forKey: nil), let first = strays.first(where: \.isNamed) ?? strays.first {
            let others = strays.count == 1 ? "" : " (and \(Figures.count(strays.count - 1, "other file")))"
            let sentence = "\(first.path.escapingControls)\(others) is named after no challenge, nor is its folder"
            guard !first.isNamed, !groups.isEmpty else {
                throw JudgeError(.usage, "unknown-challenge", "\(sentence); say which with --challenge ID")
            }
            writeError("judge: \(sentence); left out")
        }
        return Dictionary(uniqueKeysWithValues: groups.compactMap { slug, files in slug.map { ($0, files) } })
    }

    /// Reads files. One that cannot be compared is passed over with a warning; one that was named itself is an error.
    private func read(_ files: [SubmissionFolder.Found], _ challenge: Challenge) throws -> [SimilarityStudy.File] {
        try files.compactMap { file in
            do {
                let submission = try SubmissionFile.read(
                    file.path, challenge: challenge.slug, limit: challenge.limits.code << 10)
                return SimilarityStudy.File(name: file.path, source: submission.source)
            } catch let error as JudgeError where !file.isNamed {
                writeError("judge: \(error.description.escapingControls); left out")
                return nil
            }
        }
    }

    /// What whoever solves a challenge has before their eyes: the starter, and the solutions that come with it.
    private func commonSources(_ challenge: Challenge) throws -> [[UInt8]] {
        let packaged = challenge.submissions.flatMap(\.files).filter { $0.name.hasSuffix(".swift") }
        let starter = try challenge.starter().map { Array($0.utf8) }
        return try packaged.map { try challenge.source(of: $0) } + (starter.map { [$0] } ?? [])
    }

    private func result(of group: SimilarityGroup) -> Result {
        let study = group.study
        return Result(
            challenge: group.challenge, files: study.files.count, too_small: study.tooSmall.map(\.name),
            compared_pairs: study.pairs.count, alike_pairs: group.alike.count, threshold_percent: threshold,
            pairs: group.shown.map { pair in
                Result.Pair(
                    similarity: pair.similarity,
                    first: .init(file: study.files[pair.first].name, share: pair.shareOfFirst),
                    second: .init(file: study.files[pair.second].name, share: pair.shareOfSecond),
                    lines: study.sharedLines(of: pair).map { lines in
                        Result.Lines(
                            first: [lines.first.lowerBound, lines.first.upperBound],
                            second: [lines.second.lowerBound, lines.second.upperBound], tokens: lines.tokens)
                    })
            })
    }

    private func text(of group: SimilarityGroup) -> String {
        let ansi = ANSI(isOn: options.style.color)
        let study = group.study
        var text = "\(ansi(group.challenge, .bold))  \(group.summary)\n"
        for note in group.notes { text += "\(note)\n" }
        guard !group.shown.isEmpty else { return text }
        var table = Table([
            .init("ALIKE", alignment: .right, style: .bold), .init("FIRST", shrinks: true),
            .init("SHARE", alignment: .right), .init("SECOND", shrinks: true), .init("SHARE", alignment: .right),
        ])
        for pair in group.shown {
            table.add([
                SimilarityGroup.percent(pair.similarity), study.files[pair.first].name,
                SimilarityGroup.percent(pair.shareOfFirst), study.files[pair.second].name,
                SimilarityGroup.percent(pair.shareOfSecond),
            ])
        }
        text += table.text(style: options.style)
        for pair in group.shown.prefix(Self.detailedPairs) {
            let names = [pair.first, pair.second].map { ansi(study.files[$0].name.displayedInline(), .bold) }
            text += "\n\(names[0]) and \(names[1])\n"
            var lines = Table([.init("", alignment: .right), .init(""), .init("", alignment: .right)])
            for shared in study.sharedLines(of: pair) {
                lines.add(["  \(Self.words(shared.first))", "and", Self.words(shared.second)])
            }
            let found = lines.text(style: options.style)
            text += found.isEmpty ? "  only short runs\n" : found
        }
        return text
    }

    private static func words(_ lines: ClosedRange<Int>) -> String {
        lines.count == 1 ? "line \(lines.lowerBound)" : "lines \(lines.lowerBound) to \(lines.upperBound)"
    }
}
