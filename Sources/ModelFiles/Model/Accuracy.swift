import Documents
import Engine

/// How often a model is right on some observations, beside rules that need no network.
package struct Accuracy: Hashable, Sendable {
  /// Which observations.
  package var data: Data
  /// How many it answered rightly.
  package var correct: Int
  /// How many there were.
  package var total: Int
  /// On how many the true answer is yes.
  package var positives: Int
  /// The rules to compare with.
  package var baselines: [Baseline]

  /// A rule that needs no network, and how often it is right.
  package struct Baseline: Hashable, Sendable {
    package var rule: Rule
    /// How often it is right.
    package var correct: Int
  }

  package enum Rule: Hashable, Sendable {
    case tomorrowAsToday
    case alwaysDry
    case alwaysSet
    case neverSet
  }

  /// Observations that a model is judged on.
  package enum Data: Hashable, Sendable {
    case testWindows(Range<Int>)
    case recordedSequences(count: Int)
    case freshSequences(count: Int)
  }

  /// The part it answered rightly, 0 to 1.
  package var fraction: Double { Double(correct) / Double(total) }

  /// The part that a baseline answers rightly, 0 to 1.
  package func fraction(_ baseline: Baseline) -> Double {
    Double(baseline.correct) / Double(total)
  }
}

extension LoadedModel {
  /// Judges the model on its test data: for the weather its test windows, for the latch the
  /// recorded sequences and `fresh` more. Empty where the true answers are not known.
  ///
  /// Throws when the network cannot read its observations.
  package func accuracy(fresh: Int = 1000) throws(FileError) -> [Accuracy] {
    switch observations {
    // Those of a task are judged by its own measure, see `TaskScore`.
    case .drawn, .file, .random: return []
    case .weather(let windows):
      let test = WeatherWindows.firstTest..<windows.count
      var accuracy = try judge(test, data: .testWindows(test), target: windows.target)
      let asToday = test.count { windows.target($0) == windows.target($0 - 1) }
      accuracy.baselines = [
        Accuracy.Baseline(rule: .tomorrowAsToday, correct: asToday),
        Accuracy.Baseline(rule: .alwaysDry, correct: test.count - accuracy.positives),
      ]
      return [accuracy]
    case .latch(let sequences):
      let recorded = 0..<sequences.recordedCount
      let drawn = recorded.upperBound..<recorded.upperBound + fresh
      var accuracies: [Accuracy] = []
      let parts: [(Range<Int>, Accuracy.Data)] = [
        (recorded, .recordedSequences(count: recorded.count)),
        (drawn, .freshSequences(count: drawn.count)),
      ]
      for (range, data) in parts where !range.isEmpty {
        var accuracy = try judge(range, data: data) {
          LatchSequences.isSet(after: sequences.symbols($0))
        }
        let negatives = accuracy.total - accuracy.positives
        accuracy.baselines = [
          accuracy.positives > negatives
            ? Accuracy.Baseline(rule: .alwaysSet, correct: accuracy.positives)
            : Accuracy.Baseline(rule: .neverSet, correct: negatives)
        ]
        accuracies.append(accuracy)
      }
      return accuracies
    }
  }

  /// Runs the observations side by side, some at a time so that memory stays small.
  private func judge(
    _ range: Range<Int>, data: Accuracy.Data, target: (Int) -> Bool
  ) throws(FileError) -> Accuracy {
    let threshold = output?.threshold ?? 0.5
    var accuracy = Accuracy(
      data: data, correct: 0, total: range.count, positives: 0, baselines: [])
    let atOnce = network.description.runsAtOnce(timesteps: observations.timesteps, most: 128)
    for start in stride(from: range.lowerBound, to: range.upperBound, by: atOnce) {
      let part = start..<min(start + atOnce, range.upperBound)
      var batch: [Observation] = []
      for index in part { batch.append(try observations.observation(index)) }
      let outputs: [Tensor]
      do throws(EngineError) {
        outputs = try network.outputs(batch)
      } catch {
        throw FileError(name, .network(error))
      }
      for (index, output) in zip(part, outputs) {
        let truth = target(index)
        if truth { accuracy.positives += 1 }
        // With an answer at every timestep, the last one is the one that was asked for.
        if let last = output.values.last, (last >= threshold) == truth { accuracy.correct += 1 }
      }
    }
    return accuracy
  }
}

extension LoadedModel {
  /// How many sequences of a task are counted while one looks on.
  private static let drawn = 100

  /// The observations whose answers are counted by hand: the latch's recorded sequences, the
  /// weather's test windows, the first sequences of a task; `nil` where the true answers are not known, or
  /// are numbers that no answer hits.
  package var judged: Range<Int>? {
    switch observations {
    case .latch(let sequences): 0..<sequences.recordedCount
    case .weather(let windows): WeatherWindows.firstTest..<windows.count
    case .drawn(let sequences): sequences.task.kind == .adding ? nil : 0..<Self.drawn
    case .file, .random: nil
    }
  }
}
