import ArgumentParser
import Engine
import Learning
import ModelFiles
import Phrases

/// A run that has not begun, from what the command line says.
struct NewTraining {
  let task: any LearningTask
  let data: TrainingData
  let run: TrainingRun
  let inputs: [String]

  init(_ command: Train, library: ModelLibrary) throws {
    let (options, reading) = (command.training, command.reading.reading)
    if command.input == nil, reading != InputReading() {
      throw ValidationError(ProgramPhrases.needsInput)
    }
    if let kind = command.task, kind != .data, command.input != nil {
      throw ValidationError(TrainPhrases.taskAndInput(kind))
    }
    if command.input.map({ ["-", "/dev/stdin"].contains($0) }) == true {
      throw ValidationError(TrainPhrases.standardInput)
    }
    let loaded = try command.learner.model.map {
      try library.load($0, input: command.input, reading: reading)
    }
    var data = try Self.data(command, reading, loaded)
    data.seed = options.seed ?? 0
    data.validationShare = options.validationSplit ?? data.validationShare
    data.length = options.length ?? data.length
    task = try Self.task(&data, in: library, for: loaded, options)
    self.data = data
    let description =
      try loaded?.description ?? task.network(of: try command.learner.layers(for: task))
    let network = try Network(description, seed: data.seed)
    try network.checkInput(1, timesteps: task.timesteps, features: task.features.count)
    do {
      try task.check(network.plan)
      run = try TrainingRun(
        network, training: data.training(of: task), validation: data.validation(of: task),
        settings: try options.settings(for: task))
    } catch let problem as TrainingProblem { throw Failure(problem.sentence) }
    inputs = (loaded?.files ?? []) + [data.input, data.reading.tokenizer].compactMap(\.self)
  }

  /// Where the examples come from.
  private static func data(
    _ command: Train, _ reading: InputReading, _ loaded: LoadedModel?
  ) throws -> TrainingData {
    if let kind = command.task, kind != .data { return TrainingData(task: kind) }
    if let input = command.input {
      guard reading.target != nil else { throw ValidationError(TrainPhrases.inputNeedsTarget) }
      var data = TrainingData(task: .data)
      (data.input, data.reading, data.isReadAlone) = (input, reading, loaded == nil)
      return data
    }
    guard command.task == nil else { throw ValidationError(TrainPhrases.dataNeedsInput) }
    guard let loaded else { throw ValidationError(TrainPhrases.whatToLearn) }
    switch loaded.observations {
    case .latch:
      var data = TrainingData(task: .latch)
      data.length = loaded.observations.timesteps
      return data
    case .weather: return TrainingData(task: .weather)
    case .drawn(let sequences):
      let task = sequences.task.learning
      var data = TrainingData(task: task.kind)
      data.length = sequences.task.length
      if case .parity(let rule) = sequences.task, !rule.answersEachTimestep {
        data.isAskedAtEnd = true
      }
      return data
    case .file(let file):
      guard file.truths != nil else { throw Failure(TrainPhrases.otherData(loaded.name)) }
      var data = TrainingData(task: .data)
      (data.input, data.reading) = (file.file, file.reading)
      return data
    case .random: throw Failure(TrainPhrases.otherData(loaded.name))
    }
  }

  /// The task, with as many examples as are asked for.
  private static func task(
    _ data: inout TrainingData, in library: ModelLibrary, for loaded: LoadedModel?,
    _ options: TrainingOptions
  ) throws -> any LearningTask {
    guard let task = try data.task(in: library, for: loaded?.description.inputs ?? []) else {
      if data.task == .data { throw Failure(TrainPhrases.tooFew) }
      throw ValidationError(TrainPhrases.length(data.length ?? 0, of: data.task))
    }
    if data.task == .data, let length = options.length {
      throw ValidationError(TrainPhrases.length(length, of: .data))
    }
    // A shipped model's weather is that of the lessons; one's own file of days is another.
    if case .weather(let windows) = loaded?.observations, data.task == .weather,
      let weather = task as? WeatherTask, weather != WeatherTask(windows)
    {
      throw Failure(TrainPhrases.otherData(loaded?.name ?? ""))
    }
    let available = task.count(of: .training)
    if data.task == .weather, options.validationSplit != nil {
      throw ValidationError(TrainPhrases.ownTest(data.task))
    }
    let most = data.mostExamples(of: task)
    if let examples = options.examples, examples > most {
      throw ValidationError(
        ProgramPhrases.number("--examples", from: "1", to: "\(most)", found: "\(examples)"))
    }
    data.examples =
      options.examples ?? (available == nil ? min(most, task.suggestedTraining.examples) : nil)
    return task
  }
}
