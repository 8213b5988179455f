import ChallengeKit

@testable import Submission

var data = readInput()
let points = data.matrix("points")
let labels = data.intList("labels")
let order = data.intList("order")
let lambda = data.double("lambda")
let projects = data.int("projects", in: 0...1) == 1
data.end()

let model = measured {
    linearSVM(points: points, labels: labels, order: order, lambda: lambda, projects: projects)
}

var output = Output()
output.list(model.weights)
output.write(model.bias)
output.finish()
