/// Static validation, and how scores add up in problems of the type `scoring`.
extension PackageChecker {
    func checkScores() {
        // What earlier versions say of scores was brought into this form when it was read.
        guard metadata.format == .v2025_09 else { return }
        let secret = challenge.secretSettings
        checkStaticScore(secret, "secret")
        for name in secret.requirePass where name != "sample" {
            report(path("secret"), key: "require_pass", "'\(name.shown)' cannot be required by secret; only sample can")
        }
        checkBound(secret, "secret", aggregation: secret.aggregation ?? .sum)
        for group in challenge.groups where group.isDeclared && group.name != "secret" {
            checkStaticScore(group.settings, group.name)
            if metadata.isScoring, !group.isPublic { checkScore(of: group, secret) }
        }
    }

    private func path(_ group: String) -> String { "data/\(group)/test_group.yaml" }

    private func checkStaticScore(_ settings: GroupSettings, _ name: String) {
        if settings.staticValidationScore != nil, tree["static_validator"] == nil {
            report(path(name), key: "static_validation_score", "there is no static_validator/ to earn it")
        }
    }

    private func checkBound(_ settings: GroupSettings, _ name: String, aggregation: GroupSettings.Aggregation) {
        if settings.maximumScore == .unbounded, aggregation == .passFail {
            report(path(name), key: "max_score", "must be a number where the aggregation is pass-fail")
        }
    }

    private func checkScore(of group: TestGroup, _ secret: GroupSettings) {
        let path = path(group.name)
        let aggregation = group.settings.aggregation ?? .passFail
        checkBound(group.settings, group.name, aggregation: aggregation)
        if secret.maximumScore != .unbounded, group.settings.maximumScore.map({ $0 == .unbounded }) ?? true {
            report(
                path, key: "max_score", "must be a number, because the score of secret is bounded, by default by 100")
        }
        if secret.aggregation == .passFail, aggregation != .passFail {
            report(path, key: "score_aggregation", "must be pass-fail, because that of secret is")
        }
        for name in group.settings.requirePass {
            guard let other = challenge.groups.first(where: { $0.name == name }) else {
                report(
                    path, key: "require_pass",
                    "there is no group '\(name.shown)'; groups are called sample or secret/NAME")
                continue
            }
            if other.name >= group.name {
                report(path, key: "require_pass", "'\(name)' comes no earlier than \(group.name) by name")
            }
            if let aggregation = other.settings.aggregation, aggregation != .passFail {
                report(path, key: "require_pass", "'\(name)' can only be required with pass-fail aggregation")
            }
        }
    }
}
