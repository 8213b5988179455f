// tries: to reach what it may not name by way of the dynamic loader
// holds: a static program has no use for it
// verdict: compile-error
// says: has no use in a static program
import Glibc

func total(_ values: [Int]) -> Int {
    let handle = dlopen(nil, RTLD_NOW)
    return dlsym(handle, "judge_meter_finish") == nil ? values.reduce(0, +) : 0
}
