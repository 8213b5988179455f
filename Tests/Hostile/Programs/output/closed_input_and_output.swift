// tries: to close all descriptors but the result's, and those that it was never given
// holds: the answer arrives none the less
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    for descriptor: Int32 in 0...1023 where descriptor != 3 { close(descriptor) }
    return values.reduce(0, +)
}
