import Documents
import Engine

/// How often a model is right on some observations, beside rules that need no network.
package struct Accuracy: Hashable, Sendable {
  /// Which observations, such as `windows 1050–1410, test`.
  package var data: String
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
    /// The rule, such as `tomorrow as today`.
    package var name: String
    /// How often it is right.
    package var correct: Int
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
    case .file, .random: return []
    case .weather(let windows):
      let test = WeatherWindows.firstTest..<windows.count
      var accuracy = try judge(
        test, data: "windows \(test.lowerBound)–\(test.upperBound - 1), test",
        target: windows.target)
      let asToday = test.count { windows.target($0) == windows.target($0 - 1) }
      accuracy.baselines = [
        Accuracy.Baseline(name: "tomorrow as today", correct: asToday),
        Accuracy.Baseline(name: "always dry", correct: test.count - accuracy.positives),
      ]
      return [accuracy]
    case .latch(let sequences):
      let recorded = 0..<sequences.recordedCount
      let drawn = recorded.upperBound..<recorded.upperBound + fresh
      var accuracies: [Accuracy] = []
      for (range, name) in [(recorded, "recorded"), (drawn, "fresh")] where !range.isEmpty {
        var accuracy = try judge(range, data: "\(range.count) \(name) sequences") {
          LatchSequences.isSet(after: sequences.symbols($0))
        }
        let negatives = accuracy.total - accuracy.positives
        accuracy.baselines = [
          accuracy.positives > negatives
            ? Accuracy.Baseline(name: "always set", correct: accuracy.positives)
            : Accuracy.Baseline(name: "never set", correct: negatives)
        ]
        accuracies.append(accuracy)
      }
      return accuracies
    }
  }

  /// Runs the observations side by side, some at a time so that memory stays small.
  private func judge(
    _ range: Range<Int>, data: String, target: (Int) -> Bool
  ) throws(FileError) -> Accuracy {
    let threshold = output?.threshold ?? 0.5
    var accuracy = Accuracy(
      data: data, correct: 0, total: range.count, positives: 0, baselines: [])
    let atOnce = network.plan.runsAtOnce(timesteps: observations.timesteps, most: 128)
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
  /// The observations whose answers are counted by hand: the latch's recorded sequences, the
  /// weather's test windows; `nil` where the true answers are not known.
  package var judged: Range<Int>? {
    switch observations {
    case .latch(let sequences): 0..<sequences.recordedCount
    case .weather(let windows): WeatherWindows.firstTest..<windows.count
    case .file, .random: nil
    }
  }
}
