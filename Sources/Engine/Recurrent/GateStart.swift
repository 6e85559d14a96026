import Kernels

/// A gate that a way back starts from, with what is needed to get before its curve.
struct GateStart {
  let gate: StateSeed.Gate
  /// The gates, and what entered their curves where one asks for it, `[timesteps, columns]`.
  let gates: [Float]
  let entered: [Float]
  let columns: Int
  let units: Int
  let kernels: Kernels

  /// Adds 1 times the slope of its curve, if it is one of these blocks at this timestep; `gradients` are
  /// those of the first of the blocks on.
  func add(to gradients: MutableRows, _ blocks: Range<Int>, at timestep: Int) {
    guard gate.timestep == timestep, blocks.contains(gate.block) else { return }
    let place = timestep * columns + gate.block * units + gate.unit
    var slope: [Float] = [1]
    kernels.back(
      through: gate.activation, made: [gates[place]], &slope, rows: 1, columns: 1
    ) { [entered[place]] }
    gradients.start[(gate.block - blocks.lowerBound) * units + gate.unit] += slope[0]
  }
}
