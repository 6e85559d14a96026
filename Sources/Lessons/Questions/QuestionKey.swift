/// A key of a step, and what stands behind it.
package struct QuestionKey: Sendable {
  let name: String
  let form: Form
  /// What an editor says of it; of a number nothing.
  let description: String
  /// Whether it belongs to `ask` or to `try`.
  var opening = "ask"

  /// What stands behind a key.
  enum Form: Sendable {
    case text
    case texts
    case commands
    case number
    case flag
  }

  init(_ name: String, _ form: Form, _ description: String = "", of opening: String = "ask") {
    self.name = name
    self.form = form
    self.description = description
    self.opening = opening
  }
}
