/// What a way back gathered, `rows` being all timesteps of all observations.
struct GatheredGradients {
  /// ∂loss/∂ the sums, `[rows, columns]`.
  let sums: [Float]
  /// ∂loss/∂ what stands within a reset, `[rows, units]`.
  let inner: [Float]
  /// The gates, `[rows, columns]`.
  let gates: [Float]
  /// h₋, `[rows, units]`.
  let hiddenBefore: [Float]
  let rows: Int
}
