import Kernels

/// The settings of an Activation layer.
package struct ActivationLayer: CurveLayer {
  package static let kind = "Activation"

  /// A word of its own: `activation` is what a layer is given.
  package static let word = "activation_layer"

  package var name: String
  /// The curve.
  package var activation = Activation.linear

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<ActivationLayer>] = [
    .curve("activation", \.activation, standard: .linear)
  ]

  func apply(to rows: MutableRows, rows count: Int, columns: Int, _ kernels: Kernels) {
    kernels.apply(activation, to: rows, rows: count, columns: columns)
  }
}
