import Foundation
import JudgeCore

/// What is wrong with submissions in the Static Analysis Results Interchange Format 2.1.0, as GitHub's code scanning and
/// editors read it.
package enum SARIFReport {
    private struct Log: Encodable {
        struct Text: Encodable { let text: String }
        struct Rule: Encodable {
            let id: String
            let shortDescription: Text
        }
        struct Driver: Encodable {
            let name: String
            let version: String
            let rules: [Rule]
        }
        struct Tool: Encodable { let driver: Driver }
        struct Region: Encodable {
            let startLine: Int
            let startColumn: Int
        }
        struct Artifact: Encodable { let uri: String }
        struct Physical: Encodable {
            let artifactLocation: Artifact
            let region: Region
        }
        struct Location: Encodable { let physicalLocation: Physical }
        struct Result: Encodable {
            let ruleId: String
            let ruleIndex: Int
            let level: String
            let message: Text
            let locations: [Location]
        }
        struct Run: Encodable {
            let tool: Tool
            /// The compiler counts bytes, which none of the format's kinds does; for ASCII they are the same.
            let columnKind: String
            let results: [Result]
        }
        let version: String
        let runs: [Run]
        let schema: String

        private enum CodingKeys: String, CodingKey {
            case version, runs
            case schema = "$schema"
        }
    }

    /// The document.
    ///
    /// - Parameter version: the judge's.
    package static func text(of reports: [FiledReport], version: String) throws -> String {
        let findings = reports.flatMap { filed in
            let uri = filed.path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? filed.path
            return filed.report.findings(limits: filed.limits).map { (finding: $0, uri: uri) }
        }
        var rules: [String] = []
        for (finding, _) in findings where !rules.contains(finding.rule) { rules.append(finding.rule) }
        let results = findings.map { finding, uri in
            Log.Result(
                ruleId: finding.rule, ruleIndex: rules.firstIndex(of: finding.rule) ?? 0, level: finding.level.rawValue,
                message: Log.Text(text: finding.text),
                locations: [
                    Log.Location(
                        physicalLocation: Log.Physical(
                            artifactLocation: Log.Artifact(uri: uri),
                            region: Log.Region(startLine: finding.line, startColumn: finding.column)))
                ])
        }
        let driver = Log.Driver(
            name: "judge", version: version,
            rules: rules.map { Log.Rule(id: $0, shortDescription: Log.Text(text: description(of: $0))) })
        let run = Log.Run(tool: Log.Tool(driver: driver), columnKind: "unicodeCodePoints", results: results)
        return try JSONText.encode(
            Log(version: "2.1.0", runs: [run], schema: "https://json.schemastore.org/sarif-2.1.0.json"))
    }

    private static func description(of rule: String) -> String {
        switch Verdict(rawValue: rule) {
        case .compileError: "It does not compile."
        case .wrongAnswer: "An answer is wrong."
        case .timeLimitExceeded: "A case took longer than it may."
        case .memoryLimitExceeded: "A case needed more memory than it may."
        case .outputLimitExceeded: "A case answered at greater length than it may."
        case .runTimeError: "A case ended before its answer was complete."
        case .complexityExceeded: "Work or memory grow faster than was asked for."
        case .judgeError: "The judge could not judge it."
        case .accepted, nil: "The compiler warns."
        }
    }
}
