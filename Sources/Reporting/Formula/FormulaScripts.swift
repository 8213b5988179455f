/// Raised and lowered characters of Unicode.
enum FormulaScripts {
    /// `text` raised, where every character of it can be.
    static func raised(_ text: String) -> String? { mapped(text, upper) }

    /// `text` lowered, where every character of it can be.
    static func lowered(_ text: String) -> String? { mapped(text, lower) }

    private static func mapped(_ text: String, _ table: [Character: Character]) -> String? {
        var result = ""
        for character in text where character != " " {
            guard let script = table[character] else { return nil }
            result.append(script)
        }
        return result
    }

    private static func table(_ plain: String, _ scripts: String) -> [Character: Character] {
        Dictionary(uniqueKeysWithValues: zip(plain, scripts))
    }

    private static let upper = table(
        "0123456789+−-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθφχ×⊤*′.",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᵠᵡˣᵀ*′·")

    private static let lower = table(
        "0123456789+−-=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")
}
