import Kernels

/// The kernels of a layer of four gates in panels, made when they are first asked for.
///
/// They are made of weights that stand beside them, so any two are taken for equal.
final class GateKernels: Hashable, Sendable {
  private let units: Int
  private let kernel: Deferred<[SIMD16<Float>]>
  private let recurrentKernel: Deferred<[SIMD16<Float>]>

  /// Those of `[features, 4 · units]` and `[units, 4 · units]`.
  init(_ kernel: [Float], _ recurrentKernel: [Float], units: Int) {
    self.units = units
    self.kernel = Deferred { Self.panels(of: kernel, units) }
    self.recurrentKernel = Deferred { Self.panels(of: recurrentKernel, units) }
  }

  /// Lends both, the recurrent one last.
  func lend<Result>(features: Int, _ body: (GatePanels, GatePanels) -> Result) -> Result {
    kernel.value.withUnsafeBytes { kernel in
      recurrentKernel.value.withUnsafeBytes { recurrent in
        guard let kernel = kernel.baseAddress, let recurrent = recurrent.baseAddress
        else { preconditionFailure("a layer of gates has kernels") }
        return body(
          GatePanels(
            kernel.assumingMemoryBound(to: Float.self), depth: features, units: units),
          GatePanels(
            recurrent.assumingMemoryBound(to: Float.self), depth: units, units: units))
      }
    }
  }

  private static func panels(of kernel: [Float], _ units: Int) -> [SIMD16<Float>] {
    panels(of: kernel) {
      GatePanels.fill($0, from: $1, depth: kernel.count / (4 * units), units: units)
    }
  }

  /// An array of vectors, which starts where 64 divides the address: so no load takes two lines of the
  /// cache.
  static func panels(
    of kernel: [Float], _ fill: (UnsafeMutablePointer<Float>, UnsafePointer<Float>) -> Void
  ) -> [SIMD16<Float>] {
    let vectors = (kernel.count + 15) / 16
    return [SIMD16<Float>](unsafeUninitializedCapacity: vectors) { buffer, count in
      buffer.initialize(repeating: .zero)
      count = vectors
      kernel.withUnsafeBufferPointer { kernel in
        guard let target = UnsafeMutableRawPointer(buffer.baseAddress),
          let start = kernel.baseAddress
        else { return }
        fill(target.assumingMemoryBound(to: Float.self), start)
      }
    }
  }

  static func == (one: GateKernels, other: GateKernels) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}
