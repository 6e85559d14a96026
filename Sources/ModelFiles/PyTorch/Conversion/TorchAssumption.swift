import Engine

/// What weights alone do not say, and what is taken for it.
///
/// The names of modules are those of the file.
package enum TorchAssumption: Hashable, Sendable {
  /// The modules follow one another in the order in which they were made.
  case order([String])
  /// The file has lost that order; this is one in which their widths fit.
  case orderByWidths([String])
  /// All timesteps go from one recurrent module to the next, and the last one goes on from this one.
  case lastTimestep(String)
  /// The same of a module in both directions: what each of them ends with goes on. At the last timestep
  /// itself one of them would have read that timestep alone.
  case lastStates(String)
  /// Weights of one number a feature are those of an `nn.LayerNorm`.
  case layerNorm([String])
  /// A module's numbers go through a curve on their way to the next.
  case curve(TorchCurve, after: [String])
  /// Nothing is done to what the last module gives.
  case noCurve(after: String)
  /// A simple recurrent module's own curve.
  case stateCurve(Activation, of: [String])
  /// Curves that the file lists where nobody can say whether they are used.
  case unusedCurves([String])
}
