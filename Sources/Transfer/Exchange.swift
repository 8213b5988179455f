import CCurl
import Foundation
import Synchronization

/// One request and its answer; of a ``TransferLine`` one after the other. Touched by the thread of ``Transfers`` alone once it
/// has begun.
final class Exchange: @unchecked Sendable {
    /// Never used twice.
    let number = counter.add(1, ordering: .relaxed).newValue
    let easy: UnsafeMutableRawPointer
    private static let counter = Atomic<Int>(0)
    private let request: HTTPRequest
    private let part: Transfers.Part?
    private var list: UnsafeMutablePointer<curl_slist>?
    private var pins: UnsafeMutablePointer<curl_slist>?
    private var head: [UInt8] = []
    private var body: [UInt8] = []
    private var fault: String?
    private var isStopped = false
    /// Set by whoever no longer wants the answer, from any thread.
    let isCancelled = Atomic<Bool>(false)
    private let whoWaits = Mutex<Transfers.Answer?>(nil)

    /// - Parameter request: its header and body are those of the first request, and those of others are loaded later.
    init(_ request: HTTPRequest, part: Transfers.Part? = nil) {
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
        if request.method == "HEAD" { ccurl_set_number(easy, CURLOPT_NOBODY, 1) }
        load(headers: request.headers, body: request.body)
        ccurl_set_receiver(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            Exchange.from(context).takeHeader(Exchange.bytes(bytes, size * count)) ? size * count : 0
        }
        ccurl_set_context(easy, CURLOPT_HEADERDATA, context)
        ccurl_set_receiver(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            Exchange.from(context).takeBody(Exchange.bytes(bytes, size * count)) ? size * count : 0
        }
        ccurl_set_context(easy, CURLOPT_WRITEDATA, context)
    }

    deinit {
        curl_easy_cleanup(easy)
        curl_slist_free_all(list)
        curl_slist_free_all(pins)
    }

    /// Makes it ready to go out with this header and body.
    func load(headers: [(name: String, value: String)], body: [UInt8]?) {
        (head, self.body, fault, isStopped) = ([], [], nil, false)
        let last = list
        // No "100-continue" dance, which small bodies only wait for.
        list = curl_slist_append(nil, "Expect:")
        for (name, value) in headers { list = curl_slist_append(list, "\(name): \(value)") }
        ccurl_set_list(easy, CURLOPT_HTTPHEADER, list)
        curl_slist_free_all(last)
        guard let body else { return }
        ccurl_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
        _ = body.withUnsafeBytes { bytes in
            // libcurl copies what has this option.
            ccurl_set_text(easy, CURLOPT_COPYPOSTFIELDS, bytes.baseAddress?.assumingMemoryBound(to: CChar.self))
        }
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

    private static func bytes(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: bytes, count: count)
    }

    private var status: Int {
        var status = 0
        ccurl_get_number(easy, CURLINFO_RESPONSE_CODE, &status)
        return status
    }

    private func takeHeader(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard head.count + bytes.count <= 256 << 10 else {
            fault = "the answer's header does not end"
            return false
        }
        if bytes.starts(with: "HTTP/".utf8) { head = [] }  // of an answer before the final one
        head += bytes
        return true
    }

    private func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        if let part, (200..<300).contains(status) {
            isStopped = !part(Array(bytes))
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
            return end(.success(HTTPAnswer(status: status, head: head, body: body)))
        }
        end(.failure(TransferError(description: fault ?? String(cString: curl_easy_strerror(code)))))
    }
}
