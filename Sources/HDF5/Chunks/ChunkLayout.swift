/// How a dataset is cut into chunks, and what finds them.
struct ChunkLayout: Sendable {
  /// Elements of a chunk along each axis.
  let lengths: [Int]
  /// Bytes of an element.
  let elementSize: Int
  let index: Index
  /// Where the index stands; nil where nothing was written yet.
  let address: Int?
  /// Whether chunks that reach beyond the dataset go through no filter.
  let edgesAreUnfiltered: Bool

  /// The chunk indexes (specification 3.0, section IV.A.2.i and appendix C).
  enum Index: Sendable {
    /// A B-tree of version 1.
    case tree
    /// One chunk; its size and the filters it did not go through, where it is filtered.
    case single(size: Int?, skipped: UInt32)
    /// One chunk after the other.
    case implicit
    case fixedArray
    case extensibleArray
    /// A B-tree of version 2.
    case records
  }

  /// The last of the lengths is the bytes of an element.
  init(lengths: [Int], index: Index, _ address: Int?, wholeEdges: Bool = false) {
    self.lengths = Array(lengths.dropLast())
    elementSize = lengths[lengths.count - 1]
    self.index = index
    self.address = address
    edgesAreUnfiltered = wholeEdges
  }
}
