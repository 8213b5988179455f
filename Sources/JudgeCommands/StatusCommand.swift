import ArgumentParser
import Foundation
import JudgeCore
import Reporting
import Storage

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Shows how the work of a daemon stands: its nodes, its queue, its verdicts.")

    @Option(help: ArgumentHelp("Verdicts of so many hours.", valueName: "number"))
    var hours = 6

    @OptionGroup var options: GlobalOptions
    @OptionGroup var daemon: DaemonOptions

    func validate() throws {
        guard (1...168).contains(hours) else { throw ValidationError("--hours must be a number from 1 to 168") }
    }

    private struct Answer: Encodable {
        struct Node: Encodable {
            let name: String
            let version: String
            let toolchain: String
            let sandbox: String
            let cores: Int
            let workers: Int
            let grading: Int
            /// How much slower it is than the host that time limits go by.
            let pace: Double?
            let started_at: String
            let seen_at: String
            /// `grading`, `silent`, or why it takes nothing up.
            let state: String
        }
        struct Hour: Encodable {
            let start: String
            let verdicts: [String: Int]
        }
        let waiting: Int
        let grading: Int
        let oldest_seconds: Double?
        let nodes: [Node]
        let hours: [Hour]
    }

    func run() async throws {
        let store = try daemon.store()
        let work = try await store.workState(hours: hours)
        let agreed = try await store.agreement()
        let now = try await store.clock()
        let nodes = try await store.nodes().map { node in
            Answer.Node(
                name: node.name, version: node.version, toolchain: node.toolchain, sandbox: node.sandbox,
                cores: node.cores, workers: node.workers, grading: node.held, pace: node.pace(agreed),
                started_at: node.startedAt.iso8601,
                seen_at: node.seenAt.iso8601, state: Self.state(of: node, agreed, now))
        }
        if options.format == .json {
            return try options.write(
                JSONText.encode(
                    Answer(
                        waiting: work.waiting, grading: work.underWay, oldest_seconds: work.oldest?.seconds,
                        nodes: nodes,
                        hours: work.hours.map { Answer.Hour(start: $0.start.iso8601, verdicts: $0.verdicts) })))
        }
        var text = "\(work.waiting) wait"
        if let oldest = work.oldest { text += ", the oldest for \(Int(oldest.seconds)) s" }
        text += "; \(work.underWay) are graded\n\n"
        if nodes.isEmpty {
            text += "No node: `judge serve` is none.\n"
        } else {
            var table = Table([
                .init("NODE", style: .bold), .init("WORKERS"), .init("GRADES"), .init("PACE"), .init("SANDBOX"),
                .init("JUDGE"),
                .init("TOOLCHAIN", shrinks: true), .init("STATE"),
            ])
            for node in nodes {
                table.add([
                    node.name, "\(node.workers)", "\(node.grading)",
                    node.pace.map { String(format: "%.2f", $0) } ?? "", node.sandbox, node.version, node.toolchain,
                    node.state,
                ])
            }
            text += table.text(style: options.style)
        }
        if !work.hours.isEmpty {
            let verdicts = Set(work.hours.flatMap(\.verdicts.keys)).sorted()
            var table = Table([.init("HOUR (UTC)", style: .bold)] + verdicts.map { .init($0.uppercased()) })
            for hour in work.hours {
                let start = String(hour.start.iso8601.prefix(16)).replacing("T", with: " ")
                table.add([start] + verdicts.map { hour.verdicts[$0].map(String.init) ?? "" })
            }
            text += "\n" + table.text(style: options.style)
        }
        try options.write(text)
    }

    private static func state(of node: Node, _ agreed: Node.Agreement?, _ now: Timestamp) -> String {
        let silence = now - node.seenAt
        guard silence < Store.silence else { return "silent for \(Int(silence.seconds)) s" }
        guard let agreed, let obstacle = node.obstacle(agreed) else { return "grades" }
        return "\(obstacle)"
    }
}

struct NodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "node", abstract: "Tells nodes of a daemon's database what to do.",
        subcommands: [DrainCommand.self, ResumeCommand.self, AdoptCommand.self])

    struct DrainCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "drain", abstract: "Has a node finish what it grades, and take up nothing new.")

        @Argument(help: "The node, as `judge status` shows it.")
        var name: String

        @OptionGroup var daemon: DaemonOptions

        func run() async throws { try await daemon.store().drain(name, true) }
    }

    struct ResumeCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "resume", abstract: "Has a node grade again that was drained.")

        @Argument(help: "The node, as `judge status` shows it.")
        var name: String

        @OptionGroup var daemon: DaemonOptions

        func run() async throws { try await daemon.store().drain(name, false) }
    }

    struct AdoptCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "adopt", abstract: "Has those nodes grade that have the toolchain of this one.",
            discussion: """
                Nodes with another toolchain count work and memory otherwise, so only those grade that count as the first \
                one did. When the last of them is gone the others take over by themselves.
                """)

        @Argument(help: "The node, as `judge status` shows it.")
        var name: String

        @OptionGroup var daemon: DaemonOptions

        func run() async throws { try await daemon.store().adopt(name) }
    }
}
