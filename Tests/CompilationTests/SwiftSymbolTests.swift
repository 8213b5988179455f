import Testing

@testable import Compilation

@Suite("A mangled name")
struct SwiftSymbolTests {
    /// Names as Swift 6.3.1 writes them into objects.
    private static let names: [(name: String, mayGrow: Bool, meaning: String)] = [
        // Arrays, whose copies are counted.
        (
            "$ss15ContiguousArrayV28_allocateBufferUninitialized15minimumCapacitys01_abD0VyxGSi_tFZ", false,
            "ContiguousArray._allocateBufferUninitialized"
        ),
        (
            "$sSa28_allocateBufferUninitialized15minimumCapacitys06_ArrayB0VyxGSi_tFZ", false,
            "Array._allocateBufferUninitialized"
        ),
        ("$sSa15reserveCapacityyySiF", false, "Array.reserveCapacity"),
        ("$ss22_minimumMergeRunLengthyS2iF", false, "_minimumMergeRunLength"),
        ("$sSa11descriptionSSvg", true, "Array.description.getter"),
        ("$sSa6append10contentsOfyqd__n_t7ElementQyd__RtzSTRd__lF", true, "Array.append(contentsOf:), not specialised"),
        // Hash tables: their storage, and the hash of a number.
        ("$ss18_DictionaryStorageC8allocate8capacityAByxq_GSi_tFZ", false, "_DictionaryStorage.allocate"),
        (
            "$ss18_DictionaryStorageC6resize8original8capacity4moveAByxq_Gs05__RawaB0C_SiSbtFZ", false,
            "_DictionaryStorage.resize"
        ),
        ("$ss11_SetStorageC4copy8originalAByxGs05__RawaB0C_tFZ", false, "_SetStorage.copy"),
        ("$sSh15minimumCapacityShyxGSi_tcfC", false, "Set.init(minimumCapacity:)"),
        ("$ss6HasherV5_hash4seed_S2i_s6UInt64VtFZ", false, "Hasher._hash(seed:_:)"),
        ("$ss6HasherV9_finalizeSiyF", false, "Hasher._finalize"),
        // Text.
        ("$sSS5countSivg", true, "String.count.getter"), ("$sSS6appendyySSF", true, "String.append"),
        ("$sSS10uppercasedSSyF", true, "String.uppercased"),
        ("$sSS4hash4intoys6HasherVz_tF", true, "String.hash(into:)"),
        (
            "$ss27_stringCompareWithSmolCheck__9expectingSbs11_StringGutsV_ADs01_G16ComparisonResultOtF", true,
            "the comparison of two strings"
        ),
        ("$sSSySsSnySS5IndexVGcig", true, "String.subscript(Range).getter"),
        // Foundation.
        (
            "$s20FoundationEssentials4DataV15_RepresentationO6append10contentsOfySW_tF", true,
            "FoundationEssentials.Data.append(contentsOf:)"
        ),
        (
            """
            $sSy10FoundationE20replacingOccurrences2of4with7options5rangeSSqd___qd_0_SS0A10EssentialsE14CompareOptionsVSnySS5IndexV\
            GSgtSyRd__SyRd_0_r0_lF
            """, true, "Foundation's replacingOccurrences"
        ),
        // Metadata and descriptors do nothing.
        ("$sSiN", false, "metadata of Int"), ("$sSSN", false, "metadata of String"),
        ("$s20FoundationEssentials4DataVN", false, "metadata of Data"), ("$sypN", false, "metadata of Any"),
        ("$ss11_SetStorageCMn", false, "the descriptor of _SetStorage"),
        ("$ss7CVarArgMp", false, "the descriptor of CVarArg"),
        // What numbers do for a protocol takes constant time; what others do, who knows.
        ("$sSiSHsWP", false, "Int: Hashable"), ("$sSds7CVarArgsWP", false, "Double: CVarArg"),
        ("$ss5UInt8VSHsWP", false, "UInt8: Hashable"), ("$sSuSLsWP", false, "UInt: Comparable"),
        ("$sSSSHsWP", true, "String: Hashable"),
        ("$s20FoundationEssentials4DataVAA15ContiguousBytesAAWP", true, "Data: ContiguousBytes"),
        // Calls through a protocol.
        ("$sSl5countSivgTj", false, "a call through Collection; the type's own table tells"),
        // What never comes back does not count.
        ("$ss53KEY_TYPE_OF_DICTIONARY_VIOLATES_HASHABLE_REQUIREMENTSys5NeverOypXpF", false, "ends the program"),
        ("$ss15ContinuousClockV3nowAB7InstantVvg", false, "ContinuousClock.now"),
    ]

    @Test("tells whether the work behind it may grow unseen", arguments: names)
    func mayGrow(name: String, mayGrow: Bool, meaning: String) {
        #expect(SwiftSymbol.mayGrow(name) == mayGrow, "\(meaning)")
    }

    @Test(
        "is shown as people write it",
        arguments: [
            ("$sSS5countSivg", "String.count.getter"), ("$sSS10uppercasedSSyF", "String.uppercased() -> String"),
            ("$sSa11descriptionSSvg", "Array.description.getter"), ("strstr", "strstr"), ("$s", "$s"),
            ("$sXYZ!", "$sXYZ!"), ("", ""),
        ])
    func readable(name: String, text: String) {
        #expect(SwiftSymbol.readable(name) == text)
    }

    @Test("is shown shortened, however long it is")
    func long() {
        let name = """
            $sSy10FoundationE20replacingOccurrences2of4with7options5rangeSSqd___qd_0_SS0A10EssentialsE14CompareOptionsVSnySS5IndexV\
            GSgtSyRd__SyRd_0_r0_lF
            """
        let text = SwiftSymbol.readable(name)
        #expect(text.count <= 80 && text.contains("replacingOccurrences"), "\(text)")
        let deep = "$s" + String(repeating: "Say", count: 20_000) + "Si" + String(repeating: "G", count: 20_000) + "D"
        #expect(SwiftSymbol.readable(deep).utf8.count <= 2 * deep.utf8.count)
    }
}
