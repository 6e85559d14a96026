/// A gate held at a value: what its curve gives is thrown away and `value` stands in its place.
///
/// Where two clamps meet in one number, the later one in `Interventions.clamps` holds.
package struct Clamp: Hashable, Sendable {
  /// The layer's name.
  package var layer: String
  /// A gate or a candidate of the layer; states are no gates.
  package var gate: QuantityName
  /// The units, each from 0; `nil` is every unit of the layer.
  package var units: [Int]?
  /// The timesteps in the layer's order of processing; `nil` is every one.
  package var timesteps: Range<Int>?
  /// What the gate is held at, any finite number.
  package var value: Float

  /// A clamp of `gate` at `value`.
  package init(
    layer: String, gate: QuantityName, units: [Int]? = nil, timesteps: Range<Int>? = nil,
    value: Float
  ) {
    self.layer = layer
    self.gate = gate
    self.units = units
    self.timesteps = timesteps
    self.value = value
  }
}
