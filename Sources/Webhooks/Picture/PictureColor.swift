/// The colours of a picture. The raw value is a pixel, four bits of it.
enum PictureColor: UInt8, CaseIterable {
    case paper, ink, quiet, frame, grid, bound, over
    case blue, teal, violet, amber, sky, olive, fuchsia, slate

    /// What tells variables apart; none of them is taken for ``over``.
    static let variables: [PictureColor] = [.blue, .teal, .violet, .amber, .sky, .olive, .fuchsia, .slate]

    /// Red, green and blue, a byte each.
    var rgb: UInt32 {
        switch self {
        case .paper: 0xFFFFFF
        case .ink: 0x1F2937
        case .quiet: 0x4B5563
        case .frame: 0x9CA3AF
        case .grid: 0xE5E7EB
        case .bound: 0xB9C0CA
        case .over: 0xD41E1E
        case .blue: 0x2563EB
        case .teal: 0x0F9D8A
        case .violet: 0x8B3FE8
        case .amber: 0xB86A00
        case .sky: 0x38A8E0
        case .olive: 0x6B8E00
        case .fuchsia: 0xC026D3
        case .slate: 0x475569
        }
    }
}
