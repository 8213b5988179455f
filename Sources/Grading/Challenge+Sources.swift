import Compilation
import Foundation
import JudgeCore
import Registry

extension Challenge {
    /// The files that are compiled together with a submission.
    func harnessSources() throws -> [SourceFile] { try sources(of: harness) }

    /// The starter's text, which shows the signature that is asked for.
    package func starter() throws -> String? {
        guard let template else { return nil }
        return String(decoding: try source(of: template), as: UTF8.self)
    }

    /// The public cases with what is in their files, escaped and cut at a few thousand characters.
    package func sampleTexts() -> [(name: String, input: String, answer: String)] {
        func text(_ file: PackageFile) -> String {
            String(untrusted: FileManager.default.contents(atPath: file.location) ?? Data())
        }
        return (samples?.cases ?? []).map { ($0.shortName, text($0.input), text($0.answer)) }
    }

    /// Swift files of the package as the compiler sees them, under their names without folders.
    func sources(of files: [PackageFile]) throws -> [SourceFile] {
        try named(files.filter { $0.name.hasSuffix(".swift") })
    }

    /// What a generator or a validator is built from, likewise.
    func sources(of program: Program) throws -> [SourceFile] { try named(program.sourceFiles) }

    private func named(_ files: [PackageFile]) throws -> [SourceFile] {
        try files.map { file in
            SourceFile(
                name: file.name.split(separator: "/").last.map(String.init) ?? file.name, bytes: try source(of: file))
        }
    }

    /// What compiling a submission may use: the format's keys where the package sets them, the judge's own bounds above.
    var compileLimits: CompileLimits {
        var compile = CompileLimits()
        compile.cpuSeconds = min(compile.cpuSeconds, Double(limits.compilationTime))
        compile.memoryBytes = min(compile.memoryBytes, limits.compilationMemory << 20)
        return compile
    }
}
