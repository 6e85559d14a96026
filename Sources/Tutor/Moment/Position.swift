import Engine
import Vocabulary

/// Everything a user has chosen. Two tutors at equal positions of one model show the same screen.
package struct Position: Hashable, Sendable {
  /// The screens from the network to the one that is open; never empty.
  package var screens: [Command.ScreenName] = [.network]
  /// The observation that is open.
  package var observation: Int
  /// The version of a followed model that was gone back to; nil for the newest, and where none is followed.
  package var epoch: Int?
  /// A second observation, laid over the open one.
  package var beside: Int?
  /// The timestep that has been read last; nil before the first.
  package var timestep: Int?
  /// What is chosen: the input or a layer.
  package var layer: Selection
  /// The feature shown over time where the input is a table.
  package var feature: Int
  /// The unit shown over time, for every layer.
  package var units: [Int]
  /// The term that the Dense screen is on, by its place among what the layer reads; nil is the largest.
  package var term: Int?
  /// Where ⏎ on such terms led from, the newest last.
  package var descents: [Descent] = []
  /// What a column of the network screen stands for.
  package var axis = Command.Axis.time
  /// What the layer screen shows.
  package var quantity = QuantityName.hiddenState
  /// What it shows below that.
  package var comparison: QuantityName?
  /// Whether the gradients of the states are shown.
  package var showsGradients = false
  /// The quantity whose number is traced back, at the open timestep in the shown unit.
  package var traced = QuantityName.hiddenState
  /// Which of the numbers from which it comes is chosen.
  package var origin = 0
  /// How it sorts the units.
  package var order = Command.UnitOrder.answer
  /// What full strength stands for in its rows.
  package var unitScale = Command.UnitScale.each
  /// The phase of the unit screen's ledger, from 1; 0 is the picture. See `UnitPhases`.
  package var phase = 0
  /// How many lanes of that picture are there already while it plays; nil for all.
  package var lit: Int?
  /// The sum that the unit screen shows in full.
  package var sum = QuantityName.hiddenState
  /// The orders of the schedule screen, and how many cells have been computed.
  package var schedule = Command.ScheduleName.orders
  package var cells = 0
  /// Which of the networks of the reach screen is chosen.
  package var network = 0
  /// What the shapes screen shows beside the table, and the network it tries out.
  package var code = Command.CodeName.table
  package var sketch: NetworkDescription?
  /// The network with the flags that the user has set.
  package var description: NetworkDescription
  /// The what-ifs in the order in which they were said; see `Changes`.
  package var changes: [WhatIf] = []
  /// The what-ifs just before the command that changed them last; the turns of one knob that follow one
  /// another count as one. Empty where nothing is supposed.
  package var changesBefore: [WhatIf] = []

  /// The same in the newest version of the model.
  var inNewest: Position {
    var position = self
    position.epoch = nil
    return position
  }

  /// The screen that is open.
  package var screen: Command.ScreenName { screens.last ?? .network }

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

  init(
    observation: Int, timestep: Int?, layer: Selection, feature: Int, units: [Int],
    description: NetworkDescription
  ) {
    self.observation = observation
    self.timestep = timestep
    self.layer = layer
    self.feature = feature
    self.units = units
    self.description = description
    if let recurrent = chosenRecurrent { quantity = recurrent.remembered }
    settle()
  }

  /// The settings of the chosen layer where it is recurrent.
  var chosenRecurrent: (any RecurrentLayer)? {
    if case .layer(let index) = layer { description.layers[index].recurrent } else { nil }
  }

  /// How many terms a sum of the chosen layer has where it is Dense.
  private var termCount: Int {
    guard case .layer(let index) = layer, description.layers[index].isDense else { return 0 }
    return description.before(index).map(description.units) ?? description.input.features
  }

  /// Takes what the chosen layer has in the place of what it has not: the state that it remembers, its
  /// gate, its last phase.
  mutating func settle() {
    if let term, term >= termCount { self.term = nil }
    guard let recurrent = chosenRecurrent else { return }
    func has(_ quantity: QuantityName) -> Bool {
      quantity == .input
        || recurrent.quantity(quantity) != nil && (showsGradients || !quantity.isGradient)
    }
    if recurrent.quantity(traced) == nil { traced = recurrent.remembered }
    if !has(quantity) { quantity = recurrent.remembered }
    if let other = comparison, !has(other) { comparison = nil }
    if recurrent.quantity(sum)?.sum == nil { sum = recurrent.keeping }
    phase = min(phase, phases.count)
  }
}
