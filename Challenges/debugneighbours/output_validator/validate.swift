import ChallengeKit

// All is whole numbers, and no two ids are equal, so there is one right answer, which is compared exactly.

func wholeNumbers(_ reader: inout Reader) -> [[Int]] {
    let rows = reader.int("the number of rows")
    let columns = reader.int("the number of columns")
    return (0..<rows).map { _ in reader.ints(count: columns) }
}

var validator = OutputValidator()
let points = wholeNumbers(&validator.input)
let ids = validator.input.intList("ids")
let queries = wholeNumbers(&validator.input)
let k = validator.input.int("k")
let wanted = min(k, points.count)

let count = validator.output.int("the number of lists")
validator.require(count == queries.count, "There must be one list for each query.")
let known = Set(ids)
let answerCount = validator.answer.int("the number of lists")
if answerCount != queries.count { validator.answer.fail("there must be one list for each query") }

for query in queries {
    var distances: [Int: Int] = [:]
    var order: [(distance: Int, id: Int)] = []
    for (point, id) in zip(points, ids) {
        var distance = 0
        for column in query.indices { distance += (point[column] - query[column]) * (point[column] - query[column]) }
        order.append((distance, id))
    }
    order.sort { ($0.distance, $0.id) < ($1.distance, $1.id) }
    let expected = order.prefix(wanted).map(\.id)
    // The answer file is the model solution's; a wrong one is the challenge's fault.
    if validator.answer.intList("ids") != expected { validator.answer.fail("these are not the nearest points") }

    let length = validator.output.int("the number of ids of a query")
    validator.require(
        length == wanted, "The list of a query has not as many ids as are asked for, or as there are points.")
    let found = validator.output.ints(count: length, "an id")
    if found == expected { continue }
    validator.require(found.allSatisfy(known.contains), "An id is not among those of the points.")
    validator.require(Set(found).count == length, "A point is named twice for one query.")
    for (distance, id) in order { distances[id] = distance }
    let lengths = found.map { distances[$0] ?? 0 }
    validator.require(
        zip(lengths, lengths.dropFirst()).allSatisfy { $0 <= $1 },
        "The points of a query are not in the order of their distances.")
    validator.require(
        lengths == order.prefix(wanted).map(\.distance),
        "A point is left out that is nearer than one that is named.")
    validator.reject(
        "Points that are equally far from a query are not in the right order, or the wrong ones are named.")
}
validator.answer.end()
validator.accept()
