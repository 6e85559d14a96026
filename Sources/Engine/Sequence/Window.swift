/// The timesteps that a convolution or a pooling layer reads at once, and how the window moves.
struct Window {
  /// What becomes of a window that reaches beyond the sequence.
  enum Padding: String, CaseIterable, Hashable, Sendable {
    /// There is none.
    case valid
    /// As much is put on at both ends as makes a row for each step.
    case same
    /// So much is put on in front that no row reads a later timestep.
    case causal
  }

  var size: Int
  var stride: Int
  var dilation = 1
  var padding: Padding

  /// From the first timestep to the last one that is read at once.
  var reach: Int { (size - 1) * dilation + 1 }

  /// How many rows come out of so many; nil where a window does not fit.
  func rows(of timesteps: Int) -> Int? {
    switch padding {
    case .valid: timesteps < reach ? nil : (timesteps - reach) / stride + 1
    case .same: (timesteps + stride - 1) / stride
    case .causal: (timesteps - 1) / stride + 1
    }
  }

  /// How many timesteps are put on in front.
  func before(_ timesteps: Int) -> Int {
    switch padding {
    case .valid: 0
    case .same: max(0, ((rows(of: timesteps) ?? 1) - 1) * stride + reach - timesteps) / 2
    case .causal: reach - 1
    }
  }

  /// The places of a window that lie within the sequence where it begins at `first`.
  private func places(of first: Int, in timesteps: Int) -> Range<Int> {
    let lowest = first < 0 ? (-first + dilation - 1) / dilation : 0
    let end = first < timesteps ? min(size, (timesteps - 1 - first) / dilation + 1) : 0
    return min(lowest, end)..<end
  }

  /// The rows for which one place of the window lies within the sequence.
  func rows(reading place: Int, of count: Int, in timesteps: Int) -> Range<Int> {
    // The timestep that row 0 reads there.
    let first = place * dilation - before(timesteps)
    let lowest = first < 0 ? (-first + stride - 1) / stride : 0
    let end = first < timesteps ? min(count, (timesteps - 1 - first) / stride + 1) : 0
    return min(lowest, end)..<end
  }

  /// The timesteps that one row reads, those that are put on left out.
  func timesteps(of row: Int, in timesteps: Int) -> [Int] {
    let first = row * stride - before(timesteps)
    let places = places(of: first, in: timesteps)
    return places.map { first + $0 * dilation }
  }
}

extension LayerSettings {
  /// The shape of what leaves a layer that moves a window over a sequence.
  func windowed(
    _ input: Shape, _ window: Window, width: Int
  ) throws(EngineError) -> Shape {
    var rows: Int?
    if let timesteps = input.dimensions[1] {
      guard let count = window.rows(of: timesteps) else {
        throw .window(layer: name, reach: window.reach, timesteps: timesteps)
      }
      rows = count
    }
    return Shape([input.dimensions[0], rows, width])
  }
}
