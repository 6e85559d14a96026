import Kernels

/// What a recurrent layer read and came to over one observation: what its gates are worked out from
/// again.
struct FinishedRun {
  /// What it read, `[timesteps, features]`.
  let inputs: UnsafePointer<Float>
  let timesteps: Int
  let isBackwards: Bool
  /// Its hidden states, `[timesteps, units]`, in the order of processing.
  let hidden: [Float]
  /// Its initial hidden state; nil where that is zero.
  let hiddenBefore: [Float]?
  let changes: LayerChanges?

  /// The timesteps that a hidden state reaches, in stretches whose states before them lie together:
  /// the first timestep, which an initial state reaches, is one alone.
  func stretches(of timesteps: Range<Int>) -> [Range<Int>] {
    if changes == nil && hiddenBefore == nil {
      return [max(timesteps.lowerBound, 1)..<max(timesteps.upperBound, 1)]
    }
    var stretches: [Range<Int>] = []
    for timestep in timesteps where changes?.isErased(0, at: timestep) != true {
      if timestep == 0 && hiddenBefore == nil { continue }
      if let last = stretches.last, last.upperBound == timestep, timestep > 1 {
        stretches[stretches.count - 1] = last.lowerBound..<timestep + 1
      } else {
        stretches.append(timestep..<timestep + 1)
      }
    }
    return stretches
  }

  /// Lends the hidden states from the one before a timestep on.
  func withHidden(before timestep: Int, units: Int, _ body: (Rows) -> Void) {
    (timestep == 0 ? hiddenBefore ?? [] : hidden).withUnsafeBufferPointer { states in
      guard let states = states.baseAddress else { return }
      body(Rows(states + max(timestep - 1, 0) * units, stride: units))
    }
  }
}
