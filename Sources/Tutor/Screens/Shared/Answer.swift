import Engine
import ModelFiles
import Phrases

/// What the network's last numbers mean, in the model's own words.
struct Answer {
  private let state: Explorer
  /// How the numbers came to be: a curve that gives shares is written without signs.
  private let isShare: Bool

  init(_ state: Explorer) {
    self.state = state
    isShare = state.isOutputShare
  }

  /// The sentence for the numbers of the open timestep, at several lengths, the longest first; one number
  /// that was another `before` the last what-if stands behind that.
  func forms(_ values: [Float], before: [Float]? = nil) -> [Phrase] {
    if let index = values.firstIndex(where: { !$0.isFinite }) {
      return AnswerPhrases.none(number: index, is: values[index], because: origin)
    }
    let timestep = state.timestep
    let isEnd = state.timeline.isAtEnd
    guard values.count == 1, let meaning = state.model.output else {
      let forms = values.count == 1 ? [number(values[0], before)] : several(values)
      return isEnd ? forms : forms.map { AnswerPhrases.early($0, at: timestep) }
    }
    let answer = AnswerPhrases.answer(number(values[0], before), isYes: meaning.answer(values[0]))
    // Before the last timestep there is no truth to hold against: the question is about the end.
    guard isEnd else { return AnswerPhrases.early(meaning.label, answer, at: timestep) }
    let asked = AnswerPhrases.asked(meaning.label, answer)
    guard let target = state.example.facts.target else { return [asked] }
    return [AnswerPhrases.asked(meaning.label, answer, truth: meaning.words(target)), asked]
  }

  /// What the output that is shown over time answers; nil where it is the only one, or has no name.
  var shownName: String? {
    let last = state.position.description.layers.count - 1
    guard last >= 0, let choice = state.example.facts.choice, choice.names.count > 1,
      choice.names.count == state.units(of: last)
    else { return nil }
    return choice.names[state.unit(of: last)]
  }

  private func several(_ values: [Float]) -> [Phrase] {
    let largest = values.indices.max { values[$0] < values[$1] } ?? 0
    if let choice = state.example.facts.choice, choice.names.count == values.count {
      return AnswerPhrases.chosen(
        choice.names[largest], number(values[largest]),
        truth: state.timeline.isAtEnd ? choice.name : nil)
    }
    return AnswerPhrases.several(values.prefix(8).map(number), of: values.count, largest: largest)
  }

  private func number(_ value: Float, _ before: [Float]?) -> Phrase {
    let now = number(value)
    guard let old = before?.first.map(number), old.text != now.text else { return now }
    return AnswerPhrases.changed(from: old, to: now)
  }

  private func number(_ value: Float) -> Phrase { Phrase(value, signed: !isShare) }

  /// Where the first number that is none came in.
  private var origin: Phrase {
    let observation = state.example.observation
    guard let place = observation.values.firstIndex(where: { !$0.isFinite }) else {
      return AnswerPhrases.grown
    }
    return AnswerPhrases.isNone(
      timestep: place / observation.features, feature: place % observation.features)
  }
}
