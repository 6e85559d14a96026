/// The lines of the lowest ranks that fit a height, in the order in which they stand.
///
/// So a taller terminal only ever adds to what a smaller one shows.
func fitting<Line>(_ entries: [(rank: Int, line: Line)], height: Int) -> [Line] {
  let kept = Set(
    entries.indices.sorted { (entries[$0].rank, $0) < (entries[$1].rank, $1) }
      .prefix(max(0, height)))
  return entries.indices.filter(kept.contains).map { entries[$0].line }
}

/// The longest form that fits a width; the last one where none does, to be cut.
func fitting(_ forms: [String], width: Int) -> String {
  forms.first { $0.count <= width } ?? forms.last ?? ""
}
