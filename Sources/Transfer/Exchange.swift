import CCurl
import Foundation
import Synchronization

/// One request and its answer. Touched by the thread of ``Transfers`` alone once it has begun.
final class Exchange: @unchecked Sendable {
    /// Never used twice.
    let number = counter.add(1, ordering: .relaxed).newValue
    let easy: UnsafeMutableRawPointer
    private static let counter = Atomic<Int>(0)
    private let request: HTTPRequest
    private let part: Transfers.Part?
    private var list: UnsafeMutablePointer<curl_slist>?
    private var headers: [String: String] = [:]
    private var body: [UInt8] = []
    private var isTooLong = false
    private var isStopped = false
    /// Set by whoever no longer wants the answer, from any thread.
    let isCancelled = Atomic<Bool>(false)
    private let continuation = Mutex<CheckedContinuation<HTTPAnswer, any Error>?>(nil)

    init(_ request: HTTPRequest, part: Transfers.Part?) {
        self.request = request
        self.part = part
        guard let easy = curl_easy_init() else { fatalError("libcurl has no memory") }
        self.easy = easy
        let context = Unmanaged.passUnretained(self).toOpaque()
        ccurl_set_context(easy, CURLOPT_PRIVATE, context)
        ccurl_set_text(easy, CURLOPT_URL, request.url)
        ccurl_set_http_only(easy)
        ccurl_set_number(easy, CURLOPT_PATH_AS_IS, 1)
        ccurl_set_text(easy, CURLOPT_PROXY, "")
        ccurl_set_text(easy, CURLOPT_USERAGENT, "judge")
        ccurl_set_number(easy, CURLOPT_NOSIGNAL, 1)
        ccurl_set_number(easy, CURLOPT_FOLLOWLOCATION, 0)
        ccurl_set_number(easy, CURLOPT_CONNECTTIMEOUT, request.connectTimeout)
        ccurl_set_number(easy, CURLOPT_TIMEOUT, request.timeout)
        if request.silence > 0 {
            ccurl_set_number(easy, CURLOPT_LOW_SPEED_LIMIT, 1)
            ccurl_set_number(easy, CURLOPT_LOW_SPEED_TIME, request.silence)
        }
        ccurl_set_text(easy, CURLOPT_CUSTOMREQUEST, request.method)
        if let body = request.body {
            ccurl_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
            _ = body.withUnsafeBytes { bytes in
                // libcurl copies what has this option.
                ccurl_set_text(easy, CURLOPT_COPYPOSTFIELDS, bytes.baseAddress?.assumingMemoryBound(to: CChar.self))
            }
        } else if request.method == "HEAD" {
            ccurl_set_number(easy, CURLOPT_NOBODY, 1)
        }
        for (name, value) in request.headers { list = curl_slist_append(list, "\(name): \(value)") }
        // No "100-continue" dance, which small bodies only wait for.
        list = curl_slist_append(list, "Expect:")
        ccurl_set_list(easy, CURLOPT_HTTPHEADER, list)
        ccurl_set_receiver(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            Exchange.from(context).takeHeader(Exchange.array(bytes, size * count))
            return size * count
        }
        ccurl_set_context(easy, CURLOPT_HEADERDATA, context)
        ccurl_set_receiver(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            Exchange.from(context).takeBody(Exchange.array(bytes, size * count)) ? size * count : 0
        }
        ccurl_set_context(easy, CURLOPT_WRITEDATA, context)
    }

    deinit {
        curl_easy_cleanup(easy)
        curl_slist_free_all(list)
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> Exchange {
        Unmanaged<Exchange>.fromOpaque(context!).takeUnretainedValue()
    }

    private static func array(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> [UInt8] {
        guard let bytes else { return [] }
        return bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
            Array(UnsafeBufferPointer(start: $0, count: count))
        }
    }

    private var status: Int {
        var status = 0
        ccurl_get_number(easy, CURLINFO_RESPONSE_CODE, &status)
        return status
    }

    private func takeHeader(_ bytes: [UInt8]) {
        let line = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        if line.hasPrefix("HTTP/") { headers = [:] }  // of an answer before the final one
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { return }
        headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
    }

    private func takeBody(_ bytes: [UInt8]) -> Bool {
        if let part, (200..<300).contains(status) {
            isStopped = !part(bytes)
            return !isStopped
        }
        guard body.count + bytes.count <= request.limit else {
            isTooLong = true
            return false
        }
        body += bytes
        return true
    }

    /// Notes who waits.
    func begin(_ continuation: CheckedContinuation<HTTPAnswer, any Error>) {
        self.continuation.withLock { $0 = continuation }
    }

    /// Tells who waits, once.
    func end(_ result: Result<HTTPAnswer, any Error>) {
        let waiting = continuation.withLock { continuation in
            defer { continuation = nil }
            return continuation
        }
        waiting?.resume(with: result)
    }

    /// Ends as libcurl says.
    func finish(_ code: CURLcode) {
        if code == CURLE_OK || isStopped {
            return end(.success(HTTPAnswer(status: status, headers: headers, body: body)))
        }
        let words =
            isTooLong ? "the answer is longer than \(request.limit) bytes" : String(cString: curl_easy_strerror(code))
        end(.failure(TransferError(description: words)))
    }
}
