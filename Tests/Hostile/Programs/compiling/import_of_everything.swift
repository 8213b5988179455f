// tries: to hand modules of its own on to the harness (@_exported, @_implementationOnly)
// holds: the harness sees more names and means the same
// verdict: accepted or compile-error
@_exported import Foundation
@_exported import Glibc
@_implementationOnly import Synchronization

func total(_ values: [Int]) -> Int {
    values.reduce(0, +)
}
