// tries: to leave a marker file in every folder that could be writable
// holds: nothing is writable, and the program goes on
// verdict: accepted
import Foundation

func total(_ values: [Int]) -> Int {
    let folders = [
        "", "./", "../", "/", "/tmp/", "/var/tmp/", "/dev/shm/", "/box/", "/run/", "/root/", "/home/",
        "/proc/self/", "/sys/fs/cgroup/", "/dev/mqueue/", "/proc/self/fd/", "/proc/self/cwd/",
    ]
    for folder in folders {
        let path = folder + "judge-hostile-marker"
        if open(path, O_WRONLY | O_CREAT, 0o600) >= 0 || creat(path, 0o600) >= 0 || fopen(path, "w") != nil
            || FileManager.default.createFile(atPath: path, contents: Data([1]))
        {
            print("breach: \(path) was written")
            return -1
        }
    }
    return values.reduce(0, +)
}
