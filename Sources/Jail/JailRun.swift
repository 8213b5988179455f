import JudgeCore

/// One program to run in a jail: what it gets, where its output goes, and its limits. Host paths are absolute.
package struct JailRun: Sendable {
    /// Where the answer of a program goes.
    package struct Result: Sendable, Equatable {
        /// The host file that is written.
        package var path: String
        /// The program's descriptor that is its answer: 3, or 1 for programs that answer on standard output.
        package var channel: Int
        /// Bytes at most; more ends the run as ``JailOutcome/Ending/resultLimit``.
        package var limit: Int

        /// An answer on `channel`, written to `path`.
        package init(path: String, channel: Int, limit: Int) {
            self.path = path
            self.channel = channel
            self.limit = limit
        }
    }

    /// What is run.
    enum Executable: Sendable {
        case loaded(String)
        case path(String)
    }

    let executable: Executable
    /// Arguments after the program's name.
    package var arguments: [String] = []
    /// The whole environment; nothing is inherited.
    package var environment: [String: String] = [:]
    /// Absolute path in the jail; the work folder, or the root, where it is `nil`.
    package var workingDirectory: String?
    /// Host file that is standard input; empty input where it is `nil`.
    package var standardInput: String?
    /// The answer, where the program gives one.
    package var result: Result?
    /// Host file for the first 64 KiB of standard output; `nil` throws it away.
    package var outputPath: String?
    /// Host file for the first 64 KiB of standard error; `nil` throws it away.
    package var errorPath: String?
    /// Bytes of output and error together, beyond which the run ends as ``JailOutcome/Ending/outputLimit``.
    package var outputLimit: Int?
    /// CPU seconds, user and system, of all its processes.
    package var cpuSeconds: Double = 10
    /// Wall-clock seconds.
    package var wallSeconds: Double = 20
    /// Bytes of memory; at most the jail's.
    package var memoryBytes: Int?
    /// Bytes of the main thread's stack.
    package var stackBytes = 64 << 20
    /// Open descriptors at once; the jail's default where it is `nil`.
    package var openFiles: Int?
    /// Largest file that it may write, in bytes.
    package var fileSizeBytes: Int?
    /// The first bytes, at most 256, of a page of memory that the program gets as descriptor 4 and that
    /// ``JailOutcome/meter`` gives back after the run; `nil` for programs that do not count.
    package var meter: [UInt8]?

    /// A run of an executable that was loaded under a name with ``Jail/load(program:from:)``.
    package init(program: String) {
        executable = .loaded(program)
    }

    /// A run of an executable at an absolute path in the jail.
    package init(path: String) {
        executable = .path(path)
    }

    /// The request line, without its end.
    func line(id: String) -> String {
        var words = ["run", id]
        func add(_ key: String, _ value: String?) {
            if let value { words.append("\(key)=\(value.percentEncoded)") }
        }
        func add(_ key: String, _ value: Int?) {
            add(key, value.map(String.init))
        }
        switch executable {
        case .loaded(let name): add("program", name)
        case .path(let path): add("path", path)
        }
        for argument in arguments { add("arg", argument) }
        for (name, value) in environment.sorted(by: { $0.key < $1.key }) { add("env", "\(name)=\(value)") }
        add("cwd", workingDirectory)
        add("stdin", standardInput)
        add("result", result?.path)
        add("channel", result?.channel)
        add("result_max", result?.limit)
        add("output", outputPath)
        add("error", errorPath)
        add("output_max", outputLimit)
        add("cpu", "\(cpuSeconds)")
        add("wall", "\(wallSeconds)")
        add("memory", memoryBytes)
        add("stack", stackBytes)
        add("files", openFiles)
        add("fsize", fileSizeBytes)
        add("meter", meter?.hexadecimal)
        return words.joined(separator: " ")
    }
}
