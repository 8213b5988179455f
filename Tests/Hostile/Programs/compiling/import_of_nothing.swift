// tries: to import modules that do not exist, by names that look like paths and options
// holds: there are none, and nothing is looked up
// verdict: compile-error
// says: no such module
@_exported import Judge
@_implementationOnly import `/etc/passwd`
import struct JudgeCore.Verdict

func total(_ values: [Int]) -> Int {
    values.reduce(0, +)
}
