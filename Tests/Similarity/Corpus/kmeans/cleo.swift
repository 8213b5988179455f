func kMeans(points: [[Double]], initialCentroids: [[Double]], iterations: Int) -> (centroids: [[Double]], labels: [Int])
{
    let n = points.count
    let k = initialCentroids.count
    let d = points[0].count
    var c = initialCentroids
    var l = Array(repeating: 0, count: n)
    var step = 0
    repeat {
        // assign
        for i in 0..<n {
            var bestSoFar = Double.greatestFiniteMagnitude
            for j in 0..<k {
                var s = 0.0
                var m = 0
                while m < d {
                    s += (points[i][m] - c[j][m]) * (points[i][m] - c[j][m])
                    m += 1
                }
                if s < bestSoFar {
                    bestSoFar = s
                    l[i] = j
                }
            }
        }
        if step == iterations { break }
        // update
        var acc = [Double](repeating: 0, count: k * d)
        var cnt = [Int](repeating: 0, count: k)
        for i in 0..<n {
            cnt[l[i]] += 1
            for m in 0..<d { acc[l[i] * d + m] += points[i][m] }
        }
        for j in 0..<k {
            guard cnt[j] != 0 else { continue }
            for m in 0..<d {
                c[j][m] = acc[j * d + m] / Double(cnt[j])
            }
        }
        step += 1
    } while true
    return (c, l)
}
