import Testing

@testable import Reporting

@Suite struct FormulaTextTests {
    @Test(
        "a formula reads like one in plain text",
        arguments: [
            (#"\sum_{i=1}^{n} x_i^2"#, "Σᵢ₌₁ⁿ xᵢ²"),
            (#"\frac{1}{n}\sum_{i=1}^n \lVert x_i - c_j \rVert_2^2"#, "(1/n) Σᵢ₌₁ⁿ ‖xᵢ − cⱼ‖₂²"),
            (#"\sigma(z) = \frac{1}{1 + e^{-z}}"#, "σ(z) = 1/(1 + e⁻ᶻ)"),
            (#"l_i = \operatorname{argmin}_{j} \|x_i - c_j\|"#, "lᵢ = argminⱼ ‖xᵢ − cⱼ‖"),
            (#"\operatorname*{arg\,min}_{w,b} L(w, b)"#, "argmin_(w,b) L(w, b)"),
            (#"c_j \leftarrow \frac{1}{|S_j|}\sum_{i \in S_j} x_i"#, "cⱼ ← (1/|Sⱼ|) Σ_(i∈Sⱼ) xᵢ"),
            (#"O(n \cdot k \cdot d)"#, "O(n·k·d)"), (#"1 \le k \le n \le 10^{5}"#, "1 ≤ k ≤ n ≤ 10⁵"),
            (#"X^\top X w = X^T y"#, "XᵀXw = Xᵀy"), (#"w \in \mathbb{R}^{d \times k}"#, "w ∈ ℝᵈˣᵏ"),
            (#"\hat{y}_i, \bar x, \tilde{\mathbf{w}}, \hat{x_i}"#, "ŷᵢ, x̄, w̃, x̂ᵢ"),
            (#"\sqrt{x^2 + y^2} + \sqrt 2 + \sqrt[3]{n}"#, "√(x² + y²) + √2 + ∛n"),
            (#"G = 1 - \sum_c p_c^2"#, "G = 1 − Σ_c p_c²"), (#"-1 \cdot \{-1, +1\}"#, "−1·{−1, +1}"),
            (#"y_i \log p_i + (1 - y_i)\log(1 - p_i)"#, "yᵢ log pᵢ + (1 − yᵢ) log(1 − pᵢ)"),
            (#"P(y = 1 \mid x)"#, "P(y = 1 | x)"), ("P(y | x)", "P(y | x)"), ("2|x| + |-x|", "2|x| + |−x|"),
            (#"w^{(t+1)} = w^{(t)} - \eta \nabla L"#, "w⁽ᵗ⁺¹⁾ = w⁽ᵗ⁾ − η∇L"),
            (#"\frac{\partial L}{\partial w_j}"#, "∂L/∂wⱼ"), (#"\frac{a+b}{2n}"#, "(a + b)/(2n)"),
            (#"\left(\frac{a}{b}\right)^2 \cdot \frac12"#, "(a/b)²·(1/2)"),
            (#"20\,000, 10{,}000, 0.5"#, "20 000, 10,000, 0.5"),
            (#"n\log^2 n"#, "n log² n"), ("x_{i,j}", "x_(i,j)"),
            (#"n_\text{left} + \mu_{\text{old}}"#, "n_left + μ_old"),
            (#"\text{precision} = \frac{\mathrm{TP}}{\mathrm{TP} + \mathrm{FP}}"#, "precision = TP/(TP + FP)"),
            (#"e^{-(w\cdot x+b)}"#, "e^(−(w·x+b))"), (#"2^{\lceil \log_2 n \rceil}"#, "2^(⌈log₂n⌉)"),
            (#"\mathbb{1}[y_i \neq \hat y_i]"#, "𝟙[yᵢ ≠ ŷᵢ]"), (#"a \pmod n, \binom{n}{k}"#, "a (mod n), C(n, k)"),
            (#"\overline{AB}, {a+b}^2, x', f''"#, "A̅B̅, (a + b)², x′, f′′"), (#"\not= \unknown{x}"#, "≠ \\unknownx"),
        ])
    func reads(formula: String, text: String) {
        #expect(FormulaText.inline(formula) == text)
    }

    @Test func `cases, matrices and alignments stand in lines of their own`() {
        #expect(
            FormulaText.lines(
                #"""
                f(x) = \begin{cases} 1 & \text{if } x > 0 \\ 0 & \text{if } x = 0 \\
                -1 & \text{otherwise} \end{cases}
                """#
            ).joined(separator: "\n") == """
                       ⎧ 1   if x > 0
                f(x) = ⎨ 0   if x = 0
                       ⎩ −1  otherwise
                """)
        #expect(
            FormulaText.lines(#"A = \begin{pmatrix} 1 & 20 \\ 300 & 4 \end{pmatrix} x"#).joined(separator: "\n") == """
                A = ⎛ 1    20 ⎞ x
                    ⎝ 300  4  ⎠
                """)
        #expect(
            FormulaText.lines(#"\begin{aligned} w &= w - \eta g \\ bias &= b \end{aligned}"#).joined(separator: "\n")
                == """
                   w = w − ηg
                bias = b
                """)
        #expect(FormulaText.lines(#"\sum x"#) == ["Σ x"])
        #expect(FormulaText.inline(#"\begin{cases} 1 & x \\ 0 & y \end{cases}"#) == "{ 1 x; 0 y }")
    }

    @Test(
        "no formula, however broken or deep, fails or takes long",
        arguments: [
            "{", "}", "\\frac", "x^", "x^a", "\\sqrt[", "\\begin{cases}", "\\not", "|x", "\\hat{", "\\left(", "&\\\\",
            "_",
        ])
    func survives(part: String) {
        _ = FormulaText.inline(part)
        let text = String(repeating: part, count: 5000)
        let elapsed = ContinuousClock().measure {
            _ = FormulaText.inline(text)
            _ = FormulaText.lines(text)
        }
        #expect(elapsed < .seconds(10))
    }
}
