import Engine
import ModelFiles

/// Numbers from 0 to 1, two of which are marked: what is their sum?
///
/// The adding problem of Hochreiter and Schmidhuber ("Long short-term memory", 1997, experiment 4), as
/// it is posed today: numbers evenly from 0 to 1, one mark in each half, and the sum itself. Always
/// answering 1 has a mean squared error of 1/6; knowing the second number alone, of 1/12.
package struct AddingTask: LearningTask {
  package let timesteps: Int

  package init(timesteps: Int = 20) {
    precondition(timesteps >= 2, "each half has a marked number")
    self.timesteps = timesteps
  }

  package var kind: TaskKind { .adding }
  package var features: [Feature] { [Feature(name: "number"), Feature(name: "mark")] }
  package var answer: TaskAnswer { .number }
  package var suggestedTraining: SuggestedTraining {
    SuggestedTraining(epochs: 20, rate: 0.01, clipping: 1)
  }

  package func example(_ index: Int, of part: TaskPart, seed: UInt64) -> LabelledExample {
    var generator = SplitMix64(seed: seed, stream: part.stream(index))
    let half = timesteps / 2
    let marked = [
      generator.below(UInt64(half)), half + generator.below(UInt64(timesteps - half)),
    ]
    // Multiples of 2⁻²⁴, which a Float holds exactly, and below 1.
    let numbers = (0..<timesteps).map { _ in Float(generator.below(1 << 24)) * 0x1p-24 }
    let values: [Float] = numbers.indices.flatMap { timestep -> [Float] in
      [numbers[timestep], marked.contains(timestep) ? 1 : 0]
    }
    return LabelledExample(
      Observation(timesteps: timesteps, features: 2, values: values),
      target: [numbers[marked[0]] + numbers[marked[1]]])
  }

  package func symbol(_ row: ArraySlice<Float>) -> Character? { row.last == 1 ? "+" : "·" }

  package var baselines: [Baseline] {
    [
      Baseline(.always),
      Baseline(.secondNumber) { observation in
        let rows = (0..<observation.timesteps).map { observation[$0] }
        let number = rows.last { $0.last == 1 }?.first ?? 0
        return Int(number * 10)
      },
    ]
  }

  package func resized(to length: Int) -> AddingTask? {
    (2...Self.mostTimesteps).contains(length) ? AddingTask(timesteps: length) : nil
  }
}
