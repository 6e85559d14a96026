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
    isShare = state.outputScale == .unit
  }

  /// The sentence for the numbers of the open timestep, at several lengths, the longest first.
  func forms(_ values: [Float]) -> [Phrase] {
    if let index = values.firstIndex(where: { !$0.isFinite }) {
      return ["no answer: number \(index) is \(number: values[index]); \(origin)", "no answer"]
    }
    let last = state.timesteps - 1
    let timestep = state.position.timestep
    let isEnd = timestep == last
    // Before the last timestep there is no truth to hold against: the question is about the end.
    let place: Phrase = isEnd ? "" : "at t \(timestep): "
    guard values.count == 1 else { return several(values).map { place + $0 } }
    let number = Phrase(values[0], signed: !isShare)
    guard let meaning = state.model.output else { return [place + number] }
    let answer: Phrase = "\(number), so \(meaning.answer(values[0]) ? "yes" : "no")"
    guard isEnd else { return ["\(place)\(meaning.label)? \(answer)", place + answer, answer] }
    let asked: Phrase = "\(meaning.label): \(answer)."
    guard let target = state.example.facts.target else { return [asked] }
    return ["\(asked) The truth: \(meaning.words(target)).", asked]
  }

  private func several(_ values: [Float]) -> [Phrase] {
    let largest = values.indices.max { values[$0] < values[$1] } ?? 0
    let shown = Phrase.joined(
      values.prefix(8).map { Phrase($0, signed: !isShare) }, separator: " ")
    let more: Phrase = values.count > 8 ? " … \(values.count) numbers" : ""
    return [
      "\(shown)\(more); largest: unit \(largest)", "largest of \(values.count): unit \(largest)",
    ]
  }

  /// Where the first number that is none came in.
  private var origin: Phrase {
    let observation = state.example.observation
    guard let place = observation.values.firstIndex(where: { !$0.isFinite }) else {
      return "the sums have grown beyond what a float holds"
    }
    return "x[\(place / observation.features), \(place % observation.features)] is none"
  }
}
