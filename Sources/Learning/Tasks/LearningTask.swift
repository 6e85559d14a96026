import Engine
import ModelFiles

/// Something for a network to learn: sequences, and the true answer for each of them.
///
/// A task that draws its sequences never runs out of them; example n of a seed is the same on every
/// machine, whichever were drawn before. A task over data has as many as its data give and does not
/// look at the seed. No example is in both parts.
package protocol LearningTask: Hashable, Sendable {
  /// Which of the tasks it is; `Phrases` says in a sentence what it asks.
  var kind: TaskKind { get }
  /// How many timesteps an observation has.
  var timesteps: Int { get }
  /// What draws its sequences, where one line of a model.yaml names them; nil for any other.
  var drawn: DrawnTask? { get }
  /// What arrives at each timestep.
  var features: [Feature] { get }
  /// What is asked.
  var answer: TaskAnswer { get }
  /// Whether it is asked after each timestep, or after the last one alone.
  var answersEachTimestep: Bool { get }
  /// The rules to compare a network with, which look at little or nothing of an observation.
  var baselines: [Baseline] { get }
  /// The recurrent layers of a network that is large enough.
  var suggestedLayers: [any RecurrentLayer] { get }
  /// How it is learnt.
  var suggestedTraining: SuggestedTraining { get }

  /// How many examples a part has; nil where they never end.
  func count(of part: TaskPart) -> Int?
  /// One example of a part; `index` counts from 0.
  func example(_ index: Int, of part: TaskPart, seed: UInt64) -> LabelledExample
  /// One character for a timestep with these numbers; nil where none fits.
  func symbol(_ row: ArraySlice<Float>) -> Character?
  /// The same task at another length: so many timesteps, or for `copy` so long a gap. Nil where its
  /// rule or its data do not allow it.
  func resized(to length: Int) -> Self?
}

extension LearningTask {
  package var drawn: DrawnTask? { nil }
  package var answersEachTimestep: Bool { false }
  package var suggestedLayers: [any RecurrentLayer] { [LSTM(name: "lstm", units: 4)] }
  package var suggestedTraining: SuggestedTraining { SuggestedTraining() }
  package func count(of part: TaskPart) -> Int? { nil }
  package func symbol(_ row: ArraySlice<Float>) -> Character? { nil }
  package func resized(to length: Int) -> Self? { nil }

  /// How long a sequence may be made.
  static var mostTimesteps: Int { 1000 }

  /// The first `count` examples of a part. Data that have more give a sample, in their own order; data
  /// that have fewer give all.
  package func examples(
    _ count: Int, of part: TaskPart = .training, seed: UInt64
  ) -> [LabelledExample] {
    guard let available = self.count(of: part) else {
      return (0..<count).map { example($0, of: part, seed: seed) }
    }
    var generator = SplitMix64(seed: seed)
    return generator.sample(min(count, available), of: available).map {
      example($0, of: part, seed: seed)
    }
  }

  /// How many of so many examples come to no more than so many numbers; one at least.
  package func room(for count: Int, within numbers: Int) -> Int {
    min(count, max(1, numbers / max(1, timesteps * features.count)))
  }

  /// A network of recurrent layers, one behind another, and a Dense layer of the size of the answer.
  /// Whether their sequences are handed on follows from what comes behind each.
  package func network(of layers: [any RecurrentLayer]) -> NetworkDescription {
    var stack = layers.enumerated().map { place, layer in
      var layer = layer
      layer.returnSequences = place < layers.count - 1 || answersEachTimestep
      return Layer(layer)
    }
    stack.append(
      Layer(Dense(name: "output", units: answer.units, activation: answer.activation)))
    return NetworkDescription(
      input: InputLayer(timesteps: timesteps, features: features.count), layers: stack)
  }

  /// A network that is large enough for the task.
  package var suggestedNetwork: NetworkDescription { network(of: suggestedLayers) }
}
