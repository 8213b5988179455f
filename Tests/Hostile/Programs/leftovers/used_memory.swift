// tries: to find in fresh memory what an earlier case or another program has left there
// holds: all fresh memory is zero
// verdict: accepted
import Glibc

func total(_ values: [Int]) -> Int {
    let count = 4 << 20
    let place = mmap(nil, count * 8, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let place, place != MAP_FAILED else { return -1 }
    let words = UnsafeMutableBufferPointer(start: place.assumingMemoryBound(to: Int.self), count: count)
    for index in words.indices where words[index] != 0 {
        print("breach: \(words[index]) is left at \(index)")
        return -1
    }
    words.update(repeating: 0x6A75_6467)
    return values.reduce(0, +)
}
