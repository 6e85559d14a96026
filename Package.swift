// swift-tools-version: 6.1
import PackageDescription

// The inner loops are compiled once for each instruction set, always optimised: so a debug build
// is as quick as a release build. The flags are those of the machine that builds. Without the last
// flag a debug build takes a changed loop body for no change and leaves the levels as they were.
func level(_ instructions: String?) -> [SwiftSetting] {
  var flags = ["-O", "-Xfrontend", "-disable-incremental-imports"]
  #if arch(x86_64)
    if let instructions { flags += ["-Xcc", "-march=\(instructions)"] }
  #endif
  return [.unsafeFlags(flags)]
}

// Who may import whom stands here and nowhere else: imports only go down.
let package = Package(
  name: "unroll",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "unroll", targets: ["unroll"]),
    .executable(name: "unroll-bench", targets: ["unroll-bench"]),
    .executable(name: "unroll-faults", targets: ["unroll-faults"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    .executableTarget(
      name: "unroll",
      dependencies: [
        "Terminal", "LessonCheck", "LessonPlayer", "Tutor", "Learning", "NetworkCode", "Lessons",
        "Phrases", "Vocabulary", "Screen", "ModelFiles", "ZIP", "Documents", "Engine", "Kernels",
        "Wording",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "unroll-bench",
      dependencies: [
        "Terminal", "LessonPlayer", "Tutor", "Learning", "Lessons", "Vocabulary", "Screen",
        "ModelFiles", "Documents", "Engine", "Kernels", "Processes",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "unroll-faults",
      dependencies: [
        "unroll", "LessonCheck", "LessonPlayer", "Tutor", "Lessons", "Vocabulary", "Screen",
        "ModelFiles", "Documents", "Engine", "Processes",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(name: "Processes"),
    .target(name: "Terminal", dependencies: ["Screen", "Wording", "CTerminal"]),
    .target(
      name: "CTerminal",
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    .target(
      name: "LessonCheck",
      dependencies: [
        "LessonPlayer", "Tutor", "Lessons", "Phrases", "Vocabulary", "Wording", "Screen",
        "ModelFiles", "Documents", "Kernels",
      ]),
    .target(
      name: "LessonPlayer",
      dependencies: [
        "Tutor", "Lessons", "Phrases", "Vocabulary", "Wording", "Screen", "ModelFiles", "Engine",
        "Kernels",
      ]),
    .target(
      name: "Tutor",
      dependencies: [
        "Insight", "Learning", "NetworkCode", "Phrases", "Vocabulary", "Wording", "Screen",
        "ModelFiles", "Documents", "Engine", "Kernels",
      ]),
    // Another language is a folder beside English, which is then excluded here.
    .target(
      name: "Phrases",
      dependencies: [
        "Insight", "Learning", "Lessons", "ModelFiles", "HDF5", "Pickle", "ZIP", "Documents",
        "Vocabulary", "Engine", "Wording",
      ]),
    .target(name: "Insight", dependencies: ["Engine", "Kernels", "Vocabulary", "Wording"]),
    .target(name: "NetworkCode", dependencies: ["Phrases", "Engine", "Wording"]),
    .target(
      name: "Learning", dependencies: ["ModelFiles", "Documents", "Engine", "Kernels", "CMemory"]),
    .target(name: "Lessons", dependencies: ["Vocabulary", "Wording", "Documents", "Engine"]),
    .target(name: "Vocabulary", dependencies: ["Wording", "Engine"]),
    .target(name: "Wording"),
    .target(name: "Screen", dependencies: ["Wording"]),
    .target(
      name: "ModelFiles",
      dependencies: ["HDF5", "Pickle", "ZIP", "Documents", "Engine", "Wording"]),
    .target(
      name: "Documents", dependencies: ["Wording", .product(name: "Yams", package: "Yams")]),
    .target(name: "HDF5", dependencies: ["Documents", "Zlib"]),
    .target(name: "ZIP", dependencies: ["Documents", "Zlib"]),
    .target(name: "Pickle", dependencies: ["Documents"]),
    .target(name: "Zlib"),
    .target(name: "Engine", dependencies: ["Kernels"]),
    .target(
      name: "Kernels",
      dependencies: ["KernelLoops", "KernelsPortable", "KernelsV3", "KernelsV4", "CProcessor"]),
    .target(
      name: "KernelsPortable", dependencies: ["KernelLoops"], swiftSettings: level(nil)),
    .target(
      name: "KernelsV3", dependencies: ["KernelLoops"], swiftSettings: level("x86-64-v3")),
    .target(
      name: "KernelsV4", dependencies: ["KernelLoops"], swiftSettings: level("x86-64-v4")),
    .target(name: "KernelLoops", swiftSettings: level(nil)),
    .target(name: "CProcessor"),
    .target(name: "CMemory"),
    .testTarget(
      name: "EngineTests", dependencies: ["Phrases", "Engine"], resources: [.copy("Fixtures")]),
    .testTarget(
      name: "KernelsTests", dependencies: ["Kernels"], exclude: ["check-level-objects"]),
    .testTarget(
      name: "DocumentsTests", dependencies: ["Phrases", "Documents"], exclude: ["Fixtures"]),
    .testTarget(
      name: "HDF5Tests", dependencies: ["Phrases", "HDF5", "Documents"], exclude: ["Fixtures"]),
    .testTarget(
      name: "ZIPTests", dependencies: ["Phrases", "ZIP", "Documents"], exclude: ["Fixtures"]),
    .testTarget(
      name: "PickleTests", dependencies: ["Phrases", "Pickle", "Documents"], exclude: ["Fixtures"]),
    .testTarget(name: "ZlibTests", dependencies: ["Zlib"]),
    .testTarget(
      name: "ModelFilesTests",
      dependencies: ["Phrases", "ModelFiles", "HDF5", "ZIP", "Documents", "Engine"],
      resources: [.copy("Fixtures")]),
    .testTarget(
      name: "LearningTests",
      dependencies: ["Phrases", "Learning", "ModelFiles", "Documents", "Engine"],
      exclude: ["Fixtures"]),
    .testTarget(name: "LessonsTests", dependencies: ["Phrases", "Lessons", "ModelFiles"]),
    .testTarget(name: "ScreenTests", dependencies: ["Screen"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"]),
    .testTarget(
      name: "FaultsTests",
      dependencies: ["unroll-faults", "Processes", "Engine", "Vocabulary"]),
    .testTarget(name: "VocabularyTests", dependencies: ["Phrases", "Vocabulary", "Engine"]),
    .testTarget(name: "WordingTests", dependencies: ["Wording"]),
    .testTarget(name: "PhrasesTests", dependencies: ["Phrases"]),
    .testTarget(name: "InsightTests", dependencies: ["Insight", "Engine", "Kernels"]),
    .testTarget(name: "NetworkCodeTests", dependencies: ["NetworkCode", "Engine"]),
    .testTarget(
      name: "TutorTests",
      dependencies: [
        "LessonCheck", "LessonPlayer", "Tutor", "Insight", "NetworkCode", "Phrases", "Lessons",
        "ModelFiles", "Documents", "Kernels", "Wording",
      ],
      exclude: ["Golden"]),
    .testTarget(
      name: "UnrollTests",
      dependencies: [
        "unroll", "LessonPlayer", "Learning", "Lessons", "ModelFiles", "ZIP", "Documents", "Engine",
        "Kernels", "Processes", "Wording",
      ],
      exclude: ["RealTrainings", "Transcripts"]),
  ],
  swiftLanguageModes: [.v6]
)

// A learner runs a debug build, and so do the tests: what reads files, computes and draws is optimised
// there, too. The engine's tests have a network of their own to compare with, in double precision.
for target in package.targets where target.swiftSettings == nil {
  guard target.type == .regular || target.name == "EngineTests" else { continue }
  target.swiftSettings = [.unsafeFlags(["-O"], .when(configuration: .debug))]
}
