import JudgeCore
import Testing

@testable import Webhooks

struct CuttingTests {
    private static let texts = [
        "plain words", "e\u{301}e\u{301}\u{323}e", "🇩🇪🇫🇷👍🏽❤️", "算法と構造", "مرحبا", "a<b>&\"c", "", "👍🏽",
        String(repeating: "\u{1100}", count: 50) + "x",
    ]

    @Test(arguments: texts, TextUnit.allCases)
    func `a text is cut between characters and as late as there is room`(_ text: String, _ unit: TextUnit) {
        for limit in 0...unit.size(text) + 1 {
            let cut = text.cut(to: limit, unit)
            #expect(unit.size(cut) <= limit)
            if unit.size(text) <= limit {
                #expect(cut == text)
            } else if cut.isEmpty {
                #expect(limit < unit.size("…"))
            } else {
                let kept = Array(cut.dropLast())
                #expect(cut.last == "…")
                #expect(kept == Array(text.prefix(kept.count)))
                let next = String(text.prefix(kept.count + 1)) + "…"
                #expect(unit.size(next) > limit, "there was room for one more")
            }
        }
    }

    @Test(arguments: texts)
    func `the limit is that of the escaped text, and no entity is cut`(_ text: String) {
        for limit in 3...40 {
            let cut = text.cut(to: limit, .bytes, as: \.inertHTML)
            #expect(cut.utf8.count <= limit)
            let read = cut.readAsHTML
            #expect(read == text || text.hasPrefix(String(read.dropLast())) && read.hasSuffix("…"))
            #expect(!cut.replacing(/&(amp|lt|gt|quot);/, with: "").contains("&"))
        }
    }

    @Test func `one endless character is left out whole`() {
        #expect(String(repeating: "\u{1100}", count: 2000).cut(to: 1024, .utf16) == "…")
    }

    @Test func `units count as services do`() {
        #expect(TextUnit.allCases.map { $0.size("👍🏽é") } == [10, 5, 2])
    }
}
