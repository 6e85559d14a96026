import Engine
import Kernels

extension Gradients {
  /// The last timestep of each recurrent layer at which a gradient of a state is not finite, by the layer's
  /// place; layers whose gradients are finite are left out.
  func statesNotFinite(_ plan: NetworkPlan, observations: Int) -> [Int: Int] {
    var found: [Int: Int] = [:]
    for (place, states) in states {
      guard let layer = plan.layers[place].layer.recurrent else { continue }
      let timesteps = (states.first?.count ?? 0) / observations / layer.units
      let steps = states.compactMap { values in
        values.indices.lazy.filter { !values[$0].isFinite }
          .map { $0 / layer.units % timesteps }.max()
      }
      guard let last = steps.max() else { continue }
      found[place] = layer.goBackwards ? timesteps - 1 - last : last
    }
    return found
  }
}

extension [String: [Float]] {
  /// Adds others number by number.
  mutating func add(_ others: [String: [Float]]) {
    for (key, values) in others {
      guard var sums = removeValue(forKey: key) else {
        self[key] = values
        continue
      }
      sums.withUnsafeMutableBufferPointer { sums in
        values.withUnsafeBufferPointer { values in
          guard let from = values.baseAddress, let to = sums.baseAddress else { return }
          addEach(
            Rows(from, stride: values.count), to: MutableRows(to, stride: values.count), rows: 1,
            columns: values.count)
        }
      }
      self[key] = sums
    }
  }
}
