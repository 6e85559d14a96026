/// The settings of an ActivityRegularization layer: the size of what it reads adds to the loss. It works
/// in training only.
package struct ActivityRegularization: PassingLayer {
  package static let kind = "ActivityRegularization"

  package var name: String
  /// The factor of the sum of sizes.
  package var l1 = 0.0
  /// The factor of the sum of squares.
  package var l2 = 0.0

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<ActivityRegularization>] = [
    .number("l1", \.l1, standard: 0),
    .number("l2", \.l2, standard: 0),
  ]
}
