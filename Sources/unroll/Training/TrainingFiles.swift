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
/// reads the same weights; and `torch_model.py` with `weights_torch.safetensors`.
struct TrainingFiles {
  private let folder: String?
  private let weights: String

  /// Makes the folder, before anything has been learnt for nothing; refuses to write over what is read, and
  /// over a model that was trained before, unless that `isForced` or it is of the same run.
  init(_ place: String, of plan: TrainingPlan, isForced: Bool) throws {
    let inputs = plan.inputs
    if place.hasSuffix(".safetensors") {
      (folder, weights) = (nil, place)
      _ = try OutputPlace(place, option: "--output", inputs: inputs)
      if !isForced, !plan.isResumed, FileInTheWay(place) != nil {
        throw Failure(TrainPhrases.wouldBeLost(place))
      }
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
      "weights_torch.safetensors",
    ] {
      _ = try OutputPlace("\(place)/\(name)", option: "--output", inputs: inputs)
    }
    let names = ["model.yaml", "weights.safetensors"]
    let isThere = names.contains { FileInTheWay("\(place)/\($0)") != nil }
    if !isForced, isThere, !Self.isOwn("\(place)/model.yaml", plan) {
      throw Failure(TrainPhrases.wouldBeLost(place))
    }
  }

  /// Whether a model was written by the run that goes on: it is described in the same words.
  private static func isOwn(_ file: String, _ plan: TrainingPlan) -> Bool {
    plan.isResumed
      && (try? String(contentsOfFile: file, encoding: .utf8))
        == TrainedModelText(plan.run, plan).text
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
    try write(TrainedModelText(run, plan).text, "model.yaml")
  }
}
