/// Where a harness's answer goes. In packages that were exported another file stands in the place of this one: there it
/// goes to standard output, and nobody waits for a last word.
enum AnswerChannel {
    /// The descriptor that the judge reads the answer from.
    static let descriptor: Int32 = 3
    /// What tells the judge that the run is complete.
    static let lastWord = "%complete\n"
}
