import Foundation

/// How the meter gets into a build; see `Sandbox/Meter/meter.c`.
enum Metering {
    /// Functions whose calls the linker sends to the meter: it counts them, the bytes that they touch, and what they
    /// allocate.
    static let counted = [
        "memmove", "memcpy", "memset", "memcmp", "bcmp", "memchr", "strlen", "malloc", "calloc", "realloc", "free",
        "posix_memalign", "aligned_alloc", "memalign", "valloc", "pvalloc", "mmap", "mmap64", "munmap", "mremap",
        "sbrk", "brk",
        "swift_arrayInitWithCopy", "swift_arrayInitWithTakeNoAlias", "swift_arrayInitWithTakeFrontToBack",
        "swift_arrayInitWithTakeBackToFront", "swift_arrayAssignWithCopyNoAlias",
        "swift_arrayAssignWithCopyFrontToBack", "swift_arrayAssignWithCopyBackToFront", "swift_arrayAssignWithTake",
        "swift_arrayDestroy",
    ]
    /// The system's clocks, which show work in a metered build, and in a plain one looks, where its instructions are counted.
    static let clocks = ["clock_gettime", "gettimeofday", "time", "clock"]
    /// The system's chance, which is a seeded stream in every build, so that a verdict repeats.
    static let chance = [
        "getrandom", "getentropy", "swift_stdlib_random", "arc4random", "arc4random_buf", "arc4random_uniform",
    ]

    /// Arguments of the compiler that turns the submission's bitcode into an object that counts its edges.
    static let instrumentation = ["-fsanitize-coverage=trace-pc-guard"]

    /// Arguments of the linker for a plain build, or for one whose page of counts lies at `page`.
    static func linkerArguments(page: UInt64?) -> [String] {
        let wrapped = chance + clocks + (page == nil ? [] : counted)
        return wrapped.map { "--wrap=\($0)" } + (page.map { ["--defsym=judge_meter=0x" + String($0, radix: 16)] } ?? [])
    }

    /// A page-aligned address from 1.5 to just below 2 GiB: within reach of the program's code, which lies at the bottom,
    /// and above what the heap gets to.
    static func page(from number: UInt64) -> UInt64 { 0x6000_0000 + (number % 0x1FF00) * 4096 }
}

/// Which symbols a submission may define and use.
enum SymbolRules {
    /// Why `symbols` are refused, in one sentence that names one; `nil` where they are fine.
    ///
    /// A Swift function has a name that holds its module's. Others come from `@_cdecl`, `@c` or `@_silgen_name`, and
    /// could take the place of a function of the C library, of Swift's runtime or of the meter.
    static func complaint(about symbols: ObjectSymbols, isWholeProgram: Bool) -> String? {
        let module = isWholeProgram ? "4main" : "10Submission"
        let odd = symbols.strong.first { name in
            !(name.hasPrefix("$s") && name.contains(module)) && !(isWholeProgram && name == "main")
        }
        if let odd = odd ?? symbols.defined.first(where: isReserved) {
            return "the submission defines the symbol '\(odd)', which is not its own; remove the @_cdecl, @c or "
                + "@_silgen_name that does"
        }
        if let used = symbols.undefined.first(where: isForeign) {
            return
                "the submission uses the symbol '\(used)', which is the judge's own or has no use in a static program"
        }
        if let section = symbols.oddSection {
            return
                "the submission puts data where programs keep code or what runs by itself, the section '\(section)'; "
                + "remove the @section that does"
        }
        return nil
    }

    private static let loaders: Set = ["dlsym", "dlvsym", "dlopen", "dlmopen", "syscall"]
    /// Inner names of functions that are counted under their common ones.
    private static let inner = [
        "__libc_", "__mmap", "__munmap", "__mremap", "__sbrk", "__brk", "__malloc", "__arena", "__posix_memalign",
    ]
    private static let kit = "$s12ChallengeKit"

    private static func isForeign(_ name: String) -> Bool {
        isReserved(name) || loaders.contains(name) || name.hasPrefix(kit) || inner.contains { name.hasPrefix($0) }
    }

    private static func isReserved(_ name: String) -> Bool {
        ["judge_meter", "__wrap_", "__real_", "__sanitizer_", "__sancov_", "__asan_"].contains { name.hasPrefix($0) }
    }

    /// Those of the undefined symbols that are functions of libraries whose work may grow with their arguments and is
    /// not counted.
    static func uncounted(_ symbols: ObjectSymbols) -> [String] {
        symbols.undefined.filter { !isConstantOrCounted($0) }
    }

    private static let counted = Set(Metering.counted + Metering.clocks + Metering.chance)
    /// Functions of C whose time does not depend on how much data there is, or that call back into the submission.
    private static let constant: Set<String> = [
        "malloc_usable_size", "qsort", "bsearch", "abort", "exit", "_exit", "atexit", "rand", "srand", "random",
        "srandom",
        "drand48", "srand48", "lrand48", "erand48", "abs", "labs", "memory_order", "__errno_location", "putchar",
        "getpid",
        "usleep", "nanosleep", "sleep", "pthread_self", "signal", "sigaction", "raise", "kill", "getenv",
        "__stack_chk_fail", "_Unwind_Resume", "__cxa_atexit", "__divti3", "__modti3", "__udivti3", "__umodti3",
        "__multi3",
        "__muloti4", "stdout", "stderr", "stdin", "fflush", "setvbuf", "environ",
    ]
    private static let mathematics: Set<String> = [
        "sqrt", "cbrt", "exp", "exp2", "exp10", "expm1", "log", "log2", "log10", "log1p", "pow", "sin", "cos", "tan",
        "asin",
        "acos", "atan", "atan2", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "fma", "floor", "ceil", "round",
        "trunc",
        "rint", "nearbyint", "lround", "llround", "lrint", "llrint", "fmod", "remainder", "remquo", "frexp", "ldexp",
        "modf",
        "logb", "ilogb", "scalbn", "scalbln", "hypot", "erf", "erfc", "lgamma", "tgamma", "fabs", "fmin", "fmax",
        "fdim",
        "copysign", "nextafter", "sincos", "j0", "j1", "y0", "y1",
    ]

    /// Functions of Swift's runtime that go through all elements of what they are given, or lead to code that does: a cast
    /// finds a type's functions without naming them, and a tuple made at run time is as long as it is told to be.
    private static let growing: Set<String> = [
        "swift_dynamicCast", "swift_getTupleTypeMetadata", "swift_getTupleTypeMetadata2", "swift_getTupleTypeMetadata3",
        "_swift_stdlib_strtod_clocale", "_swift_stdlib_strtof_clocale", "_swift_stdlib_strtold_clocale",
    ]

    private static func isConstantOrCounted(_ name: String) -> Bool {
        if name.hasPrefix("$s") { return !SwiftSymbol.mayGrow(name) }
        // Swift's runtime: reference counts, metadata, allocation. Its loops over arrays are counted.
        if name.hasPrefix("swift_") || name.hasPrefix("_swift") || name.hasPrefix("__swift") {
            return !growing.contains(name)
        }
        if counted.contains(name) || constant.contains(name) || mathematics.contains(name) { return true }
        // Float and long double forms.
        return (name.hasSuffix("f") || name.hasSuffix("l")) && mathematics.contains(String(name.dropLast()))
    }
}
