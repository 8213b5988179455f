internal import Foundation
internal import Glibc
internal import JudgeCore
internal import Reporting

/// Finds the addresses of hosts.
package struct Resolver: Sendable {
    /// Finds the addresses of a name, and may block.
    package typealias Lookup = @Sendable (String) throws -> [IPAddress]

    private let timeLimit: Duration
    private let lookup: Lookup

    /// - Parameters:
    ///   - timeLimit: how long a caller waits at most.
    ///   - lookup: `getaddrinfo`, where nothing else is given.
    package init(timeLimit: Duration = .seconds(5), lookup: @escaping Lookup = { try Self.systemLookup($0) }) {
        self.timeLimit = timeLimit
        self.lookup = lookup
    }

    /// The addresses of `host`, at least one, none of them twice; of an address, itself.
    ///
    /// The lookup has a thread of its own, as it blocks and cannot be interrupted: when the time is over or the task is
    /// cancelled, the thread is left to end by itself.
    ///
    /// - Throws: `JudgeError`, `CancellationError`.
    package func addresses(of host: String) async throws -> [IPAddress] {
        if let address = IPAddress(host) { return [address] }
        guard let name = HostName(host)?.text else { throw Self.error(host, "it is no host name") }
        // RFC 6761; libcurl asks no resolver about them either.
        if name == "localhost" || name.hasSuffix(".localhost") {
            return [IPAddress(bytes: [127, 0, 0, 1]), IPAddress(bytes: [UInt8](repeating: 0, count: 15) + [1])]
        }
        // The first answer counts, the lookup's or the clock's.
        let (answers, answer) = AsyncStream.makeStream(
            of: Result<[IPAddress], any Error>.self, bufferingPolicy: .bufferingOldest(1))
        let clock = Task { [timeLimit] in
            try await Task.sleep(for: timeLimit)
            answer.yield(.failure(Self.error(name, "there was no answer within \(timeLimit.seconds) s")))
        }
        defer { clock.cancel() }
        Thread.detachNewThread { [lookup] in answer.yield(Result { try lookup(name) }) }
        for await result in answers {
            var known: Set<IPAddress> = []
            let addresses = try result.get().filter { known.insert($0).inserted }
            guard !addresses.isEmpty else { throw Self.error(name, "it has no address") }
            return addresses
        }
        throw CancellationError()
    }

    /// Asks the host's resolver for both families. Not `AI_ADDRCONFIG`: on hosts without a route it would hide addresses
    /// that are to be refused.
    package static func systemLookup(_ name: String) throws -> [IPAddress] {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(name, nil, &hints, &list)
        guard code == 0 else {
            throw error(
                name, code == EAI_SYSTEM ? String(cString: strerror(errno)) : String(cString: gai_strerror(code)))
        }
        defer { freeaddrinfo(list) }
        var addresses: [IPAddress] = []
        var entry = list
        while let info = entry?.pointee {
            if let address = info.ai_addr.flatMap({ IPAddress($0) }) { addresses.append(address) }
            entry = info.ai_next
        }
        return addresses
    }

    private static func error(_ name: String, _ problem: String) -> JudgeError {
        JudgeError(
            .unavailable, "unresolvable-host",
            "the name \(name.displayedInline(limit: 253)) cannot be resolved: \(problem)")
    }
}
