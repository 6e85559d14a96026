/// How Keras fills one weight of a fresh layer, under `kernel_initializer` and the like.
package enum WeightInitialiser: Hashable, Sendable {
  /// The same number everywhere: `zeros`, `ones`, `constant`.
  case constant(Float)
  /// Evenly between two numbers: `random_uniform`.
  case uniform(from: Float, to: Float)
  /// By the normal distribution: `random_normal`; with `isCut` nothing further than two deviations from
  /// the mean: `truncated_normal`.
  case normal(mean: Float, deviation: Float, isCut: Bool)
  /// By how many numbers come into a unit or leave it: `glorot_uniform`, `he_normal`, `lecun_uniform`
  /// and all that Keras's `VarianceScaling` makes.
  case scaled(Double, by: Fan, Spread)
  /// A matrix of orthonormal rows, or where there are fewer columns than rows of orthonormal columns,
  /// times a gain.
  case orthogonal(gain: Float)
  /// Ones on the diagonal, times a gain.
  case identity(gain: Float)

  /// What a scale is divided by.
  package enum Fan: Hashable, Sendable {
    /// What comes into a unit.
    case incoming
    /// What leaves it.
    case outgoing
    case average
  }

  /// How numbers spread whose variance is given.
  package enum Spread: Hashable, Sendable {
    case uniform
    case normal
    /// Nothing further than two deviations from zero.
    case cutNormal
  }

  /// Keras's usual one for kernels.
  package static let glorotUniform = WeightInitialiser.scaled(1, by: .average, .uniform)
}
