import Foundation

/// What can be told from the mangled name of a function of Swift's library (docs/ABI/Mangling.rst of the Swift project).
enum SwiftSymbol {
    /// Whether the work behind `name` may grow with its arguments without the meter seeing it.
    ///
    /// Generic code of the library is compiled into the submission, where it is counted, so few of the library's own
    /// functions are called at all. Those that are known to take constant time, or to spend their time in counted functions
    /// such as memmove, are told here; everything else may grow: strings, Foundation, unspecialised generics.
    static func mayGrow(_ name: String) -> Bool {
        // Metadata, descriptors, value witnesses; calls through a protocol, whose work is that of the type's own table.
        if ["N", "Mn", "Mp", "Ma", "MD", "Mm", "Mc", "MXX", "Tq", "Tb", "Tn", "TL", "WV", "Wvd", "Tj"].contains(
            where: name.hasSuffix)
        {
            return false
        }
        // The protocols of plain numbers.
        if name.hasSuffix("WP"), numbers.contains(where: name.hasPrefix) { return false }
        // Constants and thin wrappers of the C library.
        if name.hasPrefix("$s5Glibc") { return false }
        // The first member of a hash table, which is looked for from its beginning.
        if name.contains("_HashTableV11startBucket") { return true }
        // A function that does not return ends the program.
        if name.contains("5NeverO") { return false }
        if arrays.contains(where: name.hasPrefix), ofArrays.contains(where: name.contains) { return false }
        return !known.contains { name.contains($0) }
    }

    private static let numbers =
        ["$sSi", "$sSu", "$sSd", "$sSf", "$sSb"]
        + ["Int8", "Int16", "Int32", "Int64", "Int128", "UInt8", "UInt16", "UInt32", "UInt64", "UInt128"].map {
            "$ss\($0.count)\($0)V"
        }

    private static let arrays = ["$sSa", "$ss10ArraySliceV", "$ss15ContiguousArrayV"]
    /// Counts, indices and elements of arrays, where generic code asks for them.
    private static let ofArrays = [
        "5countSivg", "8endIndexSivg", "10startIndexSivg", "8capacitySivg", "7isEmptySbvg", "xSicig", "xSicis",
        "xSiciM",
        "6appendyyxnF", "yxGycfC", "5index5afterS2i_tF", "5index6beforeS2i_tF",
    ]

    private static let known = [
        // Growth of arrays: what it copies is counted.
        "_allocateBufferUninitialized", "_allocateUninitialized", "_deallocateUninitialized",
        "_appendElementAssumeUnique",
        "reserveCapacity", "_reserveCapacity", "_endMutation", "_makeUnique", "_makeMutableAndUnique",
        "_createNewBuffer",
        "_consumeAndCreateNew", "_minimumMergeRunLength", "_checkSubscript", "_copyToNewBuffer",
        // Hash tables: their storage; one number's hash.
        "_DictionaryStorageC", "_SetStorageC", "__RawDictionaryStorageC", "__RawSetStorageC", "_HashTableV",
        "$sSh15minimumCapacity", "$sSD15minimumCapacity", "$ss6HasherV5_hash", "$ss6HasherV5_seed",
        "$ss6HasherV9_finalize",
        "$ss6HasherV8_combine", "$ss6HasherV9_combine", "$ss6HasherVABycfC", "$ss6HasherV8finalize",
        "$ss27SystemRandomNumberGeneratorV", "$ss15ContinuousClockV", "$ss14SuspendingClockV", "$ss8DurationV",
        "$sSd9exponent", "$sSd10significand", "$ss17FloatingPointSignO",
    ]

    /// `name` as people write it, shortened: `String.count.getter`.
    static func readable(_ name: String) -> String {
        guard name.hasPrefix("$s"),
            let text = demangle(name, name.utf8.count, nil, nil, 0).map({ pointer in
                defer { free(pointer) }
                return String(cString: pointer)
            })
        else { return name }
        let short = text.replacing("Swift.", with: "").replacing("Foundation.", with: "").replacing(
            "(extension in Swift):", with: "")
        return String((short.split(separator: " : ").first ?? "").prefix(80))
    }

    /// Swift's own demangler, part of its runtime (swift/Demangling/ManglingUtils, `swift_demangle`).
    @_silgen_name("swift_demangle")
    private static func demangle(
        _ name: UnsafePointer<CChar>?, _ length: Int, _ output: UnsafeMutablePointer<CChar>?,
        _ size: UnsafeMutablePointer<Int>?, _ flags: UInt32
    ) -> UnsafeMutablePointer<CChar>?
}
