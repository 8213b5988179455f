import JudgeCore
import Testing

@testable import Webhooks

/// The address that `text` writes.
func address(_ text: String) throws -> IPAddress { try #require(IPAddress(text), "\(text) is no address") }

extension IPAddress {
    /// The next address, or the one before.
    func stepped(by step: Int) -> IPAddress {
        var bytes = bytes
        for index in bytes.indices.reversed() {
            let (sum, overflow) =
                step > 0 ? bytes[index].addingReportingOverflow(1) : bytes[index].subtractingReportingOverflow(1)
            bytes[index] = sum
            if !overflow { break }
        }
        return IPAddress(bytes: bytes)
    }

    /// The IPv6 addresses that stand for this IPv4 address, by the name of the form.
    var embeddings: [(form: String, address: IPAddress)] {
        func address(_ prefix: String, offset: Int = 12, _ inserted: [UInt8]? = nil) -> IPAddress {
            var bytes = IPAddress(prefix)!.bytes
            bytes.replaceSubrange(offset..<offset + 4, with: inserted ?? self.bytes)
            return IPAddress(bytes: bytes)
        }
        let publicServer = "2001:0:808:808::"
        return [
            ("mapped", address("::ffff:0:0")),
            ("compatible", address("::")),
            ("translated", address("::ffff:0:0:0")),
            ("NAT64", address("64:ff9b::")),
            ("local NAT64, /96", address("64:ff9b:1::")),
            ("local NAT64, /48", address("64:ff9b:1::", offset: 6)),
            ("6to4", address("2002::", offset: 2)),
            ("Teredo server", address("2001::f7f7:f7f7", offset: 4)),
            ("Teredo client", address(publicServer, bytes.map(~))),
        ]
    }
}
