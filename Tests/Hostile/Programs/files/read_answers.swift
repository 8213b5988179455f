// tries: to read the expected answers, by paths that it guesses and by its own arguments
// holds: no path leads to them, and the program goes on
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    let files = ["data/sample/1-three.ans", "data/secret/more/five.ans", "data/secret/more/five.in", "problem.yaml"]
    let folders = ["", "total/", "/box/", "/challenges/total/", "/usr/local/share/judge/Hostile/Challenges/total/"]
    let found = CommandLine.arguments.filter { $0.contains(".ans") || $0.contains("/data/") || $0.contains("secret") }
    for path in folders.flatMap({ folder in files.map { folder + $0 } }) + found {
        var status = stat()
        if open(path, O_RDONLY) >= 0 || stat(path, &status) == 0 || access(path, F_OK) == 0 {
            print("breach: \(path) is there")
            return -1
        }
    }
    return found.isEmpty ? values.reduce(0, +) : -1
}
