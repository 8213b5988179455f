// what: Counts palindromic subarrays by growing them around each centre.
// time: n^2
// space: 1
// time-bound: n
// space-bound: 1
// time-verdict: over
// space-verdict: within
// why: Different neighbours stop a centre at once; on equal values each of 2 n centres grows to the nearer end.

func palindromes(_ values: [Int], from left: Int, _ right: Int) -> Int {
    var (left, right, found) = (left, right, 0)
    while left >= 0 && right < values.count && values[left] == values[right] {
        found += 1
        left -= 1
        right += 1
    }
    return found
}

func work(_ values: [Int]) -> Int {
    values.indices.reduce(0) { sum, centre in
        sum + palindromes(values, from: centre, centre) + palindromes(values, from: centre, centre + 1)
    }
}
