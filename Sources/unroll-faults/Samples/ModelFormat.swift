import Documents
import Foundation
import ModelFiles

/// A kind of file that models, their weights or their numbers come in: a whole one, and what opens it.
struct ModelFormat: Sendable {
  let name: String
  /// The whole file, among the fixtures of the tests.
  let file: String
  /// Opens a spoilt copy.
  let open: @Sendable (_ copy: String, _ fixtures: String) throws(FileError) -> Void

  private static let library = ModelLibrary(explicit: Program.lessons)

  private init(
    _ name: String, _ file: String,
    open: @escaping @Sendable (String, String) throws(FileError) -> Void = {
      (copy, _) throws(FileError) in _ = try library.load(copy)
    }
  ) {
    self.name = name
    self.file = file
    self.open = open
  }

  /// An array that is put into a network of as many features.
  private static func array(_ name: String, _ file: String) -> ModelFormat {
    ModelFormat(name, file) { (copy, fixtures) throws(FileError) in
      _ = try library.load(fixtures + "/KerasFiles/keras3.keras", input: copy)
    }
  }

  static let all = [
    ModelFormat("h5", "KerasFiles/keras2.h5"), ModelFormat("keras", "KerasFiles/keras2.keras"),
    ModelFormat("pth", "PyTorch/both.pth"), ModelFormat("legacy pt", "PyTorch/whole_legacy.pt"),
    ModelFormat("safetensors", "PyTorch/names.safetensors"),
    ModelFormat("onnx", "ONNX/torch_words.onnx"), array("npy", "weather_input.npy"),
    array("csv", "weather_input.csv"), ModelFormat("json", "KerasFiles/keras2.json"),
  ]

  /// The folder of the tests' fixtures beside the lessons of a clone.
  static let fixtures =
    (Program.lessons as NSString).deletingLastPathComponent + "/Tests/ModelFilesTests/Fixtures"

  /// What is in the whole file; throws a `Fault` where the fixtures are not there.
  func original() throws -> [UInt8] {
    let path = "\(Self.fixtures)/\(file)"
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Fault("\(path) is not there: it stands in a clone, beside the lessons")
    }
    return Array(bytes)
  }

  /// What the copy is called: as the whole file, since some formats are told by their ending.
  var copyName: String { "copy." + ((file as NSString).pathExtension) }
}
