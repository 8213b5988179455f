/// Reads the folders below `data/`.
struct TestDataReader {
    let source: PackageSource
    let tree: PackageTree
    let metadata: ProblemMetadata

    private var isLegacy: Bool { metadata.format != .v2025_09 }
    private var groupFile: String { metadata.format.groupFile }

    /// Extensions that a case's files may have besides `.in`, the longer ones first.
    private static let extensions = [
        "in.statement", "ans.statement", "in.download", "ans.download", "interaction", "files", "ans", "out", "yaml",
        "png", "jpg", "jpeg", "svg",
    ]
    private static let illustrations: Set = ["png", "jpg", "jpeg", "svg"]

    /// The files of one case: extension to path from the package's folder.
    private struct Found {
        let name: String
        let shortName: String
        var files: [String: String] = [:]
        var settings: CaseSettings
    }

    // MARK: Groups

    /// `sample` if there is any, then the groups of `secret` by name. A folder of `secret` makes a group of its own,
    /// with or without a `test_group.yaml`; cases that lie directly in `secret` make the group `secret`.
    func groups(generated: [GeneratedCase]) -> [TestGroup] {
        var groups: [TestGroup] = []
        if let folder = tree["data/sample"] {
            let settings = settings(of: "data/sample", folder, .sample)
            groups.append(group("sample", folder, settings, folders: folder.folders, generated: []))
        }
        let secret = tree["data/secret"] ?? PackageTree()
        let shared = secretSettings()
        var names = Set(generated.map(\.group))
        names.formUnion(secret.folders.keys.filter { !$0.hasSuffix(".files") })
        let isGrouped = !isLegacy && secret.folders.values.contains { $0.files.contains(groupFile) }
        let direct = group("secret", secret, shared, folders: [:], generated: [])
        if !direct.cases.isEmpty {
            groups.append(direct)
            if isGrouped {
                source.log.report(
                    "data/secret", "holds both test data groups and cases; move \(list(direct)) into a group")
            }
        }
        for name in names.sorted() {
            let path = "data/secret/\(name)"
            let folder = secret.folders[name] ?? PackageTree()
            let isDeclared = isLegacy || folder.files.contains(groupFile)
            if isGrouped, !isDeclared, secret.folders[name] != nil {
                source.log.report(path, "has no \(groupFile), though other folders of data/secret have one")
            }
            // Cases outside a test data group inherit from the folder above.
            let settings = isDeclared || isGrouped ? settings(of: path, folder, .group) : shared
            groups.append(
                group(
                    "secret/\(name)", folder, settings, folders: folder.folders,
                    generated: generated.filter { $0.group == name }))
        }
        return groups
    }

    /// What `data/secret/test_group.yaml` says.
    func secretSettings() -> GroupSettings {
        settings(of: "data/secret", tree["data/secret"] ?? PackageTree(), .secret)
    }

    private func group(
        _ name: String, _ folder: PackageTree, _ settings: GroupSettings, folders: [String: PackageTree],
        generated: [GeneratedCase]
    ) -> TestGroup {
        var found: [Found] = []
        var tree = folder
        // The folders of `secret` are groups; only the files of its own cases are looked at there.
        if name == "secret" { tree.folders = folder.folders.filter { $0.key.hasSuffix(".files") } }
        collect(tree, "data/\(name)", prefix: "", name: name, settings.cases, into: &found)
        let cases = found.compactMap(testCase).sorted { $0.name < $1.name }
        for generated in generated {
            if cases.contains(where: { $0.name == generated.name }) {
                source.log.report(
                    "generators/generators.yaml", line: generated.line, key: generated.shortName,
                    "the case \(generated.name) has fixed data too; give one of them another name")
            }
        }
        return TestGroup(
            name: name, settings: settings, isDeclared: isLegacy || folder.files.contains(groupFile), cases: cases,
            generated: generated.map { $0.inheriting(settings.cases) }.sorted { $0.name < $1.name })
    }

    private func list(_ group: TestGroup) -> String {
        let names = group.cases.map { "'\($0.shortName)'" }
        return names.count > 3 ? "\(names[0]) and \(names.count - 1) more" : names.joined(separator: ", ")
    }

    private func settings(of path: String, _ folder: PackageTree, _ place: GroupSettings.Place) -> GroupSettings {
        if isLegacy { return legacySettings(of: path, folder, place) }
        guard folder.files.contains("test_group.yaml"),
            let root = source.yaml("\(path)/test_group.yaml", constants: metadata.constants)
        else { return GroupSettings(place: place) }
        return GroupSettings(reading: root, place: place, metadata: metadata)
    }

    /// What the `testdata.yaml` of a folder and of those above it say.
    private func legacySettings(
        of path: String, _ folder: PackageTree, _ place: GroupSettings.Place
    ) -> GroupSettings {
        if place == .validation { return GroupSettings(place: place) }
        var settings = LegacyGroupSettings(outputFlags: metadata.validatorFlags)
        var above = ""
        for part in path.split(separator: "/") {
            above += above.isEmpty ? "\(part)" : "/\(part)"
            guard tree[above]?.files.contains(groupFile) == true, let root = source.yaml("\(above)/\(groupFile)") else {
                continue
            }
            settings.apply(root)
        }
        return settings.settings(
            isScoring: metadata.isScoring, place: place, count: folder.allFiles().count { $0.hasSuffix(".in") })
    }

    // MARK: Cases

    private func collect(
        _ folder: PackageTree, _ path: String, prefix: String, name: String, _ settings: CaseSettings,
        into result: inout [Found]
    ) {
        var found: [String: Found] = [:]
        for file in folder.files where file.hasSuffix(".in") {
            let base = String(file.dropLast(3))
            if base == "test_group" {
                source.log.report("\(path)/\(file)", "a case must not be called 'test_group'")
            }
            found[base] = Found(
                name: "\(name)/\(base)", shortName: prefix + base, files: ["in": "\(path)/\(file)"], settings: settings)
        }
        for file in folder.files where file != groupFile && !file.hasSuffix(".in") {
            if file == "testdata.yaml" {
                source.log.note("\(path)/\(file)", "is not read in this version of the format; write \(groupFile)")
                continue
            }
            guard let (base, ending) = split(file), ending != "files" else { continue }
            guard found[base] != nil else {
                source.log.report("\(path)/\(file)", "belongs to no case: there is no \(base).in beside it")
                continue
            }
            found[base]?.files[ending] = "\(path)/\(file)"
        }
        for (child, tree) in folder.folders {
            if let (base, ending) = split(child), ending == "files" {
                if found[base] == nil {
                    source.log.report("\(path)/\(child)", "belongs to no case: there is no \(base).in beside it")
                }
                found[base]?.files[ending] = "\(path)/\(child)"
                continue
            }
            if found[child] != nil {
                source.log.report("\(path)/\(child)", "a folder and the case \(child).in must not have the same name")
            }
            if !isLegacy, tree.files.contains(groupFile), path != "data/secret" {
                source.log.report(
                    "\(path)/\(child)/\(groupFile)", "test data groups lie directly in data/secret, nowhere else")
            }
            collect(
                tree, "\(path)/\(child)", prefix: "\(prefix)\(child)/", name: "\(name)/\(child)", settings,
                into: &result)
        }
        for base in found.keys.sorted() {
            guard var one = found[base] else { continue }
            if let path = one.files["yaml"], let map = source.yaml(path)?.map(CaseSettings.keys) {
                one.settings.apply(map)
            }
            if isLegacy, folder.files.contains("\(base).hint") {
                one.settings.hint = source.text("\(path)/\(base).hint")
            }
            result.append(one)
        }
    }

    private func split(_ file: String) -> (base: String, ending: String)? {
        for ending in Self.extensions where file.hasSuffix(".\(ending)") {
            return (String(file.dropLast(ending.utf8.count + 1)), ending)
        }
        return nil
    }

    private func file(_ path: String) -> PackageFile {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return PackageFile(name: name, path: path, location: source.location(path))
    }

    private func testCase(_ found: Found) -> TestCase? {
        guard let input = found.files["in"] else { return nil }
        guard let answer = found.files["ans"] else {
            source.log.report(input, "has no answer; add \(input.dropLast(3)).ans")
            return nil
        }
        if found.files["files"] != nil {
            source.log.report("\(input.dropLast(3)).files", "input files are not supported by this judge")
        }
        let overrides = found.files.filter { $0.key.contains(".") || $0.key == "interaction" }
        complain(about: found, input)
        return TestCase(
            name: found.name, shortName: found.shortName, input: file(input), answer: file(answer),
            output: found.files["out"].map(file), overrides: overrides.mapValues(file),
            illustration: found.files.first { Self.illustrations.contains($0.key) }.map { file($0.value) },
            settings: found.settings)
    }

    /// What may not be together in one case.
    private func complain(about found: Found, _ input: String) {
        func count(_ endings: String...) -> [String] { endings.filter { found.files[$0] != nil }.map { ".\($0)" } }
        func report(_ files: [String], _ purpose: String) {
            guard files.count > 1 else { return }
            source.log.report(
                input, "\(purpose) is given by \(files.joined(separator: " and ")); keep one of them")
        }
        report(count("in.statement", "interaction"), "the input to show")
        report(count("out", "ans.statement", "interaction"), "the output to show")
        report(count("out", "ans.download"), "the output to download")
        report(count("png", "jpg", "jpeg", "svg"), "the illustration")
        for (shown, offered) in [("in.statement", "in.download"), ("ans.statement", "ans.download")] {
            if found.files[shown] != nil, found.files[offered] == nil {
                source.log.report(input, "has .\(shown), so .\(offered) must be there too")
            }
            if found.files[offered] != nil, found.files[shown] == nil, found.files["interaction"] == nil {
                source.log.report(input, "has .\(offered), so .\(shown) must be there too")
            }
        }
        if found.files["interaction"] != nil {
            for ending in ["in.download", "ans.download"] where found.files[ending] == nil {
                source.log.report(input, "has .interaction, so .\(ending) must be there too")
            }
        }
    }

    // MARK: Cases of validators

    /// The cases of `invalid_input`, `invalid_output` or `valid_output`.
    func validationCases(_ kind: String) -> [ValidationCase] {
        guard let folder = tree["data/\(kind)"] else { return [] }
        var cases: [ValidationCase] = []
        collectValidation(folder, "data/\(kind)", kind, into: &cases)
        return cases.sorted { $0.name < $1.name }
    }

    private func collectValidation(
        _ folder: PackageTree, _ path: String, _ kind: String, into cases: inout [ValidationCase]
    ) {
        let shared = settings(of: path, folder, .validation).cases
        var alone = folder
        alone.folders = folder.folders.filter { $0.key.hasSuffix(".files") }
        var found: [Found] = []
        collect(alone, path, prefix: "", name: String(path.dropFirst("data/".count)), shared, into: &found)
        for one in found {
            guard let input = one.files["in"] else { continue }
            let base = input.dropLast(3)
            let answer = one.files["ans"]
            let output = one.files["out"]
            if kind == "invalid_input" {
                if let extra = answer ?? output { source.log.report(extra, "cases of invalid_input are inputs alone") }
            } else {
                if answer == nil { source.log.report(input, "has no answer; add \(base).ans") }
                if output == nil { source.log.report(input, "has no output; add \(base).out") }
                guard answer != nil, output != nil else { continue }
            }
            cases.append(
                ValidationCase(
                    name: one.name, input: file(input), answer: answer.map(file), output: output.map(file),
                    settings: one.settings))
        }
        for (name, below) in folder.folders where !name.hasSuffix(".files") {
            collectValidation(below, "\(path)/\(name)", kind, into: &cases)
        }
    }
}
