internal import JudgeCore

/// Test data, their scores, and the default validator's arguments and answers.
extension PackageChecker {
    private static let dataFolders = ["sample", "secret", "invalid_input", "invalid_output", "valid_output"]
    private static let dataLimit = 64 << 20

    func checkData() {
        for name in (tree["data"]?.folders.keys.sorted() ?? []) where !Self.dataFolders.contains(name) {
            report(
                "data/\(name)", "is no folder of test data; \(Spelling.suggestion(for: name, among: Self.dataFolders))")
        }
        let above = metadata.format == .v2025_09 ? nil : metadata.format.groupFile
        for file in tree["data"]?.files ?? [] where file != above {
            report("data/\(file)", "lies in none of the folders of test data, so it is not read")
        }
        let secret = challenge.secretGroups
        if secret.allSatisfy({ $0.count == 0 }), !holdsInputs(tree["data/secret"]) {
            report("data/secret", "there are no secret cases; add some, or generate them in generators/generators.yaml")
        } else {
            for group in secret where group.count == 0 && !holdsInputs(tree["data/\(group.name)"]) {
                report("data/\(group.name)", "has no cases; add some or remove the folder")
            }
        }
        let validators = challenge.inputValidators.map(\.name)
        for (name, settings) in allSettings() {
            guard case .named(let named) = settings.inputValidatorArgs else { continue }
            for key in named.keys.sorted() where !validators.contains(key) {
                report(
                    "data/\(name)", key: "input_validator_args.\(key)",
                    "there is no input validator of that name; \(Spelling.suggestion(for: key, among: validators))")
            }
        }
    }

    /// Whether there are cases of some kind in a folder; what is wrong with them was noted when they were read.
    private func holdsInputs(_ folder: PackageTree?) -> Bool {
        folder?.allFiles().contains { $0.hasSuffix(".in") } ?? false
    }

    /// Every case's settings by its name.
    private func allSettings() -> [(name: String, settings: CaseSettings)] {
        challenge.groups.flatMap { group in
            group.cases.map { ($0.name, $0.settings) } + group.generated.map { ($0.name, $0.settings) }
        } + (challenge.invalidInputs + challenge.invalidOutputs + challenge.validOutputs).map { ($0.name, $0.settings) }
    }

    // MARK: The default validator

    /// What the default validator says of the package's own outputs needs no code of the package.
    func checkDefaultValidator() {
        guard challenge.outputValidator == nil, tree[metadata.format.outputValidatorFolder] == nil else { return }
        var refused: Set<[String]> = []
        for (name, settings) in allSettings() {
            do throws(JudgeError) {
                _ = try DefaultValidator(arguments: settings.outputValidatorArgs)
            } catch {
                if refused.insert(settings.outputValidatorArgs).inserted {
                    report("data/\(name)", key: "output_validator_args", error.message)
                }
            }
        }
        for one in challenge.invalidOutputs where accepts(one.output, one.answer, one.settings) == true {
            report("data/\(one.name).out", "is accepted by the default validator, though it is an invalid output")
        }
        for one in challenge.validOutputs where accepts(one.output, one.answer, one.settings) == false {
            report("data/\(one.name).out", "is refused by the default validator, though it is a valid output")
        }
        for one in challenge.groups.flatMap(\.cases) where accepts(one.output, one.answer, one.settings) == false {
            report("data/\(one.name).out", "is refused by the default validator")
        }
    }

    private func accepts(_ output: PackageFile?, _ answer: PackageFile?, _ settings: CaseSettings) -> Bool? {
        guard let output, let answer, let validator = try? DefaultValidator(arguments: settings.outputValidatorArgs),
            let given = source.read(output.path, limit: Self.dataLimit),
            let expected = source.read(answer.path, limit: Self.dataLimit)
        else { return nil }
        return validator.compare(output: given, answer: expected) == nil
    }
}
