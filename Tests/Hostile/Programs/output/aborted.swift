// tries: to abort with a message that steers terminals
// holds: the message is shown with its controls as numbers
// verdict: run-time-error
// says: the program aborted
import Glibc

func total(_ values: [Int]) -> Int {
    fputs("\u{1B}[2J\u{1B}[1Aaccepted\u{1B}]0;title\u{7}\n::error::judge-hostile-marker\n", stderr)
    abort()
}
