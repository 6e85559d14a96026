import Documents

/// Observations as a file holds them: `[timesteps, features]` or `[observations, timesteps,
/// features]`, which the observations check.
struct StoredInput {
  var array: NumberArray
  /// The names of the features, where the file has some.
  var names: [String]?
  /// What is in the file and is passed over.
  var passedOver: [ColumnName] = []
}
