import Glibc

/// The names of packages.
package enum Slug {
    static let rule =
        "the folder's name must consist of lowercase letters and digits, and '-' or '_' between them; rename it"

    /// Whether `slug` names a package: lowercase letters and digits, with `-` and `_` after the first.
    static func isValid(_ slug: String) -> Bool {
        guard let first = slug.utf8.first, first != 0x2D, first != 0x5F, slug.utf8.count <= 255 else { return false }
        return slug.utf8.allSatisfy {
            switch $0 {
            case 0x30...0x39, 0x61...0x7A, 0x2D, 0x5F: true
            default: false
            }
        }
    }

    /// Whether the format itself allows it, which knows letters and digits only.
    package static func isPortable(_ slug: String) -> Bool {
        isValid(slug) && !slug.utf8.contains { $0 == 0x2D || $0 == 0x5F }
    }
}

/// Whether `location` is a folder or leads to one; `type` is what `readdir` said, which spares a look at most.
func isFolder(_ location: String, type: Int32) -> Bool {
    if type == DT_DIR { return true }
    if type == DT_REG { return false }
    var status = stat()
    return stat(location, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
