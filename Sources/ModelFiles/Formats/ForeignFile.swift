import Foundation

/// A file or folder of a kind that is known and not read.
package enum ForeignFile: Hashable, Sendable {
  /// What Git leaves in the place of a large file until it is fetched.
  case gitPointer
  /// A folder of TensorFlow's.
  case savedModel
  /// A graph of TensorFlow's, as in such a folder.
  case tensorFlowGraph
  /// What TensorFlow Lite runs on phones.
  case tensorFlowLite
  /// Weights of TensorFlow's, in files with an index.
  case checkpoint
  /// The list of several files over which Keras spread its weights.
  case spreadWeights
  /// A program of `torch.export`.
  case exportedProgram

  /// What a file is by its first bytes or the ending of its name; nil for all others.
  static func found(_ file: String, _ opening: FileOpening) -> ForeignFile? {
    let bytes = opening.bytes
    if bytes.starts(with: "version https://git-lfs".utf8) { return .gitPointer }
    if bytes.count >= 8, bytes[4..<8].elementsEqual("TFL3".utf8) { return .tensorFlowLite }
    let name = file.lowercased()
    if name.hasSuffix(".weights.json") { return .spreadWeights }
    if name.hasSuffix(".pt2") { return .exportedProgram }
    if name.hasSuffix(".tflite") { return .tensorFlowLite }
    if name.hasSuffix(".pb") { return .tensorFlowGraph }
    // PyTorch Lightning calls its own files so, too.
    let isTorch = FileSign.torch(opening) != .impossible
    let isCheckpoint =
      name.hasSuffix(".ckpt") && !isTorch || name.hasSuffix(".index")
      || name.contains(".data-00000-of-")
    return isCheckpoint ? .checkpoint : nil
  }

  /// What a folder is; nil for all others.
  static func found(inFolder folder: String) -> ForeignFile? {
    FileManager.default.fileExists(atPath: folder + "/saved_model.pb") ? .savedModel : nil
  }
}
