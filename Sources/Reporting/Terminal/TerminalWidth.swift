import Foundation

/// How many columns there are to write in.
package enum TerminalWidth {
    /// The width of the terminal behind `descriptor`; without one the variable `COLUMNS`; without that, 80. Terminals
    /// that claim fewer than 20 columns or more than 1,000 count as 20 and 1,000: nothing useful fits into less, and a
    /// hostile or mistaken `COLUMNS` must not make output grow without bound.
    ///
    /// - Parameters:
    ///   - descriptor: an open file descriptor, e.g. 1 for standard output.
    ///   - environment: the variables of the process.
    package static func columns(of descriptor: Int32, environment: [String: String]) -> Int {
        let found = ofTerminal(descriptor) ?? environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        return min(max(found ?? 80, 20), 1000)
    }

    /// Whether `descriptor` is a terminal.
    package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    private static func ofTerminal(_ descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}
