import Testing

@testable import Grading

@Suite("Seeds of hidden data")
struct SeedsTests {
    private let salt = [UInt8](0..<32)

    @Test("are the same for the same secret and purpose, and for nothing else")
    func derivation() {
        let seeds = Seeds(salt: salt)
        #expect(seeds.seed("kmeans/blobs/small/0") == Seeds(salt: salt).seed("kmeans/blobs/small/0"))
        let other = Seeds(salt: salt.reversed())
        var drawn: Set<UInt64> = []
        for purpose in ["kmeans/blobs/small/0", "kmeans/blobs/small/1", "kmeans/blobs/large/0", "knn/blobs/small/0"] {
            drawn.insert(seeds.seed(purpose))
            drawn.insert(other.seed(purpose))
        }
        #expect(drawn.count == 8)
    }

    @Test("have a name that tells installations apart and gives no seed away")
    func fingerprint() {
        let seeds = Seeds(salt: salt)
        #expect(seeds.fingerprint.count == 4)
        #expect(seeds.fingerprint != Seeds(salt: salt.reversed()).fingerprint)
        #expect(!String(seeds.seed("fingerprint"), radix: 16).hasPrefix(seeds.fingerprint))
    }
}
