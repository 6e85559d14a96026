/// What a layer that works in training only does to each number: y = factor·x + addend.
struct Noise {
  /// As many as the numbers; empty where all are 1.
  var factors: [Float] = []
  /// As many as the numbers; empty where all are 0.
  var addends: [Float] = []
}
