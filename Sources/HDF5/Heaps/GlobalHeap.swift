/// Texts of variable length, wherever in the file they stand (specification 3.0, section III.E). A
/// collection is read once.
struct GlobalHeap {
  private let image: FileImage
  private var walk: Walk
  private var collections: [Int: [UInt16: Range<Int>]] = [:]

  /// The memory that what is known of the collections takes, about.
  private(set) var memory = 0

  init(_ image: FileImage) {
    self.image = image
    walk = Walk(in: image)
  }

  /// The positions of an object of the collection at an address.
  mutating func object(_ index: UInt16, at address: Int) throws(HDF5Fault) -> Range<Int> {
    if collections[address] == nil { collections[address] = try collection(at: address) }
    guard let range = collections[address]?[index] else {
      throw .damaged(.globalHeap, at: address, .incomplete)
    }
    return range
  }

  private mutating func collection(at address: Int) throws(HDF5Fault) -> [UInt16: Range<Int>] {
    var opening = try image.cursor(at: address, of: .globalHeap, signature: "GCOL")
    try opening.version(1...1)
    try opening.skip(3)
    let size = try opening.length()
    let whole = try image.range(at: address, count: size, of: .globalHeap)
    try walk.take(size, of: .globalHeap, at: address)
    var cursor = Cursor(image, whole, .globalHeap)
    try cursor.skip(opening.position - address)
    try cursor.skipPadding(from: address)
    var objects: [UInt16: Range<Int>] = [:]
    while cursor.left >= 16 {
      let index = UInt16(truncatingIfNeeded: try cursor.unsigned(2))
      // What is left is free.
      if index == 0 { break }
      // How many refer to it.
      try cursor.skip(2 + 4)
      memory += 64
      let size = try cursor.length()
      // Head and object are each filled up to a multiple of eight bytes.
      try cursor.skipPadding(from: address)
      objects[index] = try cursor.take(size)
      if cursor.left > 0 { try cursor.skipPadding(from: address) }
    }
    return objects
  }
}
