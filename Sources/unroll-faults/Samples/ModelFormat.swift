import Documents
import Engine
import Foundation
import ModelFiles

/// A kind of file that models, their weights or their numbers come in: a whole one, and what opens it.
struct ModelFormat: Sendable {
  let name: String
  /// The whole file, among the fixtures of the tests, or what it is called where `text` is in it.
  let file: String
  private var text: String?
  /// Opens a spoilt copy.
  let open: @Sendable (_ copy: String, _ fixtures: String) throws(FileError) -> Void

  private static let library = ModelLibrary(explicit: Program.lessons)

  private init(
    _ name: String, _ file: String, text: String? = nil,
    open: @escaping @Sendable (String, String) throws(FileError) -> Void = {
      (copy, _) throws(FileError) in _ = try library.load(copy)
    }
  ) {
    self.name = name
    self.file = file
    self.text = text
    self.open = open
  }

  /// Observations for a network of as many timesteps and features.
  private static func array(_ name: String, _ file: String) -> ModelFormat {
    ModelFormat(name, file) { (copy, fixtures) throws(FileError) in
      _ = try library.load(fixtures + "/weather_config.json", input: copy)
    }
  }

  /// Observations for a network of one input or two.
  private static func archive(_ name: String, _ file: String) -> ModelFormat {
    let left = InputLayer(name: "left", timesteps: 3, features: 2)
    let right = InputLayer(name: "right", timesteps: 3, features: 1)
    return ModelFormat(name, file) { (copy, _) throws(FileError) in
      _ = try ObservationFile(
        contentsOf: copy, for: name == "npz" ? [left, right] : [left])
    }
  }

  static let all = [
    ModelFormat("h5", "KerasFiles/keras2.h5"), ModelFormat("keras", "KerasFiles/keras2.keras"),
    ModelFormat("pth", "PyTorch/both.pth"), ModelFormat("legacy pt", "PyTorch/whole_legacy.pt"),
    ModelFormat("safetensors", "PyTorch/names.safetensors"),
    ModelFormat("onnx", "ONNX/torch_words.onnx"), array("npy", "weather_input.npy"),
    array("csv", "weather_input.csv"), ModelFormat("json", "KerasFiles/keras2.json"),
    archive("npz", "Data/several.npz"), archive("deflated npz", "Data/packed.npz"),
    ModelFormat("weights.h5", "KerasFiles/keras3.weights.h5") {
      (copy, fixtures) throws(FileError) in
      _ = try library.load(fixtures + "/KerasFiles/keras3.json", weights: copy)
    },
    ModelFormat(
      "yaml", "model.yaml",
      text: SampleFiles.model(observations: "kind: latch\n  seed: 7\n  first: 1")),
  ]

  /// The folder of the tests' fixtures beside the lessons of a clone.
  static let fixtures =
    (Program.lessons as NSString).deletingLastPathComponent + "/Tests/ModelFilesTests/Fixtures"

  /// What is in the whole file; throws a `Fault` where the fixtures are not there.
  func original() throws -> [UInt8] {
    if let text { return Array(text.utf8) }
    let path = "\(Self.fixtures)/\(file)"
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Fault("\(path) is not there: it stands in a clone, beside the lessons")
    }
    return Array(bytes)
  }

  /// What the copy is called: as the whole file, since some formats are told by their ending.
  var copyName: String { "copy." + ((file as NSString).pathExtension) }
}
