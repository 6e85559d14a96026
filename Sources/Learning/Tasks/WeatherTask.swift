import Documents
import Engine
import ModelFiles

/// Fifty days of Seattle weather: does it rain on the day after?
///
/// Training and test are those of `WeatherWindows`: the windows 0 to 999, and from 1050 on, so that up
/// to fifty timesteps no day is in both.
package struct WeatherTask: LearningTask {
  private let windows: WeatherWindows

  /// The task over windows that were read.
  package init(_ windows: WeatherWindows) { self.windows = windows }

  /// The task over the lessons' data; throws where they are not found or cannot be read.
  package init(in library: ModelLibrary) throws(FileError) {
    windows = try WeatherWindows(
      contentsOf: library.lessons() + "/data/seattle-weather.csv", timesteps: 50)
  }

  package var kind: TaskKind { .weather }
  package var timesteps: Int { windows.timesteps }
  package var features: [Feature] { WeatherWindows.features }
  package var answer: TaskAnswer { .yesOrNo }

  package var suggestedLayers: [any RecurrentLayer] {
    [LSTM(name: "lstm1", units: 128), LSTM(name: "lstm2", units: 64)]
  }

  package func count(of part: TaskPart) -> Int? { range(of: part).count }

  private func range(of part: TaskPart) -> Range<Int> {
    switch part {
    case .training: 0..<WeatherWindows.trainingCount
    case .test: WeatherWindows.firstTest..<windows.count
    }
  }

  package func example(_ index: Int, of part: TaskPart, seed: UInt64) -> LabelledExample {
    let window = range(of: part).lowerBound + index
    return LabelledExample(windows.observation(window), isYes: windows.target(window))
  }

  package var baselines: [Baseline] {
    let dry = windows.dry
    return [
      Baseline(.asToday) { $0[$0.timesteps - 1].first.map { $0 > dry } == true ? 1 : 0 },
      Baseline(.always),
    ]
  }
}
