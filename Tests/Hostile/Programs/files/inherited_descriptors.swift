// tries: to find descriptors that it was not meant to have, from 0 to 4095
// holds: only 0 to 3 are open, and all are pipes
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    for descriptor in Int32(0)..<4096 where fcntl(descriptor, F_GETFD) >= 0 {
        var status = stat()
        // Where it may not be looked at, a pipe is still what cannot be sought in.
        let isPipe =
            fstat(descriptor, &status) == 0
            ? status.st_mode & S_IFMT == S_IFIFO : lseek(descriptor, 0, SEEK_CUR) < 0 && errno == ESPIPE
        if descriptor > 3 || !isPipe {
            print("breach: descriptor \(descriptor) is open, mode \(String(status.st_mode, radix: 8))")
            return -1
        }
    }
    return values.reduce(0, +)
}
