import Documents
import Engine
import Pickle
import Wording

/// What a pickle says of a tensor: which numbers of which storage it is.
struct TorchTensor {
  let storage: TorchStorage
  let type: StoredType
  /// In numbers, as all that follows.
  let offset: Int
  let shape: [Int]
  let strides: [Int]

  /// The tensor that a value is; nil for anything else, and for one of a kind that is not read.
  init?(_ value: PickleValue, in pickle: Pickle) {
    guard let (maker, arguments) = Self.call(value, in: pickle, depth: 0) else { return nil }
    guard TorchNames.tensors.contains(maker.dotted), arguments.count >= 4,
      case .persistent(let reference)? = pickle.object(arguments[0]),
      let storage = TorchStorage(reference, in: pickle),
      case .integer(let offset) = arguments[1],
      let shape = Self.integers(arguments[2], in: pickle),
      let strides = Self.integers(arguments[3], in: pickle), shape.count == strides.count
    else { return nil }
    if maker.name == "_rebuild_tensor_v3" {
      guard arguments.count > 6, let type = arguments[6].name.flatMap({ TorchNames.types[$0.name] })
      else { return nil }
      self.type = type
    } else {
      type = storage.type
    }
    self.storage = storage
    self.offset = offset
    self.shape = shape
    self.strides = strides
  }

  /// The call that puts a tensor together, without what only wraps it.
  private static func call(
    _ value: PickleValue, in pickle: Pickle, depth: Int
  ) -> (PickleName, [PickleValue])? {
    guard depth < 4, case .made(let made)? = pickle.object(value), let maker = made.maker.name
    else { return nil }
    if TorchNames.parameters.contains(maker.dotted), let inner = made.arguments.first {
      return call(inner, in: pickle, depth: depth + 1)
    }
    if TorchNames.subclass.contains(maker.dotted), made.arguments.count >= 3,
      let inner = made.arguments[0].name
    {
      return (inner, pickle.elements(made.arguments[2]))
    }
    return (maker, made.arguments)
  }

  private static func integers(_ value: PickleValue, in pickle: Pickle) -> [Int]? {
    var integers: [Int] = []
    for element in pickle.elements(value) {
      guard case .integer(let integer) = element else { return nil }
      integers.append(integer)
    }
    return integers
  }

  /// How many numbers it has; nil for negative lengths and for more than an integer counts.
  var count: Int? { Tensor.count(of: shape) }

  /// Whether its strides stay within a storage of so many numbers.
  private func fits(_ available: Int) -> Bool {
    guard offset >= 0, storage.start >= 0, strides.allSatisfy({ $0 >= 0 }), let count else {
      return false
    }
    if count == 0 { return true }
    var (last, overflow) = offset.addingReportingOverflow(storage.start)
    for (length, stride) in zip(shape, strides) where !overflow {
      let (span, tooFar) = (length - 1).multipliedReportingOverflow(by: stride)
      let sum = last.addingReportingOverflow(span)
      overflow = tooFar || sum.overflow
      last = sum.partialValue
    }
    return !overflow && last < available
  }

  /// Its numbers, row major; throws where its storage does not have them. Errors call it by `name`.
  func read(named name: String, of file: TorchFile) throws(FileError) -> Tensor {
    func error(_ reason: TorchFault.Unread) -> FileError {
      FileError(file.name, .torch(.tensor(excerpt(name), reason)))
    }
    guard let (bytes, isBigEndian) = try file.storages.bytes(storage.key) else {
      throw error(.noStorage)
    }
    guard fits(bytes.count / type.size) else { throw error(.beyondStorage) }
    return Tensor(shape: shape, values: numbers(bytes, isBigEndian))
  }

  private func numbers(_ bytes: ArraySlice<UInt8>, _ isBigEndian: Bool) -> [Float] {
    guard let count, count > 0 else { return [] }
    let first = (offset + storage.start) * type.size
    // From the first to the last that it takes.
    var span = 1
    for (length, stride) in zip(shape, strides) { span += (length - 1) * stride }
    var part = bytes.dropFirst(first).prefix(span * type.size)
    if isBigEndian, type.size > 1 {
      var turned = Array(part)
      for start in Swift.stride(from: 0, to: turned.count, by: type.size) {
        turned[start..<start + type.size].reverse()
      }
      part = turned[...]
    }
    let numbers = type.floats(part)
    return isRowMajor ? numbers : gathered(numbers)
  }

  private var isRowMajor: Bool {
    var expected = 1
    for (length, stride) in zip(shape, strides).reversed() where length != 1 {
      if stride != expected { return false }
      expected *= length
    }
    return true
  }

  /// The numbers in the order of the shape.
  private func gathered(_ numbers: [Float]) -> [Float] {
    var values: [Float] = []
    values.reserveCapacity(count ?? 0)
    var index = [Int](repeating: 0, count: shape.count)
    var place = 0
    for _ in 0..<(count ?? 0) {
      values.append(numbers[place])
      var axis = shape.count - 1
      while axis >= 0 {
        index[axis] += 1
        place += strides[axis]
        if index[axis] < shape[axis] { break }
        place -= strides[axis] * shape[axis]
        index[axis] = 0
        axis -= 1
      }
    }
    return values
  }
}
