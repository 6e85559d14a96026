import ModelFiles

extension LoadedModel {
  /// What the model's observations ask; nil where nobody knows their true answers.
  package var task: (any LearningTask)? {
    switch observations {
    case .latch: LatchTask(timesteps: observations.timesteps)
    case .weather(let windows): WeatherTask(windows)
    case .file: DataTask(self)
    case .random: nil
    }
  }
}
