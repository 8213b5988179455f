import Foundation
import Hummingbird
import JudgeCore
import Reporting

/// A stored report in a form that a client asks for.
enum ReportFormat {
    /// - Throws: `Problem` 400 for a form that there is not.
    static func response(_ json: String, format: String) throws -> Response {
        switch format {
        // As it was written: nothing is gained by reading it.
        case "json": return .text(json, type: "application/json")
        case "text":
            let report = try JSONReport.read(Data(json.utf8))
            guard let limits = report.limits else { throw Problem.notFound }
            let style = TextStyle(color: false, width: 100)
            return .text(
                TextReport.text(of: report, limits: limits, style: style), type: "text/plain; charset=utf-8")
        default: throw Problem.badRequest("unknown-format", "A report comes as json or text.")
        }
    }
}
