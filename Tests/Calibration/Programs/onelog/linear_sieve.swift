// what: Smallest prime factors up to n by Euler's sieve, weighted with the values.
// time: n
// space: n
// time-bound: n
// space-bound: n
// strict: true
// time-verdict: within
// space-verdict: within
// why: Every composite number is crossed out exactly once; factors and primes take order n.

func work(_ values: [Int]) -> Int {
    let limit = values.count
    var factor = [Int](repeating: 0, count: limit + 1)
    var primes: [Int] = []
    var weighted = 0
    for number in stride(from: 2, through: limit, by: 1) {
        if factor[number] == 0 {
            factor[number] = number
            primes.append(number)
        }
        for prime in primes {
            if prime > factor[number] || prime * number > limit { break }
            factor[prime * number] = prime
        }
        weighted = weighted &+ factor[number] &* values[number - 1]
    }
    return weighted
}
