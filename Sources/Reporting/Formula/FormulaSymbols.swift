/// What TeX's commands look like in plain Unicode.
enum FormulaSymbols {
    /// The symbol of a command that takes no argument.
    static func symbol(_ command: String) -> FormulaNode? {
        if let letter = letters[command] { return .symbol(letter, .ordinary) }
        if let (text, kind) = marks[command] { return .symbol(text, kind) }
        if functions.contains(command) { return .symbol(command, .operation) }
        if let name = namedFunctions[command] { return .symbol(name, .operation) }
        return nil
    }

    /// The symbol of a character that stands for itself.
    static func symbol(_ character: Character) -> FormulaNode {
        switch character {
        case "+", "±", "×": return .symbol(String(character), .binary)
        case "-", "−": return .symbol("−", .binary)
        case "*": return .symbol("*", .binary)
        case "/", "·": return .symbol(String(character), .tight)
        case "=", "<", ">", ":", "≤", "≥", "≠", "≈", "∈", "→", "←": return .symbol(String(character), .relation)
        case "(", "[": return .symbol(String(character), .opening)
        case ")", "]", "!": return .symbol(String(character), .closing)
        case ",", ";": return .symbol(String(character), .punctuation)
        case "|": return .symbol("|", .bar)
        case "~": return .symbol(" ", .space)
        default: return .symbol(String(character), .ordinary)
        }
    }

    private static let letters: [String: String] = [
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ",
        "eta": "η",
        "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
        "omicron": "ο", "pi": "π", "varpi": "ϖ", "rho": "ρ", "varrho": "ϱ", "sigma": "σ", "varsigma": "ς", "tau": "τ",
        "upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
        "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ",
        "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
        "ell": "ℓ", "infty": "∞", "partial": "∂", "nabla": "∇", "forall": "∀", "exists": "∃", "nexists": "∄",
        "emptyset": "∅", "varnothing": "∅", "aleph": "ℵ", "hbar": "ℏ", "Re": "ℜ", "Im": "ℑ", "top": "⊤", "bot": "⊥",
        "angle": "∠", "triangle": "△", "square": "□", "blacksquare": "■", "checkmark": "✓", "dagger": "†",
        "ldots": "…", "dots": "…", "dotsc": "…", "dotsb": "⋯", "cdots": "⋯", "vdots": "⋮", "ddots": "⋱", "neg": "¬",
        "lnot": "¬", "prime": "′", "degree": "°", "imath": "ı", "jmath": "ȷ",
        "%": "%", "_": "_", "#": "#", "&": "&", "$": "$",
    ]

    private static let marks: [String: (String, FormulaNode.Kind)] = [
        "sum": ("Σ", .operation), "prod": ("Π", .operation), "coprod": ("∐", .operation), "int": ("∫", .operation),
        "iint": ("∬", .operation), "oint": ("∮", .operation), "bigcup": ("⋃", .operation), "bigcap": ("⋂", .operation),
        "bigoplus": ("⨁", .operation), "bigvee": ("⋁", .operation), "bigwedge": ("⋀", .operation),
        "cdot": ("·", .tight), "bullet": ("•", .tight), "circ": ("∘", .tight), "times": ("×", .binary),
        "div": ("÷", .binary), "pm": ("±", .binary), "mp": ("∓", .binary), "ast": ("*", .binary),
        "star": ("⋆", .binary),
        "cup": ("∪", .binary), "cap": ("∩", .binary), "setminus": ("∖", .binary), "oplus": ("⊕", .binary),
        "ominus": ("⊖", .binary), "otimes": ("⊗", .binary), "odot": ("⊙", .binary), "land": ("∧", .binary),
        "wedge": ("∧", .binary), "lor": ("∨", .binary), "vee": ("∨", .binary), "bmod": ("mod", .relation),
        "le": ("≤", .relation), "leq": ("≤", .relation), "leqslant": ("≤", .relation), "ge": ("≥", .relation),
        "geq": ("≥", .relation), "geqslant": ("≥", .relation), "lt": ("<", .relation), "gt": (">", .relation),
        "ne": ("≠", .relation), "neq": ("≠", .relation), "approx": ("≈", .relation), "equiv": ("≡", .relation),
        "sim": ("∼", .relation), "simeq": ("≃", .relation), "cong": ("≅", .relation), "propto": ("∝", .relation),
        "ll": ("≪", .relation), "gg": ("≫", .relation), "in": ("∈", .relation), "notin": ("∉", .relation),
        "ni": ("∋", .relation), "subset": ("⊂", .relation), "subseteq": ("⊆", .relation), "supset": ("⊃", .relation),
        "supseteq": ("⊇", .relation), "to": ("→", .relation), "rightarrow": ("→", .relation),
        "longrightarrow": ("⟶", .relation), "leftarrow": ("←", .relation), "gets": ("←", .relation),
        "leftrightarrow": ("↔", .relation), "mapsto": ("↦", .relation), "Rightarrow": ("⇒", .relation),
        "implies": ("⇒", .relation), "Leftarrow": ("⇐", .relation), "Leftrightarrow": ("⇔", .relation),
        "iff": ("⇔", .relation), "mid": ("|", .relation), "parallel": ("∥", .relation), "perp": ("⊥", .relation),
        "models": ("⊨", .relation), "vdash": ("⊢", .relation), "prec": ("≺", .relation), "succ": ("≻", .relation),
        "coloneqq": ("≔", .relation), "colon": (":", .punctuation),
        "lVert": ("‖", .opening), "rVert": ("‖", .closing), "lvert": ("|", .opening), "rvert": ("|", .closing),
        "Vert": ("‖", .bar), "|": ("‖", .bar), "vert": ("|", .bar), "langle": ("⟨", .opening),
        "rangle": ("⟩", .closing),
        "lfloor": ("⌊", .opening), "rfloor": ("⌋", .closing), "lceil": ("⌈", .opening), "rceil": ("⌉", .closing),
        "{": ("{", .opening), "}": ("}", .closing), "lbrace": ("{", .opening), "rbrace": ("}", .closing),
        "lbrack": ("[", .opening), "rbrack": ("]", .closing), "backslash": ("\\", .ordinary),
        ",": (" ", .space), ";": (" ", .space), ":": (" ", .space), ">": (" ", .space), " ": (" ", .space),
        "quad": ("  ", .space), "qquad": ("    ", .space), "thinspace": (" ", .space),
    ]

    private static let functions: Set<String> = [
        "log", "ln", "lg", "exp", "min", "max", "sup", "inf", "lim", "limsup", "liminf", "det", "dim", "ker", "gcd",
        "deg", "hom", "arg", "sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "arcsin",
        "arccos", "arctan",
    ]

    private static let namedFunctions = ["Pr": "Pr", "argmin": "argmin", "argmax": "argmax"]

    /// Commands without a trace in plain text.
    static let ignored: Set<String> = [
        "left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "Biggl",
        "Biggr", "bigm", "middle", "displaystyle", "textstyle", "scriptstyle", "limits", "nolimits", "nonumber",
        "notag", "!", "hline", "rm", "bf", "it", "mathstrut", "strut", "allowbreak",
    ]

    /// Commands that only change how their argument looks.
    static let transparent: Set<String> = [
        "mathbf", "mathit", "mathsf", "mathtt", "mathnormal", "boldsymbol", "bm", "mathfrak", "mathop", "mathbin",
        "mathrel", "mathord", "boxed", "underline", "underbrace", "overbrace", "smash", "displaylines", "ensuremath",
        "mathscr",
    ]

    /// Commands whose argument is words: whether the words are an operator's name.
    static let words: [String: Bool] = [
        "text": false, "textrm": false, "textbf": false, "textit": false, "texttt": false, "textsf": false,
        "mbox": false, "mathrm": false, "operatorname": true,
    ]

    /// Combining characters for accents.
    static let accents: [String: Character] = [
        "hat": "\u{302}", "widehat": "\u{302}", "bar": "\u{304}", "overline": "\u{305}", "tilde": "\u{303}",
        "widetilde": "\u{303}", "vec": "\u{20D7}", "dot": "\u{307}", "ddot": "\u{308}", "check": "\u{30C}",
        "breve": "\u{306}", "acute": "\u{301}", "grave": "\u{300}", "mathring": "\u{30A}",
    ]

    /// Double-struck letters; all others are computed.
    static func doubleStruck(_ text: String) -> String {
        let fixed: [Character: Character] = ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"]
        return String(
            text.map { character in
                if let letter = fixed[character] { return letter }
                guard let value = character.asciiValue, let start = doubleStruckStart(value) else { return character }
                return Character(Unicode.Scalar(start + UInt32(value))!)
            })
    }

    private static func doubleStruckStart(_ value: UInt8) -> UInt32? {
        switch value {
        case 0x41...0x5A: 0x1D538 - 0x41
        case 0x61...0x7A: 0x1D552 - 0x61
        case 0x30...0x39: 0x1D7D8 - 0x30
        default: nil
        }
    }

    /// Script letters that every font for terminals has; the others stay plain.
    static func calligraphic(_ text: String) -> String {
        let fixed: [Character: Character] = [
            "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ",
        ]
        return String(text.map { fixed[$0] ?? $0 })
    }
}
