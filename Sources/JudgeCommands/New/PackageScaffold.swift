import Foundation

/// The files of a small challenge that is complete: its author turns it into another one step by step, and has something
/// that works after each.
///
/// The task is a running mean. It has what most tasks have: an answer that is checked with a tolerance, an edge case,
/// mistakes that people make, and a slow way that growth gives away.
struct PackageScaffold {
    /// The folder's name.
    let slug: String
    /// What people call it.
    let name: String

    /// The function that is to be written: named like the challenge, if Swift allows that.
    private var function: String { slug.first?.isNumber == true ? "solve\(slug)" : slug }

    /// The files by their paths in the package.
    var files: [(path: String, text: String)] {
        (Self.words + Self.programs + Self.submissions + Self.data).map { path, text in
            let filled = text.replacing("SLUG", with: slug).replacing("NAME", with: name)
                .replacing("FUNCTION", with: function).replacing("UUID", with: UUID().uuidString.lowercased())
            return (path.replacing("SLUG", with: slug), filled + "\n")
        }
    }

    private static let words = [
        (
            "problem.yaml",
            """
            problem_format_version: "2025-09"
            type: pass-fail
            name: NAME
            uuid: UUID
            version: "1.0"
            license: cc by-sa
            credits:
              authors: your name
            keywords: [easy]
            languages: [swift]
            limits:
              time_limit: 1.0        # CPU seconds of each case
              memory: 512            # MiB
              code: 128              # KiB
              output: 8              # MiB
              compilation_time: 30
              validation_time: 10
              validation_memory: 1024
            """
        ),
        (
            "interview.yaml",
            """
            topic: basics            # one word, as `judge list --topic` takes it
            difficulty: easy         # as the keywords of problem.yaml say
            minutes: 10
            follow_ups:
              - ask: The values come one at a time and never end. What do you keep?
                answer: The count and the mean; each value moves the mean by its distance to it over the count.
              - ask: What if only the last w values count?
                answer: A ring of the last w values and their sum, or two stacks where sums must not drift.
              - ask: When does a running sum lose digits, and what helps?
                answer: When the sum is far larger than what is added. Update the mean instead, or use Kahan's summation.
            """
        ),
        (
            "complexity.yaml",
            """
            time: n
            space: n
            variables:               # at: the value while another variable climbs; ladder: first rung, then doubling
              n: { at: 1024, ladder: 512, rungs: 7 }
            families: [noise]        # of the generator: those that growth is measured on
            strict: false            # true: one logarithm more than the bound is too much as well
            """
        ),
        (
            "statement/problem.en.md",
            #"""
            Follow a series by its mean: after each value, tell the mean of all values so far.

            Write this function. It must work for every valid input, and it must be fast enough (see *Efficiency*).

            ```swift
            func FUNCTION(values: [Double]) -> [Double]
            ```

            - `values` holds $n$ numbers $x_0, \dots, x_{n-1}$. There may be none.

            Return $n$ numbers,

            $$m_i = \frac{1}{i + 1} \sum_{j=0}^{i} x_j .$$

            ## Limits

            - $0 \le n \le 100\,000$; values are finite, from $-10^6$ to $10^6$.

            ## Example

            For the values 1, 2, 6 the means are 1, 1.5 and 3.

            ## Efficiency

            | | asked for |
            | --- | --- |
            | time | $O(n)$ |
            | space | $O(n)$ beyond the arguments |

            ## Grading

            Each mean may differ from the right one by $10^{-6}$. Hidden cases hold short and long series.

            ## Format of the samples

            The judge calls your function; you read and print nothing. A `.in` file holds $n$ and then the values; the `.ans`
            file holds $n$ and then the means.
            """#
        ),
        (
            "solution/solution.en.md",
            """
            Keep the sum of what came so far, and divide it by how many that are. Adding all values up again for each mean is
            right as well, but its work grows with the square of $n$.
            """
        ),
        (
            "attachments/templates/swift/SLUG.swift",
            """
            /// The mean of the values up to and with each.
            ///
            /// - Parameter values: `n >= 0` finite numbers.
            /// - Returns: `n` means.
            func FUNCTION(values: [Double]) -> [Double] {
                // Your code here.
                return []
            }
            """
        ),
    ]

    private static let programs = [
        (
            "include/swift/main.swift",
            """
            import ChallengeKit

            @testable import Submission

            var input = readInput()
            let values = input.doubleList("values")
            input.end()

            // What is measured is the call, not reading and writing.
            let means = measured { FUNCTION(values: values) }

            var output = Output()
            output.list(means)
            output.finish()
            """
        ),
        (
            "generators/generator.swift",
            """
            import ChallengeKit

            let arguments = GeneratorArguments()
            let n = arguments.int("n")
            // All that is drawn comes from the seed: the same arguments always give the same bytes.
            var random = Random(seed: arguments.seed)
            let values: [Double]
            switch arguments.family {
            case "noise": values = (0..<n).map { _ in random.uniform(-1000, 1000) }
            case "drift": values = (0..<n).map { Double($0) * 0.5 + random.normal() }
            default: arguments.unknownFamily(known: ["noise", "drift"])
            }
            var writer = Writer()
            writer.line(values.count)
            writer.line(values)
            writer.print()
            """
        ),
        (
            "generators/generators.yaml",
            """
            solution: /submissions/accepted/running_sum.swift
            data:
              secret:
                data:
                  noise:
                    data:
                      short: "generator --family noise --seed {seed} --n 20"
                      long: "generator --family noise --seed {seed} --n 4000"
                  drift:
                    data:
                      rising: "generator --family drift --seed {seed} --n 1000"
            """
        ),
        (
            "input_validators/validate.swift",
            """
            import ChallengeKit

            validateInput { input in
                let values = input.doubleList("values")
                guard values.count <= 100_000 else { input.fail("there must be at most 100000 values") }
                guard values.allSatisfy({ abs($0) <= 1e6 }) else { input.fail("values must be from -1e6 to 1e6") }
            }
            """
        ),
        (
            "output_validator/validate.swift",
            """
            import ChallengeKit

            // The mean of up to 1e5 values of up to 1e6 is right to about 1e-5 * 2^-53 * 1e6 whatever the order of the sums; a
            // value too many or too few moves it by far more than the tolerance.
            let tolerance = 1e-6

            var validator = OutputValidator()
            let values = validator.input.doubleList("values")
            let right = validator.answer.doubleList("the right means")
            let means = validator.output.doubleList("means")
            validator.require(means.count == right.count, "There must be one mean for each value.")
            for (index, (mean, wanted)) in zip(means, right).enumerated() where !(abs(mean - wanted) <= tolerance) {
                if index == 0, means.allSatisfy({ abs($0 - right[right.count - 1]) <= tolerance }) {
                    validator.reject("It looks as if each mean is that of all values.")
                }
                let shifted = index > 0 && abs(mean * Double(index) / Double(index + 1) - wanted) <= tolerance
                validator.reject(
                    shifted ? "It looks as if sums are divided by one too few." : "A mean is wrong.",
                    detail: "mean \\(index) is \\(mean) and should be \\(wanted)")
            }
            validator.accept()
            """
        ),
    ]

    private static let submissions = [
        (
            "submissions/submissions.yaml",
            """
            # A message: some case must be refused with it, so that each wrong answer fails for its own reason.
            accepted/running_sum.swift:
              model_solution: true
            wrong_answer/divides_by_one_too_few.swift:
              message: "It looks as if sums are divided by one too few"
            wrong_answer/adds_all_values.swift:
              message: "It looks as if each mean is that of all values"
            wrong_answer/forgets_the_first.swift:
              message: "A mean is wrong"
            """
        ),
        (
            "submissions/accepted/running_sum.swift",
            """
            func FUNCTION(values: [Double]) -> [Double] {
                var means: [Double] = []
                var sum = 0.0
                for (index, value) in values.enumerated() {
                    sum += value
                    means.append(sum / Double(index + 1))
                }
                return means
            }
            """
        ),
        (
            "submissions/accepted/running_mean.swift",
            """
            func FUNCTION(values: [Double]) -> [Double] {
                var mean = 0.0
                return values.enumerated().map { index, value in
                    mean += (value - mean) / Double(index + 1)
                    return mean
                }
            }
            """
        ),
        (
            "submissions/wrong_answer/divides_by_one_too_few.swift",
            """
            func FUNCTION(values: [Double]) -> [Double] {
                var sum = 0.0
                return values.enumerated().map { index, value in
                    sum += value
                    return sum / Double(max(index, 1))
                }
            }
            """
        ),
        (
            "submissions/wrong_answer/adds_all_values.swift",
            """
            func FUNCTION(values: [Double]) -> [Double] {
                let mean = values.reduce(0, +) / Double(values.count)
                return values.map { _ in mean }
            }
            """
        ),
        (
            "submissions/wrong_answer/forgets_the_first.swift",
            """
            func FUNCTION(values: [Double]) -> [Double] {
                var sum = 0.0
                return values.enumerated().map { index, value in
                    if index > 0 { sum += value }
                    return sum / Double(index + 1)
                }
            }
            """
        ),
        (
            "submissions/run_time_error/begins_with_the_first.swift",
            """
            func FUNCTION(values: [Double]) -> [Double] {
                var means = [values[0]]
                for index in 1..<values.count {
                    means.append(means[index - 1] + (values[index] - means[index - 1]) / Double(index + 1))
                }
                return means
            }
            """
        ),
        (
            "submissions/complexity_exceeded/keeps_every_beginning.swift",
            """
            func FUNCTION(values: [Double]) -> [Double] {
                var beginnings: [[Double]] = []
                for value in values { beginnings.append((beginnings.last ?? []) + [value]) }
                return beginnings.map { $0.reduce(0, +) / Double($0.count) }
            }
            """
        ),
        (
            "submissions/complexity_exceeded/sums_again.swift",
            """
            func FUNCTION(values: [Double]) -> [Double] {
                values.indices.map { index in values[...index].reduce(0, +) / Double(index + 1) }
            }
            """
        ),
    ]

    private static let data = [
        ("data/sample/1-three.in", "3\n1 2 6"),
        ("data/sample/1-three.ans", "3\n1.0 1.5 3.0"),
        ("data/sample/2-zeros.in", "4\n0 0 0 8"),
        ("data/sample/2-zeros.ans", "4\n0.0 0.0 0.0 2.0"),
        ("data/secret/edge/none.in", "0\n"),
        ("data/secret/edge/none.ans", "0\n"),
        ("data/secret/edge/one.in", "1\n-7.5"),
        ("data/secret/edge/one.ans", "1\n-7.5"),
        ("data/secret/edge/equal.in", "4\n1e6 1e6 1e6 1e6"),
        ("data/secret/edge/equal.ans", "4\n1000000.0 1000000.0 1000000.0 1000000.0"),
        ("data/invalid_input/one-missing.in", "3\n1 2"),
        ("data/invalid_input/too-large.in", "1\n1e7"),
        ("data/invalid_input/left-over.in", "1\n2 3"),
        ("data/invalid_output/one-missing.in", "2\n1 3"),
        ("data/invalid_output/one-missing.ans", "2\n1.0 2.0"),
        ("data/invalid_output/one-missing.out", "1\n1.0"),
        ("data/invalid_output/not-a-number.in", "1\n1"),
        ("data/invalid_output/not-a-number.ans", "1\n1.0"),
        ("data/invalid_output/not-a-number.out", "1\nnan"),
        ("data/valid_output/rounded.in", "3\n0 0 1"),
        ("data/valid_output/rounded.ans", "3\n0.0 0.0 0.3333333333333333"),
        ("data/valid_output/rounded.out", "3\n0 0 0.33333333"),
    ]
}
