// what: A tree whose nodes refer to their parents strongly, so that it is never freed.
// time: n
// space: n
// time-bound: n
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: The cycles leak n nodes; at the peak of one call that is linear memory.

final class Member {
    let value: Int
    var parent: Member?
    var children: [Member] = []

    init(_ value: Int) { self.value = value }
}

func work(_ values: [Int]) -> Int {
    var members: [Member] = []
    for (index, value) in values.enumerated() {
        let member = Member(value)
        if index > 0 {
            member.parent = members[(index - 1) / 3]
            members[(index - 1) / 3].children.append(member)
        }
        members.append(member)
    }
    return members.reduce(0) { $0 &* 3 ^ ($1.value &+ $1.children.count &+ ($1.parent?.value ?? 0)) }
}
