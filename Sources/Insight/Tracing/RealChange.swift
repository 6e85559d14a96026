import Engine

/// What becomes of a traced number where one input is really changed, beside what its gradient says.
package struct RealChange: Hashable, Sendable {
  package let origin: Tracing.Origin
  /// The number as it is, and with the input at 0.
  package let before: Float
  package let after: Float
  /// The same with the input a hundredth nearer to 0.
  package let afterHundredth: Float

  /// How far it really moves.
  package var real: Float { after - before }
  /// How far it would move by its gradient.
  package var estimate: Float { -origin.part }
  /// How far the gradient is out, as a share of the real change; nil where nothing really moves.
  package var error: Float? { real == 0 ? nil : (estimate - real).magnitude / real.magnitude }
  /// How far the gradient is out for the hundredth, as a share of what it says of that; nil where the
  /// move is too small for the digits of a float32.
  package var errorOfHundredth: Float? {
    let (moved, said) = (afterHundredth - before, estimate / 100)
    guard said.magnitude > max(before.magnitude, 1e-3) * Self.leastMove else { return nil }
    return (moved - said).magnitude / said.magnitude
  }

  /// Below this share of the number a move has fewer than three digits left of seven.
  private static let leastMove: Float = 1e-4

  /// Runs the network again with one input changed; nil for what is no input, and where it cannot run.
  package init?(_ trace: Trace, _ tracing: Tracing, _ origin: Tracing.Origin) {
    guard case .input(let place, let timestep, let feature) = origin.number, place == 0,
      let after = trace.rerun(tracing.number, timestep, feature, 0),
      let hundredth = trace.rerun(tracing.number, timestep, feature, origin.value * 0.99)
    else { return nil }
    self.origin = origin
    before = tracing.value
    self.after = after
    afterHundredth = hundredth
  }
}

extension Trace {
  /// What a number comes to where one input is another.
  fileprivate func rerun(
    _ number: TracedNumber, _ timestep: Int, _ feature: Int, _ value: Float
  ) -> Float? {
    guard let changed = try? input.replacing(timestep: timestep, feature: feature, value: value),
      let again = try? network.forward(changed, under: interventions, kernels: kernels)
    else { return nil }
    return again.value(of: number)
  }
}
