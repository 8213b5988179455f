extension PackageLimits {
    init(reading field: YAMLField, isMultiPass: Bool) {
        let keys = [
            "time_multipliers", "time_limit", "time_resolution", "memory", "output", "code", "compilation_time",
            "compilation_memory", "validation_time", "validation_memory", "validation_output", "validation_passes",
        ]
        guard let map = field.map(keys) else { return }
        timeLimit = map["time_limit"]?.double(atLeast: 0, exclusive: true)
        timeResolution = map["time_resolution"]?.double(atLeast: 0, exclusive: true) ?? timeResolution
        if let multipliers = map["time_multipliers"]?.map(["ac_to_time_limit", "time_limit_to_tle"]) {
            timeMultipliers.acToTimeLimit = multipliers["ac_to_time_limit"]?.double(atLeast: 1) ?? 2
            timeMultipliers.timeLimitToTLE = multipliers["time_limit_to_tle"]?.double(atLeast: 1) ?? 1.5
        }
        read(map)
        if let passes = map["validation_passes"] {
            validationPasses = passes.int(atLeast: 2) ?? 2
            if !isMultiPass { passes.report("is only for problems of the type 'multi-pass'") }
        }
        if let timeLimit, !TimeLimit.isMultiple(timeLimit, of: timeResolution) {
            map["time_limit"]?.report(
                "\(timeLimit) is no whole multiple of time_resolution, which is \(timeResolution); set time_resolution")
        }
    }

    /// Takes over what all versions of the format have.
    mutating func read(_ map: YAMLMap) {
        func read(_ key: String, into value: inout Int) {
            if let read = map[key]?.int(atLeast: 1) { value = read }
        }
        read("memory", into: &memory)
        read("output", into: &output)
        read("code", into: &code)
        read("compilation_time", into: &compilationTime)
        read("compilation_memory", into: &compilationMemory)
        read("validation_time", into: &validationTime)
        read("validation_memory", into: &validationMemory)
        read("validation_output", into: &validationOutput)
    }
}
