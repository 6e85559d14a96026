import Engine
import Insight
import Phrases

extension Moment {
  /// The two runs of a layer: what the network would be after each choice of its flag, what-ifs and
  /// all, run from the beginning.
  func contrasting(_ layer: Int) throws(Refusal) -> Contrast {
    func run(_ flag: Bool) throws -> Deferred<Trace> {
      var position = position
      position.description.setReturnSequences(of: layer, to: flag)
      let changed = try Changes(position.changes, of: model, at: position, kernels: kernels)
      return try changed.network.forwardLater(
        example.observation, under: changed.interventions, kernels: kernels)
    }
    return try Refusal.from {
      Contrast(layer: layer, off: try run(false), on: try run(true))
    }
  }
}
