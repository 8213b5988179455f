import Foundation
import Support
import Testing

@Suite("judge verify")
struct VerifyTests {
    @Test("finds that every packaged submission gets the verdict that its folder promises")
    func promises() async throws {
        // The others are checked by `make verify`, which takes longer.
        let finished = try await judge(["verify", "kmeans", "--strict", "--jobs", "2"])
        #expect(finished.status == 0, "\(finished.output) \(finished.errors)")
        #expect(finished.output.contains("ok  kmeans:"))
    }

    @Test("a generator that fails at one size is named, and everything else is checked still")
    func failing() async throws {
        try await withFolder { folder in
            _ = try await judge(["new", "mixed", "--challenges", folder])
            for name in ["complexity_exceeded", "accepted/running_mean.swift", "submissions.yaml"] {
                try FileManager.default.removeItem(atPath: "\(folder)/mixed/submissions/\(name)")
            }
            let generator = "\(folder)/mixed/generators/generator.swift"
            let text = try String(contentsOfFile: generator, encoding: .utf8)
            try write(
                text.replacing("var random", with: "precondition(n < 1100 || n == 4000)\nvar random"), to: generator)
            let finished = try await judge(["verify", "mixed", "--challenges", folder])
            #expect(finished.status == 1, "\(finished)")
            let broken = finished.output.split(separator: "\n").filter { $0.hasPrefix("broken  mixed/") }
            #expect(broken.count == 1, "\(finished.output)")
            #expect(
                broken.first?.contains("running_sum.swift: ") == true, "\(broken)")
            #expect(broken.first?.contains("the generator ended") == true)
            #expect(finished.output.contains("3 wrong-answer"), "\(finished.output)")
        }
    }

    @Test("ends with 1 and names each submission whose verdict is not the promised one")
    func broken() async throws {
        try await withFolder { folder in
            let manager = FileManager.default
            try manager.copyItem(atPath: Checkout.challenge("kmeans"), toPath: "\(folder)/kmeans")
            let submissions = "\(folder)/kmeans/submissions"
            for name in try manager.contentsOfDirectory(atPath: "\(submissions)/wrong_answer").sorted().dropFirst(1) {
                try manager.removeItem(atPath: "\(submissions)/wrong_answer/\(name)")
            }
            // What is promised of growth and limits is the other test's.
            for folder in ["time_limit_exceeded", "run_time_error", "complexity_exceeded"] {
                try? manager.removeItem(atPath: "\(submissions)/\(folder)")
            }
            try manager.removeItem(atPath: "\(folder)/kmeans/complexity.yaml")
            try? manager.removeItem(atPath: "\(submissions)/submissions.yaml")
            try manager.copyItem(
                atPath: "\(submissions)/accepted/plain.swift", toPath: "\(submissions)/wrong_answer/not_wrong.swift")
            let finished = try await judge(["verify", "kmeans", "--challenges", folder, "--jobs", "2"])
            #expect(finished.status == 1, "\(finished.errors)")
            #expect(finished.output.contains("kmeans/submissions/wrong_answer/not_wrong.swift"))
            #expect(!finished.output.contains("submissions/accepted"))
        }
    }
}
