import Foundation
import Grading
import Logging
import ServiceLifecycle
import Storage
import Synchronization

/// Says that a node is alive, and hears whether it may grade.
package final class NodeHeart: Service {
    /// What the names of this process's workers begin with: the host's name, the process's number, and four digits that are
    /// drawn. In a container the number is the same after each start, and what the process before held would look like this
    /// one's own.
    package static let name: String = {
        var host = [CChar](repeating: 0, count: 256)
        gethostname(&host, host.count - 1)
        let name = String(decoding: host.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        let drawn = String(UInt32.random(in: 0x10000...0x1FFFF), radix: 16).dropFirst()
        return "\(name):\(ProcessInfo.processInfo.processIdentifier)-\(drawn)"
    }()

    private let node: Mutex<Node>
    private let store: Store
    private let queue: Bell
    private let logger: Logger
    private let obstacle = Mutex<Node.Obstacle?>(nil)
    private let pace: Pace?
    private let calibrate: (@Sendable () async throws -> Double)?

    /// - Parameters:
    ///   - queue: rings when it may grade again.
    ///   - pace: is told how much slower this host is than the one that time limits go by.
    ///   - calibrate: measures ``Node/calibration`` again.
    package init(
        node: Node, store: Store, queue: Bell, logger: Logger, pace: Pace? = nil,
        calibrate: (@Sendable () async throws -> Double)? = nil
    ) {
        self.node = Mutex(node)
        self.pace = pace
        self.calibrate = calibrate
        self.store = store
        self.queue = queue
        self.logger = logger
    }

    /// Whether it may take submissions up.
    package var mayGrade: Bool { obstacle.withLock { $0 == nil } }

    /// Says once that it is alive.
    package func beat() async {
        do {
            let (own, agreed) = try await store.beat(node.withLock { $0 })
            if let seconds = own.calibration, let reference = agreed.calibration {
                pace?.set(seconds, reference: reference)
            }
            let new = own.obstacle(agreed)
            let old = obstacle.withLock { obstacle in
                defer { obstacle = new }
                return obstacle
            }
            guard new != old else { return }
            if let new {
                logger.warning("this node takes up nothing new", metadata: ["reason": "\(new)"])
            } else {
                logger.notice("this node grades again")
                queue.ring()
            }
        } catch {
            // What it was told last still stands.
            logger.error("the database does not hear that this node is alive", metadata: ["error": "\(error)"])
        }
    }

    package func run() async throws {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [self] in
                while !Task.isShuttingDownGracefully, !Task.isCancelled {
                    await beat()
                    try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(3)) }
                }
            }
            if let calibrate {
                group.addTask { [self] in
                    while (try? await cancelWhenGracefulShutdown { try await Task.sleep(for: Calibration.interval) })
                        != nil,
                        !Task.isShuttingDownGracefully
                    { await measure(calibrate) }
                }
            }
        }
        try? await store.leave(node.withLock { $0.name })
    }

    /// Measures how fast the host is now.
    private func measure(_ calibrate: () async throws -> Double) async {
        do {
            let seconds = try await calibrate()
            node.withLock { $0.calibration = seconds }
            await beat()
        } catch {
            logger.error("how fast this host is cannot be measured", metadata: ["error": "\(error)"])
        }
    }
}
