/// The place of a chunk in an array of all chunks that the dataset could have: row by row, an unlimited
/// axis before all others (specification 3.0, appendix C).
struct ChunkNumbering: Sendable {
  /// How far apart neighbours along each axis stand.
  private let steps: [Int]
  private let grid: ChunkGrid

  /// Nil where the array would be larger than an integer counts.
  init?(_ grid: ChunkGrid, largest: [Int?]) {
    self.grid = grid
    let unlimited = largest.firstIndex { $0 == nil }
    var steps = [Int](repeating: 0, count: largest.count)
    var step = 1
    for axis in largest.indices.reversed() where axis != unlimited {
      steps[axis] = step
      let count = ChunkGrid.count(largest[axis] ?? 0, of: grid.lengths[axis])
      let (product, overflow) = step.multipliedReportingOverflow(by: max(count, grid.counts[axis]))
      guard !overflow else { return nil }
      step = product
    }
    if let unlimited {
      steps[unlimited] = step
      guard !step.multipliedReportingOverflow(by: grid.counts[unlimited]).overflow else {
        return nil
      }
    }
    self.steps = steps
  }

  /// The place of a chunk of the grid.
  func place(of chunk: [Int]) -> Int {
    chunk.indices.reduce(0) { $0 + chunk[$1] * steps[$1] }
  }
}
