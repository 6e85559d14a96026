import Engine
import ModelFiles
import Wording

extension ModelProblem: CustomStringConvertible {
  /// What was found and what to do, without the place.
  package var description: String {
    switch self {
    // Our own form
    case .unknownLayer(let found):
      "a layer begins with its kind and its name, such as 'lstm: NAME' or 'dense: NAME', but "
        + "\(found.map { "'\($0)'" } ?? "nothing") stands here"
    case .telling(let layer, let nearest, let layers):
      "there is no recurrent layer '\(layer)'; "
        + suggestion(nearest, layers, "the recurrent layers are")
    case .tellingUnit(let layer, let unit, let units):
      "layer '\(layer)' has no unit \(unit); they count from 0 to \(units - 1)"
    case .featureNames(let expected, let found):
      "it names \(counted(found, "feature")), but the input has \(expected)"

    // Keras's JSON
    case .kerasNotAModel(let name):
      "\(name.map { "the class \($0)" } ?? "JSON without a class_name") is not a model that can be opened here; save a Sequential or Functional one with "
        + "model.to_json()"
    case .kerasLayers(let refused): refused.sentence
    case .kerasSetting(let layer, let setting, let found, let reason):
      "layer '\(layer)' has \(setting)=\(found.words), \(reason.words)"
    case .kerasWiring(let layer, let reason):
      "layer '\(layer)' \(reason.words)"
    case .kerasNoInput:
      "the input shape is missing; begin the model with keras.Input((timesteps, features))"

    case .kerasInitialiser(let weight, let found):
      "the weight '\(weight)' is to be filled by \(found.words), which is not known here; give the "
        + "model weights with --weights, or one of Keras's own initialisers"

    // Keras's other files
    case .kerasWeightsOnly:
      "it holds weights and no architecture; open the model's .json with it: "
        + "--model MODEL.json --weights FILE"
    case .notKeras(let present):
      "it is no file of Keras's: neither layers nor weights of layers stand in it, but "
        + (present.isEmpty
          ? "nothing" : listed(present.map { "'\(excerpt($0))'" }, "and"))
    case .kerasNoWeights(let layer, let needed, let present):
      "it has no weights for layer '\(excerpt(layer))', which needs \(weights(needed)); "
        + (present.isEmpty
          ? "it has none for any layer"
          : "it has those of \(listed(present.map { "'\(excerpt($0))'" }, "and"))")
        + ", so it belongs to another network"
    case .kerasArrays(let layer, let needed, let found):
      "layer '\(layer)' needs \(weights(needed)), but the file has "
        + (found.isEmpty ? "nothing" : arrays(found)) + " for it; it belongs to another network"
    case .kerasArray(let weight, let found):
      "the weight '\(excerpt(weight.key))' should have the shape \(Shape(weight.dimensions)), but "
        + "\(arrays([found])) stands there; the file belongs to a network of other sizes"

    // Weights
    case .foreign(let file): file.sentence
    case .otherLayers(let layers):
      "its layers \(listed(layers.map { "'\(excerpt($0))'" }, "and")) are of other kinds or sizes than "
        + "those of the model"
    case .weightNames(let needed, let present):
      "it lacks " + listed(needed.map { "'\(excerpt($0.key))' \(Shape($0.dimensions))" }, "and")
        + ", which the network needs; it has " + (present.isEmpty ? "nothing" : arrays(present))
    case .torch(let fault): fault.words
    case .onnx(let fault): fault.words
    case .network(let error): error.sentence

    // Observations
    case .observationShape(let shape):
      "its shape is \(shape); an input is [timesteps, features] or "
        + "[observations, timesteps, features], none of them 0"
    case .unfitObservations(let error, let framework): Self.unfit(error, framework)
    case .input(let problem): problem.sentence
    case .noObservation(let index, let count):
      "there is no observation \(index); they count from 0"
        + (count.map { " to \($0 - 1)" } ?? " on")
    case .observationTooLarge(let timesteps, let features, let limit):
      "its input (\(timesteps), \(features)) has more than \(grouped(limit)) numbers, the most that "
        + "a run reads; give it fewer timesteps or features"
    case .symbol(let text): "a sequence is written in the digits 0 to 9, but '\(text)' stands here"
    case .sequenceLength(let expected, let found):
      "this sequence has \(counted(found, "symbol")), and the network reads \(expected)"
    case .latchInput(let timesteps, let features):
      "the latch gives ten one-hot symbols at a fixed number of timesteps, but the network's "
        + "input is \(shape(timesteps, features))"
    case .weatherInput(let timesteps, let features):
      "the weather gives ten features at a fixed number of days, but the network's input is "
        + shape(timesteps, features)
    case .taskInput(let task, let length, let timesteps, let features):
      taskInput(task, length, shape(timesteps, features))
    case .date(let text): "'\(text)' is not a date such as 2012/01/31"
    case .dateGap(let previous, let found):
      "the day after \(previous.label) is expected, but \(found.label) stands here"
    case .weatherWord(let found, let nearest):
      "unknown weather '\(found)'; \(suggestion(nearest, WeatherKind.names, "the words are"))"
    case .tooFewDays(let needed, let found):
      "it holds \(counted(found, "day")), and at least \(needed) are needed for a test window"

    // The library
    case .unknownModel(let name, let nearest, let shipped):
      "there is no model '\(name)'; " + modelRemedy(nearest, shipped)
    case .noModelInFolder: "the folder holds no model.yaml; name one of the files in it"
    case .dataAlone: "it holds data, not a model; name a model, and give this with --input"
    case .noLessons(let explicit, let variable, let program):
      "no lessons folder was found by --lessons (\(explicit ?? "not given")), by UNROLL_LESSONS "
        + "(\(variable ?? "not set")), upward from the program (\(program ?? "place unknown")) or "
        + "in ../share/unroll/lessons beside it; name one with --lessons"
    case .lessonsFolder(let source):
      "\(source) names it, but it is no lessons folder, which holds a folder 'models'"
    }
  }

  private func taskInput(_ task: DrawnTask.Kind, _ length: Int?, _ input: String) -> String {
    guard let length else {
      return
        "'\(task.rawValue)' needs a length, since the network's input, \(input), says no timesteps; "
        + "write for example 'length: 20'"
    }
    guard let drawn = DrawnTask(task, length: length) else {
      return "'\(task.rawValue)' comes in lengths from \(task.lengths.lowerBound) to "
        + "\(grouped(task.lengths.upperBound)), but the network's input is \(input)"
    }
    let features = drawn.rule.features.count
    return "'\(task.rawValue)' of length \(length) gives \(counted(features, "feature")) at "
      + "\(counted(drawn.rule.timesteps, "timestep")), but the network's input is \(input)"
  }

  private func modelRemedy(_ nearest: String?, _ shipped: [String]) -> String {
    if let nearest { return "did you mean '\(nearest)'?" }
    let path =
      "give the path of a model.yaml, of a file of Keras's, .keras, .h5 or .json, of PyTorch's, .pth or "
      + ".pt, or of an .onnx"
    return shipped.isEmpty ? path : "the shipped ones are \(listed(shipped, "and")); or \(path)"
  }

  /// What the numbers are and what the model reads; Keras's words last, and only of its own models.
  private static func unfit(_ error: EngineError, _ framework: Framework) -> String {
    guard case .inputShape(_, let expected, let found) = error else { return error.sentence }
    return "it gives observations of the shape \(Shape(found)), and the model reads \(expected)"
      + (error.advice.map { ": \($0)" } ?? "")
      + (framework == .keras ? ". Keras says: \(error)" : "")
  }

  /// `kernel (10, 512), recurrent_kernel (128, 512) and bias (512)`.
  private func weights(_ shapes: [WeightShape]) -> String {
    listed(shapes.map { "\($0.name) \(Shape($0.dimensions))" }, "and")
  }

  private func arrays(_ arrays: [ArrayShape]) -> String {
    listed(arrays.map { "'\(Cleaning.text($0.path))' \(Shape($0.shape))" }, "and")
  }

  private func shape(_ timesteps: Int?, _ features: Int) -> String {
    "(\(timesteps.map(String.init) ?? "None"), \(features))"
  }
}
