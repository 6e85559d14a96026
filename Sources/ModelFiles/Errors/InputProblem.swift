import Documents

/// Why a file of observations is not what a network reads, or not what was said of it.
package enum InputProblem: Hashable, Sendable {
  // Columns
  /// It cannot be told which columns the features are.
  case whichColumns(expected: Int, [ColumnKind])
  case columnCount(expected: Int, found: Int, [ColumnKind])
  case noColumn(String, nearest: String?, [ColumnKind])
  /// A column that was asked for and holds no numbers.
  case noNumbers(ColumnKind)
  /// An option, by its name, for what has columns.
  case needsTable(option: String)
  /// An option for a table, where each row is an observation.
  case rowsAreObservations(option: String)

  // Missing values
  case missing(count: Int, others: [Place])
  case nothingBefore
  case allDropped(Int)

  // Windows
  case tooShort(rows: Int, window: Int, after: Int, group: String?)
  case targetWithoutWindow(rows: Int)
  case fitBeyond(Range<Int>, rows: Int)
  case fitWithoutScaling
  case scaledTokens

  // Arrays
  case severalInputs([String], present: [String])
  case whichArray([String])
  case oneArray(String)
  case needsArrays
  case observationCounts(input: String, expected: Int, found: Int)

  // Texts
  case needsTokenizer
  case textForNumbers
  case tokenizerForNumbers
  case tokenizerWord(String)
  case noTexts

  // A model.yaml
  case rows(String)

  /// A column and what it holds.
  package struct ColumnKind: Hashable, Sendable {
    package let name: ColumnName
    package let kind: CSVColumnKind
    /// Whether its words are dates.
    package let holdsDates: Bool
  }
}
