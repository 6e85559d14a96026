/// What is asked.
package enum Asking: CommandGroup {
  /// Says what is under the cursor, in a sentence with its numbers.
  case explain
  /// Copies the address and the value of what is under the cursor.
  case copy
  /// Says the value of a quantity.
  case value(Quantity)
  /// Counts how many of the model's own observations are answered rightly as things are, and from then on
  /// with every what-if.
  case evaluate
  /// Writes the open screen into files, as a picture and as text.
  case write

  package static let forms = [
    CommandForm("explain", "say what is under the cursor, with its numbers", .explain),
    CommandForm("copy", "copy the address and value of what is under the cursor", .copy),
    CommandForm(
      "value", "lstm2.forget_gate[14, 26] | lstm1.output.shape", "print a value",
      completing: [.quantities, .outputs, .words(["x["])]
    ) {
      Quantity(parsing: $0).map(Command.value)
    },
    CommandForm(
      "evaluate", "count how many of the model's observations it answers rightly", .evaluate),
    CommandForm(
      "write", "write the screen into this folder: unroll-1.svg, a picture, and unroll-1.txt",
      .write),
  ]

  package var description: String {
    switch self {
    case .explain: "explain"
    case .copy: "copy"
    case .value(let quantity): "value \(quantity)"
    case .evaluate: "evaluate"
    case .write: "write"
    }
  }

  package var isForLessons: Bool { self != .copy && self != .write }
}

extension Command {
  package static let explain = asking(.explain)
  package static let copy = asking(.copy)
  package static func value(_ quantity: Quantity) -> Command { .asking(.value(quantity)) }
  package static let evaluate = asking(.evaluate)
  package static let write = asking(.write)
}
