import Foundation
import Support
import Testing

@testable import Compilation

@Suite("The symbols of an object")
struct ObjectSymbolsTests {
    /// The object that the host's compiler makes of `source`.
    static func object(_ source: String) async throws -> [UInt8] {
        try await withFolder { folder in
            try write(source, to: "\(folder)/source.c")
            let finished = try await execute(
                "/usr/bin/env",
                ["cc", "-c", "-O1", "-fno-builtin", "-w", "\(folder)/source.c", "-o", "\(folder)/source.o"])
            try #require(finished.status == 0, "\(finished.errors)")
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/source.o")))
        }
    }

    private static let source = """
        void *malloc(unsigned long);
        int puts(const char *);
        int shared = 3;
        int common[4];
        static int hidden = 4;
        static int inner(int x) { return x + hidden; }
        __attribute__((weak)) int feeble(void) { return 1; }
        int (*address(void))(int) { return inner; }
        int main(void) { return puts("x") + (malloc(10) != 0) + address()(shared) + feeble() + common[hidden]; }
        """

    @Test("are those that it defines, of which some are strong, and those that it uses")
    func real() async throws {
        let symbols = try #require(ObjectSymbols(try await Self.object(Self.source)))
        #expect(symbols.defined.sorted() == ["address", "common", "feeble", "main", "shared"])
        #expect(symbols.strong.sorted() == ["address", "common", "main", "shared"])
        #expect(symbols.undefined.sorted() == ["malloc", "puts"])
        #expect(symbols.oddSection == nil)
    }

    @Test(
        "show a section that runs by itself, or data among code",
        arguments: [
            (".init_array", "void f(void) {} __attribute__((section(\".init_array\"))) void (*p)(void) = f;"),
            (".fini_array.1", "void f(void) {} __attribute__((section(\".fini_array.1\"))) void (*p)(void) = f;"),
            (".preinit_array", "void f(void) {} __attribute__((section(\".preinit_array\"))) void (*p)(void) = f;"),
            (".ctors", "void f(void) {} __attribute__((section(\".ctors\"))) void (*p)(void) = f;"),
            ("__libc_atexit", "void f(void) {} __attribute__((section(\"__libc_atexit\"))) void (*p)(void) = f;"),
            (".text.data", "__attribute__((section(\".text.data\"))) const char code[] = {0x90, 0xC3};"),
        ])
    func oddSections(name: String, source: String) async throws {
        let symbols = try #require(ObjectSymbols(try await Self.object(source)))
        #expect(symbols.oddSection == name)
        let complaint = SymbolRules.complaint(about: symbols, isWholeProgram: true) ?? ""
        #expect(complaint.contains("'\(name)'") || complaint.contains("@_cdecl"), "\(complaint)")
    }

    @Test("are found in an object with a great many sections, or it is refused")
    func manySections() async throws {
        var bytes = try await Self.object(Self.source)
        // Above 65,279 sections their count stands in the first section's header, and 0 in the file's (System V ABI, e_shnum).
        bytes[60] = 0
        bytes[61] = 0
        let symbols = ObjectSymbols(bytes)
        #expect(symbols == nil || symbols?.undefined.contains("malloc") == true)
    }

    @Test("cannot be read from what is no object")
    func noObject() async throws {
        let object = try await Self.object(Self.source)
        #expect(ObjectSymbols([]) == nil)
        #expect(ObjectSymbols([UInt8](repeating: 0, count: 4096)) == nil)
        #expect(ObjectSymbols(Array("not an object".utf8)) == nil)
        // Of 32 bits, or with the highest byte first.
        for place in [4, 5] {
            var other = object
            other[place] = other[place] == 1 ? 2 : 1
            #expect(ObjectSymbols(other) == nil)
        }
    }

    @Test("of an object that is cut off anywhere are refused or read, and nothing breaks")
    func truncated() async throws {
        let object = try await Self.object(Self.source)
        let whole = try #require(ObjectSymbols(object))
        var refused = 0
        for length in 0..<object.count {
            let symbols = ObjectSymbols(Array(object[..<length]))
            if symbols == nil { refused += 1 }
            #expect(symbols == nil || symbols == whole, "cut off at \(length)")
        }
        // The table of sections comes last.
        #expect(refused > object.count / 2)
    }

    @Test(
        "of an object with a damaged byte are refused or read, and nothing breaks",
        arguments: [0xFF, 0x80, 0x00] as [UInt8])
    func flipped(byte: UInt8) async throws {
        let object = try await Self.object(Self.source)
        var refused = 0
        for place in object.indices where object[place] != byte {
            var damaged = object
            damaged[place] = byte
            if ObjectSymbols(damaged) == nil { refused += 1 }
        }
        #expect(refused > 0)
    }

    @Test("of bytes by chance are refused or read, and nothing breaks")
    func chance() async throws {
        let object = try await Self.object(Self.source)
        var chance = Chance(state: 7)
        for round in 0..<3000 {
            var bytes =
                round % 3 == 0
                ? (0..<Int.random(in: 0...2048, using: &chance)).map { _ in UInt8.random(in: 0...255, using: &chance) }
                : object
            if round % 3 == 0, bytes.count > 64 {
                // A header that is believed.
                bytes.replaceSubrange(0..<6, with: [0x7F, 0x45, 0x4C, 0x46, 2, 1])
                bytes[58] = 64
                bytes[59] = 0
                bytes[61] = 0
                for place in 42..<48 where Bool.random(using: &chance) { bytes[place] = 0 }
            }
            for _ in 0..<Int.random(in: 1...12, using: &chance) where !bytes.isEmpty {
                // Mostly in the table of sections, where offsets and sizes are.
                let isLate = Bool.random(using: &chance)
                let place = Int.random(in: (isLate ? bytes.count / 2 : 0)..<bytes.count, using: &chance)
                bytes[place] = [0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &chance)].randomElement(
                    using: &chance)!
            }
            _ = ObjectSymbols(bytes)
        }
    }

    /// A small generator of chance with a seed, so that a failure can be seen again.
    private struct Chance: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state ^ (state >> 29)) &* 0x9E37_79B9_7F4A_7C15
        }
    }
}

@Suite("The rules on symbols")
struct SymbolRulesTests {
    /// An object with a strong definition of each of `strong`, a weak one of each of `weak`, that uses `used`.
    private func symbols(strong: [String] = [], weak: [String] = [], used: [String] = []) async throws -> ObjectSymbols
    {
        let names = strong + weak + used
        let text = names.enumerated().map { index, name in
            let attribute = weak.contains(name) ? "__attribute__((weak)) " : ""
            let declaration = "\(attribute)void f\(index)(void) __asm__(\"\(name)\")"
            return "\(declaration);\n" + (used.contains(name) ? "" : "void f\(index)(void) {}\n")
        }.joined()
        // The assembler takes a name that begins with $ for a number where it is called, not where its address is taken.
        let uses = names.indices.filter { used.contains(names[$0]) }.map { "(void *)f\($0), " }.joined()
        let source = text + "void *uses[] __asm__(\"$s10Submission4usesSaySvGvp\") = {\(uses)0};\n"
        return try #require(ObjectSymbols(try await ObjectSymbolsTests.object(source)))
    }

    @Test(
        "refuse what could take the place of a function of the C library, of Swift's runtime or of the meter",
        arguments: [
            "malloc", "free", "memmove", "malloc_usable_size", "write", "main", "_start", "swift_retain",
            "swift_allocObject",
            "judge_meter", "judge_meter_pause", "__wrap_malloc", "__real_malloc", "__sanitizer_cov_trace_pc_guard",
            "__sancov_gen_", "$sSa6appendyyxnF", "helper",
        ])
    func definitions(name: String) async throws {
        let complaint = SymbolRules.complaint(about: try await symbols(strong: [name]), isWholeProgram: false)
        #expect(complaint?.contains("'\(name)'") == true, "\(complaint ?? "accepted")")
        #expect(complaint?.contains("@_cdecl") == true)
    }

    @Test(
        "refuse a weak definition of a name that is the judge's own",
        arguments: ["judge_meter", "__wrap_malloc", "__real_malloc", "__sanitizer_cov_trace_pc_guard", "__asan_init"])
    func weakDefinitions(name: String) async throws {
        let complaint = SymbolRules.complaint(about: try await symbols(weak: [name]), isWholeProgram: false)
        #expect(complaint?.contains("'\(name)'") == true)
    }

    @Test(
        "refuse a use of the judge's own names and of what has no use in a static program",
        arguments: [
            "judge_meter", "judge_meter_begin", "judge_meter_end", "__real_malloc", "__real_mmap", "__wrap_free",
            "__sanitizer_cov_trace_pc_guard", "dlsym", "dlopen", "dlvsym", "dlmopen",
        ])
    func uses(name: String) async throws {
        let complaint = SymbolRules.complaint(about: try await symbols(used: [name]), isWholeProgram: false)
        #expect(complaint?.contains("'\(name)'") == true, "\(complaint ?? "accepted")")
    }

    @Test("accept Swift's own names, and the functions that solutions call")
    func ordinary() async throws {
        let symbols = try await symbols(
            strong: ["$s10Submission6kMeans6pointsSaySaySdGG_tF", "$sSa10SubmissionSdRszlE3sumSdyF"],
            weak: ["$ss5print_9separatorTm", "$sSo8timespecVMn", "__swift_reflection_version"],
            used: ["malloc", "free", "memmove", "qsort", "swift_retain", "$sSS5countSivg", "sqrt", "exit", "mmap"])
        #expect(SymbolRules.complaint(about: symbols, isWholeProgram: false) == nil)
    }

    @Test("let a whole program define its module's names and main, and a solution only its own module's")
    func wholeProgram() async throws {
        let program = try await symbols(strong: ["main", "$s4main5totalSdvp"])
        #expect(SymbolRules.complaint(about: program, isWholeProgram: false)?.contains("'main'") == true)
        // The table that every object here has is of the module Submission.
        #expect(
            SymbolRules.complaint(about: program, isWholeProgram: true)?.contains("'$s10Submission4usesSaySvGvp'")
                == true)
        let own = try #require(
            ObjectSymbols(
                try await ObjectSymbolsTests.object(
                    "int main(void) { return 0; } int total __asm__(\"$s4main5totalSivp\") = 3;")))
        #expect(SymbolRules.complaint(about: own, isWholeProgram: true) == nil)
    }

    @Test("name what grows and is not counted, and nothing else")
    func uncounted() async throws {
        let used = [
            "malloc", "memmove", "clock_gettime", "getrandom", "swift_arrayDestroy", "swift_retain", "sqrt", "sqrtf",
            "powl",
            "qsort", "__stack_chk_fail", "$sSS5countSivg", "strstr", "wcslen", "$sSaN", "qsort_r", "lgammaf", "memmem",
        ]
        let symbols = try await symbols(used: used)
        #expect(Set(SymbolRules.uncounted(symbols)) == ["$sSS5countSivg", "strstr", "wcslen", "qsort_r", "memmem"])
    }
}
