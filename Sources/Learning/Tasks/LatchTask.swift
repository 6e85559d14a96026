import Engine
import ModelFiles

/// A 7 sets, a 3 clears, eight other symbols do nothing: is it set at the end?
///
/// The sequences are `LatchSequences`: 3 % sevens and 3 % threes, so that some 2 in 3 of the last
/// events lie more than ten timesteps back.
package struct LatchTask: LearningTask {
  package let timesteps: Int

  package init(timesteps: Int = 50) { self.timesteps = timesteps }

  package var kind: TaskKind { .latch }
  package var features: [Feature] { LatchSequences.features }
  package var answer: TaskAnswer { .yesOrNo }
  package var suggestedTraining: SuggestedTraining {
    SuggestedTraining(epochs: 12, rate: 0.002, batchSize: 16, clipping: 1)
  }

  package func example(_ index: Int, of part: TaskPart, seed: UInt64) -> LabelledExample {
    let sequences = LatchSequences(timesteps: timesteps, seed: seed)
    let index = Int(part.stream(index))
    return LabelledExample(
      sequences.observation(index),
      isYes: LatchSequences.isSet(after: sequences.symbols(index)))
  }

  package func symbol(_ row: ArraySlice<Float>) -> Character? { row.oneHot(among: "0123456789") }

  package var baselines: [Baseline] {
    [
      Baseline(.always),
      Baseline(.recentEvent(timesteps: 10)) { observation in
        let last = max(0, observation.timesteps - 10)..<observation.timesteps
        return last.reversed().lazy.map(observation.symbol).first {
          LatchSequences.event(of: UInt8($0)) != nil
        } ?? -1
      },
    ]
  }

  package func resized(to length: Int) -> LatchTask? {
    (1...Self.mostTimesteps).contains(length) ? LatchTask(timesteps: length) : nil
  }
}
