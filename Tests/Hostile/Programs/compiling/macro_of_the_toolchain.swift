// tries: to have the compiler start a plug-in that comes with it
// holds: there are no plug-ins, not even these
// verdict: compile-error
// says: external macro implementation
import Observation

@Observable class Marker {
    var value = 0
}

@freestanding(expression)
macro swiftify() -> Int = #externalMacro(module: "SwiftMacros", type: "SwiftifyImportMacro")

func total(_ values: [Int]) -> Int {
    #swiftify + values.reduce(0, +)
}
