import Foundation
import Support
import Testing

/// `judge export`: what it writes works where nothing of this judge is.
@Suite("judge export", .serialized)
struct ExportTests {
    /// Runs a command line in `folder`.
    private func shell(_ line: String, in folder: String) async throws -> Finished {
        try await execute("/bin/sh", ["-c", line], directory: folder)
    }

    @Test("builds by its own scripts, answers on standard output, and its validators judge its data")
    func alone() async throws {
        try await withFolder { folder in
            let exported = try await judge(["export", "knn", folder])
            #expect(exported.status == 0 && exported.output.contains("knn"), "\(exported.errors)")
            let package = "\(folder)/knn"
            let problem = try String(contentsOfFile: "\(package)/problem.yaml", encoding: .utf8)
            #expect(problem.hasPrefix("problem_format_version: 2023-07-draft\n"))
            #expect(!FileManager.default.fileExists(atPath: "\(package)/submissions/complexity_exceeded"))
            for validator in ["input_validators/validate", "output_validator/validate"] {
                let built = try await shell("./build && test -x run", in: "\(package)/\(validator)")
                #expect(built.status == 0, "\(built.errors)")
            }
            let compiled = try await shell(
                "swiftc -O -o ../solution include/swift/*.swift $(ls submissions/accepted/*.swift | head -1)",
                in: package)
            #expect(compiled.status == 0, "\(compiled.errors)")
            let judged = try await shell(
                """
                for input in $(find data/secret -name '*.in' | sort); do
                  input_validators/validate/run <$input; [ $? = 42 ] || echo "refused: $input"
                  ../solution <$input >../answer; mkdir -p ../feedback
                  output_validator/validate/run $input ${input%.in}.ans ../feedback <../answer
                  [ $? = 42 ] || echo "wrong: $input"
                  : >../answer; output_validator/validate/run $input ${input%.in}.ans ../feedback <../answer
                  [ $? = 43 ] || echo "nothing is accepted: $input"; echo done
                done
                """, in: package)
            let lines = Set(judged.output.split(separator: "\n"))
            #expect(lines == ["done"], "\(judged.output) \(judged.errors)")
            let again = try await judge(["export", "knn", folder])
            #expect(again.status == 64 && again.errors.contains("is already there"))
        }
    }

    @Test("hidden data are drawn anew each time, so that they give nothing away")
    func drawn() async throws {
        try await withFolder { folder in
            for name in ["one", "two"] { #expect(try await judge(["export", "knn", "\(folder)/\(name)"]).status == 0) }
            let differing = try await shell(
                "diff -rq one two | wc -l; diff -rq one/knn/data/sample two/knn/data/sample", in: folder)
            let count = try #require(Int(differing.output.trimmingCharacters(in: .whitespacesAndNewlines)))
            #expect(count > 10)
        }
    }

    @Test("what the format has no words for is refused", arguments: ["quizbasics"])
    func refused(slug: String) async throws {
        let finished = try await judge(["export", slug])
        #expect(finished.status == 64 && finished.errors.contains("cannot be exported"), "\(finished.errors)")
    }
}
