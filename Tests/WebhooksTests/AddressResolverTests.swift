import Dispatch
import Glibc
import JudgeCore
import Synchronization
import Testing

@testable import Webhooks

struct AddressResolverTests {
    /// Counts and remembers what it is asked.
    private final class Recorder: Sendable {
        let names = Mutex<[String]>([])
    }

    @Test(arguments: ["127.0.0.1", "8.8.8.8", "::1", "fe80::1", "2606:4700:4700::1111"])
    func `an address is its own answer`(text: String) async throws {
        let resolver = Resolver { _ in throw CancellationError() }
        #expect(try await resolver.addresses(of: text) == [try address(text)])
    }

    @Test(arguments: ["localhost", "LOCALHOST.", "a.localhost", "a.b.localhost"])
    func `localhost is this host, whatever a name server says`(name: String) async throws {
        let resolver = Resolver { _ in throw CancellationError() }
        #expect(try await resolver.addresses(of: name) == [try address("127.0.0.1"), try address("::1")])
    }

    @Test func `duplicates are removed, the order stays`() async throws {
        let recorder = Recorder()
        let texts = ["10.0.0.2", "::2", "10.0.0.1", "10.0.0.2", "::2"]
        let resolver = Resolver { name in
            recorder.names.withLock { $0.append(name) }
            return texts.compactMap(IPAddress.init)
        }
        let addresses = try await resolver.addresses(of: "Host.Example.")
        #expect(addresses.map(\.description) == ["10.0.0.2", "::2", "10.0.0.1"])
        #expect(recorder.names.withLock { $0 } == ["host.example"])
    }

    @Test(arguments: [
        "", "127.1", "0x7f.0.0.1", "2130706433", "a b", "a\0.example", "[::1]", "fe80::1%eth0", "bücher.example",
    ])
    func `what is no host name is not looked up`(name: String) async throws {
        let resolver = Resolver { _ in [IPAddress(bytes: [8, 8, 8, 8])] }
        let error = await #expect(throws: JudgeError.self) { try await resolver.addresses(of: name) }
        #expect(error?.message == "the name \(name.escapingControls) cannot be resolved: it is no host name")
    }

    @Test func `a name without addresses is an error`() async throws {
        let resolver = Resolver { _ in [] }
        let error = await #expect(throws: JudgeError.self) { try await resolver.addresses(of: "host.example") }
        #expect(error?.code == "unresolvable-host")
        #expect(error?.message == "the name host.example cannot be resolved: it has no address")
    }

    @Test func `a resolver that hangs does not hang the caller`() async throws {
        let end = DispatchSemaphore(value: 0)
        defer { end.signal() }
        let resolver = Resolver(timeLimit: .milliseconds(50)) { _ in
            end.wait()
            return []
        }
        let start = ContinuousClock.now
        let error = await #expect(throws: JudgeError.self) { try await resolver.addresses(of: "host.example") }
        #expect(error?.message == "the name host.example cannot be resolved: there was no answer within 0.05 s")
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test func `cancellation ends the wait`() async throws {
        let (begun, end) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        defer { end.signal() }
        let resolver = Resolver(timeLimit: .seconds(600)) { _ in
            begun.signal()
            end.wait()
            return []
        }
        let task = Task { try await resolver.addresses(of: "host.example") }
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                begun.wait()
                continuation.resume()
            }
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func `many hung lookups leave the cooperative pool free`() async throws {
        let end = DispatchSemaphore(value: 0)
        let resolver = Resolver(timeLimit: .milliseconds(200)) { _ in
            end.wait()
            return []
        }
        let start = ContinuousClock.now
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<32 {
                group.addTask {
                    _ = await #expect(throws: JudgeError.self) {
                        try await resolver.addresses(of: "host\(number).example")
                    }
                }
            }
        }
        #expect(ContinuousClock.now - start < .seconds(20))
        for _ in 0..<32 { end.signal() }
    }

    @Test func `the system's lookup gives its addresses once, and reads forms that are refused elsewhere`() throws {
        #expect(try Resolver.systemLookup("127.0.0.1") == [try address("127.0.0.1")])
        #expect(try Resolver.systemLookup("::1") == [try address("::1")])
        // Why names that end in a number are refused before they get here.
        #expect(try Resolver.systemLookup("127.1") == [try address("127.0.0.1")])
        #expect(try Resolver.systemLookup("0x7f000001") == [try address("127.0.0.1")])
    }

    @Test func `a name that cannot be resolved is an error that names it`() async throws {
        // With a network the name does not exist (RFC 2606), without one nobody can tell.
        let resolver = Resolver(timeLimit: .seconds(2))
        let error = await #expect(throws: JudgeError.self) { try await resolver.addresses(of: "host.invalid") }
        #expect(error?.kind == .unavailable)
        #expect(error?.message.hasPrefix("the name host.invalid cannot be resolved: ") == true)
    }
}
