import Documents
import Wording

/// What Keras's `Tokenizer` learnt: which number each word has, and how a text becomes words.
///
/// Read is what `to_json()` gives, as an object or as a text that holds one, and a plain object of
/// words and their numbers, as `word_index` is. In `to_json()` the words stand in a text of their own.
struct KerasTokenizer: Hashable, Sendable {
  private(set) var numbers: [String: Int] = [:]
  private var most: Int?
  private var unknown: Int?
  private var lower = true
  private var separator: Unicode.Scalar = " "
  private var isCharacters = false
  private var filters = Set("!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n".unicodeScalars)

  /// A word of a text, and the number that it has.
  struct Token: Hashable, Sendable {
    let number: Int
    let word: String
  }

  /// Reads `file`; throws where it is no tokenizer of Keras's.
  init(contentsOf file: String) throws(FileError) {
    var root = try JSONDocument.read(file, expected: .tokenizer)
    if let text = root.written {
      root = try Self.inner(text, of: file, "text")
    }
    var mapping = try root.mapping(.tokenizer)
    guard mapping["class_name"] != nil || mapping["config"] != nil else {
      numbers = try Self.words(mapping, file)
      return
    }
    mapping = try mapping.required("config", example: "\"config\": {\"word_index\": …}")
      .mapping("config")
    let index = try mapping.required("word_index", example: "\"word_index\": {\"the\": 1}")
    let words = try index.written.map { (text) throws(FileError) in
      try Self.inner(text, of: file, "word_index")
    }
    numbers = try Self.words(try (words ?? index).mapping("word_index"), file)
    if let value = mapping["num_words"], !value.isNull {
      most = try value.integer("num_words", in: 1...Int(Int32.max))
    }
    if let value = mapping["oov_token"], !value.isNull {
      unknown = numbers[try value.text("oov_token")]
    }
    if let value = mapping["lower"] { lower = try value.flag("lower") }
    if let value = mapping["char_level"] { isCharacters = try value.flag("char_level") }
    if let text = mapping["split"]?.written, let first = text.unicodeScalars.first {
      separator = first
    }
    if let text = mapping["filters"]?.written { filters = Set(text.unicodeScalars) }
  }

  private static func inner(
    _ text: String, of file: String, _ part: String
  ) throws(FileError) -> DocumentValue {
    try JSONDocument.root(of: Array(text.utf8)[...], in: file, part: part, expected: .tokenizer)
  }

  private static func words(
    _ mapping: DocumentMapping, _ file: String
  ) throws(FileError) -> [String: Int] {
    var numbers: [String: Int] = [:]
    numbers.reserveCapacity(mapping.entries.count)
    for entry in mapping.entries {
      guard let text = entry.value.written, let number = Int(text), number >= 0 else {
        throw FileError(entry.place, .input(.tokenizerWord(excerpt(entry.key))))
      }
      numbers[entry.key] = number
    }
    return numbers
  }

  /// The words of a text with their numbers, as `texts_to_sequences` gives them: words without a
  /// number, and those from `num_words` on, are left out, or are all the one for unknown words.
  func tokens(of text: String) -> [Token] {
    words(of: text).compactMap { word in
      let number = numbers[word]
      if let number, most.map({ number < $0 }) ?? true { return Token(number: number, word: word) }
      return unknown.map { Token(number: $0, word: word) }
    }
  }

  private func words(of text: String) -> [String] {
    // By code points, as Python has them.
    let text = (lower ? text.lowercased() : text).unicodeScalars
    if isCharacters { return text.map { String(Character($0)) } }
    return text.split { $0 == separator || filters.contains($0) }
      .map { String(String.UnicodeScalarView($0)) }
  }

  /// The word of each number.
  var words: [Int: String] {
    Dictionary(numbers.map { ($0.value, $0.key) }) { min($0, $1) }
  }
}
