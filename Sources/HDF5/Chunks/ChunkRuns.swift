/// The runs of elements that lie together in a chunk and in its dataset.
struct ChunkRuns {
  /// Elements of each run.
  let length: Int
  /// The axes before the run: how many steps there are along each, and what one means for the place in
  /// the chunk and in the dataset.
  private let axes: [Axis]
  /// Where the chunk's first element stands in the dataset.
  private let first: Int

  private struct Axis {
    let count: Int
    let inChunk: Int
    let inDataset: Int
  }

  /// Of a chunk within the grid.
  init(_ grid: ChunkGrid, _ chunk: [Int]) {
    var axes: [Axis] = []
    var run = 1
    var isWhole = true
    var inChunk = 1
    var inDataset = 1
    var first = 0
    for axis in grid.shape.indices.reversed() {
      let start = chunk[axis] * grid.lengths[axis]
      let count = min(grid.lengths[axis], grid.shape[axis] - start)
      first += start * inDataset
      if isWhole {
        run *= count
      } else {
        axes.append(Axis(count: count, inChunk: inChunk, inDataset: inDataset))
      }
      // A run goes on over the axis before where it takes all of this one, in both.
      isWhole = isWhole && count == grid.lengths[axis] && count == grid.shape[axis]
      inChunk *= grid.lengths[axis]
      inDataset *= grid.shape[axis]
    }
    self.axes = axes
    self.first = first
    length = run
  }

  /// Gives where each run begins, in the chunk and in the dataset.
  func forEach(
    _ body: (_ inChunk: Int, _ inDataset: Int) throws(HDF5Fault) -> Void
  ) throws(HDF5Fault) {
    var steps = [Int](repeating: 0, count: axes.count)
    var inChunk = 0
    var inDataset = first
    while true {
      try body(inChunk, inDataset)
      var axis = 0
      while axis < axes.count {
        steps[axis] += 1
        inChunk += axes[axis].inChunk
        inDataset += axes[axis].inDataset
        if steps[axis] < axes[axis].count { break }
        inChunk -= axes[axis].inChunk * steps[axis]
        inDataset -= axes[axis].inDataset * steps[axis]
        steps[axis] = 0
        axis += 1
      }
      if axis == axes.count { return }
    }
  }
}
