import HDF5

// How the files of each format begin.

extension FileSign {
  /// Text of our own or of a table, which begins with anything.
  @Sendable static func text(_ opening: FileOpening) -> FileSign {
    opening.isText ? .possible : .impossible
  }

  /// An object, or a text that one stands in.
  @Sendable static func json(_ opening: FileOpening) -> FileSign {
    guard opening.isText else { return .impossible }
    return opening.firstMark == UInt8(ascii: "{") ? .certain : .possible
  }

  @Sendable static func hdf5(_ opening: FileOpening) -> FileSign {
    HDF5File.begins(opening.bytes) ? .certain : .impossible
  }

  /// A ZIP file whose first entry is one of Keras's; another tool may have packed it in another order.
  @Sendable static func kerasArchive(_ opening: FileOpening) -> FileSign {
    guard let name = opening.firstEntry else { return .impossible }
    let names = ["metadata.json", "config.json", "model.weights.h5"]
    return names.contains(name) || name.hasPrefix("assets/") ? .certain : .possible
  }

  /// The length of a header in eight bytes, and the header.
  @Sendable static func safetensors(_ opening: FileOpening) -> FileSign {
    let bytes = opening.bytes
    guard bytes.count > 8, bytes[8] == UInt8(ascii: "{"), bytes[5..<8].allSatisfy({ $0 == 0 })
    else { return .impossible }
    return .certain
  }

  /// A ZIP file of `.npy` files.
  @Sendable static func numPyArchive(_ opening: FileOpening) -> FileSign {
    guard let name = opening.firstEntry else { return .impossible }
    return name.hasSuffix(".npy") ? .certain : .possible
  }

  @Sendable static func numPy(_ opening: FileOpening) -> FileSign {
    opening.bytes.starts(with: [0x93] + "NUMPY".utf8) ? .certain : .impossible
  }

  /// A ZIP file whose first entry is one of PyTorch's, in a folder of any name, or one of its older forms.
  @Sendable static func torch(_ opening: FileOpening) -> FileSign {
    guard let name = opening.firstEntry else {
      return TorchFile.isOlder(opening.bytes[...]) ? .certain : .impossible
    }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    return parts.last == "data.pkl" || parts.first == "data" || parts.first == ".format_version"
      ? .certain : .possible
  }

  /// The version of the form, as the first field of a message.
  @Sendable static func onnx(_ opening: FileOpening) -> FileSign {
    opening.bytes.count > 1 && opening.bytes[0] == 0x08 && opening.bytes[1] < 0x20
      ? .possible : .impossible
  }
}
