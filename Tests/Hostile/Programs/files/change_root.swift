// tries: to move to another root or another folder: chroot, chdir, fchdir, with the ways out of a chroot
// holds: the calls are refused, and the program goes on
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    let roots = ["/", ".", "..", "/proc/1/root"].map { (path: String) in chroot(path) }
    let folders = ["/", ".", "..", "/tmp", "/proc/1/cwd"].map { (path: String) in chdir(path) }
    let descriptors = (Int32(0)..<16).map { fchdir($0) }
    if (roots + folders + descriptors).contains(0) {
        print("breach: roots \(roots), folders \(folders), descriptors \(descriptors)")
        return -1
    }
    return values.reduce(0, +)
}
