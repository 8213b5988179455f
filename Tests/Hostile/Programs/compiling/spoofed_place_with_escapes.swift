// tries: to put terminal escapes and a false message into the name of an error's place
// holds: the place is in the submission, and the name is no more than words of the message
// verdict: compile-error
func total(_ values: [Int]) -> Int {
    #sourceLocation(file:"a.swift:1:1: error: judge-hostile-marker\u{1B}[2J",line:4_000_000_000)
    return "verdict: accepted"
    #sourceLocation()
}
