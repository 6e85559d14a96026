import ModelFiles

extension LoadedModel {
  /// What the model's observations ask; nil where nobody knows their true answers.
  package var task: (any LearningTask)? {
    switch observations {
    case .latch: LatchTask(timesteps: observations.timesteps)
    case .weather(let windows): WeatherTask(windows)
    case .drawn(let sequences): sequences.task.learning
    case .file: DataTask(self)
    case .random: nil
    }
  }
}

extension DrawnTask {
  /// What a network learns from such sequences.
  package var learning: any LearningTask {
    switch self {
    case .adding(let rule): AddingTask(rule)
    case .parity(let rule): ParityTask(rule)
    case .brackets(let rule): BracketsTask(rule)
    case .copy(let rule): CopyTask(rule)
    }
  }
}
