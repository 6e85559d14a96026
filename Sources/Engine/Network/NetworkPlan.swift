/// What a description comes to: its layers in their places, and the first that cannot follow.
package struct NetworkPlan: Hashable, Sendable {
  /// The layers before the failure, or all of them.
  package var layers: [PlannedLayer]
  /// The first layer that cannot follow the one before it, and why.
  package var failure: Failure?

  /// The parameters of the whole network; `nil` where a layer cannot follow.
  package var parameterCount: Int? {
    failure == nil ? layers.reduce(0) { $0 + $1.parameters.total } : nil
  }

  /// The same up to where another one of the same layers gets.
  package func reaching(_ other: NetworkPlan) -> NetworkPlan {
    guard other.layers.count < layers.count else { return self }
    return NetworkPlan(layers: Array(layers.prefix(other.layers.count)), failure: other.failure)
  }

  /// Where and why a network cannot be built.
  package struct Failure: Hashable, Sendable {
    /// The layer's place, from 0; 0 as well where it is the input that is wrong.
    package var layerIndex: Int
    /// The layer's name, or the input's.
    package var layerName: String
    /// The reason.
    package var error: EngineError
  }
}
