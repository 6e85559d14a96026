/// Finds the fields of messages, those that stand elsewhere too, and looks at each place once.
struct MessageReader {
  let image: FileImage
  private var walk: Walk
  private var headers: [Int: ObjectHeader] = [:]
  private var heaps: [Int: FractalHeap] = [:]

  init(_ image: FileImage) {
    self.image = image
    walk = Walk(in: image)
  }

  /// A reader of the fields of the first message of a kind; nil where the header has none.
  mutating func cursor(
    _ type: MessageType, of header: ObjectHeader, as structure: HDF5Structure
  ) throws(HDF5Fault) -> Cursor? {
    guard let message = header.message(type) else { return nil }
    return try cursor(message, as: structure)
  }

  /// A reader of a message's fields.
  mutating func cursor(
    _ message: HeaderMessage, as structure: HDF5Structure
  ) throws(HDF5Fault) -> Cursor {
    let fields = Cursor(image, message.body, structure)
    guard message.isShared else { return fields }
    return try shared(message.type, SharedMessage(fields), as: structure)
  }

  /// A reader of the fields of a message that stands elsewhere.
  mutating func shared(
    _ type: MessageType, _ message: SharedMessage, as structure: HDF5Structure
  ) throws(HDF5Fault) -> Cursor {
    switch message {
    case .header(let address):
      let header =
        if let known = headers[address] {
          known
        } else {
          try ObjectHeader(image, at: address, &walk)
        }
      headers[address] = header
      guard let found = header.message(type), !found.isShared else {
        throw .damaged(.sharedMessage, at: address, .incomplete)
      }
      return Cursor(image, found.body, structure)
    case .heap(let id):
      guard let place = image.sharedHeaps.first(where: { $0.holds(type) })?.address else {
        throw .damaged(.sharedMessage, at: id.lowerBound, .incomplete)
      }
      var heap = if let known = heaps[place] { known } else { try FractalHeap(image, at: place) }
      defer { heaps[place] = heap }
      return Cursor(image, try heap.object(id), structure)
    }
  }
}
