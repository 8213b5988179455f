import Support
import Testing

@testable import JudgeHTTP

/// Forms as browsers and programs send them, and as nobody should.
@Suite struct MultipartTests {
    private func form(_ text: String, boundary: String = "X") throws -> Multipart {
        try Multipart(Array(text.utf8), boundary: boundary)
    }

    @Test func `parts keep their names, files and bytes, whatever is in them`() throws {
        let form = try form(
            "--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhere --X is no boundary\r\n-\r\n\r\n"
                + "--X\r\nContent-Type: text/plain\r\ncontent-disposition: form-data; name=b; filename=\"c;\\\"d%22.swift\"\r\n\r\n\r\n--X--\r\n"
        )
        #expect(form.parts.map(\.name) == ["a", "b"])
        #expect(form["a"]?.bytes == Array("here --X is no boundary\r\n-\r\n".utf8))
        #expect(form["b"]?.file == "c;\"d\".swift" && form["b"]?.bytes == [])
        #expect(form["c"] == nil)
        // What curl and browsers write is not what all programs do: a backslash may be one.
        let odd = try self.form("--X\r\nContent-Disposition: form-data; name=\"a\\\"\r\n\r\nb\r\n--X--")
        #expect(odd.parts.map(\.name) == ["a\\"])
    }

    @Test func `what is broken is refused, and nothing crashes or hangs`() {
        let original = Array(
            ("--X\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b.swift\"\r\n\r\nbody\r\n"
                + "--X\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nkey\r\n--X--\r\n").utf8)
        let words = ["--X", "--X--", "\r\n\r\n", "name=", "filename=\"", ";", "Content-Disposition:", "\\"]
        var whole = 0
        for bytes in Mutants(of: [original], words: words, count: 20_000) {
            guard let form = try? Multipart(bytes, boundary: "X") else { continue }
            whole += 1
            #expect(form.parts.count <= 32 && form.parts.reduce(0) { $0 + $1.bytes.count } <= bytes.count)
        }
        #expect(whole > 100 && whole < 19_900, "some mutants are whole, some are not")
    }

    @Test func `there are no more parts than a form of ours could have`() {
        let part = "--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n"
        #expect(throws: Problem.self) { try form(String(repeating: part, count: 33) + "--X--") }
        #expect(throws: Problem.self) { try form("--\r\n--", boundary: "") }
    }
}
