/// What a column of a csv file holds.
package enum CSVColumnKind: Hashable, Sendable {
  case numbers
  /// The numbers or names of the rows.
  case index
  /// Dates or words.
  case words
  /// Nothing in any row.
  case empty
}
