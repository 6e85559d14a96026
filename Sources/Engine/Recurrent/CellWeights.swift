import Kernels

/// The weights of a recurrent layer, lent to its cell while it works.
///
/// Every sum starts at b, takes the features in order and then the hidden states in order. So a gate
/// worked out alone, later, is the same to the last bit.
struct CellWeights {
  let units: Int
  let features: Int
  /// The columns of the weights: `units` for each weighted sum.
  let columns: Int
  let kernel: Rows
  let recurrentKernel: Rows
  /// A row of `columns` numbers, zeros for a layer without bias.
  let bias: UnsafePointer<Float>
  /// The bias within a reset, `units` numbers; a layer that has no such bias does not look.
  let innerBias: UnsafePointer<Float>
  let kernels: Kernels
  /// The kernel in panels; nil where the layer has none.
  var gatePanels: GatePanels?
  /// The recurrent kernel in panels; nil where the layer has none.
  var recurrentPanels: GatePanels?

  /// The part of the sums that needs no state: sums = b + x·K, for `rows` timesteps in one product.
  ///
  /// `columns` are those of the weights, all or one block or one column of them.
  func startSums(_ sums: MutableRows, inputs: Rows, rows: Int, columns: Range<Int>) {
    kernels.copyRows(
      Rows(bias + columns.lowerBound, stride: 0), to: sums, rows: rows, columns: columns.count)
    if let gatePanels, columns.count == self.columns {
      return kernels.addGateProduct(of: inputs, and: gatePanels, to: sums, rows: rows)
    }
    kernels.addProduct(
      of: inputs, and: Rows(kernel.start + columns.lowerBound, stride: kernel.stride), to: sums,
      rows: rows, columns: columns.count, depth: features)
  }

  /// The part that does: sums += h₋·R. A state that is zero adds nothing.
  func addStates(_ sums: MutableRows, before: Rows, rows: Int, columns: Range<Int>) {
    if let recurrentPanels, columns.count == self.columns {
      return kernels.addGateProduct(of: before, and: recurrentPanels, to: sums, rows: rows)
    }
    kernels.addProduct(
      of: before,
      and: Rows(recurrentKernel.start + columns.lowerBound, stride: recurrentKernel.stride),
      to: sums, rows: rows, columns: columns.count, depth: units)
  }

  /// The features from timestep `start` on in the order of processing.
  func rows(
    _ first: UnsafePointer<Float>, from start: Int, of timesteps: Int, _ backwards: Bool
  ) -> Rows {
    backwards
      ? Rows(first + (timesteps - 1 - start) * features, stride: -features)
      : Rows(first + start * features, stride: features)
  }
}
