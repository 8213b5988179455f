// tries: to make sockets of every family and type, alone and in pairs
// holds: no socket is to be had, and the program goes on
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    for family in Int32(0)..<48 {
        for type in Int32(1)...6 {
            var pair: [Int32] = [0, 0]
            if socket(family, type, 0) >= 0 || socketpair(family, type, 0, &pair) == 0 {
                print("breach: a socket of family \(family) and type \(type)")
                return -1
            }
        }
    }
    return values.reduce(0, +)
}
