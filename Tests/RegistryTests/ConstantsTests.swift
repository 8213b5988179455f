import Testing

@testable import Registry

@Suite struct ConstantsTests {
    private var constants: Constants {
        var constants = Constants()
        constants.define("k", variant: "value", as: "5000000")
        constants.define("k", variant: "tex", as: "5,000,000")
        return constants
    }

    @Test(arguments: [
        ("{{k}}", "5000000"), ("{{k.value}}", "5000000"), ("{{k.tex}}", "5,000,000"),
        ("a{{k}}{{k}}b", "a50000005000000b"),
        ("{{l}}", "{{l}}"), ("{{k.other}}", "{{k.other}}"), ("{{ k }}", "{{ k }}"), ("{k}", "{k}"), ("{{k}", "{{k}"),
        ("{{{k}}}", "{5000000}"), ("x^{{2}}", "x^{{2}}"), ("{{", "{{"), ("", ""), ("{{k", "{{k"),
        ("é{{k}}é", "é5000000é"),
    ])
    func placesOfKnownConstantsAreFilledIn(text: String, expected: String) {
        #expect(constants.substituted(in: text) == expected)
        #expect(constants.substituted(in: Array(text.utf8)) == Array(expected.utf8))
    }

    @Test func withoutConstantsNothingChanges() {
        #expect(Constants().substituted(in: "{{k}}") == "{{k}}")
    }

    @Test func whatIsFilledInIsNotLookedAtAgain() {
        var constants = Constants()
        constants.define("a", variant: "value", as: "{{a}}")
        #expect(constants.substituted(in: "{{a}}") == "{{a}}")
    }
}
