/// A small picture of how a graded submission's work and memory grow, for chats: two log-log plots with the measured
/// points, and beside them what they would be if they grew as the bound does from the first point on.
///
/// Whatever the news hold, it can be drawn, and the same news are always the same bytes.
enum GrowthPicture {
    static let width = 640
    static let height = 280
    /// What the file is called where it needs a name.
    static let file = "growth.png"
    /// More could not be told apart.
    private static let mostVariables = PictureColor.variables.count

    /// The picture as PNG; `nil` where the news are not of a submission, or nothing of its growth can be seen.
    static func png(of news: News) -> [UInt8]? {
        switch news {
        case .graded(let submission), .solved(let submission):
            canvas(of: submission).map {
                PNG.bytes(width: $0.width, pixels: $0.pixels, palette: PictureColor.allCases.map(\.rgb))
            }
        case .published, .test, .disabled, .digest: nil
        }
    }

    /// The picture; `nil` where no variable has two points.
    static func canvas(of news: SubmissionNews) -> PictureCanvas? {
        guard let panels = panels(of: news) else { return nil }
        var canvas = PictureCanvas(width: width, height: height)
        for panel in panels { panel.draw(on: &canvas) }
        return canvas
    }

    /// Work and memory, their plots side by side; `nil` where no variable has two points.
    static func panels(of news: SubmissionNews) -> [PicturePanel]? {
        let curves = [news.time, news.space].map { growth in
            (growth?.variables.prefix(mostVariables) ?? []).map { GrowthCurve($0) }
        }
        guard curves.joined().contains(where: { $0.points.count > 1 }) else { return nil }
        var names: [String] = []
        for curve in curves.joined() where !names.contains(curve.name) { names.append(curve.name) }
        var panels = [
            PicturePanel("work", curves[0], names: names, x: 0),
            PicturePanel("memory", curves[1], names: names, x: PicturePanel.width),
        ]
        let rows = max(panels[0].rows, panels[1].rows)
        for index in panels.indices { panels[index].rows = rows }
        return panels
    }
}
