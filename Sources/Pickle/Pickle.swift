import Documents

/// What a pickle describes, as values: Python's own way to write objects, protocols 0 to 5 (`pickletools`
/// in Python's library has the list of instructions).
///
/// ```swift
/// let pickle = try Pickle(bytes, named: "model.pth") { $0.dotted == "collections.OrderedDict" }
/// if case .object(let place) = pickle.root { print(pickle[place]) }
/// ```
///
/// A pickle is a program: what Python would import and call on reading it. Here nothing is imported and
/// nothing called. A call is kept as what was to be called and with what; whoever reads the values says
/// which calls mean something to it. Instructions that reach for anything beyond the pickle itself, a
/// registry or buffers beside it, are refused. Memory is bounded by the number of instructions, and
/// nothing here recurses, so a value that holds itself is only one more reference.
package struct Pickle: Sendable {
  /// The most instructions that are read.
  package static let mostSteps = 1_000_000

  /// What the whole is.
  package let root: PickleValue
  /// Names that it would import and that nobody said to know, in the order in which they come.
  package let strangers: [PickleName]
  /// The position behind its last byte.
  package let end: Int
  /// All that holds other values, in the order in which it was made.
  package let objects: [PickleObject]

  /// The pickle that begins where the slice does; what follows it is left alone.
  ///
  /// - Parameters:
  ///   - bytes: the pickle and anything behind it.
  ///   - name: what errors call the file.
  ///   - known: whether the caller knows what a name means. All others are listed.
  /// - Throws: what is wrong with its bytes.
  package init(
    _ bytes: ArraySlice<UInt8>, named name: String,
    knowing known: (PickleName) -> Bool = { _ in false }
  ) throws(FileError) {
    var machine = PickleMachine(bytes)
    do throws(PickleProblem) {
      root = try machine.run()
    } catch {
      throw FileError(at: Place(name), of: error)
    }
    objects = machine.objects
    end = machine.position
    strangers = machine.names.filter { !known($0) }
  }

  /// The object that a reference means.
  package subscript(_ reference: PickleReference) -> PickleObject { objects[reference.place] }

  /// The object that a value means; nil for a value that stands for itself.
  package func object(_ value: PickleValue) -> PickleObject? {
    if case .object(let reference) = value { self[reference] } else { nil }
  }
}
