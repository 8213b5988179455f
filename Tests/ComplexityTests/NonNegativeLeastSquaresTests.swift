import Testing

@testable import Complexity

@Suite("Least squares with coefficients that are not negative")
struct NonNegativeLeastSquaresTests {
    private func expect(
        _ found: [Double], _ expected: [Double], within tolerance: Double = 1e-9,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(found.count == expected.count, sourceLocation: sourceLocation)
        for (one, other) in zip(found, expected) {
            #expect(abs(one - other) <= tolerance * max(1, abs(other)), "\(found)", sourceLocation: sourceLocation)
        }
    }

    @Test("find what an exact sum is made of")
    func exact() {
        let xs = [1.0, 2, 3, 4, 5]
        let columns = [xs.map { _ in 1.0 }, xs, xs.map { $0 * $0 }]
        expect(NonNegativeLeastSquares.solve(columns, xs.map { 2 + 3 * $0 + 0.5 * $0 * $0 }), [2, 3, 0.5])
        expect(NonNegativeLeastSquares.solve(columns, xs.map { 7 * $0 * $0 }), [0, 0, 7])
        expect(NonNegativeLeastSquares.solve(columns, xs.map { _ in 4 }), [4, 0, 0])
    }

    @Test("leave out a column whose coefficient would be negative, and fit the others without it")
    func negative() {
        // 3 - x on 1, 2, 3: the best constant is the mean.
        expect(NonNegativeLeastSquares.solve([[1, 1, 1], [1, 2, 3]], [2, 1, 0]), [1, 0])
        expect(NonNegativeLeastSquares.solve([[1, 1, 1]], [-1, -2, -3]), [0])
        expect(NonNegativeLeastSquares.solve([[1, 0], [0, 1]], [5, -5]), [5, 0])
        // The example of MATLAB's lsqnonneg, to the digits that it is documented with.
        let found = NonNegativeLeastSquares.solve(
            [[0.0372, 0.6861, 0.6233, 0.6344], [0.2868, 0.7071, 0.6245, 0.6170]], [0.8587, 0.1781, 0.0747, 0.8405])
        expect(found, [0, 0.6929], within: 5e-5)
    }

    @Test("take a column back out when a later one makes it negative")
    func backOut() {
        // The third column alone is the target; the first looks best at the start.
        let columns = [[1.0, 1, 1, 0], [0, 0, 0, 1], [3.0, 2, 1, -1]]
        let target = [3.0, 2, 1, -1]
        expect(NonNegativeLeastSquares.solve(columns, target), [0, 0, 1])
    }

    @Test("share a sum among equal columns, and give nothing to an empty one")
    func dependent() {
        let found = NonNegativeLeastSquares.solve([[1, 2, 3], [1, 2, 3], [0, 0, 0]], [2, 4, 6])
        #expect(abs(found[0] + found[1] - 2) < 1e-9 && found[2] == 0 && found.allSatisfy { $0 >= 0 })
        #expect(NonNegativeLeastSquares.solve([[1, 2], [2, 4]], [0, 0]) == [0, 0])
        #expect(NonNegativeLeastSquares.solve([], [1, 2]) == [])
        #expect(NonNegativeLeastSquares.solve([[0, 0]], [1, 2]) == [0])
    }

    @Test("do not mind columns of very different size")
    func scales() {
        let xs = (0..<8).map { Double(256 << $0) }
        let columns = [xs.map { _ in 1.0 }, xs, xs.map { $0 * $0 * $0 }]
        let found = NonNegativeLeastSquares.solve(columns, xs.map { 5e9 + 3e6 * $0 + 2 * $0 * $0 * $0 })
        expect(found, [5e9, 3e6, 2], within: 1e-3)
    }

    @Test("meet the conditions of a least sum: no coefficient could change for the better")
    func optimal() {
        var state: UInt64 = 11
        func draw() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53) * 2 - 1
        }
        for round in 0..<500 {
            let rows = 3 + round % 7
            let columns = (0..<1 + round % 6).map { _ in (0..<rows).map { _ in draw() } }
            let target = (0..<rows).map { _ in draw() }
            let found = NonNegativeLeastSquares.solve(columns, target)
            let rest = target.indices.map { row in target[row] - zip(columns, found).reduce(0) { $0 + $1.0[row] * $1.1 }
            }
            for (column, coefficient) in zip(columns, found) {
                let gain = zip(column, rest).reduce(0) { $0 + $1.0 * $1.1 }
                #expect(coefficient >= 0 && gain < 1e-7, "round \(round)")
                #expect(coefficient == 0 || abs(gain) < 1e-7, "round \(round)")
            }
        }
    }
}
