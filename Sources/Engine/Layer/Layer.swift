/// One layer of a network.
///
/// A new kind of layer is one file with its settings, one with its plan, and a case here.
package enum Layer: Hashable, Sendable {
  /// A recurrent layer, which reads a sequence.
  case lstm(LSTM)
  /// A layer without memory, which reads the last axis.
  case dense(Dense)

  /// The layer's name, unique in its network.
  package var name: String {
    switch self {
    case .lstm(let settings): settings.name
    case .dense(let settings): settings.name
    }
  }

  /// How many numbers leave the layer at a time.
  package var units: Int {
    switch self {
    case .lstm(let settings): settings.units
    case .dense(let settings): settings.units
    }
  }

  /// Whether the layer reads timesteps one after another and keeps a state.
  package var isRecurrent: Bool {
    switch self {
    case .lstm: true
    case .dense: false
    }
  }

  func planned(after input: Shape, lostBy: String?) throws(EngineError) -> PlannedLayer {
    switch self {
    case .lstm(let settings): try settings.planned(after: input, lostBy: lostBy)
    case .dense(let settings): try settings.planned(after: input)
    }
  }
}
