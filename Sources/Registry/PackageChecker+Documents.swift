/// Statements, editorials, attachments and programs.
extension PackageChecker {
    func checkDocuments() {
        if challenge.statements.isEmpty {
            report(metadata.format.statementFolder, "there is no statement; add problem.en.md")
        }
        check(challenge.statements, stem: "problem", folder: metadata.format.statementFolder)
        check(challenge.solutions, stem: "solution", folder: "solution")
        if tree["solution"] != nil, challenge.solutions.isEmpty {
            report("solution", "there is no solution.<language>.md in it")
        }
        for document in challenge.statements { checkText(of: document) }
    }

    private func check(_ documents: [Document], stem: String, folder: String) {
        for document in documents where !LanguageCode.isValid(document.language) {
            report(document.file.path, LanguageCode.complaint(document.language))
        }
        for (first, second) in zip(documents, documents.dropFirst()) where first.language == second.language {
            report(folder, "holds both \(first.file.name) and \(second.file.name); keep one file for each language")
        }
        let read = Set(documents.map(\.file.name))
        for name in tree[folder]?.files ?? [] where name.hasPrefix("\(stem).") && !read.contains(name) {
            report("\(folder)/\(name)", "is not read; statements are called \(stem).<language>.md, .tex or .pdf")
        }
    }

    private func checkText(of document: Document) {
        guard document.format == .markdown, let text = document.text else { return }
        var places = 0
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.lowercased()
            func complain(_ message: String) { report(document.file.path, line: index + 1, message) }
            if line.contains("<script") { complain("a statement must not hold scripts") }
            if line.contains("](http") && line.contains("![") || line.contains("<img") && line.contains("http") {
                complain("a statement must not show pictures from elsewhere; put the file into statement/")
            }
            places += line.split(separator: "{{nextsample}}", omittingEmptySubsequences: false).count - 1
            if places > challenge.samples?.count ?? 0, line.contains("{{nextsample}}") {
                complain("there is no sample left for this {{nextsample}}")
            }
        }
    }

    func checkAttachments() {
        for name in (tree["attachments"]?.folders.keys.sorted() ?? []) where name != "templates" {
            report("attachments/\(name)", "folders other than templates/ are not allowed here; attach a zip file")
        }
        for file in tree["attachments/templates"]?.files ?? [] {
            report("attachments/templates/\(file)", "templates lie in a folder for their language, such as swift/")
        }
        if !challenge.isWholeProgram, challenge.template == nil {
            report(
                "attachments/templates/swift/\(challenge.slug).swift",
                "is missing: with a harness in include/, solvers must be given the signature to fill in")
        }
        for language in challenge.included.keys.sorted() where language != "default" {
            if let languages = metadata.languages, !languages.contains(language) {
                report("include/\(language)", "is for a language that 'languages' in problem.yaml does not allow")
            }
        }
    }

    func checkPrograms() {
        if challenge.inputValidators.isEmpty {
            report("input_validators", "there is no input validator; add validate.swift")
        }
        for program in challenge.inputValidators { checkLanguage(of: program, "input_validators/\(program.name)") }
        let used = Set(challenge.generators?.cases.map(\.generator) ?? [])
        for program in challenge.generatorPrograms where used.contains(program.name) {
            checkLanguage(of: program, "generators/\(program.name)")
        }
    }

    private func checkLanguage(of program: Program, _ path: String) {
        guard !program.language.isBuilt else { return }
        if program.files.isEmpty {
            report(path, "is an empty folder, no program")
        } else {
            report(path, program.complaint)
        }
    }
}
