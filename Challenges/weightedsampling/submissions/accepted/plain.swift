/// The plain reference: cumulative sums, then for each number a binary search for the first sum that is greater.
///
/// A number is at most 1 - 2^-53, and its product with the last sum is rounded to less than that sum. So the search always ends
/// at an item. Items of weight 0 have the sum of the item before, and are never the first.
///
/// Time n + q*log(n), space n + q.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    var sums: [Double] = []
    var total = 0.0
    for weight in weights {
        total += weight
        sums.append(total)
    }
    return uniforms.map { uniform in
        let target = uniform * total
        var low = 0
        var high = sums.count
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > target {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low
    }
}
