/// What is said of a spoilt file.
enum Sentence {
  /// Throws a `Fault` unless a text about `name` is one short line that is clean to print.
  static func expect(_ text: String, _ name: String) throws {
    if text.isEmpty || text.contains("\n") || text.utf8.count > 2000 {
      throw Fault("\(name): no sentence, but \(text.utf8.count) bytes: \(text.prefix(200))")
    }
    if let found = Unclean.first(in: Array(text.utf8)) {
      throw Fault("\(name): a sentence holds \(found): \(text.prefix(200))")
    }
  }
}
