import Foundation
import JudgeCore

/// What is typed.
enum Keyboard {
    /// Whether what is read shows nowhere yet: it came from a file, or key by key.
    static var echoes: Bool { isatty(0) == 0 }

    /// What the terminal was like before a key was read.
    nonisolated(unsafe) private static var before: termios?

    /// A line of standard input without white space at its ends, or one key where that is a terminal and `oneKey`; `nil`
    /// at its end.
    static func answer(oneKey: Bool) async -> String? {
        await withCheckedContinuation { continuation in
            // Waiting for a person is nothing for the threads that tasks run on.
            DispatchQueue.global().async {
                continuation.resume(returning: oneKey && isatty(0) == 1 ? key() : read()?.lowercased())
            }
        }
    }

    /// A line of standard input as it is, without white space at its ends; `nil` at its end.
    static func line() async -> String? {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: read()) }
        }
    }

    private static func read() -> String? { readLine()?.trimmingCharacters(in: .whitespaces) }

    private static func key() -> String? {
        var settings = termios()
        guard tcgetattr(0, &settings) == 0 else { return read()?.lowercased() }
        if before == nil {
            before = settings
            // Also where a signal ends the command while it waits.
            atexit { Keyboard.restore() }
        }
        settings.c_lflag &= ~tcflag_t(ICANON)
        tcsetattr(0, TCSANOW, &settings)
        defer { restore() }
        var byte: UInt8 = 0
        while Glibc.read(0, &byte, 1) == 1 {
            if byte == 4 { return nil }
            if byte > 0x20, byte < 0x7F {
                StandardStream.output("\n")
                return String(UnicodeScalar(byte)).lowercased()
            }
        }
        return nil
    }

    private static func restore() {
        if var before { tcsetattr(0, TCSANOW, &before) }
    }
}
