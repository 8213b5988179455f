import JudgeCore
import Testing

@testable import Webhooks

struct PictureTests {
    private typealias Growth = SubmissionNews.Growth
    private typealias Variable = SubmissionNews.Variable

    private static func variable(
        _ name: String, _ points: [[Double]], _ verdict: GrowthVerdict = .within
    ) -> Variable {
        Variable(name: name, grows: "n", exponent: 1, interval: nil, verdict: verdict, family: "", points: points)
    }

    private static func news(_ time: [Variable], _ space: [Variable]? = nil) -> SubmissionNews {
        var news = Wording.usual.submission
        news.time = Growth(bound: "n", verdict: .within, variables: time)
        news.space = space.map { Growth(bound: "n", verdict: .within, variables: $0) }
        return news
    }

    private static func powers(_ exponent: Int, bound: Int = 1) -> [[Double]] {
        (1...4).map { step in
            func power(_ times: Int) -> Double { (0..<(step * times)).reduce(1) { value, _ in value * 10 } }
            return [power(1), power(exponent), 7 * power(bound)]
        }
    }

    /// A pixel of a panel's plot, in fractions of it from the lower left corner.
    private struct Place {
        var x: Double
        var y: Double

        /// The place of a value and a size, in decades of an axis that begins at the first and has so many of them.
        init(_ x: Double, _ y: Double, of decades: Double) {
            (self.x, self.y) = ((0.06 + x / decades) / 1.12, (0.06 + y / decades) / 1.12)
        }

        init(x: Double, y: Double) { (self.x, self.y) = (x, y) }

        /// Whether it is no further away than a pixel.
        func isNext(to other: Place) -> Bool { abs(x - other.x) * 242 <= 1 && abs(y - other.y) * 220 <= 1 }
    }

    /// Where a colour is within a panel's plot.
    private func places(of color: PictureColor, in news: SubmissionNews, panel: Int = 0) throws -> [Place] {
        let canvas = try #require(GrowthPicture.canvas(of: news))
        let panel = try #require(GrowthPicture.panels(of: news))[panel]
        var places: [Place] = []
        for y in panel.lines {
            for x in panel.columns where canvas.pixels[y * canvas.width + x] == color.rawValue {
                let right = Double(x - panel.columns.lowerBound) / Double(panel.columns.count - 1)
                let up = Double(panel.lines.upperBound - y) / Double(panel.lines.count - 1)
                places.append(Place(x: right, y: up))
            }
        }
        return places
    }

    @Test(arguments: Wording.allCases) func `a picture is read back as it was drawn, and is small`(_ wording: Wording)
        throws
    {
        let news = wording.submission
        // Where the wording leaves no room for the points, there is nothing to draw.
        guard news.time?.variables.first?.points.isEmpty == false else {
            #expect(GrowthPicture.png(of: .graded(news)) == nil)
            return
        }
        let canvas = try #require(GrowthPicture.canvas(of: news))
        let bytes = try #require(GrowthPicture.png(of: .graded(news)))
        let png = try ParsedPNG(bytes)
        #expect(png.width == 640 && png.height == 280 && png.pixels == canvas.pixels)
        #expect(png.palette.count == PictureColor.allCases.count)
        #expect(png.palette[Int(PictureColor.over.rawValue)] == [0xD4, 0x1E, 0x1E])
        #expect(bytes.count < 15_000)
        #expect(GrowthPicture.png(of: .solved(news)) == bytes)
    }

    @Test func `a line of slope 1 is the diagonal, its points where they were measured`() throws {
        // Both axes show three decades.
        let places = try places(of: .blue, in: Self.news([Self.variable("n", Self.powers(1))]))
        // A dot reaches four pixels beyond its middle.
        #expect(places.allSatisfy { abs($0.x - $0.y) < 0.04 })
        for step in [0.0, 1, 2, 3] {
            let middle = Place(step, step, of: 3)
            #expect(places.contains { $0.isNext(to: middle) })
            let column = places.filter { abs($0.x - middle.x) * 242 <= 0.5 }
            #expect(column.count == 9)
        }
        for step in [0.4, 1.5, 2.7] { #expect(places.contains { $0.isNext(to: Place(step, step, of: 3)) }) }
        let ends = [Place(0, 0, of: 3), Place(3, 3, of: 3)]
        #expect(places.allSatisfy { $0.x > ends[0].x - 0.02 && $0.x < ends[1].x + 0.02 })
    }

    @Test func `the bound begins at the first point, whatever its unit, and is not where it was not told`() throws {
        // Values take six decades over three of sizes; the bound takes the lower three of them.
        let news = Self.news([Self.variable("n", Self.powers(2), .over)])
        let bound = try places(of: .bound, in: news)
        let measured = try places(of: .over, in: news)
        #expect(measured.contains { $0.isNext(to: Place(0, 0, of: 6)) })
        for size in [3.0, 6] {
            #expect(bound.contains { $0.isNext(to: Place(size, size / 2, of: 6)) })
            #expect(measured.contains { $0.isNext(to: Place(size, size, of: 6)) })
        }
        for points in [[[1, 1], [10, 10]], [[1, 1, 0], [10, 10, 1]], [[1, 1, .nan], [10, 10, 1]]] {
            #expect(try places(of: .bound, in: Self.news([Self.variable("n", points)])).isEmpty)
        }
    }

    @Test func `what is over its bound is red and thicker, and only that`() throws {
        func count(_ color: PictureColor, _ verdict: GrowthVerdict) throws -> Int {
            let news = Self.news([Self.variable("n", Self.powers(1)), Self.variable("k", Self.powers(2), verdict)])
            return try places(of: color, in: news).count
        }
        #expect(try count(.over, .within) == 0 && count(.over, .inconclusive) == 0 && count(.teal, .over) == 0)
        #expect(try Double(count(.over, .over)) > 1.4 * Double(count(.teal, .within)))
        #expect(try count(.blue, .over) > 0)
    }

    @Test func `a variable has the same colour for work and for memory`() throws {
        let news = Self.news(
            [Self.variable("n", Self.powers(2)), Self.variable("k", Self.powers(1))],
            [Self.variable("k", Self.powers(1))])
        #expect(try !places(of: .teal, in: news, panel: 1).isEmpty)
        #expect(try places(of: .blue, in: news, panel: 1).isEmpty)
    }

    @Test func `there is no picture of fewer than two points`() {
        var news = Wording.usual.submission
        (news.time, news.space) = (nil, nil)
        #expect(GrowthPicture.png(of: .graded(news)) == nil)
        for points in [[], [[1, 1, 1]], [[1], []], [[1, .nan, 1], [2, 2, 2], [.infinity, 3, 3]]] {
            let few = Self.variable("n", points)
            #expect(GrowthPicture.png(of: .graded(Self.news([few, few], [few]))) == nil)
        }
        let one = Self.variable("n", [[1, 1, 1], [2, 2, 2]])
        #expect(GrowthPicture.png(of: .graded(Self.news([], [one]))) != nil)
        #expect(GrowthPicture.png(of: .solved(Self.news([one]))) != nil)
        for other in Wording.usual.news.dropFirst(2) { #expect(GrowthPicture.png(of: other) == nil) }
    }

    @Test func `an axis shows all that there is, two decades at least and no more marks than asked`() {
        let values = [0, 0.1, 0.3, 1, 2.5, 3, 17, 308.3, -323]
        for low in values {
            for high in values {
                let axis = DecadeAxis([low, high])
                #expect(axis.lower < min(low, high) && axis.upper > max(low, high))
                #expect(axis.decades(atMost: 1000).count >= 2)
                for most in 4...6 { #expect((1...most).contains(axis.decades(atMost: most).count)) }
            }
        }
        #expect(DecadeAxis([]).decades(atMost: 5) == [0, 1])
    }

    @Test func `whatever the news hold, the picture stays within its limits`() async throws {
        var randomness = AddressRandomness(seed: 42)
        let numbers: [Double] = [
            .nan, .infinity, -.infinity, 0, -0.0, -1, -1e308, 1e308, 1.7e308, .leastNonzeroMagnitude, 1e-300, 0.5, 1, 2,
            3, 10, 1e3, 1e6, 1e18, 9.3e18, 1e19,
        ]
        let names = Wording.allCases.map { $0.text("n") } + ["n", "d", "n*k", "\u{0}\n\r\t", "🇩🇪", "\u{10FFFF}"]
        func number() -> Double {
            Int.random(in: 0..<3, using: &randomness) == 0
                ? Double.random(in: 0...1e6, using: &randomness) : numbers.randomElement(using: &randomness)!
        }
        func point() -> [Double] {
            let isWhole = Int.random(in: 0..<4, using: &randomness) > 0
            return (0..<(isWhole ? 3 : Int.random(in: 0...5, using: &randomness))).map { _ in number() }
        }
        func growth() -> Growth? {
            guard Int.random(in: 0..<8, using: &randomness) > 0 else { return nil }
            let most = Int.random(in: 0..<10, using: &randomness) == 0 ? 10 : 2
            let variables = (0..<Int.random(in: 0...most, using: &randomness)).map { _ in
                Self.variable(
                    names.randomElement(using: &randomness)!,
                    (0..<Int.random(in: 0...(most + 4), using: &randomness)).map { _ in point() },
                    GrowthVerdict.allCases.randomElement(using: &randomness)!)
            }
            return Growth(bound: "n", verdict: .within, variables: variables)
        }
        var drawn = 0
        for round in 0..<2000 {
            var news = Wording.usual.submission
            (news.time, news.space) = (growth(), growth())
            // Other tests measure how long something takes.
            await Task.yield()
            guard let canvas = GrowthPicture.canvas(of: news) else { continue }
            drawn += 1
            #expect(canvas.pixels.count == 640 * 280)
            // Nothing reaches beyond a panel: its edges are white.
            let edges = [0, 279].map { $0 * 640..<($0 + 1) * 640 }.joined()
            #expect(edges.allSatisfy { canvas.pixels[$0] == PictureColor.paper.rawValue })
            for x in [0, 319, 639] {
                let edge = stride(from: x, to: canvas.pixels.count, by: 640)
                #expect(edge.allSatisfy { canvas.pixels[$0] == PictureColor.paper.rawValue })
            }
            // To read each of them back would take minutes.
            guard round.isMultiple(of: 100) else { continue }
            let bytes = try #require(GrowthPicture.png(of: .graded(news)))
            #expect(try ParsedPNG(bytes).pixels == canvas.pixels)
            #expect(bytes.count < 30_000)
            #expect(GrowthPicture.png(of: .graded(news)) == bytes)
        }
        #expect(drawn > 1000)
    }
}
