// what: Descends into folders and joins the names of all folders above into a path at each depth.
// time: n^2
// space: n
// time-bound: n^2
// space-bound: n
// time-verdict: within
// space-verdict: within
// why: joined makes a string of all names so far, at each of n depths; one path lives at a time.

func work(_ values: [Int]) -> Int {
    var folders: [String] = []
    var checksum = 0
    for value in values {
        folders.append(String(value % 1_000))
        let path = folders.joined(separator: "/")
        checksum = (checksum &* 3) ^ (path.utf8.count &+ Int(path.utf8.last ?? 0))
    }
    return checksum
}
