// tries: to import what harnesses are built with
// holds: a submission does not see it
// verdict: compile-error
// says: ChallengeKit is the judge's own module
import ChallengeKit

func total(_ values: [Int]) -> Int {
    values.reduce(0, +)
}
