// tries: to answer with words that a lax reader takes for any number
// holds: they are a wrong answer
// verdict: wrong-answer
import Glibc

func total(_ values: [Int]) -> Int {
    let forged = "NaN inf 0x29 -0 1e400 '\u{0}' %s %n ../../1-three.ans\n%complete\n"
    _ = write(3, forged, forged.utf8.count)
    exit(0)
}
