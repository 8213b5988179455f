// what: Builds a tuple type of n / 64 references by doubling at run time and assigns such a tuple once for each value.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: not-within
// space-verdict: within
// why: Each assignment is one call of a value witness of Swift's runtime, which retains and releases order n / 64 references; n of them.

final class Leaf {
    var uses = 0
}

final class Box<Content> {
    var content: Content
    init(_ content: Content) { self.content = content }
}

@_semantics("optimize.sil.specialize.generic.never")
@inline(never)
func assign<Content>(_ content: Content, _ other: Content, _ values: [Int]) -> Int {
    let box = Box(content)
    var hash = MemoryLayout<Content>.size
    for value in values {
        box.content = value & 1 == 0 ? content : other
        hash = (hash &* 31) ^ value
    }
    return hash
}

@_semantics("optimize.sil.specialize.generic.never")
@inline(never)
func double<Content>(_ content: Content, _ left: Int, _ values: [Int]) -> Int {
    if left <= 0 { return assign(content, content, values) }
    return double((content, content), left - 1, values)
}

func work(_ values: [Int]) -> Int {
    let size = max(values.count / 64, 1)
    return double(Leaf(), Int.bitWidth - 1 - size.leadingZeroBitCount, values)
}
