import Foundation
import Support
import Testing

/// Everything that people get wrong is answered with one sentence and the right exit code, and nothing is lost.
@Suite("Bad input")
struct BadInputTests {
    private static let solution = Checkout.challenge("kmeans/submissions/accepted/plain.swift")

    /// Runs `judge submit FILE --challenge kmeans` and expects status 64 and one line holding each of `words`.
    private func refuse(_ file: String, _ words: String..., directory: String? = nil) async throws {
        let finished = try await judge(["submit", file, "--challenge", "kmeans"], directory: directory)
        #expect(finished.status == 64, "\(finished.errors)")
        #expect(finished.output.isEmpty)
        let lines = finished.errors.split(separator: "\n")
        #expect(lines.count == 1, "\(finished.errors)")
        for word in words { #expect(finished.errors.contains(word), "\(finished.errors)") }
    }

    @Test("a file that is not there")
    func missing() async throws { try await refuse("/nowhere/kmeans.swift", "/nowhere/kmeans.swift", "No such file") }

    @Test("an empty file")
    func empty() async throws {
        try await withFolder { folder in
            try write("", to: "\(folder)/kmeans.swift")
            try await refuse("kmeans.swift", "empty", "judge start", directory: folder)
        }
    }

    @Test("a file over the package's limit")
    func oversized() async throws {
        try await withFolder { folder in
            try write(String(repeating: "/", count: 129 << 10), to: "\(folder)/kmeans.swift")
            try await refuse("kmeans.swift", "larger than 128 KiB", directory: folder)
        }
    }

    @Test("bytes that are no text, with the line they are on")
    func notText() async throws {
        try await withFolder { folder in
            let url = URL(fileURLWithPath: "\(folder)/kmeans.swift")
            try Data([0x61, 0x0A, 0x62, 0xFF, 0x0A]).write(to: url)
            try await refuse("kmeans.swift", "line 2", "UTF-8", directory: folder)
            try Data([0x61, 0x0A, 0x0A, 0x00]).write(to: url)
            try await refuse("kmeans.swift", "line 3", "NUL", directory: folder)
        }
    }

    @Test("a folder, a pipe, a device")
    func notFiles() async throws {
        try await withFolder { folder in
            try await refuse(folder, "is a folder")
            #expect(mkfifo("\(folder)/kmeans.swift", 0o600) == 0)
            try await refuse("kmeans.swift", "is a pipe", directory: folder)
            try await refuse("/dev/zero", "is a device")
        }
    }

    @Test("a link that leads elsewhere, while one within the folder is fine")
    func links() async throws {
        try await withFolder { folder in
            let manager = FileManager.default
            try manager.createSymbolicLink(atPath: "\(folder)/kmeans.swift", withDestinationPath: "/etc/passwd")
            try await refuse("kmeans.swift", "is a link to /etc/passwd", directory: folder)
            try manager.removeItem(atPath: "\(folder)/kmeans.swift")
            try manager.copyItem(atPath: Self.solution, toPath: "\(folder)/solution.swift")
            try manager.createSymbolicLink(atPath: "\(folder)/kmeans.swift", withDestinationPath: "solution.swift")
            let finished = try await judge(["test", "kmeans.swift"], directory: folder)
            #expect(finished.status == 0, "\(finished.errors)")
            try manager.removeItem(atPath: "\(folder)/kmeans.swift")
            try manager.createSymbolicLink(atPath: "\(folder)/kmeans.swift", withDestinationPath: "kmeans.swift")
            try await refuse("kmeans.swift", "kmeans.swift", directory: folder)
        }
    }

    @Test("an unknown challenge suggests the nearest, and a file that is named after none asks for one")
    func unknownChallenge() async throws {
        let unknown = try await judge(["submit", Self.solution, "--challenge", "kmean"])
        #expect(unknown.status == 64 && unknown.errors.contains("did you mean 'kmeans'?"), "\(unknown.errors)")
        let unnamed = try await judge(["submit", Self.solution])
        #expect(unnamed.status == 64 && unnamed.errors.contains("--challenge ID"), "\(unnamed.errors)")
        let shown = try await judge(["show", "k-mean"])
        #expect(shown.status == 64 && shown.errors.contains("did you mean 'kmeans'?"), "\(shown.errors)")
    }

    @Test(
        "wrong usage ends with 64",
        arguments: [
            ["submit"], ["submit", "a.swift", "b.swift"], ["frobnicate"], ["list", "--format", "xml"],
            ["verify", "--jobs", "0"],
            ["submit", "x.swift", "--sandbox", "weak"], ["submit", "x.swift", "--report", "json"],
            ["submit", "x.swift", "--report", "json=-", "--report", "text=-"],
        ])
    func usage(arguments: [String]) async throws {
        let finished = try await judge(arguments)
        #expect(finished.status == 64, "\(finished.errors)")
        #expect(!finished.errors.isEmpty && finished.output.isEmpty)
    }

    @Test("a broken package names file, line and key, and does not hide the others")
    func brokenPackage() async throws {
        try await withFolder { folder in
            let manager = FileManager.default
            try manager.copyItem(atPath: Checkout.challenge("kmeans"), toPath: "\(folder)/kmeans")
            try manager.copyItem(atPath: Checkout.challenge("knn"), toPath: "\(folder)/knn")
            let yaml = "\(folder)/knn/problem.yaml"
            let text = try String(contentsOfFile: yaml, encoding: .utf8)
            try write(text.replacingOccurrences(of: "limits:", with: "limmits:"), to: yaml)
            let finished = try await judge(["submit", Self.solution, "--challenge", "knn", "--challenges", folder])
            #expect(finished.status == 64)
            #expect(finished.errors.contains("knn/problem.yaml:"))
            #expect(finished.errors.contains("limmits") && finished.errors.contains("did you mean 'limits'?"))
            let list = try await judge(["list", "--challenges", folder])
            #expect(list.status == 0 && list.output.contains("kmeans") && list.errors.contains("limmits"))
        }
    }

    @Test("a validator that does not compile is the judge's error, never the submission's")
    func brokenValidator() async throws {
        try await withFolder { folder in
            try FileManager.default.copyItem(atPath: Checkout.challenge("kmeans"), toPath: "\(folder)/kmeans")
            let source = "\(folder)/kmeans/output_validator/validate.swift"
            try write("import ChallengeKit\nlet x: Int = \"no\"\n", to: source)
            let finished = try await judge(["submit", Self.solution, "--challenge", "kmeans", "--challenges", folder])
            #expect(finished.status == 70 && finished.output.isEmpty)
            #expect(finished.errors.contains("kmeans/output_validator") && finished.errors.contains("does not compile"))
        }
    }

    @Test("a state folder that cannot be written, a report that cannot be written")
    func unwritable() async throws {
        let state = try await judge(["submit", Self.solution, "--challenge", "kmeans", "--state", "/proc/judge"])
        #expect(state.status == 64 && state.errors.contains("--state"), "\(state.errors)")
        let output = try await judge(
            ["submit", Self.solution, "--challenge", "kmeans", "--output", "/nowhere/report.txt"])
        #expect(output.status == 64 && output.errors.contains("/nowhere/report.txt"), "\(output.errors)")
    }

    @Test("no swiftc, no bubblewrap: 69, and what to do")
    func missingTools() async throws {
        try await withFolder { folder in
            let arguments = ["submit", Self.solution, "--challenge", "kmeans", "--state", "\(folder)/state"]
            let noSwift = try await judge(arguments, environment: ["PATH": "/nowhere"])
            #expect(noSwift.status == 69 && noSwift.errors.contains("no swiftc in PATH"), "\(noSwift.errors)")
            let swiftc = try await execute("/bin/sh", ["-c", "command -v swiftc"]).output
                .trimmingCharacters(in: .whitespacesAndNewlines)
            let noWalls = try await judge(arguments, environment: ["PATH": "/nowhere", "JUDGE_SWIFTC": swiftc])
            #expect(noWalls.status == 69 && noWalls.errors.contains("bubblewrap"), "\(noWalls.errors)")
        }
    }

    @Test("a full disk is said so, and the next run on a good one works")
    func fullDisk() async throws {
        try await withFolder { folder in
            // A file system of 3 MB, in a namespace of the test's own: the compiled program does not fit.
            let inner = [
                "--bind", "/", "/", "--dev-bind", "/dev", "/dev", "--size", "3000000", "--tmpfs", folder,
                Checkout.judge, "submit", Self.solution, "--challenge", "kmeans", "--state", "\(folder)/state",
            ]
            let full = try await execute("/usr/bin/bwrap", inner)
            #expect(full.status == 69, "\(full.errors)")
            #expect(full.errors.contains("No space left on device"), "\(full.errors)")
        }
    }

    @Test("judge start never overwrites")
    func start() async throws {
        try await withFolder { folder in
            #expect(try await judge(["start", "kmeans", folder]).status == 0)
            try write("mine", to: "\(folder)/kmeans.swift")
            let again = try await judge(["start", "kmeans", folder])
            #expect(again.status == 64 && again.errors.contains("already there"))
            #expect(try String(contentsOfFile: "\(folder)/kmeans.swift", encoding: .utf8) == "mine")
        }
    }

    @Test("without a sandbox only when asked for, and then the report says so")
    func noSandbox() async throws {
        let arguments = ["test", Self.solution, "--challenge", "kmeans", "--sandbox", "none", "--format", "json"]
        let finished = try await judge(arguments)
        #expect(finished.status == 0, "\(finished.errors)")
        #expect((try report(finished)["sandbox"] as? [String: Any])?["level"] as? String == "none")
    }
}
