/// An input of the network beside its first one; layers read it by its name.
package struct AnotherInput: ComputingLayer {
  package static let kind = "InputLayer"

  /// What comes in; its name is the layer's.
  package var input: InputLayer

  package var name: String {
    get { input.name }
    set { input.name = newValue }
  }

  /// An input beside the first.
  package init(_ input: InputLayer) { self.input = input }

  package init(name: String) { self.init(InputLayer(name: name, timesteps: nil, features: 1)) }

  package var layer: Layer { Layer(of: self, reads: []) }

  package func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan {
    if let error = input.error { throw error }
    return LayerPlan(outputShape: input.shape)
  }

  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord { .output(inputs[0]) }
}
