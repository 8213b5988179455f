/// Optimised: the sums before each item, and a search by halving steps without branches for the last start that is at most the target.
/// An item of weight 0 starts where the next one does, so it is never the last; those at the end start above all targets.
func drawWeighted(weights: [Double], uniforms: [Double]) -> [Int] {
    let starts = [Double](unsafeUninitializedCapacity: weights.count + 1) { buffer, count in
        buffer[0] = 0
        for (index, weight) in weights.enumerated() { buffer[index + 1] = buffer[index] + weight }
        count = weights.count + 1
    }
    let total = starts[weights.count]
    return starts.withUnsafeBufferPointer { starts in
        uniforms.map { uniform in
            let target = uniform * total
            var base = 0
            var size = weights.count
            while size > 1 {
                let half = size / 2
                base = starts[base + half] <= target ? base + half : base
                size -= half
            }
            return base
        }
    }
}
