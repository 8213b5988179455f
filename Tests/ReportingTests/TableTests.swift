import Testing

@testable import Reporting

@Suite struct TableTests {
    private var table: Table {
        var table = Table([
            .init("ID", style: .bold), .init("NAME", shrinks: true), .init("TIME", alignment: .right),
            .init("KEYWORDS", shrinks: true),
        ])
        table.add(["kmeans", "k-means clustering", "1 s", "unsupervised, medium"])
        table.add(["knn", "日本 nearest neighbours", "0.5 s", ""])
        table.add(["linearregression", "Least squares", "10 s", "easy"])
        return table
    }

    @Test func `columns are aligned by what a terminal shows`() {
        #expect(
            table.text(style: TextStyle(color: false, width: 100)) == """
                ID                NAME                      TIME  KEYWORDS
                kmeans            k-means clustering         1 s  unsupervised, medium
                knn               日本 nearest neighbours  0.5 s
                linearregression  Least squares             10 s  easy

                """)
    }

    @Test func `where the page is narrow the widest columns give way`() {
        let text = table.text(style: TextStyle(color: false, width: 50))
        #expect(
            text == """
                ID                NAME          TIME  KEYWORDS
                kmeans            k-means cl…    1 s  unsupervise…
                knn               日本 neare…  0.5 s
                linearregression  Least squa…   10 s  easy

                """)
    }

    @Test func `titles may be missing, rows too short or too long, cells hostile`() {
        var table = Table([.init(""), .init("")])
        table.add(["a\u{1B}[31m"])
        table.add(["b\nc", "d", "e"])
        #expect(table.text(style: Reports.wide) == "a\\u{1B}[31m\nb⏎c          d\n")
        #expect(Table([.init("ID")]).text(style: Reports.wide) == "")
    }

    @Test func `colour goes to cells, not to the space between them`() {
        var table = Table([.init("ID", style: .bold), .init("N", alignment: .right)])
        table.add(["a", "10"])
        #expect(
            table.text(style: TextStyle(color: true, width: 80))
                == "\u{1B}[2mID\u{1B}[0m   \u{1B}[2mN\u{1B}[0m\n\u{1B}[1ma\u{1B}[0m   10\n")
    }
}
