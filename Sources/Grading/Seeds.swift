import Compilation
import Crypto
import Foundation
import JudgeCore

/// Seeds and names that derive from an installation's secret by HMAC-SHA256 (RFC 2104): whoever knows a challenge's
/// package, but not the secret, knows nothing of its hidden data.
struct Seeds: Sendable {
    private let key: SymmetricKey

    init(salt: [UInt8]) {
        key = SymmetricKey(data: salt)
    }

    /// The seed of `purpose`, e.g. `kmeans/blobs/small/1`.
    func seed(_ purpose: String) -> UInt64 {
        code("seed/" + purpose).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// A short name of the secret: the same name means the same hidden data. It gives nothing of the secret away.
    var fingerprint: String { String(code("fingerprint").prefix(2).hexadecimal) }

    private func code(_ purpose: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data(purpose.utf8), using: key))
    }
}
