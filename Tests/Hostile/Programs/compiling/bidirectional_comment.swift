// tries: to look like other source than it is, by bidirectional controls in a comment and a string
// holds: the compiler reads it as it stands, and whoever shows it shows the controls
// verdict: compile-error
func total(_ values: [Int]) -> Int {
    /* ‮ } ⁦if isJudge⁩ ⁦ begin */ let unused = "‮nruter⁩"  // ⁧ left open
    return "‮" + unused
}
