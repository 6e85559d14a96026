import Engine
import Screen

/// The block that stands where a layer cannot follow the one before it.
extension NetworkScreen {
  /// Keras's own words, what they mean, and the way back: the lines of the block.
  static func failureLines(_ state: State, width: Int) -> [String] {
    guard let failure = state.plan.failure else { return [] }
    let room = max(20, width - 4)
    let head = "\(failure.layerName) ✗ cannot be built. Keras says:"
    let words = wrapped(failure.error.description, width: room - 2).map { "  " + $0 }
    let meaning = wrapped(Self.meaning(of: failure, in: state), width: room)
    return [head] + words + meaning
  }

  private static func meaning(of failure: NetworkPlan.Failure, in state: State) -> String {
    guard case .rank(let layer, _, let found, let lostBy) = failure.error, let lostBy,
      let index = state.position.description.layers.firstIndex(where: { $0.name == lostBy })
    else { return failure.error.advice ?? "" }
    let last = state.timesteps - 1
    let back =
      state.position.layer == .layer(index)
      ? "Press r: \(lostBy) returns sequences again."
      : "The way back: choose \(lostBy) with ↑ ↓, then press r."
    return "\(layer) reads a sequence, ndim 3: (batch, timesteps, features). With "
      + "return_sequences=False \(lostBy) hands on h[\(last)] alone, ndim 2: in \(found) None is the "
      + "batch, of any size, and there is no timestep axis. \(back)"
  }

  mutating func drawFailure(_ index: Int, _ row: Int) {
    guard failureText.indices.contains(index) else { return }
    let text = failureText[index]
    let isHead = index == 0
    let isKeras = text.hasPrefix("  ")
    frame[0, row] = Cell(.glyph("▌"), Style(.error))
    frame.write(
      text, column: 2, row: row,
      style: Style(isHead || isKeras ? .error : .text, bold: isHead), width: size.width - 3)
  }
}
