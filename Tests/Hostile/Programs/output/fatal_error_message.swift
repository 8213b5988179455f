// tries: to crash with a message that spoofs a place, a workflow command and a verdict
// holds: the message is what the program printed, and the verdict is the judge's
// verdict: run-time-error
// says: the program trapped
func total(_ values: [Int]) -> Int {
    fatalError("\u{1B}[31m\n::error file=/etc/passwd::x\nverdict: accepted\n\u{202E}", file: "/etc/passwd", line: 1)
}
