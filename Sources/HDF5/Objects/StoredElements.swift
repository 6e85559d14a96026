import Documents

/// What a dataset and an attribute have in common: elements, which are read each time they are asked for.
package protocol StoredElements: Sendable {
  /// The elements, not read yet.
  var content: StoredContent { get }
}

/// Elements and the object that they belong to.
package struct StoredContent: Sendable {
  let elements: Elements
  let origin: Origin
}

extension StoredElements {
  /// The length of each axis; no axis at all is a single element, and h5py's `Empty` is an axis of 0.
  package var shape: [Int] { content.elements.space.shape }

  /// How many elements there are: the product of `shape`.
  package var count: Int { content.elements.space.count }

  /// What the elements are.
  package var elementType: ElementType { content.elements.type.elementType }

  /// All numbers, rounded to `Float`, the last axis lying together.
  package func floats() throws(FileError) -> [Float] {
    try content.origin.placed { () throws(HDF5Fault) in try content.elements.numbers(Float.self) }
  }

  /// All numbers, rounded to `Double`, the last axis lying together.
  package func doubles() throws(FileError) -> [Double] {
    try content.origin.placed { () throws(HDF5Fault) in try content.elements.numbers(Double.self) }
  }

  /// All whole numbers, the last axis lying together; throws for others, and for one that is too large.
  package func integers() throws(FileError) -> [Int] {
    try content.origin.placed { () throws(HDF5Fault) in
      try content.elements.numbers(Int.self, onlyIntegers: true)
    }
  }

  /// All texts, the last axis lying together.
  package func texts() throws(FileError) -> [String] {
    try content.origin.placed { () throws(HDF5Fault) in try content.elements.texts() }
  }

  /// The one text that it is; throws where there are more or none.
  package func text() throws(FileError) -> String {
    let texts = try texts()
    guard texts.count == 1 else { throw content.origin.error(.notSingle(shape: shape)) }
    return texts[0]
  }
}
