#if canImport(Glibc)
    import Glibc
#endif

/// Writing to standard output and standard error where nobody may listen any more.
public enum StandardStream {
    /// Writes to standard error. What cannot be written (a full disk, a reader that went away) is lost, and ends nothing.
    public static func error(_ text: String) { write(text, to: 2) }

    /// Writes to standard output likewise.
    public static func output(_ text: String) { write(text, to: 1) }

    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }
}
