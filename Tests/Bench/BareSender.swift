import CCurl
import Foundation

/// The least that sending by libcurl takes: the same bodies to the same receiver from a bare loop over curl_multi, eight at a
/// time, with handles that are used again.
struct BareSender {
    let url: String
    let headers: [String]
    let body: [UInt8]

    /// Sends `count` messages and waits for the answers.
    func send(_ count: Int) {
        guard let multi = curl_multi_init() else { fatalError("libcurl has no memory") }
        defer { curl_multi_cleanup(multi) }
        var list: UnsafeMutablePointer<curl_slist>?
        for header in headers + ["Expect:"] { list = curl_slist_append(list, header) }
        defer { curl_slist_free_all(list) }
        var left = count
        var running = 0
        for _ in 0..<8 {
            guard let easy = curl_easy_init() else { fatalError("libcurl has no memory") }
            ccurl_set_text(easy, CURLOPT_URL, url)
            ccurl_set_list(easy, CURLOPT_HTTPHEADER, list)
            ccurl_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
            _ = body.withUnsafeBytes { bytes in
                ccurl_set_text(easy, CURLOPT_COPYPOSTFIELDS, bytes.baseAddress?.assumingMemoryBound(to: CChar.self))
            }
            ccurl_set_receiver(easy, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
            curl_multi_add_handle(multi, easy)
            left -= 1
            running += 1
        }
        while running > 0 {
            var active: Int32 = 0
            curl_multi_perform(multi, &active)
            var queued: Int32 = 0
            while let message = curl_multi_info_read(multi, &queued) {
                guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else { continue }
                guard ccurl_result(message) == CURLE_OK else { fatalError("a bare message was not sent") }
                curl_multi_remove_handle(multi, easy)
                if left > 0 {
                    curl_multi_add_handle(multi, easy)
                    left -= 1
                } else {
                    curl_easy_cleanup(easy)
                    running -= 1
                }
            }
            if running > 0 { curl_multi_poll(multi, nil, 0, 1000, nil) }
        }
    }
}
