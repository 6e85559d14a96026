/// What a value of a document is called: the key that it stands behind, or what it is.
///
/// A key is written as it is, `try value.text("label")`.
package enum ValueName: Hashable, Sendable, ExpressibleByStringLiteral {
  case key(String)
  case anyKey
  case model
  case kerasModel
  case tokenizer
  case layer
  case feature
  case unit
  case tensor
  case lesson
  case step
  case mistake
  case wrongAnswer

  package init(stringLiteral key: String) { self = .key(key) }
}

/// What should stand at a place of a document.
package enum ExpectedValue: Hashable, Sendable {
  case text
  case list
  case mapping
  case truth
  case wholeNumber
  case number(from: Int, to: Int)
  case command
  /// A list of such entries, as one writes it.
  case entries([String])
}

/// What stands at a place of a document.
package enum FoundValue: Hashable, Sendable {
  case nothing
  /// The beginning of a text.
  case text(String)
  case list
  case listOf(count: Int)
  case mapping
  case alias
}

/// What a whole document holds.
package enum DocumentContent: Hashable, Sendable {
  case model
  case kerasModel
  case tokenizer
  case lesson
}
