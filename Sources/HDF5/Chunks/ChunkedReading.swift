/// Puts the chunks of a dataset together.
struct ChunkedReading {
  private let image: FileImage
  private let index: ChunkIndex
  private let grid: ChunkGrid
  private let filters: FilterPipeline
  private let layout: ChunkLayout
  private let elementSize: Int
  private let chunkSize: Int

  /// Throws where the layout does not fit the elements.
  init(
    _ layout: ChunkLayout, _ space: Dataspace, _ type: Datatype, _ filters: FilterPipeline,
    _ image: FileImage
  ) throws(HDF5Fault) {
    let place = layout.address ?? 0
    guard layout.elementSize == type.size,
      let grid = ChunkGrid(shape: space.shape, lengths: layout.lengths)
    else { throw .damaged(.layout, at: place, .value) }
    guard let size = Dataspace.count(of: layout.lengths + [type.size]) else {
      throw .tooLarge(bytes: nil, limit: image.memoryLimit)
    }
    self.image = image
    self.grid = grid
    self.filters = filters
    self.layout = layout
    elementSize = type.size
    chunkSize = size
    index = ChunkIndex(
      image: image, layout: layout, grid: grid, largest: space.largest,
      isFiltered: !filters.isEmpty, chunkSize: size)
  }

  /// Bytes that looking for a chunk costs, as much time as it takes.
  private static let search = 64

  /// Throws where the chunks take more memory, or more work, than is given to a file of this size.
  ///
  /// A filter has its chunk twice in memory, before and after it. Nothing keeps chunks from being larger
  /// than the dataset, filters from being many, or the same bytes from being many chunks.
  private func checkSize(_ valuesSize: Int) throws(HDF5Fault) {
    let limit = image.memoryLimit
    let staged = filters.isEmpty ? (0, false) : chunkSize.multipliedReportingOverflow(by: 2)
    let marked = grid.total.addingReportingOverflow(staged.0)
    let memory = marked.partialValue.addingReportingOverflow(valuesSize)
    let bytes = chunkSize.multipliedReportingOverflow(by: max(filters.count, 1))
    let work = grid.total.multipliedReportingOverflow(by: max(bytes.partialValue, Self.search))
    guard !staged.1, !marked.overflow, !memory.overflow, memory.partialValue <= limit else {
      throw .tooLarge(bytes: memory.overflow ? nil : memory.partialValue, limit: limit)
    }
    guard !bytes.overflow, !work.overflow, work.partialValue / 4 <= limit else {
      throw .tooLarge(bytes: nil, limit: limit)
    }
  }

  /// Reads all chunks into values that hold the fill value.
  func read<Decoder: ElementDecoder>(
    _ decoder: inout Decoder, into values: inout [Decoder.Value]
  ) throws(HDF5Fault) {
    try checkSize(values.count * Decoder.bytesPerValue)
    var seen = [Bool](repeating: false, count: grid.total)
    try index.forEachChunk { (chunk, stored) throws(HDF5Fault) in
      // A dataset that became smaller may keep chunks outside.
      guard let number = grid.number(of: chunk) else { return }
      guard !seen[number] else {
        throw .damaged(.chunk, at: stored.position, .loop)
      }
      seen[number] = true
      try place(bytes(chunk, stored), of: chunk, &decoder, into: &values)
    }
  }

  /// The bytes of a chunk as they were before they were filtered.
  private func bytes(
    _ chunk: [Int], _ stored: StoredChunk
  ) throws(HDF5Fault) -> ArraySlice<UInt8> {
    let isFiltered =
      !filters.isEmpty && !(layout.edgesAreUnfiltered && grid.isPartial(chunk))
    let size = isFiltered ? stored.size ?? chunkSize : chunkSize
    let bytes = image[try image.range(at: stored.position, count: size, of: .chunk)]
    return isFiltered
      ? try filters.undo(bytes, skipped: stored.skipped, size: chunkSize, at: stored.position)
      : bytes
  }

  /// Puts what of a chunk lies within the dataset to its place, run by run.
  private func place<Decoder: ElementDecoder>(
    _ bytes: ArraySlice<UInt8>, of chunk: [Int], _ decoder: inout Decoder,
    into values: inout [Decoder.Value]
  ) throws(HDF5Fault) {
    let runs = ChunkRuns(grid, chunk)
    let size = runs.length * elementSize
    try runs.forEach { (inChunk, inDataset) throws(HDF5Fault) in
      let start = bytes.startIndex + inChunk * elementSize
      try decoder.decode(bytes[start..<start + size], into: &values, at: inDataset)
    }
  }
}
