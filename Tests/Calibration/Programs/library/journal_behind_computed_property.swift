// what: Appends entries to an array through a computed property with get and set.
// time: n^2
// space: n
// time-bound: n
// space-bound: n
// time-verdict: over
// space-verdict: within
// why: The getter hands out the array while the storage still holds it, so each append copies all entries.

final class Journal {
    private var storage: [Int] = []

    var entries: [Int] {
        get { storage }
        set {
            storage = newValue
            changes += 1
        }
    }
    private(set) var changes = 0
}

func work(_ values: [Int]) -> Int {
    let journal = Journal()
    for value in values where journal.entries.last != value + 1 {
        journal.entries.append(value)
    }
    return journal.entries.reduce(journal.changes) { ($0 &* 11) ^ $1 }
}
