import Engine
import ModelFiles

/// Zeros and ones, evenly drawn: is the number of ones odd?
///
/// Any part of a sequence says nothing about the answer: one bit that is missed and it is a guess.
/// Asked after each timestep, four units learn it in a few epochs; asked at the end alone, where the
/// short sequences within a long one do not help, they do not.
package struct ParityTask: LearningTask {
  package let timesteps: Int
  package let answersEachTimestep: Bool

  package init(timesteps: Int = 10, answersEachTimestep: Bool = true) {
    self.timesteps = timesteps
    self.answersEachTimestep = answersEachTimestep
  }

  package var kind: TaskKind { .parity }
  package var features: [Feature] { [Feature(name: "bit")] }
  package var answer: TaskAnswer { .yesOrNo }
  package var suggestedTraining: SuggestedTraining {
    SuggestedTraining(epochs: 10, rate: 0.02, clipping: 1)
  }

  package func example(_ index: Int, of part: TaskPart, seed: UInt64) -> LabelledExample {
    var generator = SplitMix64(seed: seed, stream: part.stream(index))
    let bits = (0..<timesteps).map { _ in generator.below(2) }
    var odd = 0
    let odds = bits.map { bit in
      odd ^= bit
      return Float(odd)
    }
    return LabelledExample(
      Observation(timesteps: timesteps, features: 1, values: bits.map(Float.init)),
      target: answersEachTimestep ? odds : odds.suffix(1))
  }

  package func symbol(_ row: ArraySlice<Float>) -> Character? { row.first == 1 ? "1" : "0" }

  package var baselines: [Baseline] {
    [
      Baseline(.always),
      Baseline(.withoutFirst) { $0.values.dropFirst().count { $0 == 1 } % 2 },
    ]
  }

  package func resized(to length: Int) -> ParityTask? {
    (1...Self.mostTimesteps).contains(length)
      ? ParityTask(timesteps: length, answersEachTimestep: answersEachTimestep) : nil
  }
}
