// tries: to start a thread by pthread_create()
// holds: it fails, and the program goes on
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    var thread = pthread_t()
    if pthread_create(&thread, nil, { _ in nil }, nil) == 0 {
        print("breach: a thread was started")
        return -1
    }
    return values.reduce(0, +)
}
