import Documents
import Engine
import Wording

/// A network with its weights, its observations, and the words that go with them.
package struct LoadedModel: Sendable {
  /// What it is called.
  package var name: String
  /// One sentence on what it does; empty where nobody wrote one.
  package var about: String
  /// What wrote its file.
  package let framework: Framework
  /// The layers with their weights.
  package var network: Network
  /// Where the weights come from.
  package var weights: WeightsOrigin
  /// What can be put in.
  package var observations: ObservationSource
  /// The observation that opens.
  package var firstObservation: Int
  /// The features, one name for each number of a timestep.
  package var features: [Feature]
  /// What the last number says, where somebody wrote it down.
  package var output: OutputMeaning?
  /// For an LSTM layer the unit to look at first.
  package var telling: [String: Int]

  /// What stands in its files and is passed over.
  package let notes: [PassedOver]

  /// Every file that it was put together from, or that its own file names.
  package let files: [String]

  /// The layers alone.
  package var description: NetworkDescription { network.description }

  /// Puts a model together from its file.
  ///
  /// `weights` and `input` are paths that replace what the file names. A model without weights is
  /// initialised from `seed` as Keras would, as is one that `isUntrained` whatever its file names, and says that it is untrained. One without data gets
  /// made-up numbers. A network in which a layer hands on too little for the next opens up to there,
  /// as it does after `return_sequences` was turned off.
  init(
    _ model: ModelFile, weights: String?, input: String?,
    reading: InputReading = InputReading(), seed: UInt64, isUntrained: Bool = false
  ) throws(FileError) {
    name = model.name
    about = model.about ?? ""
    framework = model.framework
    output = model.output
    telling = model.telling
    files = model.files + [weights, input, reading.tokenizer].compactMap(\.self)
    var notes = model.notes
    (network, self.weights) = try Self.network(
      model, isUntrained ? nil : weights ?? model.weights, seed, &notes)

    let description = model.network
    firstObservation = 0
    if let input {
      observations = .file(
        try ObservationFile(contentsOf: input, for: description.inputs, reading: reading))
    } else if let recipe = model.observations {
      observations = try recipe.source(for: description)
      firstObservation = recipe.first
    } else {
      observations = .random(
        try RandomSequences(description, seed: seed, file: model.file))
    }
    if case .file(let file) = observations {
      try Self.check(file, for: model)
      if let note = file.note { notes.append(note) }
    }
    self.notes = notes
    features = try Self.features(model, observations)
  }

  /// The network with its weights; what their file holds beside them is added to `notes`.
  static func network(
    _ model: ModelFile, _ weights: String?, _ seed: UInt64, _ notes: inout [PassedOver]
  ) throws(FileError) -> (Network, WeightsOrigin) {
    let failure = try failure(of: model)
    do throws(EngineError) {
      try model.network.plan().checkWeights()
    } catch {
      throw FileError(model.file, .network(error))
    }
    guard let weights else {
      let initialisers = try initialisers(of: model)
      do throws(EngineError) {
        let network =
          failure == nil
          ? try Network(model.network, seed: seed, initialisers: initialisers)
          : try Network(upToFailure: model.network, seed: seed, initialisers: initialisers)
        return (network, .untrained(seed: seed))
      } catch {
        throw FileError(model.file, .network(error))
      }
    }
    let stored = try FileFormat.read(weights, in: FileFormat.weights)
    if let note = stored.note { notes.append(note) }
    let plan = model.network.plan()
    let tensors = try stored.tensors(for: model, plan)
    if failure != nil {
      return (Network(upToFailure: model.network, weights: tensors), .file(weights))
    }
    do throws(EngineError) {
      return (try Network(model.network, weights: tensors), .file(weights))
    } catch {
      throw stored.refined(error, plan) ?? FileError(weights, .network(error))
    }
  }

  /// How the weights of a model without weights are filled, where its file says so; throws for a way
  /// that is not known.
  private static func initialisers(
    of model: ModelFile
  ) throws(FileError) -> [String: WeightInitialiser] {
    var known: [String: WeightInitialiser] = [:]
    for weight in model.network.plan().layers.flatMap(\.weightShapes) {
      switch model.initialisers[weight.key] {
      case .known(let initialiser): known[weight.key] = initialiser
      case .unknown(let value):
        throw value.error(
          .kerasInitialiser(
            weight: excerpt(weight.key), found: KerasLayer.shown(value)))
      case nil: break
      }
    }
    return known
  }

  /// The first layer that reads a sequence where none comes in; any other failure is thrown.
  private static func failure(of model: ModelFile) throws(FileError) -> NetworkPlan.Failure? {
    let failure = model.network.plan().failure
    switch failure?.error {
    case nil, .rank: return failure
    case let error?: throw FileError(model.file, .network(error))
    }
  }

  /// Throws where the network reads observations of another shape than a file's.
  private static func check(_ file: ObservationFile, for model: ModelFile) throws(FileError) {
    do throws(EngineError) {
      try model.network.input.check(
        file.count, timesteps: file.timesteps, features: file.rows.features)
    } catch {
      throw FileError(file.file, .unfitObservations(error, model.framework))
    }
  }

  /// The names from the data, then from the model's file, then plain numbers.
  private static func features(
    _ model: ModelFile, _ observations: ObservationSource
  ) throws(FileError) -> [Feature] {
    let count = model.network.input.features
    if let named = model.features, named.count != count {
      throw FileError(
        model.featuresPlace ?? Place(model.file),
        .featureNames(expected: count, found: named.count))
    }
    switch observations {
    case .latch: return model.features ?? LatchSequences.features
    case .weather: return model.features ?? WeatherWindows.features
    case .drawn(let sequences): return model.features ?? sequences.task.rule.features
    case .file(let file):
      if let names = file.featureNames { return names.map { Feature(name: $0) } }
    case .random: break
    }
    return model.features ?? (0..<count).map { Feature(name: "feature \($0)") }
  }
}
