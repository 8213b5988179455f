import Foundation
import Support

/// `judge list` with 1,000 packages, against `judge list` with one.
struct ListBench {
    let judge: String
    let folder: String

    func run() async throws {
        let many = "\(folder)/many"
        let one = "\(folder)/one"
        let yaml = try String(contentsOfFile: Checkout.challenge("kmeans/problem.yaml"), encoding: .utf8)
        for index in 0..<1000 { try write(yaml, to: "\(many)/challenge-\(index)/problem.yaml") }
        try write(yaml, to: "\(one)/challenge/problem.yaml")
        var thousand: [Double] = []
        var single: [Double] = []
        for _ in 0..<5 {
            thousand.append(try await Bench.seconds { _ = try await execute(judge, ["list", "--challenges", many]) })
            single.append(try await Bench.seconds { _ = try await execute(judge, ["list", "--challenges", one]) })
        }
        print("judge list, 5 rounds in turn")
        Bench.line("1,000 packages", thousand, unit: "s")
        Bench.line("1 package", single, unit: "s")
    }
}
