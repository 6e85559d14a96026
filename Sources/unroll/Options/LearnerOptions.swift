import ArgumentParser
import Engine
import Learning
import Phrases

/// Which network learns.
struct LearnerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A model whose layers are trained, from fresh weights: a name or path as for unroll. Without "
        + "a task it learns what its own data ask.",
      valueName: "model"), transform: named)
  var model: String?

  @Option(
    help: ArgumentHelp(
      "The units of each recurrent layer, instead of a model: 128,64 (default: the task's).",
      valueName: "numbers"))
  var units: String?

  @Option(
    help: ArgumentHelp(
      "lstm, gru or simple_rnn, what these layers are (default: the task's).", valueName: "kind"))
  var layer: String?

  func validate() throws {
    if model != nil, let option = units != nil ? "--units" : layer != nil ? "--layer" : nil {
      throw ValidationError(TrainPhrases.ownNetwork(option))
    }
    if let units, try widths()?.isEmpty != false {
      throw ValidationError(TrainPhrases.units(found: units))
    }
    _ = try kind()
  }

  /// The units that were said.
  func widths() throws -> [Int]? {
    guard let units else { return nil }
    return try units.split(separator: ",", omittingEmptySubsequences: false).map {
      guard let width = Int($0), (1...4096).contains(width) else {
        throw ValidationError(TrainPhrases.units(found: units))
      }
      return width
    }
  }

  /// A layer of the kind that was said.
  func kind() throws -> (any RecurrentLayer)? {
    guard let layer else { return nil }
    let kinds = Layer.kinds.compactMap { $0.init(name: "").recurrent }
    guard let kind = kinds.first(where: { type(of: $0).word == layer }) else {
      throw ValidationError(
        TrainPhrases.layer(found: layer, known: kinds.map { type(of: $0).word }))
    }
    return kind
  }

  /// The recurrent layers: what was said, and otherwise the task's.
  func layers(for task: any LearningTask) throws -> [any RecurrentLayer] {
    let suggested = task.suggestedLayers
    let widths = try widths() ?? suggested.map(\.units)
    let kind = try kind() ?? suggested[0]
    return widths.enumerated().map { place, width in
      let word = type(of: kind).word
      var layer = kind
      layer.name = widths.count == 1 ? word : "\(word)\(place + 1)"
      layer.width = width
      return layer
    }
  }
}
