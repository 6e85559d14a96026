import Insight
import ModelFiles
import Phrases

/// What can stand below the first line of the input.
enum InputDetail: Hashable {
  /// The timestep in its own units: "precipitation 0.0 mm  temp_max 21.7 °C …".
  case readings
  /// The numbers that enter the first layer.
  case vector
  /// Another feature over time.
  case feature(Int)

  var isFeature: Bool { if case .feature = self { true } else { false } }
}

extension Explorer {
  /// What there is to say of the input, the most telling first.
  var inputDetails: [InputDetail] {
    if example.isSymbolic { return [.vector] }
    if readsTokens { return [] }
    if !featuresAsked.isEmpty, position.axis == .time {
      return featuresAsked.map(InputDetail.feature) + [.vector]
    }
    let others = (0..<example.observation.features).filter { $0 != position.feature }
    return (example.hasWords ? [.readings, .vector] : [.vector])
      + (position.axis == .time ? others.map(InputDetail.feature) : [])
  }

  /// The features beside the one that is shown, of a task that asks about them; none where they are one
  /// symbol.
  var featuresAsked: [Int] {
    guard case .drawn = example.facts.kind, !example.isSymbolic else { return [] }
    return (0..<example.observation.features).filter { $0 != position.feature }
  }

  /// What the input's row is called: where several numbers are one symbol that.
  var inputName: String {
    example.isSymbolic && example.observation.features > 1
      ? SharedPhrases.symbol : featureName(position.feature)
  }

  /// Whether one whole number arrives at each timestep, which names a row of an Embedding.
  var readsTokens: Bool { !position.description.input.hasFeatures }

  /// What stands for such a number where nothing else is known of it.
  func tokenName(_ number: Float) -> String {
    number == number.rounded() && number.magnitude < 1e9 ? String(Int(number)) : "\(number)"
  }

  /// What stands for the number at a timestep of the observation: its word where the data have one.
  func tokenName(at timestep: Int) -> String {
    example.timesteps[timestep].word ?? tokenName(example.observation.values[timestep])
  }

  /// Whether such a number stands for nothing.
  func isPadding(_ number: Float) -> Bool {
    number == 0 && position.description.table(reading: position.description.input)?.maskZero == true
  }

  /// The name of a feature, `x[3]` where the data give none.
  func featureName(_ feature: Int) -> String {
    if readsTokens { return SharedPhrases.token }
    return model.features.indices.contains(feature)
      ? model.features[feature].name : ExploringPhrases.feature(feature)
  }

  /// What was measured of a feature at this timestep, with its unit.
  func reading(_ feature: Int) -> String {
    let readings = example.timesteps[inputTimestep].readings
    let numbers = example.observation[inputTimestep]
    if readings.isEmpty, feature >= 0, feature < numbers.count {
      return "\(numbers[numbers.startIndex + feature])"
    }
    guard readings.indices.contains(feature) else { return "" }
    return [readings[feature].text, readings[feature].unit].compactMap(\.self)
      .joined(separator: " ")
  }

  /// Everything measured at this timestep that is more than a yes or no of the word for it.
  var readings: String {
    let now = example.timesteps[inputTimestep]
    let measured = now.readings.indices.filter { now.readings[$0].unit != nil }
      .map { "\(featureName($0)) \(reading($0))" }
    return (measured + (now.word.map { [$0] } ?? [])).joined(separator: "  ")
  }

  /// What a full bar of a feature stands for.
  func featureScale(_ feature: Int) -> ValueScale {
    .symmetric(moment.scales.largest(feature: feature))
  }

  /// What stands in the title, the fullest form that fits: the question outlasts the rest.
  func title(width: Int) -> String {
    let facts = example.facts
    let question = facts.question
    let split = facts.split.flatMap { $0 == .recorded ? nil : $0.name }
    let asked = [facts.rule, question].compactMap(\.self).joined(separator: ": ")
    let forms: [[String?]] = [
      [facts.name, split, facts.span, facts.source, asked, facts.known],
      [facts.name, split, facts.span, asked, facts.known],
      [facts.name, split, question ?? facts.span],
      [facts.name, question ?? facts.known ?? facts.span],
      [facts.name],
    ]
    let hasLearnt = model.weights.isTrained || isOpenTraining && openEpoch?.number ?? 0 > 0
    let name = hasLearnt ? model.name : ExploringPhrases.untrained(model: model.name)
    let titles = forms.map { parts in
      ([name] + parts.compactMap(\.self).filter { !$0.isEmpty }).joined(separator: " · ")
    }
    return titles.first { $0.count <= width } ?? titles[titles.count - 1]
  }
}
