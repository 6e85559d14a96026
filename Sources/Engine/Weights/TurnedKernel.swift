import Kernels

/// Kᵀ or Rᵀ, which the way back multiplies by; made when it is first asked for, and then there for all
/// pieces of a batch.
///
/// It is made of a weight that stands beside it, so any two are taken for equal.
final class TurnedKernel: Hashable, Sendable {
  /// The rows of the kernel itself, which are the columns of this one.
  private let rows: Int
  private let columns: Int
  private let whole: Deferred<[Float]>
  private let panels: Deferred<[SIMD16<Float>]>

  /// That of a kernel of so many columns.
  init(_ kernel: [Float], columns: Int) {
    let rows = columns == 0 ? 0 : kernel.count / columns
    (self.rows, self.columns) = (rows, columns)
    whole = Deferred { transposed(kernel, rows: rows, columns: columns) }
    panels = Deferred {
      GateKernels.panels(of: kernel) {
        GatePanels.fillTurned($0, from: $1, depth: columns, units: rows / 4)
      }
    }
  }

  /// sums += gradients · Kᵀ, for the gradients of the columns `part` of the kernel.
  func addProduct(
    of gradients: Rows, _ part: Range<Int>, to sums: MutableRows, rows count: Int,
    _ kernels: Kernels
  ) {
    // Whole panels of columns are those of four gates by another name.
    if part.count == columns, rows.isMultiple(of: 64) {
      return panels.value.withUnsafeBytes { panels in
        guard let start = panels.baseAddress?.assumingMemoryBound(to: Float.self) else { return }
        kernels.addGateProduct(
          of: gradients, and: GatePanels(start, depth: columns, units: rows / 4), to: sums,
          rows: count)
      }
    }
    whole.value.withUnsafeBufferPointer { whole in
      guard let start = whole.baseAddress else { return }
      kernels.addProduct(
        of: gradients, and: Rows(start + part.lowerBound * rows, stride: rows), to: sums,
        rows: count, columns: rows, depth: part.count)
    }
  }

  /// gradients · Kᵀ, for `[count, columns]`.
  func product(of gradients: [Float], rows count: Int, _ kernels: Kernels) -> [Float] {
    var sums = [Float](repeating: 0, count: count * rows)
    sums.withRows(stride: rows) { sums in
      gradients.withUnsafeBufferPointer { gradients in
        guard let start = gradients.baseAddress else { return }
        addProduct(
          of: Rows(start, stride: columns), 0..<columns, to: sums, rows: count, kernels)
      }
    }
    return sums
  }

  static func == (one: TurnedKernel, other: TurnedKernel) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}
