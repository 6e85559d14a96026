import Learning

/// How a training tells how it goes on.
protocol TrainingReport {
  /// Before the first step.
  func begin() throws
  /// After a step within an epoch.
  func step(_ run: TrainingRun) throws
  /// After an epoch.
  func epoch(_ result: EpochResult) throws
  /// At the end.
  func end(_ run: TrainingRun, _ ending: TrainingEnding) throws
}
