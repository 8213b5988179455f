/// Draws items with replacement, each with a probability that is proportional to its weight.
///
/// With S the sum of all weights, the number u draws the first item for which the sum of all weights up to its own is
/// greater than u * S.
///
/// - Parameters:
///   - weights: `n >= 1` numbers, 0 or more; at least one of them is above 0.
///   - uniforms: `q >= 0` numbers from 0 to below 1.
/// - Returns: for each number of `uniforms` the index of the item that it draws.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    // Your code here.
    return []
}
