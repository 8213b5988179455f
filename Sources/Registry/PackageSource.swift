import Glibc

/// One package on disk while it is read: its folder, its files, what was looked at, and what is wrong.
final class PackageSource {
    /// The largest YAML file that is read.
    static let yamlLimit = 1 << 20
    /// The largest other text that is read whole: statements, solutions, sources.
    static let textLimit = 16 << 20

    let slug: String
    /// The absolute path of the package, every link followed.
    let folder: String
    let log: ProblemLog
    private(set) var stamps = FileStamps()
    private let opened: (@Sendable (String) -> Void)?
    private var count = 0

    /// - Parameter opened: is called with the path of every file and folder that is opened.
    init(slug: String, folder: String, opened: (@Sendable (String) -> Void)?) {
        self.slug = slug
        self.folder = folder
        self.opened = opened
        log = ProblemLog(slug: slug)
    }

    func location(_ path: String) -> String { path.isEmpty ? folder : "\(folder)/\(path)" }

    // MARK: Folders

    /// Everything in the package; links that leave it and what is neither file nor folder are noted and left out.
    func tree() -> PackageTree {
        tree("", parents: [folder])
    }

    private func tree(_ path: String, parents: [String]) -> PackageTree {
        var tree = PackageTree()
        let location = location(path)
        let now = FileStamp.now()
        stamps.record(location, FileStamp(path: location), at: now)
        opened?(location)
        guard let entries = entries(ofFolder: location) else {
            log.report(path, "the folder cannot be read: \(reason(errno))")
            return tree
        }
        for (name, type) in entries {
            guard PackageTree.isValid(name: name) else {
                tree.ignored.append(name)
                continue
            }
            let below = path.isEmpty ? name : "\(path)/\(name)"
            count += 1
            guard count <= PackageTree.maximumCount else {
                log.report("", "holds more than \(PackageTree.maximumCount) files; the rest is not read")
                return tree
            }
            switch kind(below, type) {
            case .file: tree.files.append(name)
            case .folder(let real):
                if parents.contains(real) {
                    log.report(below, "links to a folder that it lies in itself")
                } else if parents.count >= PackageTree.maximumDepth {
                    log.report(below, "lies deeper than \(PackageTree.maximumDepth) folders and is not read")
                } else {
                    tree.folders[name] = self.tree(below, parents: parents + [real])
                }
            case nil: break
            }
        }
        return tree
    }

    private enum Kind {
        case file
        case folder(String)
    }

    private func kind(_ path: String, _ type: Int32) -> Kind? {
        let location = location(path)
        if type == DT_REG { return .file }
        if type == DT_DIR { return .folder(location) }
        guard let real = resolved(location) else {
            log.report(path, "links to nothing")
            return nil
        }
        guard real == folder || real.hasPrefix("\(folder)/") else {
            log.report(path, "links to a place outside the package, which is refused; copy it into the package")
            return nil
        }
        var status = stat()
        guard stat(real, &status) == 0 else {
            log.report(path, "cannot be looked at: \(reason(errno))")
            return nil
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder(real)
        default:
            log.report(path, "is neither a file nor a folder")
            return nil
        }
    }

    // MARK: Files

    /// Whether there is a file at `path`, which may come and go.
    func contains(_ path: String) -> Bool {
        let location = location(path)
        let now = FileStamp.now()
        let stamp = FileStamp(path: location)
        stamps.record(location, stamp, at: now)
        return stamp != nil
    }

    /// The bytes of a regular file of at most `limit` bytes inside the package, or `nil` after noting why not.
    func read(_ path: String, limit: Int) -> [UInt8]? {
        let location = location(path)
        if let real = resolved(location), !real.hasPrefix("\(folder)/") {
            log.report(path, "links to a place outside the package, which is refused; copy it into the package")
            return nil
        }
        opened?(location)
        let now = FileStamp.now()
        switch readFile(location, limit: limit) {
        case .success(let file):
            stamps.record(location, file.stamp, at: now)
            return file.bytes
        case .failure(let failure):
            stamps.record(location, FileStamp(path: location), at: now)
            log.report(path, failure.message)
            return nil
        }
    }

    /// A text in UTF-8, or `nil` after noting why not.
    func text(_ path: String, limit: Int = textLimit) -> String? {
        guard let bytes = read(path, limit: limit) else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let line = lineOfInvalidText(bytes)
            log.report(path, line: line, "is not UTF-8; save the file in that encoding")
            return nil
        }
        return text
    }

    /// The document of a YAML file, or `nil` after noting why there is none.
    func yaml(_ path: String, constants: Constants = Constants()) -> YAMLField? {
        guard let text = text(path, limit: Self.yamlLimit) else { return nil }
        do {
            guard let node = try YAMLParser.parse(Array(constants.substituted(in: text).utf8)) else {
                log.report(path, "is empty; it must hold a map of keys")
                return nil
            }
            return YAMLField(node: node, key: "", file: path, log: log)
        } catch {
            log.report(path, line: error.line, column: error.column, error.message)
            return nil
        }
    }

    private func lineOfInvalidText(_ bytes: [UInt8]) -> Int {
        var line = 1
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
            if String(validating: bytes[start..<end], as: UTF8.self) == nil { return line }
            line += 1
            start = end + 1
        }
        return line
    }
}

/// Why a file could not be read, as the end of a sentence that names it.
struct ReadFailure: Error {
    let message: String
}

/// Reads a regular file of at most `limit` bytes; never waits, as a FIFO would make it.
func readFile(_ location: String, limit: Int) -> Result<(bytes: [UInt8], stamp: FileStamp), ReadFailure> {
    func failure(_ message: String) -> Result<(bytes: [UInt8], stamp: FileStamp), ReadFailure> {
        .failure(ReadFailure(message: message))
    }
    let descriptor = open(location, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
        return failure(errno == ENOENT ? "there is no such file" : "cannot be opened: \(reason(errno))")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return failure("cannot be looked at: \(reason(errno))") }
    guard status.st_mode & S_IFMT == S_IFREG else { return failure("is not a regular file") }
    guard status.st_size <= limit else {
        return failure("has \(status.st_size) bytes; at most \(limit) are read")
    }
    // One byte more than the limit, so that a file that grows meanwhile is noticed.
    let capacity = min(Int(status.st_size), limit) + 1
    var failed: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        while count < capacity {
            let got = Glibc.read(descriptor, buffer.baseAddress! + count, capacity - count)
            if got < 0, errno == EINTR { continue }
            if got < 0 { failed = errno }
            if got <= 0 { break }
            count += got
        }
    }
    if failed != 0 { return failure("cannot be read: \(reason(failed))") }
    guard bytes.count <= Int(status.st_size) else { return failure("grew while it was read; try again") }
    return .success((bytes, FileStamp(status)))
}

func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
