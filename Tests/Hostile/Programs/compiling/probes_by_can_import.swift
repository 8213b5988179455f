// tries: to find out what the host holds by #if canImport
// holds: it learns of modules that are there to be imported, and of no others
// verdict: accepted
#if canImport(main) || canImport(JudgeCore) || canImport(CSecret)
    #error("breach: a module of the judge can be imported")
#endif

func total(_ values: [Int]) -> Int {
    values.reduce(0, +)
}
