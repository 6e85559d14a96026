import Engine
import Vocabulary

/// Everything a user has chosen. Two tutors at equal positions of one model show the same screen.
package struct Position: Hashable, Sendable {
  /// The observation that is open.
  package var observation: Int
  /// The last timestep that has been read, −1 before the first.
  package var timestep: Int
  /// What is chosen: the input or a layer.
  package var layer: Selection
  /// The feature shown over time where the input is a table.
  package var feature: Int
  /// The unit shown over time, for every layer.
  package var units: [Int]
  /// What a column stands for.
  package var axis: Command.Axis
  /// The network with the flags that the user has set.
  package var description: NetworkDescription

  /// The input, or a layer by its place in the network.
  package enum Selection: Hashable, Sendable {
    case input
    case layer(Int)

    /// The place among input and layers, counted from the input as 0.
    var place: Int {
      switch self {
      case .input: 0
      case .layer(let index): index + 1
      }
    }

    init(place: Int) { self = place == 0 ? .input : .layer(place - 1) }
  }
}
