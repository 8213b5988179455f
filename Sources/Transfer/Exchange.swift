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
    private var pins: UnsafeMutablePointer<curl_slist>?
    private var headers: [String: String] = [:]
    private var body: [UInt8] = []
    private var headerBytes = 0
    private var fault: String?
    private var isStopped = false
    /// Set by whoever no longer wants the answer, from any thread.
    let isCancelled = Atomic<Bool>(false)
    private let whoWaits = Mutex<Transfers.Answer?>(nil)

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
        ccurl_set_text(easy, CURLOPT_PROXY, request.proxy ?? "")
        ccurl_set_text(easy, CURLOPT_USERAGENT, "judge")
        ccurl_set_number(easy, CURLOPT_NOSIGNAL, 1)
        ccurl_set_number(easy, CURLOPT_FOLLOWLOCATION, 0)
        ccurl_set_number(easy, CURLOPT_CONNECTTIMEOUT, request.connectTimeout)
        ccurl_set_number(easy, CURLOPT_TIMEOUT, request.timeout)
        if let authorities = request.authorities { ccurl_set_text(easy, CURLOPT_CAINFO, authorities) }
        pin(context)
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
            Exchange.from(context).takeHeader(Exchange.array(bytes, size * count)) ? size * count : 0
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
        curl_slist_free_all(pins)
    }

    /// Holds the connection to the request's addresses, and has each one checked once more as it is made.
    private func pin(_ context: UnsafeMutableRawPointer) {
        if !request.addresses.isEmpty, let url = URLComponents(string: request.url), let host = url.host {
            let port = url.port ?? (url.scheme?.lowercased() == "https" ? 443 : 80)
            pins = curl_slist_append(nil, "\(host):\(port):\(request.addresses.joined(separator: ","))")
            ccurl_set_list(easy, CURLOPT_RESOLVE, pins)
        }
        guard request.admits != nil else { return }
        ccurl_set_context(easy, CURLOPT_OPENSOCKETDATA, context)
        ccurl_set_opener(easy) { context, _, address in
            guard let address else { return CURL_SOCKET_BAD }
            let exchange = Exchange.from(context)
            guard withUnsafePointer(to: &address.pointee.addr, { exchange.request.admits?($0) ?? true }) else {
                exchange.fault = "the connection would go to an address that is not allowed"
                return CURL_SOCKET_BAD
            }
            return socket(
                address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue),
                address.pointee.protocol)
        }
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

    private func takeHeader(_ bytes: [UInt8]) -> Bool {
        headerBytes += bytes.count
        guard headerBytes <= 256 << 10 else {
            fault = "the answer's header does not end"
            return false
        }
        if bytes.starts(with: "HTTP/".utf8) { headers = [:] }  // of an answer before the final one
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return true }
        func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || (9...13).contains(byte) }
        let value = bytes[(colon + 1)...].drop(while: isSpace).reversed().drop(while: isSpace).reversed()
        headers[String(decoding: bytes[..<colon], as: UTF8.self).lowercased()] = String(decoding: value, as: UTF8.self)
        return true
    }

    private func takeBody(_ bytes: [UInt8]) -> Bool {
        if let part, (200..<300).contains(status) {
            isStopped = !part(bytes)
            return !isStopped
        }
        guard body.count + bytes.count <= request.limit else {
            if request.cutsBody {
                body += bytes.prefix(request.limit - body.count)
                isStopped = true
            } else {
                fault = "the answer is longer than \(request.limit) bytes"
            }
            return false
        }
        body += bytes
        return true
    }

    /// Notes who waits.
    func begin(_ answer: @escaping Transfers.Answer) { whoWaits.withLock { $0 = answer } }

    /// Tells who waits, once.
    func end(_ result: Result<HTTPAnswer, any Error>) {
        let waiting = whoWaits.withLock { whoWaits in
            defer { whoWaits = nil }
            return whoWaits
        }
        waiting?(result)
    }

    /// Ends as libcurl says.
    func finish(_ code: CURLcode) {
        if code == CURLE_OK || isStopped {
            return end(.success(HTTPAnswer(status: status, headers: headers, body: body)))
        }
        end(.failure(TransferError(description: fault ?? String(cString: curl_easy_strerror(code)))))
    }
}
