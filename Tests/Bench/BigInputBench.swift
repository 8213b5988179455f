import Foundation
import Subprocess
import Support
import SystemPackage

/// The memory that `judge` holds while it grades a case with 100 MB of input, against one with a few bytes.
struct BigInputBench {
    let judge: String
    let folder: String

    func run() async throws {
        print("judge submit, peak memory of the judge itself")
        for (name, megabytes) in [("a few bytes of input", 0), ("100 MB of input", 100)] {
            let package = "\(folder)/big-\(megabytes)/count"
            try Self.writePackage(package, megabytes: megabytes)
            let arguments = [
                "submit", "\(package)/submissions/accepted/count.swift", "--challenge", "count", "--challenges",
                "\(folder)/big-\(megabytes)", "--state", "\(folder)/state", "--quiet",
            ]
            let peak = try await peakMemory(arguments)
            print(
                String(format: "  %@ %.1f MiB", name.padding(toLength: 24, withPad: " ", startingAt: 0), peak / 1048576)
            )
        }
    }

    /// Writes a challenge whose one case is an input of about so many megabytes, whose bytes are to be counted.
    static func writePackage(_ package: String, megabytes: Int) throws {
        try write(
            """
            problem_format_version: "2025-09"
            name: Count
            uuid: 2f6b1c0e-4f7e-4a53-9f5a-0b6f3c0a1d11
            limits: {time_limit: 10, memory: 1024}

            """, to: "\(package)/problem.yaml")
        try write("Count the bytes.\n", to: "\(package)/statement/problem.en.md")
        let program = """
            import Glibc
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            var total = 0
            while true {
                let count = read(0, &buffer, buffer.count)
                if count <= 0 { break }
                total += count
            }
            print(total)
            """
        try write(program, to: "\(package)/submissions/accepted/count.swift")
        try write("import Glibc\nexit(42)\n", to: "\(package)/input_validators/validate.swift")
        let line = String(repeating: "0123456789 ", count: 95_325) + "\n"
        var input = "1 2 3\n"
        for _ in 0..<megabytes { input += line }
        try write(input, to: "\(package)/data/secret/big/case.in")
        try write("\(input.utf8.count)\n", to: "\(package)/data/secret/big/case.ans")
    }

    private func peakMemory(_ arguments: [String]) async throws -> Double {
        let result = try await Subprocess.run(
            .path(FilePath(judge)), arguments: .init(arguments), input: .none, output: .discarded, error: .discarded
        ) { execution in
            // VmHWM only ever grows, so the last reading before the end is the peak but for the last moments.
            var peak = 0.0
            let file = "/proc/\(execution.processIdentifier.value)/status"
            while let status = try? String(contentsOfFile: file, encoding: .utf8),
                let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
            {
                peak = max(
                    peak, (Double(line.split(separator: " ")[1].trimmingCharacters(in: .whitespaces)) ?? 0) * 1024)
                try await Task.sleep(for: .milliseconds(5))
            }
            return peak
        }
        guard case .exited(0) = result.terminationStatus else { fatalError("the big case was not accepted") }
        return result.closureResult
    }
}
