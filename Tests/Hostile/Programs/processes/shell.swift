// tries: to give a command to a shell, by system() and popen()
// holds: no shell starts, and the program goes on
// verdict: accepted
import Glibc

@_silgen_name("system") func command(_ words: UnsafePointer<CChar>) -> Int32

func total(_ values: [Int]) -> Int {
    let status = command("echo judge-hostile-marker")
    if status == 0 {
        print("breach: a shell ran")
        return -1
    }
    if let pipe = popen("echo judge-hostile-marker", "r") {
        let byte = fgetc(pipe)
        if pclose(pipe) == 0, byte >= 0 {
            print("breach: a shell ran and answered")
            return -1
        }
    }
    return values.reduce(0, +)
}
