// tries: to look as if the judge had killed it for its memory or its time (SIGKILL)
// holds: no limit was passed, so none is named
// verdict: run-time-error
// says: the program
import Glibc

func total(_ values: [Int]) -> Int {
    kill(getpid(), SIGKILL)
    return 0
}
