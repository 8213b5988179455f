import Testing

@testable import Compilation

@Suite("The signature of a function")
struct SignatureTests {
    @Test("is found on one line, without its body")
    func simple() {
        let source = """
            /// func decoy() {}
            let text = "func decoy2() {"
            func kMeans(
                points: [[Double]],   // rows
                k: Int = 3
            ) -> (centroids: [[Double]], labels: [Int]) {
                func inner() {}
            }
            """
        #expect(
            Signature.find("kMeans", in: source)
                == "func kMeans( points: [[Double]], k: Int = 3 ) -> (centroids: [[Double]], labels: [Int])")
        #expect(Signature.find("decoy", in: source) == nil)
        #expect(Signature.find("decoy2", in: source) == nil)
        #expect(Signature.first(in: source)?.name == "kMeans")
    }

    @Test(
        "is not found where there is none",
        arguments: ["", "func", "let func1 = 2", "func (", "/* func f() {} ", "\"\"\"\nfunc f() {}"])
    func none(source: String) {
        #expect(Signature.find("f", in: source) == nil)
    }

    @Test("may throw, be generic, and lie in a nested comment's shadow")
    func odd() {
        let source =
            "/* a /* b */ func f() {} */ func f<T: Comparable>(_ x: T) async throws -> T where T: Sendable { x }"
        #expect(Signature.find("f", in: source) == "func f<T: Comparable>(_ x: T) async throws -> T where T: Sendable")
    }
}
