import Documents
import Engine
import Wording

// Observations from texts, which a tokenizer makes whole numbers.
extension ObservationFile {
  /// A text for each observation.
  static func tokens(
    of texts: [String], _ file: String, _ inputs: [InputLayer], _ reading: InputReading
  ) throws(FileError) -> ObservationFile {
    guard inputs.first?.hasFeatures == false || inputs.isEmpty else {
      throw FileError(file, .input(.textForNumbers))
    }
    guard let path = reading.tokenizer else { throw FileError(file, .input(.needsTokenizer)) }
    let tokenizer = try KerasTokenizer(contentsOf: path)
    guard !texts.isEmpty else { throw FileError(file, .input(.noTexts)) }
    let sequences = texts.map(tokenizer.tokens)
    let length = max(1, inputs.first?.timesteps ?? sequences.map(\.count).max() ?? 1)
    let (count, overflow) = length.multipliedReportingOverflow(by: texts.count)
    guard !overflow, count <= NetworkPlan.mostObserved else {
      throw FileError(
        file, .tooManyNumbers(found: overflow ? .max : count, limit: NetworkPlan.mostObserved))
    }
    var values: [Float] = []
    var words: [String?] = []
    for tokens in sequences {
      // Keras cuts in front, wherever it fills up.
      let kept = tokens.suffix(length)
      let zeros = length - kept.count
      let numbers = kept.map { Float($0.number) }
      let named = kept.map { Optional(Cleaning.text($0.word)) }
      let (padding, none) = (
        Array(repeating: Float(0), count: zeros), [String?](repeating: nil, count: zeros)
      )
      values += reading.padding == .pre ? padding + numbers : numbers + padding
      words += reading.padding == .pre ? none + named : named + none
    }
    var result = ObservationFile(
      InputRows(shape: [texts.count, length, 1], values: values), of: file, reading)
    result.words = words
    return result
  }

  /// The column of texts in a table, with the true answers beside it; nil where it has none.
  static func texts(
    _ table: CSVNumbers, _ file: String, _ inputs: [InputLayer], _ reading: InputReading
  ) throws(FileError) -> ObservationFile? {
    let column: Int
    if let named = reading.columns {
      guard named.count == 1 else { return nil }
      column = try table.column(named[0], in: file)
      guard table.columns[column].kind == .words else { return nil }
    } else {
      let words = table.columns.indices.filter { table.columns[$0].kind == .words }
      guard let first = words.first else { return nil }
      guard words.count == 1 else {
        throw FileError(file, .input(.whichColumns(expected: 1, table.described)))
      }
      column = first
    }
    var result = try tokens(of: try table.texts(of: column), file, inputs, reading)
    if let target = reading.target {
      result.truths = try result.truths(of: target, in: table, file)
    }
    return result
  }
}
