internal import JudgeCore

extension AllowedHosts {
    /// Whether messages may go to `url`, whose host stands for these addresses now.
    ///
    /// - Throws: `JudgeError` `address-not-allowed`, which says what an administrator can do.
    package func check(_ url: WebhookURL, addresses: [IPAddress]) throws {
        // One that must not be reached makes all suspect: which one a connection takes is not for the name to choose.
        if let refused = addresses.first(where: { !allows(host: url.host, address: $0) }) {
            throw JudgeError(
                .usage, "address-not-allowed",
                "\(url.host == refused.description ? url.host : "\(url.host) stands for \(refused), which") is not public; to allow it, name it among the allowed hosts (loopback, private, a network such as 10.1.0.0/16, or a name)"
            )
        }
        guard url.scheme == "https" || allowsPlainHTTP(host: url.host, addresses: addresses) else {
            throw JudgeError(
                .usage, "address-not-allowed", "messages to \(url.host) take https: http is for allowed hosts alone")
        }
    }
}
