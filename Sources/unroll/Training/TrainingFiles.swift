import Documents
import Engine
import Foundation
import Learning
import ModelFiles
import NetworkCode
import Phrases

/// Where the network of the best epoch is written: a folder with all that opens it, or its weights alone.
///
/// In the folder stand `model.yaml` with `weights.safetensors`, which Unroll opens; `keras_model.py`, which
/// reads the same weights; `torch_model.py` with `weights_torch.safetensors`; and for a task whose sequences
/// no model.yaml can name, some of its test in `observations.safetensors`.
struct TrainingFiles {
  private static let observed = 100

  private let folder: String?
  private let weights: String

  /// Makes the folder, before anything has been learnt for nothing; refuses to write over what is read.
  init(_ place: String, inputs: [String]) throws {
    if place.hasSuffix(".safetensors") {
      (folder, weights) = (nil, place)
      _ = try OutputPlace(place, option: "--output", inputs: inputs)
      return
    }
    (folder, weights) = (place, place + "/weights.safetensors")
    do {
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    } catch { throw Failure(TrainPhrases.cannotBeFolder(place)) }
    guard access(place, W_OK) == 0 else {
      throw Failure(FilePhrases.cannotBeWritten(place, FilePhrases.noPermission))
    }
    for name in [
      "model.yaml", "weights.safetensors", "keras_model.py", "torch_model.py",
      "weights_torch.safetensors", "observations.safetensors",
    ] {
      _ = try OutputPlace("\(place)/\(name)", option: "--output", inputs: inputs)
    }
  }

  /// Writes the best so far; the network of now where no epoch has ended.
  func write(_ run: TrainingRun, _ plan: TrainingPlan) throws {
    let network = run.best?.network ?? run.network
    try Safetensors(tensors: network.weights.mapValues { NumberArray($0) }).write(to: weights)
    guard let folder else { return }
    func write(_ text: String, _ name: String) throws {
      try Output.write(Data(text.utf8), to: "\(folder)/\(name)")
    }
    let description = network.description
    try write(KerasCode(description).text(loading: "weights.safetensors"), "keras_model.py")
    let torch = TorchCode(description)
    if let tensors = torch.weights(of: network) {
      try Safetensors(tensors: tensors.mapValues { NumberArray($0) }).write(
        to: "\(folder)/weights_torch.safetensors")
      try write(torch.text(loading: "weights_torch.safetensors"), "torch_model.py")
    } else {
      // Those of another network would pass for this one's.
      for name in ["torch_model.py", "weights_torch.safetensors"] {
        try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
      }
      Output.note(TrainPhrases.noTorch(torch.unequal))
    }
    let model = TrainedModelText(run, plan)
    if model.needsObservations { try writeObservations(plan, in: folder) }
    try write(model.text, "model.yaml")
  }

  private func writeObservations(_ plan: TrainingPlan, in folder: String) throws {
    let examples = plan.task.examples(Self.observed, of: .test, seed: plan.data.seed)
    let values = examples.flatMap(\.observation.values)
    let shape = [examples.count, plan.task.timesteps, plan.task.features.count]
    try Safetensors(tensors: ["input": NumberArray(shape: shape, values: values)]).write(
      to: "\(folder)/observations.safetensors")
  }
}
