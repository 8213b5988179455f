// swift-tools-version: 6.3

import PackageDescription

let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, swiftSettings: settings)
}

// Imports point only up this list; Sandbox/ is compiled by the Makefile (judge-jail) and by judge itself (ChallengeKit).
let package = Package(
    name: "judge",
    products: [.executable(name: "judge", targets: ["judge"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        module("JudgeCore"),
        module("Complexity", ["JudgeCore"]),
        module("Registry", ["JudgeCore", "Complexity", yams, crypto]),
        module("SwiftSource", ["JudgeCore"]),
        module("Jail", ["JudgeCore", subprocess, system]),
        module("Compilation", ["JudgeCore", "Jail", subprocess, system, crypto]),
        module("Grading", ["JudgeCore", "Complexity", "Registry", "SwiftSource", "Jail", "Compilation", crypto]),
        module("Reporting", ["JudgeCore"]),
        .systemLibrary(name: "CCmark"),
        module("Pages", ["JudgeCore", "SwiftSource", "Reporting", "CCmark", mustache]),
        .systemLibrary(
            name: "CPostgres", path: "Sources/CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        module("Storage", ["JudgeCore", "CPostgres", crypto, grdb]),
        .systemLibrary(
            name: "CCurl", path: "Sources/CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        module("Transfer", ["CCurl"]),
        module("Webhooks", ["JudgeCore", "Reporting", "Transfer", crypto]),
        module("Forges", ["JudgeCore", "Reporting", "Transfer"]),
        module("Interviews", ["JudgeCore", "Complexity", "Registry", "Reporting", "Storage"]),
        module("Repository", ["JudgeCore", "Registry", "Compilation", "Reporting", subprocess, system, crypto]),
        module(
            "JudgeService",
            [
                "JudgeCore", "Registry", "Jail", "Compilation", "Grading", "Reporting", "Storage", "Webhooks",
                lifecycle, logging, yams,
            ]),
        module(
            "JudgeHTTP",
            [
                "JudgeCore", "Complexity", "Registry", "Grading", "Reporting", "Storage", "Interviews", "JudgeService",
                "Pages", "Webhooks", hummingbird, crypto, logging,
            ]),
        module(
            "JudgeCommands",
            [
                "JudgeCore", "Complexity", "Registry", "SwiftSource", "Jail", "Compilation", "Grading", "Reporting",
                "Storage", "Interviews", "Repository", "Forges", "JudgeService", "JudgeHTTP", "Pages", "Transfer",
                "Webhooks", crypto, argumentParser, lifecycle, logging, subprocess, system,
            ]),
        .executableTarget(name: "judge", dependencies: ["JudgeCommands"], swiftSettings: settings),

        .target(
            name: "Support", dependencies: [subprocess, system], path: "Tests/Support", exclude: ["postgres-server"],
            swiftSettings: settings),
        tests("JudgeCore"),
        tests("Complexity", ["JudgeCore", "Support"]),
        tests("Registry", ["JudgeCore", "Complexity", "Support"]),
        tests("SwiftSource", ["JudgeCore"]),
        tests("Jail", ["JudgeCore", "Support"]),
        tests("Compilation", ["JudgeCore", "Support"]),
        tests("Grading", ["JudgeCore", "Registry"]),
        tests("Reporting", ["JudgeCore", "Support"]),
        tests("Storage", ["JudgeCore", "Support", grdb]),
        tests(
            "JudgeHTTP",
            [
                "JudgeCore", "Registry", "Storage", "JudgeService", "Pages", "Transfer", "Webhooks", "Support",
                lifecycle, logging,
            ]),
        tests(
            "JudgeService",
            [
                "JudgeCore", "Registry", "Jail", "Compilation", "Storage", "Support", "Transfer", "Webhooks", crypto,
                lifecycle, logging,
            ]),
        tests("Interviews", ["JudgeCore", "Complexity", "Registry", "Storage", "Support"]),
        tests("Forges", ["JudgeCore", "Support", "Transfer"]),
        tests("Repository", ["JudgeCore", "Registry", "Support", subprocess, system]),
        tests("Pages", ["JudgeCore", "Registry", "SwiftSource", "Reporting", "Support"]),
        tests("Webhooks", ["JudgeCore", "Reporting", "Support", "Transfer"]),
        tests("JudgeCommands", ["JudgeCore", "Support"]),
        .executableTarget(
            name: "judge-bench",
            dependencies: [
                "JudgeCore", "Registry", "Jail", "Compilation", "Grading", "Storage", "JudgeService", "CCurl",
                "Transfer",
                "Webhooks", "Support", subprocess, system, crypto, grdb, hummingbird, lifecycle, logging,
            ], path: "Tests/Bench",
            exclude: ["busy", "grade", "verify-load", "submit-load"], swiftSettings: settings),
        .executableTarget(
            name: "judge-calibrate",
            dependencies: [
                "JudgeCore", "Complexity", "Registry", "Jail", "Compilation", "Grading", "Reporting", "Support",
            ],
            path: "Tests/Calibration", exclude: ["Programs"], swiftSettings: settings),
        .testTarget(
            name: "IntegrationTests",
            dependencies: [
                "judge", "JudgeCore", "Registry", "Jail", "Compilation", "Grading", "Transfer", "Support", subprocess,
                system,
            ],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
