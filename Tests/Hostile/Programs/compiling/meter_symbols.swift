// tries: to call the meter as if it were the harness (@_silgen_name)
// holds: the symbols are the judge's own
// verdict: compile-error
// says: the submission uses the symbol 'judge_meter_finish'
@_silgen_name("judge_meter_finish") func finishCounting()

func total(_ values: [Int]) -> Int {
    finishCounting()
    return values.reduce(0, +)
}
