// what: The Burrows-Wheeler transform by sorting an array of all rotations.
// time: n^2
// space: n^2
// time-bound: n * log(n)
// space-bound: n
// time-verdict: over
// space-verdict: over
// why: n rotations of n letters are made and held; a comparison walks to the end only for equal values, where about n comparisons suffice.

func work(_ values: [Int]) -> Int {
    let letters = values.map { UInt16($0 % 251) }
    var rotations = letters.indices.map { Array(letters[$0...] + letters[..<$0]) }
    rotations.sort { $0.lexicographicallyPrecedes($1) }
    var hash = 0
    for rotation in rotations {
        hash = (hash &* 31) ^ Int(rotation[rotation.count - 1])
    }
    return hash
}
