// tries: to change the tree of files: mkdir, rmdir, rename, unlink, chmod, chown, truncate, mknod, mkfifo, utime
// holds: the calls are refused, and the program goes on
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    for folder in ["", "/", "/tmp/", "/dev/shm/"] {
        let path = folder + "judge-hostile-marker"
        let device = mknod(path, S_IFCHR | 0o600, 0x103)
        let results = [
            mkdir(path, 0o700), rename(path, path + "-2"), rmdir(path), unlink(path), chmod(path, 0o700),
            chown(path, getuid(), getgid()), truncate(path, 0), device, mkfifo(path, 0o600), utimes(path, nil),
        ]
        if results.contains(0) {
            print("breach: \(path) was changed: \(results)")
            return -1
        }
    }
    return values.reduce(0, +)
}
