/// Commands that CI systems look for in what a job prints: `::error …::` where a line begins, `##[error]` and `##vso[…]`
/// and `##teamcity[…]` anywhere. A submission must not be able to give one.
enum WorkflowCommands {
    /// A line of text in which nothing is a command: a backslash stands before or within what would be.
    static func disarmedLine(_ line: String) -> String {
        guard line.contains("::") || line.contains("##") else { return line }
        // Blanks do not count, nor do the colours that a terminal is told.
        let text = line.replacing(/^((?:\s|\u{1B}\[[0-9;]*m)*)::/) { "\($0.1)\\::" }
        return text.replacing(/##(?=[A-Za-z]*\[)/, with: "#\\#")
    }

    /// JSON that reads back as the same, in which nothing is a command. Its lines never begin with a string's content.
    static func disarmedJSON(_ text: String) -> String {
        guard text.contains("##") else { return text }
        return text.replacing(/##(?=[A-Za-z]*\[)/, with: "#\\u0023")
    }
}
