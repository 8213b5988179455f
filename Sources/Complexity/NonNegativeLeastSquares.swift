/// Least squares with coefficients that are not negative (Lawson and Hanson, *Solving Least Squares Problems*, 1974,
/// chapter 23).
enum NonNegativeLeastSquares {
    /// The coefficients x >= 0 for which the sum of squares of `columns * x - target` is least.
    ///
    /// - Parameter columns: p columns of m numbers each; `target` has m numbers.
    static func solve(_ columns: [[Double]], _ target: [Double]) -> [Double] {
        let scales = columns.map { column in
            let norm = dot(column, column).squareRoot()
            return norm > 0 ? 1 / norm : 0
        }
        let scaled = zip(columns, scales).map { column, scale in column.map { $0 * scale } }
        var solution = [Double](repeating: 0, count: columns.count)
        var active: [Int] = []
        // Each round adds a column or ends; more rounds than this happen only where rounding goes in circles.
        for _ in 0..<3 * columns.count {
            let residual = remainder(scaled, solution, target)
            let gains = scaled.indices.map { active.contains($0) ? 0 : dot(scaled[$0], residual) }
            guard let best = gains.indices.max(by: { gains[$0] < gains[$1] }),
                gains[best] > 1e-10 * dot(target, target).squareRoot()
            else { break }
            active.append(best)
            while true {
                let trial = least(active.map { scaled[$0] }, target)
                guard let worst = blocking(active, trial, solution) else {
                    for (place, index) in active.enumerated() { solution[index] = trial[place] }
                    break
                }
                for (place, index) in active.enumerated() {
                    solution[index] += worst.step * (trial[place] - solution[index])
                }
                solution[worst.index] = 0
                active.removeAll { $0 == worst.index }
            }
        }
        return zip(solution, scales).map { $0 * $1 }
    }

    /// The coefficient that becomes negative first on the way from `solution` to `trial`, and how far the way goes until
    /// then; `nil` where none does.
    private static func blocking(_ active: [Int], _ trial: [Double], _ solution: [Double]) -> (
        index: Int, step: Double
    )? {
        var worst: (index: Int, step: Double)?
        for (place, index) in active.enumerated() where trial[place] <= 0 {
            let down = solution[index] - trial[place]
            let step = down > 0 ? solution[index] / down : 0
            if step < worst?.step ?? .infinity { worst = (index, step) }
        }
        return worst
    }

    /// Plain least squares by modified Gram-Schmidt; a column that depends on others gets 0.
    private static func least(_ columns: [[Double]], _ target: [Double]) -> [Double] {
        var basis: [[Double]] = []
        var triangle = [[Double]](repeating: [], count: columns.count)
        var residual = target
        var heights: [Double] = []
        for (index, column) in columns.enumerated() {
            var rest = column
            for (place, direction) in basis.enumerated() {
                let along = dot(direction, rest)
                triangle[place].append(along)
                for row in rest.indices { rest[row] -= along * direction[row] }
            }
            let norm = dot(rest, rest).squareRoot()
            let direction = norm > 1e-9 ? rest.map { $0 / norm } : [Double](repeating: 0, count: rest.count)
            basis.append(direction)
            triangle[index].append(norm > 1e-9 ? norm : 1)
            let height = dot(direction, residual)
            heights.append(height)
            for row in residual.indices { residual[row] -= height * direction[row] }
        }
        // triangle[i] holds row i from the diagonal on.
        var solution = [Double](repeating: 0, count: columns.count)
        for index in columns.indices.reversed() {
            var value = heights[index]
            for later in columns.indices where later > index {
                value -= triangle[index][later - index] * solution[later]
            }
            solution[index] = value / triangle[index][0]
        }
        return solution
    }

    private static func remainder(_ columns: [[Double]], _ solution: [Double], _ target: [Double]) -> [Double] {
        var rest = target
        for (column, factor) in zip(columns, solution) where factor != 0 {
            for row in rest.indices { rest[row] -= factor * column[row] }
        }
        return rest
    }

    private static func dot(_ left: [Double], _ right: [Double]) -> Double {
        zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
