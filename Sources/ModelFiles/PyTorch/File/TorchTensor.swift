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

  /// The most axes that PyTorch gives a tensor; a list that is shared by many may be of any length.
  private static let mostAxes = 64

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
    let elements = pickle.elements(value)
    guard elements.count <= mostAxes else { return nil }
    var integers: [Int] = []
    for element in elements {
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

  /// Its numbers, row major, of the bytes of its storage; nil where those do not have them.
  func read(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> Tensor? {
    guard fits(bytes.count / type.size) else { return nil }
    return Tensor(shape: shape, values: numbers(bytes, isBigEndian))
  }

  private func numbers(_ bytes: ArraySlice<UInt8>, _ isBigEndian: Bool) -> [Float] {
    guard let count, count > 0 else { return [] }
    let rest = bytes.dropFirst((offset + storage.start) * type.size)
    var part = isRowMajor ? rest.prefix(count * type.size) : gathered(rest, count)[...]
    if isBigEndian, type.size > 1 {
      var turned = Array(part)
      for start in Swift.stride(from: 0, to: turned.count, by: type.size) {
        turned[start..<start + type.size].reverse()
      }
      part = turned[...]
    }
    return type.floats(part)
  }

  private var isRowMajor: Bool {
    var expected = 1
    for (length, stride) in zip(shape, strides).reversed() where length != 1 {
      if stride != expected { return false }
      expected *= length
    }
    return true
  }

  /// The bytes of the numbers in the order of the shape. They are picked one by one: two numbers may stand
  /// as far apart as the storage is long.
  private func gathered(_ bytes: ArraySlice<UInt8>, _ count: Int) -> [UInt8] {
    var values: [UInt8] = []
    values.reserveCapacity(count * type.size)
    var index = [Int](repeating: 0, count: shape.count)
    var place = 0
    for _ in 0..<count {
      let start = bytes.startIndex + place * type.size
      values += bytes[start..<start + type.size]
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
