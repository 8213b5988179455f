/// FNV-1a with 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/): the same in every run, unlike `Hasher`. It withstands
/// chance, and nobody who tries.
public enum FNV {
    /// The hash of a sequence of bytes, or of numbers that are hashes themselves.
    @inlinable
    public static func hash(_ values: some Sequence<some FixedWidthInteger & UnsignedInteger>) -> UInt64 {
        values.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
