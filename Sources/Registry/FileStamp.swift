import Glibc

/// What the file system says of a file or folder, by which a later look tells whether it changed.
struct FileStamp: Sendable, Equatable {
    let device: UInt
    let inode: UInt
    let size: Int
    let modified: Instant
    let changed: Instant

    struct Instant: Sendable, Equatable {
        let seconds: Int
        let nanoseconds: Int

        init(_ time: timespec) {
            seconds = time.tv_sec
            nanoseconds = time.tv_nsec
        }

        func precedes(_ other: Instant, byNanoseconds gap: Int) -> Bool {
            let (difference, overflow) = (other.seconds - seconds).multipliedReportingOverflow(by: 1_000_000_000)
            if overflow { return other.seconds > seconds }
            return difference + other.nanoseconds - nanoseconds > gap
        }
    }

    init(_ status: stat) {
        device = UInt(status.st_dev)
        inode = UInt(status.st_ino)
        size = Int(status.st_size)
        modified = Instant(status.st_mtim)
        changed = Instant(status.st_ctim)
    }

    /// The stamp of what `path` leads to, or `nil` when that is nothing.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// Whether a change right after this stamp would show in the next one. File systems tell times apart only by
    /// a tick of the kernel, up to 10 ms, so a file changed within the last moments could change again unseen.
    func isSettled(at now: Instant) -> Bool {
        modified.precedes(now, byNanoseconds: 50_000_000) && changed.precedes(now, byNanoseconds: 50_000_000)
    }

    static func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(time)
    }
}

/// Everything that was looked at to make a value, and how it stood then.
struct FileStamps: Sendable {
    private var stamps: [String: FileStamp?] = [:]
    private var isSettled = true

    mutating func record(_ path: String, _ stamp: FileStamp?, at now: FileStamp.Instant) {
        stamps[path] = .some(stamp)
        if let stamp, !stamp.isSettled(at: now) { isSettled = false }
    }

    /// Whether nothing that was looked at has changed since.
    func stillHold() -> Bool {
        isSettled && stamps.allSatisfy { FileStamp(path: $0.key) == $0.value }
    }
}
