// tries: to add options to the linker's command line by names and comments
// holds: they are names and comments
// verdict: accepted or compile-error
// swift-tools-version: 6.0
// -lc -Xlinker --defsym=judge_meter=0
// import Foundation -l/etc/passwd

@inline(never) func `-rpath`(_ value: Int) -> Int { value }
@inline(never) func `--wrap=write @/etc/passwd`(_ value: Int) -> Int { value }

func total(_ values: [Int]) -> Int {
    `-rpath`(`--wrap=write @/etc/passwd`(values.reduce(0, +)))
}
