import Foundation
import Subprocess
import Support
import SystemPackage
import Transfer

/// A real browser without a window, driven by the W3C's WebDriver protocol.
struct WebDriver: Sendable {
    private let session: String
    private let transfers: Transfers

    struct Failure: Error { let text: String }

    /// Runs `body` with a fresh browser.
    ///
    /// - Parameter scripts: whether pages may run scripts.
    static func with(scripts: Bool = true, body: @escaping @Sendable (WebDriver) async throws -> Void) async throws {
        try await withFolder { folder in
            let output = "\(folder)/output"
            _ = try await run(
                .path("/bin/sh"), arguments: ["-c", "exec chromedriver --port=0 > '\(output)' 2>&1"], input: .none,
                output: .discarded, error: .discarded
            ) { execution in
                let transfers = Transfers()
                do {
                    var port: String?
                    for _ in 0..<500 where port == nil {
                        let text = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
                        port = text.firstMatch(of: /started successfully on port (\d+)/).map { String($0.1) }
                        if port == nil { try await Task.sleep(for: .milliseconds(20)) }
                    }
                    guard let port else { throw Failure(text: "chromedriver did not begin") }
                    let arguments = [
                        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                        "--window-size=1200,1600",
                    ]
                    var options: [String: Any] = ["args": arguments]
                    if !scripts {
                        options["prefs"] = ["profile.managed_default_content_settings.javascript": 2]
                    }
                    let wish: [String: Any] = [
                        "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": ["browser": "ALL"],
                    ]
                    let base = "http://127.0.0.1:\(port)/session"
                    let made = try await ask(
                        transfers, "POST", base, ["capabilities": ["alwaysMatch": wish]])
                    guard let id = (made as? [String: Any])?["sessionId"] as? String else {
                        throw Failure(text: "no session: \(made)")
                    }
                    let driver = WebDriver(session: "\(base)/\(id)", transfers: transfers)
                    do { try await body(driver) } catch {
                        _ = try? await ask(transfers, "DELETE", driver.session, nil)
                        throw error
                    }
                    _ = try await ask(transfers, "DELETE", driver.session, nil)
                } catch {
                    transfers.close()
                    try? execution.send(signal: .terminate)
                    throw error
                }
                transfers.close()
                try? execution.send(signal: .terminate)
            }
        }
    }

    private static func ask(_ transfers: Transfers, _ method: String, _ url: String, _ body: [String: Any]?)
        async throws -> Any
    {
        let bytes = try body.map { Array(try JSONSerialization.data(withJSONObject: $0)) }
        let answer = try await transfers.send(
            HTTPRequest(method, url, headers: [("Content-Type", "application/json")], body: bytes))
        let object = try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
        guard answer.status == 200 else { throw Failure(text: answer.text) }
        return object?["value"] ?? NSNull()
    }

    private func ask(_ method: String, _ path: String, _ body: [String: Any]? = nil) async throws -> Any {
        try await Self.ask(transfers, method, session + path, body)
    }

    func open(_ url: String) async throws { _ = try await ask("POST", "/url", ["url": url]) }
    func address() async throws -> String { try await ask("GET", "/url") as? String ?? "" }
    func text() async throws -> String { try await ask("GET", "/element/\(element("body"))/text") as? String ?? "" }

    private func element(_ selector: String) async throws -> String {
        let found = try await ask("POST", "/element", ["using": "css selector", "value": selector])
        return (found as? [String: String])?.values.first ?? ""
    }

    func click(_ selector: String) async throws {
        _ = try await ask("POST", "/element/\(element(selector))/click", [:])
    }
    func type(_ text: String, into selector: String) async throws {
        _ = try await ask("POST", "/element/\(element(selector))/value", ["text": text])
    }

    /// A picture of the window, as PNG.
    func picture() async throws -> Data {
        Data(base64Encoded: try await ask("GET", "/screenshot") as? String ?? "") ?? Data()
    }

    /// What the browser complained of: blocked scripts, failed requests.
    func complaints() async throws -> [String] {
        let entries = try await ask("POST", "/se/log", ["type": "browser"]) as? [[String: Any]] ?? []
        return entries.compactMap { $0["message"] as? String }
    }

    /// Waits until the page says `words`; `false` after half a minute.
    func says(_ words: String) async throws -> Bool {
        for _ in 0..<300 {
            // Between two pages there may be no body for a moment.
            if (try? await text())?.contains(words) == true { return true }
            try await Task.sleep(for: .milliseconds(100))
        }
        return false
    }
}
