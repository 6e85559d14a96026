import Engine
import ModelFiles

/// Traces as tensors, one array for each layer and quantity, batch first.
struct TraceTensors {
  /// `output/LAYER`, `state/LAYER/h` and `c` where the states leave too, `trace/LAYER/QUANTITY`.
  let file: Safetensors

  /// The traces of one batch through one network.
  init(_ traces: [Trace]) {
    var tensors: [String: Tensor] = [:]
    guard let first = traces.first else {
      file = Safetensors(tensors: [:])
      return
    }
    for index in 0..<first.layerCount {
      let layer = first.network.plan.layers[index].layer
      tensors["output/\(layer.name)"] = Self.stacked(traces.compactMap { $0.output(index) })
      guard case .lstm(let settings) = layer else { continue }
      for quantity in LSTMQuantity.allCases {
        tensors["trace/\(layer.name)/\(quantity.rawValue)"] = Self.stacked(
          traces.map { $0.all(quantity, layer: index) })
      }
      guard settings.returnState else { continue }
      let states = traces.compactMap { $0.state(index) }
      tensors["state/\(layer.name)/h"] = Self.stacked(
        states.map { Tensor(shape: [settings.units], values: $0.h) })
      tensors["state/\(layer.name)/c"] = Self.stacked(
        states.map { Tensor(shape: [settings.units], values: $0.c) })
    }
    file = Safetensors(tensors: tensors)
  }

  /// Tensors of one shape, one below the other under a new first axis.
  private static func stacked(_ tensors: [Tensor]) -> Tensor {
    Tensor(
      shape: [tensors.count] + (tensors.first?.shape ?? []), values: tensors.flatMap(\.values))
  }
}
