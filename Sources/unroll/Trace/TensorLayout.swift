import Documents
import ZIP

/// Where arrays of float32 of known shapes come to stand in a file, and what stands around them.
struct TensorLayout {
  enum Form {
    case safetensors
    /// The entries `NAME.npy` of an archive, as `numpy.savez` writes them and `numpy.load` reads them.
    case npz
  }

  private enum Frame {
    case safetensors(opening: [UInt8], places: [Int])
    case npz(StoredArchive, openings: [[UInt8]])
  }

  private let frame: Frame

  /// A file of these arrays, one behind another. One that `isInOrder` is written without going back.
  init(_ form: Form, _ arrays: [(name: String, shape: [Int])], isInOrder: Bool) {
    func size(_ shape: [Int]) -> Int { shape.reduce(MemoryLayout<Float>.size, *) }
    switch form {
    case .safetensors:
      let opening = Safetensors.opening(arrays)
      var end = opening.count
      let places = arrays.map { array in
        defer { end += size(array.shape) }
        return end
      }
      frame = .safetensors(opening: opening, places: places)
    case .npz:
      let openings = arrays.map { NumPyFile.opening(shape: $0.shape) }
      let entries = zip(arrays, openings).map { array, opening in
        (name: array.name + ".npy", size: opening.count + size(array.shape))
      }
      frame = .npz(StoredArchive(entries, isInOrder: isInOrder), openings: openings)
    }
  }

  /// Where the numbers of an array begin.
  func place(_ index: Int) -> Int {
    switch frame {
    case .safetensors(_, let places): places[index]
    case .npz(let archive, let openings): archive.place(index) + openings[index].count
    }
  }

  /// Where that begins which stands before them.
  func openingPlace(_ index: Int) -> Int {
    switch frame {
    case .safetensors: index == 0 ? 0 : place(index)
    case .npz(let archive, _): archive.headerPlace(index)
    }
  }

  /// What stands before the numbers of an array, of which the checksum is known unless it is written in
  /// order.
  func opening(_ index: Int, checksum: UInt32 = 0) -> [UInt8] {
    switch frame {
    case .safetensors(let opening, _): index == 0 ? opening : []
    case .npz(let archive, let openings):
      archive.opening(index, checksum: checksum) + openings[index]
    }
  }

  /// What stands behind them.
  func closing(_ index: Int, checksum: UInt32) -> [UInt8] {
    switch frame {
    case .safetensors: []
    case .npz(let archive, _): archive.closing(index, checksum: checksum)
    }
  }

  /// Where the end of the file begins, and what it is, with the checksum of each array.
  func ending(_ checksums: [UInt32]) -> (place: Int, bytes: [UInt8])? {
    switch frame {
    case .safetensors: nil
    case .npz(let archive, _): (archive.contentsPlace, archive.ending(checksums))
    }
  }

  /// The checksums of the arrays before any number of them.
  var checksums: [UInt32] {
    switch frame {
    case .safetensors(_, let places): places.map { _ in 0 }
    case .npz(_, let openings): openings.map { CRC32.added($0, to: 0) }
    }
  }

  /// Adds numbers that are written next to a checksum.
  func add(_ numbers: [Float], to checksum: inout UInt32) {
    guard case .npz = frame else { return }
    checksum = CRC32.added(numbers, to: checksum)
  }
}
