/// What a column of a csv file is called: by its title, or by its place where it has none.
package enum ColumnName: Hashable, Sendable {
  /// The beginning of its title.
  case title(String)
  case index(Int)
}
