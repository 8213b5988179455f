/// Two files of a ``SimilarityStudy``, by their places in it, and how much of each is in the other.
package struct SimilarPair: Sendable, Equatable {
    /// The places of the files; the first is the smaller number.
    package let first: Int
    package let second: Int
    /// The share of the first file's own tokens that the second has too, from 0 to 1.
    package let shareOfFirst: Double
    /// The share of the second file's own tokens that the first has too, from 0 to 1.
    package let shareOfSecond: Double

    /// How alike they are, from 0 to 1: the mean of the shares. The larger one alone makes short solutions look alike that
    /// have little more than what everybody writes; a copy to which as much again is added is still above one half.
    package var similarity: Double { (shareOfFirst + shareOfSecond) / 2 }
}

/// Lines that are alike in two files, both from 1.
package struct SharedLines: Sendable, Equatable {
    package let first: ClosedRange<Int>
    package let second: ClosedRange<Int>
    /// How many tokens of the first file are within.
    package let tokens: Int
}
