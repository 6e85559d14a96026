/// The settings of a Conv1D layer: at each place of a window that moves over the timesteps a sum of all
/// that it holds.
package struct Conv1D: LayerSettings {
  package static let kind = "Conv1D"

  package var name: String
  /// How many numbers leave at each place.
  package var filters: Int
  /// How many timesteps the window holds.
  package var kernelSize = 1
  /// How far it moves.
  package var strides = 1
  /// What becomes of it beyond the ends.
  var padding = Window.Padding.valid
  /// How far the timesteps within it lie apart.
  package var dilationRate = 1
  /// Into how many parts features and filters are divided.
  package var groups = 1
  /// The curve of each sum.
  package var activation = Activation.linear
  /// Whether the sums start from a bias.
  package var useBias = true

  /// A layer of so many filters.
  package init(name: String, filters: Int, kernelSize: Int) {
    self.name = name
    self.filters = filters
    self.kernelSize = kernelSize
  }

  package init(name: String) { self.init(name: name, filters: 1, kernelSize: 1) }

  package var layer: Layer { Layer(of: self) }

  package static let widthSetting: WidthSetting<Conv1D>? = WidthSetting("filters", \.filters)

  package static let settings: [LayerSetting<Conv1D>] = [
    .integer("kernel_size", \.kernelSize, standard: nil),
    .integer("strides", \.strides, standard: 1),
    .word("padding", \.padding, standard: .valid),
    .integer("dilation_rate", \.dilationRate, standard: 1),
    .integer("groups", \.groups, standard: 1),
    .curve("activation", \.activation, standard: .linear),
    .flag("use_bias", \.useBias, standard: true),
  ]

  var window: Window {
    Window(size: kernelSize, stride: strides, dilation: dilationRate, padding: padding)
  }

  package func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan {
    let (input, features) = try sequence(inputs, lostBy: lostBy)
    guard filters > 0 else { throw .units(layer: name, found: filters) }
    for (setting, value) in [
      ("kernel_size", kernelSize), ("strides", strides), ("dilation_rate", dilationRate),
    ] {
      try check(setting, value, in: 1...1_000_000)
    }
    guard groups > 0, features % groups == 0, filters % groups == 0 else {
      throw .setting(
        layer: name, setting: "groups", found: groups, range: 1...min(features, filters))
    }
    let each = checked(checked(kernelSize, .product, features / groups), .product, filters)
    guard let total = useBias ? checked(each, .sum, filters) : each,
      total <= PlannedLayer.mostParameters
    else { throw .tooManyParameters(layer: name) }
    var weightShapes = [
      WeightShape(
        layer: name, name: "kernel", dimensions: [kernelSize, features / groups, filters])
    ]
    if useBias {
      weightShapes.append(WeightShape(layer: name, name: "bias", dimensions: [filters]))
    }
    return LayerPlan(
      outputShape: try windowed(input, window, width: filters), weightShapes: weightShapes,
      parameters: ParameterCount(
        total: total,
        derivation: "\(kernelSize)·\(features / groups)·\(filters)"
          + (useBias ? " + \(filters)" : "")
      ))
  }
}
