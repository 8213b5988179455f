import Compilation
import Foundation
import Jail
import JudgeCore
import Registry

/// A generator or a validator of a package, ready to be run in a jail: a static executable, or a script in Python with
/// the host's interpreter.
package enum BuiltProgram: Sendable {
    case executable(Executable)
    /// The files, the one that is run first.
    case script([SourceFile])

    private static let interpreter = "/usr/bin/python3"

    /// The script of a program in Python.
    ///
    /// - Throws: `JudgeError` `no-python` where the host has none.
    static func python(_ files: [SourceFile], name: String) throws(JudgeError) -> BuiltProgram {
        guard access(interpreter, X_OK) == 0 else {
            throw JudgeError(
                .unavailable, "no-python",
                "\(name) is written in Python, and there is no \(interpreter); install python3")
        }
        let first = files.firstIndex { ["main.py", "__main__.py"].contains($0.name) } ?? 0
        var ordered = files
        ordered.swapAt(0, first)
        return .script(ordered)
    }

    /// What a jail for it shows of the host.
    var readOnlyPaths: [String] {
        guard case .script = self else { return [] }
        return ["/usr/bin", "/usr/lib", "/usr/lib64", "/lib", "/lib64"].filter {
            FileManager.default.fileExists(atPath: $0)
        }
    }

    /// Puts it into `jail` under `name`, by way of the host's folder `scratch`.
    func load(into jail: Jail, as name: String, scratch: String) async throws {
        switch self {
        case .executable(let executable): try await jail.load(program: name, from: executable.path)
        case .script(let files):
            for file in files {
                let outside = "\(scratch)/script-\(UUID().uuidString)"
                try file.write(to: outside)
                defer { try? FileManager.default.removeItem(atPath: outside) }
                try await jail.put("\(Self.folder(name))/\(file.name)", from: outside)
            }
        }
    }

    /// A run of it with `arguments`, once it lies in `jail` under `name`.
    func run(in jail: Jail, as name: String, _ arguments: [String]) -> JailRun {
        switch self {
        case .executable:
            var run = JailRun(program: name)
            run.arguments = arguments
            return run
        case .script(let files):
            var run = JailRun(path: Self.interpreter)
            // Nothing of the caller's environment or packages, and no compiled files left behind.
            run.arguments = ["-I", "-B", "\(jail.workPath)/\(Self.folder(name))/\(files[0].name)"] + arguments
            return run
        }
    }

    private static func folder(_ name: String) -> String { "script-\(name)" }
}
