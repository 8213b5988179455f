import Glibc

/// The folders of a package and what lies in them, without the contents of files.
struct PackageTree: Sendable {
    var files: [String] = []
    var folders: [String: PackageTree] = [:]
    /// Names that the format tells readers to behave as if they were not there.
    var ignored: [String] = []

    static let maximumDepth = 16
    static let maximumCount = 20_000

    subscript(_ path: String) -> PackageTree? {
        path.split(separator: "/").reduce(self) { $0?.folders[String($1)] }
    }

    func contains(file path: String) -> Bool {
        let names = path.split(separator: "/").map(String.init)
        guard let last = names.last else { return false }
        return self[names.dropLast().joined(separator: "/")]?.files.contains(last) ?? false
    }

    /// All files below here with their paths, sorted.
    func allFiles(below prefix: String = "") -> [String] {
        var result = files.map { prefix + $0 }
        for (name, folder) in folders { result += folder.allFiles(below: "\(prefix)\(name)/") }
        return result.sorted()
    }

    /// Whether the format allows `name`: letters, digits, `_`, `.` and `-`, the first no `.` or `-`, at most 255 bytes.
    static func isValid(name: String) -> Bool {
        guard let first = name.utf8.first, name.utf8.count <= 255, first != 0x2D, first != 0x2E else { return false }
        return name.utf8.allSatisfy {
            switch $0 {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2E, 0x2D: true
            default: false
            }
        }
    }
}

/// The names in a folder and their types as `readdir` gives them; `nil` when it cannot be opened.
func entries(ofFolder location: String) -> [(name: String, type: Int32)]? {
    guard let folder = opendir(location) else { return nil }
    defer { closedir(folder) }
    var result: [(name: String, type: Int32)] = []
    while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name != ".", name != ".." { result.append((name, Int32(entry.pointee.d_type))) }
    }
    return result.sorted { $0.name < $1.name }
}

/// The absolute path of what `path` leads to, every link followed; `nil` when that is nothing.
func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
}
