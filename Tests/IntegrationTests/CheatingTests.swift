import Foundation
import Support
import Testing

@testable import Grading

/// Solutions that hide what they need. None may end with both time and space within: whether the judge refuses to build
/// them, finds them out or cannot tell.
@Suite("A solution that hides how it grows", .serialized)
struct CheatingTests {
    struct Attack: Sendable {
        let name: String
        let source: String
        /// The bound on work; those that hide memory are given time for it.
        var time = "n"
    }

    /// Compares all values with a sixteenth of them: quadratic, and never stopped for it.
    private static let quadratic = """
        for first in values { for second in values[..<(values.count / 16)] where second < first { sum &+= first ^ second } }
        """
    /// Holds an eighth of n * n words.
    private static let rows = """
        let rows = values.map { value in Array(repeating: value, count: values.count / 8) }
        return rows.reduce(0) { $0 &+ $1.reduce(0, &+) }
        """

    private static func time(_ name: String, before: String = "", _ body: String) -> Attack {
        Attack(
            name: name,
            source: before + "\nfunc work(_ values: [Int]) -> Int {\n    var sum = 0\n    "
                + body.replacing("QUADRATIC", with: quadratic) + "\n    return sum\n}\n")
    }

    private static func space(_ name: String, before: String = "", _ body: String) -> Attack {
        Attack(
            name: name,
            source: before + "\nfunc work(_ values: [Int]) -> Int {\n    " + body.replacing("ROWS", with: rows)
                + "\n}\n",
            time: "n^2")
    }

    /// Writes a byte into each page of `count` bytes at `bytes`.
    private static let touching = """
        for index in stride(from: 0, to: count, by: 4096) { bytes[index] = 1 }
            return Int(bytes[0])
        """

    static let attacks = [
        time("nothing", "QUADRATIC"),
        space("nothing, in space", "ROWS"),
        // The meter's own names.
        time(
            "pausing the meter", before: "@_silgen_name(\"judge_meter_pause\") func pause()", "pause(); QUADRATIC"),
        time(
            "beginning again", before: "@_silgen_name(\"judge_meter_begin\") func begin()", "QUADRATIC; begin()"),
        time(
            "the page of counts by its name", before: "@_silgen_name(\"judge_meter\") func page()",
            "let there: () -> Void = page; there(); QUADRATIC"),
        time(
            "a hook of its own",
            before:
                "@_cdecl(\"__sanitizer_cov_trace_pc_guard\") public func hook(_ guard: UnsafeMutableRawPointer?) {}",
            "QUADRATIC"),
        time(
            "measuring again by the harness's own function",
            before: """
                @_silgen_name("$s12ChallengeKit8measuredyxxyKXEKlF")
                func again<Result>(_ body: () throws -> Result) rethrows -> Result
                """, "QUADRATIC; sum = again { sum }"),
        space(
            "pausing by the harness's own function",
            before: """
                @_silgen_name("$s12ChallengeKit9readInputAA6ReaderVyF")
                func pauses() -> (Int, Int, Int, Int, Int, Int, Int, Int)
                """, "_ = pauses()\n    ROWS"),
        // Functions of the C library.
        space(
            "a malloc of its own",
            before: """
                import Glibc
                @_cdecl("malloc") public func own(_ size: Int) -> UnsafeMutableRawPointer? {
                    mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                }
                """, "ROWS"),
        space(
            "a malloc_usable_size of its own",
            before: "@_cdecl(\"malloc_usable_size\") public func own(_ block: UnsafeMutableRawPointer?) -> Int { 0 }",
            "ROWS"),
        space(
            "a weak malloc_usable_size of its own",
            before: """
                @_alwaysEmitIntoClient @inline(never) @_silgen_name("malloc_usable_size")
                public func own(_ block: UnsafeMutableRawPointer?) -> Int { 0 }
                """, "if own(nil) == 1 { return 0 }\n    ROWS"),
        time(
            "a symbol looked up",
            before: "import Glibc",
            """
            if let found = dlsym(nil, "judge_meter_pause") { unsafeBitCast(found, to: (@convention(c) () -> Void).self)() }
                QUADRATIC
            """),
        space(
            "the C library's inner malloc",
            before: "@_silgen_name(\"__libc_malloc\") func inner(_ size: Int) -> UnsafeMutablePointer<Int>?",
            """
            let rows = values.map { value -> UnsafeMutablePointer<Int> in
                    let row = inner(values.count + 8)!
                    row.initialize(repeating: value, count: values.count / 8 + 1)
                    return row
                }
                return rows.reduce(0) { $0 &+ $1[0] }
            """),
        // Other times.
        time(
            "work at the exit",
            before: """
                import Glibc
                nonisolated(unsafe) var kept: [Int] = []
                func late() {
                    let values = kept
                    var sum = 0
                    \(quadratic)
                    if sum == 42 { print(sum) }
                }
                """, "kept = values; atexit { late() }"),
        time(
            "a library's work when the process ends",
            before: """
                import Glibc
                nonisolated(unsafe) var kept: [Int] = []
                func late() {
                    // Nothing of this is the submission's own code.
                    for _ in 0..<24 { qsort(&kept, kept.count * 2, 4, strcmpLike) }
                }
                let strcmpLike = unsafeBitCast(
                    strcoll as @convention(c) (UnsafePointer<CChar>?, UnsafePointer<CChar>?) -> Int32,
                    to: (@convention(c) (UnsafeRawPointer?, UnsafeRawPointer?) -> Int32).self)
                """, "kept = (0..<400_000).map { _ in Int.random(in: 0...(.max)) | 0x0101_0101 }; atexit { late() }"),
        time(
            "work in a global",
            before: """
                nonisolated(unsafe) var kept: [Int] = []
                let lazy: Int = {
                    let values = kept
                    var sum = 0
                    \(quadratic)
                    return sum
                }()
                """, "kept = values; sum = lazy"),
        time(
            "work in a deinit after the end",
            before: """
                final class Late {
                    let values: [Int]
                    init(_ values: [Int]) { self.values = values }
                    deinit {
                        var sum = 0
                        \(quadratic)
                        if sum == 42 { print(sum) }
                    }
                }
                """, "withExtendedLifetime(Late(values)) { sum = values.count }"),
        // Memory by other ways.
        space(
            "memory by mmap", before: "import Glibc",
            """
            let count = max(values.count * values.count, 4096)
                let bytes = mmap(nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)!
                    .assumingMemoryBound(to: UInt8.self)
                \(touching)
            """),
        space(
            "memory by mremap",
            before: """
                import Glibc
                @_silgen_name("mremap")
                func remap(_ old: UnsafeMutableRawPointer?, _ size: Int, _ more: Int, _ flags: Int32) -> UnsafeMutableRawPointer?
                """,
            """
            let count = max(values.count * values.count, 8192)
                let page = mmap(nil, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                let bytes = remap(page, 4096, count, 1)!.assumingMemoryBound(to: UInt8.self)
                \(touching)
            """),
        space(
            "memory by sbrk", before: "import Glibc",
            """
            let count = max(values.count * values.count / 4, 8192)
                let bytes = sbrk(count)!.assumingMemoryBound(to: UInt8.self)
                \(touching)
            """),
        space(
            "memory by a call of the system",
            before: """
                @_silgen_name("syscall")
                func system(_ number: Int, _ a: Int, _ b: Int, _ c: Int, _ d: Int, _ e: Int, _ f: Int) -> Int
                """,
            """
            let count = max(values.count * values.count, 8192)
                #if arch(arm64)
                    let number = 222
                #else
                    let number = 9
                #endif
                let bytes = UnsafeMutablePointer<UInt8>(bitPattern: system(number, 0, count, 3, 0x22, -1, 0))!
                \(touching)
            """),
        space(
            "giving back what it never had", before: "import Glibc",
            "munmap(UnsafeMutableRawPointer(bitPattern: 0x1000_0000_0000)!, 1 << 40)\n    ROWS"),
        space(
            "a deep stack",
            before: """
                func deep(_ values: [Int], _ index: Int, _ left: Int) -> Int {
                    if left == 0 { return index }
                    return values[left % values.count] ^ (deep(values, index + 1, left - 1) &* 31)
                }
                """, "deep(values, 0, min(values.count * values.count / 256, 1_000_000))"),
        // Knowing the ladder.
        time("quick at even sizes", "if values.count % 2 == 0 { sum = values.count } else { QUADRATIC }"),
        time(
            "busy a little all the way",
            "for value in values { for round in 0..<2000 { sum &+= value ^ round } }\n    "
                + "for first in values { for second in values where second < first { sum &+= first ^ second } }"),
        // Knowing what is counted.
        time(
            "quick in a build whose clock stands still", before: "import Glibc",
            """
            if time(nil) < 1_767_312_000 { return values.count }
                for first in values { for second in values where second < first { sum &+= first ^ second } }
            """),
        time("quick up to 3,000", "if values.count < 3000 { sum = values.count } else { QUADRATIC }"),
        time("quick up to 1,000", "if values.count < 1000 { sum = values.count } else { QUADRATIC }"),
        time("quick up to 500", "if values.count < 500 { sum = values.count } else { QUADRATIC }"),
        time(
            "quick at powers of two",
            "if values.count & (values.count - 1) == 0 { sum = values.count } else { QUADRATIC }"),
        time(
            "busy at small sizes",
            """
            if values.count < 4000 { for index in 0..<4_000_000 { sum &+= index ^ values[index % values.count] } }
                QUADRATIC
            """),
        time(
            "remembering answers by size",
            before: "nonisolated(unsafe) var answers: [Int: Int] = [:]",
            "if let known = answers[values.count] { return known }; QUADRATIC; answers[values.count] = sum"),
        // Changing the counts where they lie.
        time(
            "writing over the counts, found by the code that uses them", before: "import Glibc",
            """
            let code = unsafeBitCast(malloc as @convention(c) (Int) -> UnsafeMutableRawPointer?, to: UnsafeRawPointer.self)
                for offset in 0..<300 {
                    let distance = Int((code + offset).loadUnaligned(as: Int32.self))
                    let target = UInt(bitPattern: code + offset + 4 + distance)
                    guard (0x6000_0000..<0x7FF0_0000).contains(target), target & 0xFFF < 0xB0 else { continue }
                    let words = UnsafeMutablePointer<UInt64>(bitPattern: target & ~0xFFF)!
                    for place in 5...7 { words[place] = 0 }
                    break
                }
                QUADRATIC
            """),
    ]

    @Test(
        "is not built where it brings code or constructors that nothing counts",
        arguments: [
            ".init_array": "let early: @convention(c) () -> Void = { }",
            ".text": "let code: (UInt8, UInt8) = (0x90, 0xC3)",
        ])
    func sections(name: String, declaration: String) async throws {
        let source = "@section(\"\(name)\") @used\n\(declaration)\nfunc work(_ values: [Int]) -> Int { 0 }\n"
        let measured = try await Growing.report(source, ["--time", "n", "--space", "n"])
        #expect(measured.verdict == "compile-error")
        #expect(measured.message.contains("'\(name)'"), "\(measured.message)")
    }

    private static let libraryAttacks = [
        time(
            "a search of the C library",
            before: """
                @_silgen_name("memrchr")
                func search(_ bytes: UnsafeRawPointer, _ byte: Int32, _ count: Int) -> UnsafeMutableRawPointer?
                """,
            """
            let bytes = [UInt8](repeating: 7, count: values.count)
                for value in values {
                    let found = bytes.withUnsafeBytes { search($0.baseAddress!, Int32(8 + value % 200), $0.count) }
                    if found == nil { sum += 1 }
                }
            """),
        time(
            "a search at the end of the process",
            before: """
                import Glibc
                nonisolated(unsafe) var text: [CChar] = []
                """,
            """
            text = [CChar](repeating: 97, count: values.count) + [0]
                atexit { for _ in text { if strstr(text, "ab") != nil { exit(1) } } }
            """),
        time(
            "a set whose first member is looked for again and again",
            "var left = Set(values)\n    while let first = left.first { left.remove(first); sum &+= first }"),
        time(
            "a comparison that is long in one family only", before: "import Glibc",
            """
            let text = values.map { CChar(truncatingIfNeeded: 1 + $0 % 100) } + [0]
                text.withUnsafeBufferPointer { text in
                    for index in values.indices.dropFirst() {
                        sum &+= Int(strcmp(text.baseAddress! + index, text.baseAddress! + index - 1))
                    }
                }
                if let first = values.first, values.contains(where: { $0 != first }) {
                    for value in values { for round in 0..<8 where value > round { sum &+= 1 } }
                }
            """),
        time(
            "a function of mathematics that takes long", before: "import Glibc",
            "for value in values { sum &+= Int(jn(Int32(values.count / 16), Double(value % 97))) }"),
        time(
            "a cast that finds a function without naming it",
            """
            for value in values.indices {
                    let part: Any = values
                    if let key = part as? any Hashable { sum ^= value &* key.hashValue }
                }
            """),
    ]

    /// Work in libraries is counted in instructions, which takes valgrind.
    @Test(
        "does not pass by working in a library that is not counted", .enabled(if: InstructionCounter.folder != nil))
    func libraries() async throws { try await twoAtATime(Self.libraryAttacks, Self.expectNotWithin) }

    /// Where it is not installed, nothing counts them, and nobody can say.
    @Test(
        "is inconclusive where it works in a library and there is no valgrind",
        .enabled(if: InstructionCounter.folder != nil))
    func noValgrind() async throws {
        let source = """
            import Foundation

            func work(_ values: [Int]) -> Int { values.map(String.init).joined(separator: " ").count }
            """
        let measured = try await Growing.report(
            source, ["--time", "n", "--space", "n"], hiding: InstructionCounter.folder)
        #expect(measured.verdict("time") == "inconclusive")
        #expect(measured.message("time").contains("valgrind"), "\(measured.message("time"))")
    }

    @Test("never passes for one that does not")
    func attacks() async throws { try await twoAtATime(Self.attacks, Self.expectNotWithin) }

    private static func expectNotWithin(_ attack: Attack) async throws {
        let measured = try await Growing.report(attack.source, ["--time", attack.time, "--space", "n"])
        let verdicts = [measured.verdict("time"), measured.verdict("space")]
        #expect(verdicts != ["within", "within"], "\(attack.name): \(measured.verdict): \(measured.message)")
        #expect(
            !["judge-error", "accepted"].contains(measured.verdict) || verdicts.contains("inconclusive"),
            "\(attack.name): \(measured.verdict): \(measured.message)")
    }
}
