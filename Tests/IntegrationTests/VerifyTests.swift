import Foundation
import Support
import Testing

@Suite("judge verify")
struct VerifyTests {
    @Test(
        "finds that every packaged submission gets the verdict that its folder promises",
        arguments: ["kmeans", "linearregression"])
    func promises(slug: String) async throws {
        // The others are checked by `make verify`, which takes longer.
        let finished = try await judge(["verify", slug, "--strict", "--jobs", "2"])
        #expect(finished.status == 0, "\(finished.output) \(finished.errors)")
        #expect(finished.output.contains("ok  \(slug):"))
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
