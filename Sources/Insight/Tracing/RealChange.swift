import Engine

/// What becomes of a traced number where one input is really put to 0, beside what its gradient says.
package struct RealChange: Hashable, Sendable {
  package let origin: Tracing.Origin
  /// The number as it is, and with the input at 0.
  package let before: Float
  package let after: Float

  /// How far it really moves.
  package var real: Float { after - before }
  /// How far it would move by its gradient.
  package var estimate: Float { -origin.part }
  /// How far the gradient is out, as a share of the real change; nil where nothing really moves.
  package var error: Float? { real == 0 ? nil : (estimate - real).magnitude / real.magnitude }
}

/// What becomes of a traced number where an input is brought a hundredth nearer to 0: for small changes a
/// gradient is right.
package struct SmallChange: Hashable, Sendable {
  /// How far it really moves, and how far by its gradient.
  package let real: Float
  package let estimate: Float
  /// How far the gradient is out, as a share of what it says.
  package let error: Float

  /// Below this share of the number a move has fewer than three digits left of the seven of a float32.
  private static let leastMove: Float = 1e-4

  /// Nil where the move is too small for its digits to say anything.
  package init?(_ trace: Trace, _ tracing: Tracing, _ origin: Tracing.Origin) {
    let estimate = -origin.part / 100
    guard estimate.magnitude > max(tracing.value.magnitude, 1e-3) * Self.leastMove,
      let after = trace.values(of: tracing.number, without: [origin], keeping: 0.99).first
    else { return nil }
    self.estimate = estimate
    real = after - tracing.value
    error = (real - estimate).magnitude / estimate.magnitude
  }
}

extension Trace {
  /// What a number comes to where each of some inputs alone keeps only a share of its size.
  func values(
    of number: TracedNumber, without inputs: [Tracing.Origin], keeping share: Float = 0
  ) -> [Float] {
    let atOnce = 48
    var values: [Float] = []
    for start in stride(from: 0, to: inputs.count, by: atOnce) {
      let part = inputs[start..<min(start + atOnce, inputs.count)]
      let changed = part.compactMap { without($0, keeping: share) }
      guard changed.count == part.count,
        let traces = try? network.forward(changed, under: interventions, kernels: kernels)
      else { return values }
      values += traces.map { $0.value(of: number) }
    }
    return values
  }

  /// The observation where one input keeps only a share of its size.
  func without(_ origin: Tracing.Origin, keeping share: Float = 0) -> Observation? {
    guard case .input(0, let timestep, let feature) = origin.number else { return nil }
    return try? input.replacing(
      timestep: timestep, feature: feature, value: origin.value * share)
  }
}
