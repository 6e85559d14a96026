/// What one layer made of one observation, as little as everything else can be worked out from.
enum LayerRecord: Sendable {
  /// The states at every timestep in the order of processing, each `[timesteps, units]`.
  case lstm(hidden: [Float], cell: [Float])
  /// The output at every row, `[rows, units]`.
  case dense([Float])
}
