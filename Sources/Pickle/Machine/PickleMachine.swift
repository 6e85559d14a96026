/// Carries out a pickle's instructions on a stack of values, as Python does, but for what it would import
/// and call: that is kept.
struct PickleMachine {
  /// All that was made, in the order of making.
  private(set) var objects: [PickleObject] = []
  /// What Python would import, each once.
  private(set) var names: [PickleName] = []

  private var known: Set<PickleName> = []
  private var bytes: PickleBytes
  private var stack: [PickleValue] = []
  /// How high the stack was at each mark.
  private var marks: [Int] = []
  private var memo: [Int: PickleValue] = [:]
  /// Where the instruction stands that is being carried out.
  private var place = 0

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = PickleBytes(bytes) }

  /// The position behind what was read.
  var position: Int { bytes.position }

  /// The value that is left at the end.
  mutating func run() throws(PickleProblem) -> PickleValue {
    for _ in 0..<Pickle.mostSteps {
      place = bytes.place
      let byte = try bytes.byte()
      guard let instruction = PickleInstruction(rawValue: byte) else {
        throw .instruction(byte, at: place)
      }
      if instruction == .stop { return try pop() }
      try carryOut(instruction)
    }
    throw .tooManySteps(limit: Pickle.mostSteps)
  }

  private mutating func carryOut(_ instruction: PickleInstruction) throws(PickleProblem) {
    switch instruction {
    // The stack
    case .mark: marks.append(stack.count)
    case .stop: break
    case .pop: if marks.last == stack.count { marks.removeLast() } else { _ = try pop() }
    case .popMark: _ = try popToMark()
    case .duplicate: stack.append(try top())
    case .version:
      let version = Int(try bytes.byte())
      guard version <= 5 else { throw .version(version) }
    case .frame: _ = try bytes.take(8)

    // Values
    case .none: stack.append(.none)
    case .newTrue: stack.append(.truth(true))
    case .newFalse: stack.append(.truth(false))
    case .integer: stack.append(try integerLine())
    case .integer1: stack.append(.integer(Int(try bytes.byte())))
    case .integer2: stack.append(.integer(Int(try bytes.unsigned(2))))
    case .integer4:
      let bits = UInt32(truncatingIfNeeded: try bytes.unsigned(4))
      stack.append(.integer(Int(Int32(bitPattern: bits))))
    case .long: stack.append(try longLine())
    case .long1: stack.append(long(try bytes.counted(1)))
    case .long4: stack.append(long(try bytes.counted(4)))
    case .float:
      guard let number = Double(try bytes.textLine()) else { throw damaged }
      stack.append(.number(number))
    case .double:
      let bits = try bytes.take(8).reduce(0) { $0 << 8 | UInt64($1) }
      stack.append(.number(Double(bitPattern: bits)))
    case .string: stack.append(.text(try PythonText.quoted(try bytes.line(), at: place)))
    case .unicode: stack.append(.text(try PythonText.escaped(try bytes.line(), at: place)))
    case .string1, .unicode1: stack.append(text(try bytes.counted(1)))
    case .string4, .unicode4: stack.append(text(try bytes.counted(4)))
    case .unicode8: stack.append(text(try bytes.counted(8)))
    case .bytes1: stack.append(.bytes(try bytes.counted(1)))
    case .bytes4: stack.append(.bytes(try bytes.counted(4)))
    case .bytes8, .byteArray8: stack.append(.bytes(try bytes.counted(8)))

    // What holds values
    case .emptyList: make(.list([]))
    case .emptyTuple: make(.tuple([]))
    case .emptyDictionary: make(.dictionary([]))
    case .emptySet: make(.set([]))
    case .list: make(.list(try popToMark()))
    case .tuple: make(.tuple(try popToMark()))
    case .tuple1: make(.tuple(try pop(1)))
    case .tuple2: make(.tuple(try pop(2)))
    case .tuple3: make(.tuple(try pop(3)))
    case .dictionary: make(.dictionary(try entries(try popToMark())))
    case .frozenSet: make(.set(try popToMark()))
    case .append: try add(try pop(1))
    case .appends, .addItems: try add(try popToMark())
    case .setItem: try set(try pop(2))
    case .setItems: try set(try popToMark())

    // What has been met before
    case .get: try get(try bytes.numberLine())
    case .get1: try get(Int(try bytes.unsigned(1)))
    case .get4: try get(Int(try bytes.unsigned(4)))
    case .put: memo[try bytes.numberLine()] = try top()
    case .put1: memo[Int(try bytes.unsigned(1))] = try top()
    case .put4: memo[Int(try bytes.unsigned(4))] = try top()
    case .memoize: memo[memo.count] = try top()

    // What Python would import, call and look up
    case .global: name(PickleName(try bytes.textLine(), try bytes.textLine()))
    case .stackGlobal:
      let parts = try pop(2)
      guard case .text(let module) = parts[0], case .text(let name) = parts[1] else {
        throw damaged
      }
      self.name(PickleName(module, name))
    case .reduce, .newObject: try call(try pop(2))
    case .newObjectWithKeywords:
      // What it would be called with by name is state of a kind: nobody asks for it.
      _ = try pop()
      try call(try pop(2))
    case .instance:
      let name = PickleName(try bytes.textLine(), try bytes.textLine())
      let arguments = try popToMark()
      self.name(name)
      _ = try pop()
      make(.made(PickleMade(maker: .global(name), arguments: arguments)))
    case .object:
      let parts = try popToMark()
      guard let maker = parts.first else { throw damaged }
      make(.made(PickleMade(maker: maker, arguments: Array(parts.dropFirst()))))
    case .build: try build(try pop())
    case .persistentText: make(.persistent(.text(try bytes.textLine())))
    case .persistent: make(.persistent(try pop()))
    }
  }

  // MARK: - The stack

  private var damaged: PickleProblem { .damaged(at: place) }

  /// What stands above the last mark may be taken, and nothing below it.
  private var available: Int { stack.count - (marks.last ?? 0) }

  private func top() throws(PickleProblem) -> PickleValue {
    guard available > 0, let value = stack.last else { throw damaged }
    return value
  }

  private mutating func pop() throws(PickleProblem) -> PickleValue {
    guard available > 0, let value = stack.popLast() else { throw damaged }
    return value
  }

  private mutating func pop(_ count: Int) throws(PickleProblem) -> [PickleValue] {
    guard available >= count else { throw damaged }
    defer { stack.removeLast(count) }
    return Array(stack.suffix(count))
  }

  private mutating func popToMark() throws(PickleProblem) -> [PickleValue] {
    guard let height = marks.popLast() else { throw damaged }
    defer { stack.removeLast(stack.count - height) }
    return Array(stack[height...])
  }

  private mutating func make(_ object: PickleObject) {
    stack.append(.object(PickleReference(place: objects.count)))
    objects.append(object)
  }

  private mutating func get(_ number: Int) throws(PickleProblem) {
    guard let value = memo[number] else { throw damaged }
    stack.append(value)
  }

  // MARK: - Values

  private func text(_ bytes: ArraySlice<UInt8>) -> PickleValue {
    .text(String(decoding: bytes, as: UTF8.self))
  }

  /// A line of digits, or 00 and 01, which mean false and true.
  private mutating func integerLine() throws(PickleProblem) -> PickleValue {
    let line = try bytes.textLine()
    if line == "00" || line == "01" { return .truth(line == "01") }
    guard let number = Int(line) else { throw damaged }
    return .integer(number)
  }

  /// A line of digits that ends with an L; more of them than an integer has become a number.
  private mutating func longLine() throws(PickleProblem) -> PickleValue {
    let line = try bytes.textLine()
    let digits = line.hasSuffix("L") ? line.dropLast() : line[...]
    if let number = Int(digits) { return .integer(number) }
    guard let number = Double(digits) else { throw damaged }
    return .number(number)
  }

  private func long(_ bytes: ArraySlice<UInt8>) -> PickleValue {
    guard bytes.count <= 8 else { return .longInteger(Array(bytes)) }
    let isNegative = bytes.last.map { $0 & 0x80 != 0 } ?? false
    let bits: UInt64 = bytes.reversed().reduce(isNegative ? ~0 : 0) { $0 << 8 | UInt64($1) }
    return .integer(Int(truncatingIfNeeded: bits))
  }

  // MARK: - Objects

  private func entries(_ values: [PickleValue]) throws(PickleProblem) -> [PickleEntry] {
    guard values.count.isMultiple(of: 2) else { throw damaged }
    return stride(from: 0, to: values.count, by: 2).map {
      PickleEntry(key: values[$0], value: values[$0 + 1])
    }
  }

  /// Where the object on top of the stack is kept.
  private func target() throws(PickleProblem) -> Int {
    guard case .object(let reference) = try top() else { throw damaged }
    return reference.place
  }

  private mutating func add(_ values: [PickleValue]) throws(PickleProblem) {
    guard objects[try target()].add(values) else { throw damaged }
  }

  private mutating func set(_ values: [PickleValue]) throws(PickleProblem) {
    guard objects[try target()].set(try entries(values)) else { throw damaged }
  }

  private mutating func build(_ state: PickleValue) throws(PickleProblem) {
    guard objects[try target()].build(state) else { throw damaged }
  }

  // MARK: - What Python would import and call

  private mutating func name(_ name: PickleName) {
    if known.insert(name).inserted { names.append(name) }
    stack.append(.global(name))
  }

  /// Keeps a call of the first value with the second, a tuple.
  private mutating func call(_ parts: [PickleValue]) throws(PickleProblem) {
    guard case .object(let reference) = parts[1],
      case .tuple(let arguments) = objects[reference.place]
    else { throw damaged }
    make(.made(PickleMade(maker: parts[0], arguments: arguments)))
  }
}
