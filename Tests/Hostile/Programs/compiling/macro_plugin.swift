// tries: to have the compiler load a plug-in, which is a program, from a path of the submission's choice
// holds: there are no plug-ins
// verdict: compile-error
// says: external macro implementation
@freestanding(expression)
macro marker() -> Int = #externalMacro(module: "/box/submission/judge-hostile-marker", type: "Marker")

func total(_ values: [Int]) -> Int {
    #marker + values.reduce(0, +)
}
