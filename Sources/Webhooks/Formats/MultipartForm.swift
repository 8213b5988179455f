internal import JudgeCore

/// The parts of a form that brings files along: multipart/form-data, RFC 7578.
struct MultipartForm {
    /// A part. Its name and the rest of its head are the judge's own words, with nothing in them that would end them.
    private struct Part {
        let head: String
        let content: [UInt8]
    }

    private var parts: [Part] = []

    /// Adds a field of text.
    mutating func add(_ name: String, _ text: String) {
        parts.append(Part(head: "Content-Disposition: form-data; name=\"\(name)\"", content: Array(text.utf8)))
    }

    /// Adds a field of JSON.
    mutating func add(_ name: String, _ json: JSON) {
        parts.append(
            Part(
                head: "Content-Disposition: form-data; name=\"\(name)\"\r\nContent-Type: application/json",
                content: json.bytes))
    }

    /// Adds a picture.
    mutating func add(_ name: String, png: [UInt8], file: String) {
        parts.append(
            Part(
                head: "Content-Disposition: form-data; name=\"\(name)\"; filename=\"\(file)\"\r\n"
                    + "Content-Type: image/png",
                content: png))
    }

    /// What stands between the parts: the message's identifier, and a number where the parts hold that.
    ///
    /// RFC 2046, 5.1.1, takes at most 70 letters, digits and a few signs.
    func boundary(id: String) -> String {
        let start = "judge-\(id.utf8.prefix(24).hexadecimal)"
        var boundary = start
        var number = 0
        while parts.contains(where: { $0.content.contains(Array(boundary.utf8)) }) {
            number += 1
            boundary = "\(start)-\(number)"
        }
        return boundary
    }

    /// The form as it is sent.
    func bytes(boundary: String) -> [UInt8] {
        parts.flatMap { Array("--\(boundary)\r\n\($0.head)\r\n\r\n".utf8) + $0.content + Array("\r\n".utf8) }
            + Array("--\(boundary)--\r\n".utf8)
    }
}
