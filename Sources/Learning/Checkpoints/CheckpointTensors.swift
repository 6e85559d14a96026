import Documents
import Engine
import ModelFiles

/// The tensors of a checkpoint, as the network's weights ask for them.
struct CheckpointTensors {
  private let tensors: [String: NumberArray]
  private let shapes: [WeightShape]

  init(_ tensors: [String: NumberArray], of plan: NetworkPlan) {
    self.tensors = tensors
    shapes = plan.layers.flatMap(\.weightShapes)
  }

  /// All weights, of the given group.
  func weights(_ group: String) throws(CheckpointProblem) -> [String: Tensor] {
    var weights: [String: Tensor] = [:]
    for weight in shapes {
      let name = "\(group)/\(weight.key)"
      guard let array = tensors[name], array.shape == weight.dimensions else {
        throw .tensor(name)
      }
      weights[weight.key] = Tensor(array)
    }
    return weights
  }

  /// What the optimiser keeps of each weight that it moves; none before its first step.
  func slots(
    of kind: OptimiserKind, steps: Int
  ) throws(CheckpointProblem) -> [String: [[Float]]] {
    var slots: [String: [[Float]]] = [:]
    for weight in shapes where steps > 0 && kind.slots > 0 {
      // Weights that do not learn, as the means of a BatchNormalization, have none at all.
      guard tensors["optimiser/0/\(weight.key)"] != nil else { continue }
      for slot in 0..<kind.slots {
        let name = "optimiser/\(slot)/\(weight.key)"
        guard let array = tensors[name], array.shape == [weight.dimensions.reduce(1, *)] else {
          throw .tensor(name)
        }
        slots[weight.key, default: []].append(array.values)
      }
    }
    if steps > 0, kind.slots > 0, slots.isEmpty { throw .tensor("optimiser/0") }
    return slots
  }
}
