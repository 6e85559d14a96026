/// The settings of a Dropout layer: a share of its inputs becomes 0, anew in each step of training. It works in training only.
package struct Dropout: PassingLayer {
  package static let kind = "Dropout"

  package var name: String
  /// The share that becomes 0, 0 to 1.
  package var rate: Double = 0.5

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<Dropout>] = [
    .number("rate", \.rate, standard: 0.5)
  ]
}
