import Wording

/// The screens about the whole network, in words: contrast, schedule and shapes.
extension PlainPhrases {
  // MARK: - Contrast

  package static func nothingToContrast(kinds: String) -> String {
    "There is no \(kinds) layer to contrast."
  }

  package static func outputsDiffer(by largest: String, inUnit unit: Int?) -> String {
    "The two outputs at the end: largest difference \(largest)"
      + (unit.map { ", in unit \($0)" } ?? "") + "."
  }

  package static func side(_ layer: String, flag: String, isOpen: Bool) -> String {
    "\(layer) with return_sequences=\(flag)\(isOpen ? ", as the network is" : ""):"
  }

  package static func outputs(_ layer: String, shape: String, parameters: Int) -> String {
    "\(layer): output shape \(shape), \(counted(parameters, "parameter"))"
  }

  /// How many h are outputs by now, of all that will be.
  package static func hasOutput(_ layer: String, _ some: Int, of whole: Int) -> String {
    "outputs of \(layer): \(some) of \(whole) so far"
  }

  /// Whether the last h is output by now where no other is.
  package static func hasOutput(_ layer: String, last: Int, isRead: Bool) -> String {
    hasOutput(layer, isRead ? 1 : 0, of: 1)
      + (isRead ? ", h[\(last)]" : ", only h[\(last)] will be one")
  }

  // MARK: - Schedule

  package static func order(_ order: String, computed: Int, of cells: Int) -> String {
    "Order: \(order). \(computed) of \(counted(cells, "cell")) \(computed == 1 ? "is" : "are") "
      + "computed."
  }

  package static func lastCell(_ layer: String, at timestep: Int, held: Int) -> String {
    "The last one: \(layer) at t \(timestep); \(areHeld(held))."
  }

  package static func nextCell(_ layer: String, at timestep: Int) -> String {
    "The next one: \(layer) at t \(timestep)."
  }

  package static func atMost(held: Int) -> String { "At most \(areHeld(held))." }

  package static func endsBefore(_ layer: String, error: String) -> String {
    "It ends before \(layer): \(error)"
  }

  private static func areHeld(_ count: Int) -> String {
    "\(counted(count, "number")) \(count == 1 ? "is" : "are") held"
  }

  // MARK: - Shapes

  package static func input(_ name: String, shape: String) -> String {
    "\(name): shape \(shape), 0 parameters"
  }

  package static func nothingReaches(_ layer: String) -> String {
    "\(layer): nothing reaches it"
  }

  package static func isNotBuilt(_ layer: String, because words: String, isKeras: Bool) -> String {
    "\(layer): cannot be built. \(isKeras ? "Keras says: " : "")\(words)"
  }

  /// The shape of a layer's output and its parameters, with how many it had before another size was tried.
  package static func layer(
    _ name: String, shape: String, parameters: Int, derivation: String, torch: Int, was: Int?
  ) -> String {
    "\(name): output shape \(shape), \(counted(parameters, "parameter")) = \(derivation), "
      + "PyTorch \(grouped(torch))" + (was.map { ", was \(grouped($0))" } ?? "")
  }

  package static func total(parameters: Int, torch: Int) -> String {
    "total: \(grouped(parameters)) parameters, PyTorch \(grouped(torch))"
  }

  package static let noSizeChanged = "No size is changed."
}
