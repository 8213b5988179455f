// tries: to have the compiler read a file of the host
// holds: there is no such literal here, and the file is not read
// verdict: compile-error
func total(_ values: [Int]) -> Int {
    let text: String = #fileLiteral(resourceName: "/etc/passwd")
    return text.isEmpty ? 0 : values.reduce(0, +)
}
