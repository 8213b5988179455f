import Complexity

extension Challenge {
    /// Reads a package; `nil` when its `problem.yaml` cannot be read. What is wrong is in the source's log.
    init?(reading source: PackageSource, _ tree: PackageTree) {
        guard tree.contains(file: "problem.yaml") else {
            source.log.report("problem.yaml", "there is no such file; every package has one")
            return nil
        }
        guard var metadata = ProblemMetadata(reading: source) else { return nil }
        slug = source.slug
        folder = source.folder
        isSealed = tree.contains(file: SealedPackage.file)
        statements = Document.read(
            stem: "problem", in: metadata.format.statementFolder, of: source, tree, constants: metadata.constants,
            languageIsOptional: metadata.format == .legacy)
        if metadata.format == .legacy {
            for statement in statements where metadata.names[statement.language] == nil {
                metadata.names[statement.language] = statement.text?.problemName ?? metadata.names["en"] ?? slug
            }
        }
        self.metadata = metadata
        solutions = Document.read(
            stem: "solution", in: "solution", of: source, tree, constants: Constants(), languageIsOptional: true)
        attachments = (tree["attachments"]?.files ?? []).map { PackageFile(in: "attachments", $0, source) }
        templates = Self.byLanguage("attachments/templates", source, tree)
        included = Self.byLanguage("include", source, tree)
        generatorPrograms = Program.all(in: "generators", of: source, tree)
        generators =
            tree.contains(file: "generators/generators.yaml")
            ? Generators(reading: source, tree, programs: generatorPrograms) : nil
        let data = TestDataReader(source: source, tree: tree, metadata: metadata)
        groups = data.groups(generated: generators?.cases ?? [])
        secretSettings = data.secretSettings()
        invalidInputs = data.validationCases("invalid_input")
        invalidOutputs = data.validationCases("invalid_output")
        validOutputs = data.validationCases("valid_output")
        inputValidators = Program.all(in: "input_validators", of: source, tree)
        outputValidator = Program.single(in: metadata.format.outputValidatorFolder, of: source, tree)
        growth = tree.contains(file: "complexity.yaml") ? GrowthSettings(reading: source) : nil
        interview = tree.contains(file: InterviewNotes.path) ? InterviewNotes(reading: source) : nil
        quiz = tree.contains(file: Quiz.path) ? Quiz(reading: source) : nil
        plantedBugs = tree.contains(file: PlantedBug.path) ? PlantedBug.all(reading: source) : []
        equivalentMutations =
            tree.contains(file: EquivalentMutation.path) ? EquivalentMutation.all(reading: source) : []
        submissions = SubmissionsReader(source: source, tree: tree, metadata: metadata).submissions()
        if tree["static_validator"] != nil {
            source.log.report("static_validator", "static validators are not supported by this judge")
        }
        if let outputValidator, !outputValidator.language.isBuilt {
            source.log.report(metadata.format.outputValidatorFolder, outputValidator.complaint)
        }
    }

    private static func byLanguage(
        _ folder: String, _ source: PackageSource, _ tree: PackageTree
    ) -> [String: [PackageFile]] {
        var result: [String: [PackageFile]] = [:]
        for (language, below) in tree[folder]?.folders ?? [:] {
            let files = below.allFiles().map { PackageFile(in: "\(folder)/\(language)", $0, source) }
            if files.isEmpty {
                source.log.report("\(folder)/\(language)", "is an empty folder; add its files or remove it")
            } else {
                result[language] = files
            }
        }
        return result
    }
}
