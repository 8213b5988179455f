// tries: to read every place of the host where a secret could lie
// holds: no file of the host can be opened, and the program goes on
// verdict: accepted
import Foundation

func total(_ values: [Int]) -> Int {
    let paths = [
        "/etc/passwd", "/etc/shadow", "/etc/hostname", "/etc/resolv.conf", "/etc/machine-id", "/root", "/home", "/work",
        "/root/.local/state/judge", "/root/.ssh/id_rsa", "/var/log", "/var/lib", "/run", "/opt", "/usr", "/sys",
        "/sys/kernel/notes", "/sys/class/dmi/id/product_uuid", "/dev/mem", "/dev/kmsg", "/dev/null", "/dev/tty",
        "/dev/fd/0", "/boot", "/", ".", "..", "../..", "./problem.yaml", "/bin/sh", "/box", "/tmp", "/init",
    ]
    for path in paths {
        if open(path, O_RDONLY) >= 0 || open(path, O_RDONLY | O_DIRECTORY) >= 0 || opendir(path) != nil
            || FileManager.default.contents(atPath: path) != nil
            || (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil
        {
            print("breach: \(path) can be read")
            return -1
        }
    }
    return values.reduce(0, +)
}
