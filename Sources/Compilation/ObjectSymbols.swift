/// The global symbols of a relocatable object, read from its symbol table (System V ABI, ELF-64, little-endian).
///
/// The object was compiled from hostile source, so every offset is checked; what does not add up gives `nil`.
struct ObjectSymbols: Equatable {
    /// Names that the object defines for others to use.
    private(set) var defined: [String] = []
    /// Those of them that only this object may define: a second definition is an error of the linker.
    private(set) var strong: [String] = []
    /// Names that it uses and does not define.
    private(set) var undefined: [String] = []
    /// A section whose content runs without being called, or that mixes data with code; no compiler of Swift makes one
    /// unless told to by `@section`.
    private(set) var oddSection: String?

    private static let symbolTable: UInt64 = 2
    /// Arrays of functions that run before main, after it, and before all else (System V ABI, sh_type).
    private static let runByThemselves: ClosedRange<UInt64> = 14...16
    /// The same by name: older ways, and the C library's own.
    private static let runByName = [".init", ".fini", ".preinit", ".ctors", ".dtors", "__libc_"]
    private static let executable: UInt64 = 4
    private static let dataObject: UInt64 = 1
    private static let symbolSize = 24
    private static let headerSize = 64

    /// The symbols of the object in `bytes`, or `nil` where that is no such object.
    init?(_ bytes: [UInt8]) {
        let file = Bytes(bytes)
        guard bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]), let sections = file.number(at: 40, width: 8),
            // 0 where there are more than it can say: then they are counted elsewhere, and nobody here looks.
            let count = file.number(at: 60, width: 2), count > 0,
            file.number(at: 58, width: 2) == UInt64(Self.headerSize), let nameTable = file.number(at: 62, width: 2),
            let sectionNames = file.number(at: sections &+ nameTable &* UInt64(Self.headerSize) &+ 24, width: 8)
        else { return nil }
        var code: [UInt64: String] = [:]
        var tables: [UInt64] = []
        for index in 0..<count {
            let header = sections &+ index &* UInt64(Self.headerSize)
            guard let type = file.number(at: header &+ 4, width: 4),
                let flags = file.number(at: header &+ 8, width: 8), let place = file.number(at: header, width: 4),
                let name = file.text(at: sectionNames &+ place)
            else { return nil }
            // The linker puts all that is called .text together, whatever its flags.
            if flags & Self.executable != 0 || name.hasPrefix(".text") { code[index] = name }
            if Self.runByThemselves.contains(type) || Self.runByName.contains(where: name.hasPrefix) {
                oddSection = name
            }
            if type == Self.symbolTable { tables.append(header) }
        }
        for header in tables {
            guard let offset = file.number(at: header &+ 24, width: 8),
                let size = file.number(at: header &+ 32, width: 8),
                let link = file.number(at: header &+ 40, width: 4), link < count,
                let names = file.number(at: sections &+ link &* UInt64(Self.headerSize) &+ 24, width: 8),
                size <= UInt64(bytes.count)
            else { return nil }
            for symbol in stride(from: 0, to: size, by: Self.symbolSize) where size - symbol >= UInt64(Self.symbolSize)
            {
                guard read(file, at: offset &+ symbol, names: names, code) else { return nil }
            }
        }
    }

    private mutating func read(_ file: Bytes, at symbol: UInt64, names: UInt64, _ code: [UInt64: String]) -> Bool {
        guard let place = file.number(at: symbol, width: 4), let info = file.number(at: symbol &+ 4, width: 1),
            let section = file.number(at: symbol &+ 6, width: 2), let name = file.text(at: names &+ place)
        else { return false }
        if info & 15 == Self.dataObject, let name = code[section] { oddSection = name }
        let binding = info >> 4
        guard binding != 0, !name.isEmpty else { return true }
        if section == 0 {
            undefined.append(name)
        } else {
            defined.append(name)
            if binding == 1 { strong.append(name) }
        }
        return true
    }

    /// Bytes that are only read where they are.
    private struct Bytes {
        let bytes: [UInt8]

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        func number(at offset: UInt64, width: Int) -> UInt64? {
            guard offset <= UInt64(bytes.count), UInt64(bytes.count) - offset >= UInt64(width) else { return nil }
            return bytes[Int(offset)..<Int(offset) + width].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }

        func text(at offset: UInt64) -> String? {
            guard offset < UInt64(bytes.count), let end = bytes[Int(offset)...].firstIndex(of: 0) else { return nil }
            return String(decoding: bytes[Int(offset)..<end], as: UTF8.self)
        }
    }
}
