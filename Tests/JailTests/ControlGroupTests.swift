import Foundation
import Jail
import JudgeCore
import Testing

/// `make test-cgroup2` says in `JUDGE_CGROUP` which kind there must be, lest its other tests pass without one.
@Suite struct ControlGroupTests {
    private static let expected = ProcessInfo.processInfo.environment["JUDGE_CGROUP"]

    @Test(
        .enabled(if: expected != nil, "any kind will do, or none"),
        arguments: [JailConfiguration.Policy.run, .tools], [SandboxChoice.full, .restricted])
    func `a jail has one of the kind that the host offers`(policy: JailConfiguration.Policy, sandbox: SandboxChoice)
        async throws
    {
        let configuration = JailConfiguration(policy: policy, sandbox: sandbox, executable: Workshop.jail)
        let walls = try await Jail.with(configuration) { $0.sandbox.walls }
        #expect(walls.contains("cgroup-\(Self.expected ?? "")"))
    }
}
