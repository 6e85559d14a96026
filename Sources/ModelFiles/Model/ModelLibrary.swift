import Documents
import Foundation
import Wording

/// The models that ship with the program, and the way to any other.
package struct ModelLibrary: Sendable {
  /// The model that opens when nothing else is said.
  package static let usual = "latch"
  /// The first among those that ship.
  private static let first = [usual, "latch4", "weather"]

  private let found: Result<String, FileError>

  /// A library over the first lessons folder among: `explicit` (from --lessons), the variable
  /// UNROLL_LESSONS, upward from `program`, `../share/unroll/lessons` beside it.
  ///
  /// A folder that is named and is none is an error, rather than a reason to look on. Finding
  /// nothing is one only when a shipped model is asked for.
  package init(
    explicit: String?, environment: [String: String] = ProcessInfo.processInfo.environment,
    program: String? = Self.programPath()
  ) {
    let variable = environment["UNROLL_LESSONS"].flatMap { $0.isEmpty ? nil : $0 }
    for (source, folder) in [("--lessons", explicit), ("UNROLL_LESSONS", variable)] {
      guard let folder else { continue }
      found =
        Self.isLessons(folder)
        ? .success(folder) : .failure(FileError(folder, .lessonsFolder(givenBy: source)))
      return
    }
    let folder = program.flatMap { program in
      Self.candidates(from: program).first(where: Self.isLessons)
    }
    found =
      folder.map { .success($0) }
      ?? .failure(
        FileError(
          "lessons", .noLessons(explicit: explicit, variable: variable, program: program)))
  }

  /// The lessons folder; throws with the four places where it was looked for.
  package func lessons() throws(FileError) -> String {
    try found.get()
  }

  private static func candidates(from program: String) -> [String] {
    var candidates: [String] = []
    var folder = program[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      candidates.append(folder + "/lessons")
    }
    return candidates + [path("../share/unroll/lessons", besides: program)]
  }

  private static func isLessons(_ folder: String) -> Bool {
    isFolder(folder + "/models")
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
  }

  /// The name of a shipped model by its file; nil for any other.
  package func shippedName(ofFile file: String) -> String? {
    guard let lessons = try? lessons() else { return nil }
    return (try? shipped())?.first { "\(lessons)/models/\($0)/model.yaml" == file }
  }

  /// The names of the shipped models: the usual one, its task in four units, the same network on other
  /// data, then the others by name, each of a task and of its name.
  package func shipped() throws(FileError) -> [String] {
    let models = try lessons() + "/models"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: models)) ?? []
    return names.filter { Self.exists("\(models)/\($0)/model.yaml") }
      .sorted { (Self.place($0), $0) < (Self.place($1), $1) }
  }

  private static func place(_ name: String) -> Int { first.firstIndex(of: name) ?? first.count }

  /// Loads a model by name or path.
  ///
  /// `name` is a shipped model, a folder with a model.yaml, a .yaml file, or a file that Keras writes:
  /// a .keras, an .h5 or its .json; `./latch` is a folder of that name, `latch` the shipped model. `weights` and `input`
  /// are paths that replace the model's own, `reading` says how the input is meant; `seed` initialises a model that has no weights, or one that is
  /// to be as it was before it learnt, `isUntrained`. In a
  /// `lesson` paths are seen from its folder, and only the files within its `reach` are opened.
  package func load(
    _ name: String, weights: String? = nil, input: String? = nil,
    reading: InputReading = InputReading(), seed: UInt64 = 0, isUntrained: Bool = false,
    lesson: String? = nil, reach: Reach = .everything
  ) throws(FileError) -> LoadedModel {
    let model = try modelFile(name, lesson: lesson, reach: reach)
    return try LoadedModel(
      model, weights: weights, input: input, reading: reading, seed: seed,
      isUntrained: isUntrained)
  }

  /// Loads a model that stands in another file, as a lesson's own does.
  package func load(_ model: ModelFile, seed: UInt64 = 0) throws(FileError) -> LoadedModel {
    try LoadedModel(model, weights: nil, input: nil, seed: seed)
  }

  /// What can be said of a model without drawing weights; the arguments are those of `load`.
  ///
  /// Throws where its file, or that of the input, cannot be read.
  package func outline(
    _ name: String, weights: String? = nil, input: String? = nil,
    reading: InputReading = InputReading(), seed: UInt64 = 0, isUntrained: Bool = false
  ) throws(FileError) -> ModelOutline {
    var model = try modelFile(name)
    if isUntrained { model.weights = nil }
    let input = try input.map { (file) throws(FileError) in
      try ObservationFile(contentsOf: file, for: model.network.inputs, reading: reading)
    }
    return ModelOutline(model, weights: weights, input: input, seed: seed)
  }

  private func modelFile(
    _ name: String, lesson: String? = nil, reach: Reach = .everything
  ) throws(FileError) -> ModelFile {
    if !name.contains("/"), let lessons = try? lessons() {
      let file = "\(lessons)/models/\(name)/model.yaml"
      if Self.exists(file) { return try ModelFile.ours(file, .everything) }
    }
    let place = lesson.map { path(name, besides: $0) } ?? name
    try reach.check(place)
    if Self.isFolder(place) {
      let file = place.hasSuffix("/") ? place + "model.yaml" : place + "/model.yaml"
      guard Self.exists(file) else {
        throw FileError(
          place, ForeignFile.found(inFolder: place).map { .foreign($0) } ?? .noModelInFolder)
      }
      try reach.check(file)
      return try ModelFile.ours(file, reach)
    }
    if FileFormat.models.contains(where: { $0.isNamed(place) }) || Self.exists(place) {
      do throws(FileError) {
        return try FileFormat.read(place, in: FileFormat.models, reach: reach)
      } catch {
        guard case .unknownKind? = error.problem as? DocumentProblem,
          ObservationFile.isNamed(place)
        else { throw error }
        throw FileError(place, .dataAlone)
      }
    }
    // A plain word is the name of a shipped model: where none can be found, that is what to say.
    let shipped = name.contains("/") ? (try? shipped()) ?? [] : try shipped()
    throw FileError(
      "--model",
      .unknownModel(excerpt(name), nearest: nearest(to: name, in: shipped), shipped: shipped))
  }
}
