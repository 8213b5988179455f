import Foundation
import Testing

@testable import Reporting

@Suite struct WorkflowCommandTests {
    @Test(arguments: [
        ("::error::x", "\\::error::x"), ("    ::add-mask::x", "    \\::add-mask::x"),
        ("\u{1B}[1m::warning::x", "\u{1B}[1m\\::warning::x"), ("a ##[error]b", "a #\\#[error]b"),
        ("##vso[task.complete]", "#\\#vso[task.complete]"), ("###[group]", "##\\#[group]"),
    ]) func `what a CI system would obey is broken by a backslash`(line: String, disarmed: String) {
        #expect(WorkflowCommands.disarmedLine(line) == disarmed)
    }

    @Test(arguments: ["kmeans.swift:3:4: error: x", "a::b", "## heading", "## [1, 2]", ": : x", ""])
    func `other text stays as it is`(line: String) {
        #expect(WorkflowCommands.disarmedLine(line) == line)
        #expect(WorkflowCommands.disarmedJSON(line) == line)
    }

    @Test func `JSON reads back as the same text`() throws {
        let text = "x ##[error]y ##vso[z] ###[a"
        let json = try JSONText.encode([text])
        #expect(!json.contains("##[") && !json.contains("##vso["))
        #expect(try JSONDecoder().decode([String].self, from: Data(json.utf8)) == [text])
    }
}
