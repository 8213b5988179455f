// what: Pushes every value on a stack of linked objects and pops them all.
// time: n
// space: n
// time-bound: n
// space-bound: log(n)
// time-verdict: within
// space-verdict: over
// why: n objects live before the first is popped.

final class Frame {
    let value: Int
    let below: Frame?

    init(_ value: Int, below: Frame?) {
        self.value = value
        self.below = below
    }
}

final class Stack {
    private var top: Frame?

    func push(_ value: Int) { top = Frame(value, below: top) }

    func pop() -> Int? {
        guard let frame = top else { return nil }
        top = frame.below
        return frame.value
    }
}

func work(_ values: [Int]) -> Int {
    let stack = Stack()
    values.forEach(stack.push)
    var hash = 0
    while let value = stack.pop() { hash = (hash &* 31) ^ value }
    return hash
}
