import Engine
import Phrases
import Vocabulary
import Wording

// What is chosen, without anything to compute.
extension Moment {
  func selecting(_ choice: Command.Choice<String>) throws(Refusal) -> Moment {
    if position.screen == .reach { return try selecting(network: choice) }
    var next = self
    switch choice {
    case .by(let distance):
      // Most screens have nothing to show of layers of another kind.
      let places = places(on: position.screen) ?? Array(0...layers.count)
      let now = places.lastIndex { $0 <= position.layer.place } ?? 0
      let place =
        places.isEmpty ? now : places[moved(now, by: distance, within: 0...places.count - 1)]
      next.position.layer = Position.Selection(place: place)
    case .named(let name):
      next.position.layer = try selection(named: name)
      if let places = places(on: position.screen), !places.contains(next.position.layer.place) {
        throw notShown(next.position.layer, name)
      }
    }
    if next.position.layer != position.layer { next.position.term = nil }
    return next
  }

  /// Chooses one of the networks that are held side by side.
  private func selecting(network choice: Command.Choice<String>) throws(Refusal) -> Moment {
    var next = self
    let names = GapComparison.names
    switch choice {
    case .by(let distance):
      next.position.network = moved(
        position.network, by: distance, within: 0...max(0, names.count - 1))
    case .named(let name):
      guard let place = names.firstIndex(of: name) else {
        throw .noSuchNetwork(name, nearest: nearest(to: name, in: names), names: names)
      }
      next.position.network = place
    }
    return next
  }

  /// What can be chosen on a screen that is about layers of one kind; nil on any other.
  private func places(on screen: Command.ScreenName) -> [Int]? {
    switch screen.view.shownLayers {
    case .all: nil
    case .recurrent: recurrentPlaces
    case .dense: densePlaces
    case .mapped: mappedPlaces
    }
  }

  /// Why a layer cannot be chosen on the open screen.
  private func notShown(_ layer: Position.Selection, _ name: String) -> Refusal {
    guard position.screen.view.shownLayers == .dense else { return noNumbers(layer, name) }
    guard case .layer(let index) = layer, layers[index].isDense else {
      return .notDense(layer: name)
    }
    return .unbuilt(layer: name)
  }

  /// Why a layer cannot be shown with its gates.
  private func noNumbers(_ layer: Position.Selection, _ name: String) -> Refusal {
    guard case .layer(let index) = layer, layers[index].isRecurrent else {
      return .noGatesToShow(layer: name)
    }
    return .unbuilt(layer: name)
  }

  private var layers: [Layer] { position.description.layers }

  private var recurrentPlaces: [Int] {
    network.plan.layers.indices.filter { layers[$0].isRecurrent }.map { $0 + 1 }
  }

  private var mappedPlaces: [Int] {
    network.plan.layers.indices.filter { network.plan.layers[$0].hasMap }.map { $0 + 1 }
  }

  func selection(named name: String) throws(Refusal) -> Position.Selection {
    let names = [position.description.input.name] + layers.map(\.name)
    // The screen calls it so, whatever its name.
    if name == "input", !names.contains(name) { return .input }
    guard let place = names.firstIndex(of: name) else {
      throw .unknownLayer(name, known: names)
    }
    return Position.Selection(place: place)
  }

  /// The name of what is chosen.
  var selectedName: String {
    switch position.layer {
    case .input: position.description.input.name
    case .layer(let index): layers[index].name
    }
  }

  /// Another unit of the chosen layer, or another feature of the input.
  func showing(_ choice: Command.Choice<Int>) throws(Refusal) -> Moment {
    if position.screen == .layer { return try movingRow(choice) }
    var next = self
    switch position.layer {
    case .input:
      next.position.feature = try one(
        choice, from: position.feature, count: example.observation.features, of: .features,
        in: position.description.input.name)
    case .layer(let index):
      next.position.units[index] = try one(
        choice, from: position.units[index], count: position.description.units(of: index),
        of: .units,
        in: layers[index].name)
      // The largest term of one unit is any of another.
      if next.position.units[index] != position.units[index] { next.position.term = nil }
    }
    return next
  }

  /// One of `count` things that stand in a ring.
  func one(
    _ choice: Command.Choice<Int>, from now: Int, count: Int, of things: Refusal.Things,
    in owner: String
  ) throws(Refusal) -> Int {
    switch choice {
    case .by(let distance): return turned(now, by: distance, of: count)
    case .named(let number):
      guard (0..<count).contains(number) else {
        throw .number(number, things, count: count, owner: owner)
      }
      return number
    }
  }

  /// Another way to look at the open screen; a name opens the screen it belongs to.
  func looking(_ choice: Command.Choice<Command.View>) throws(Refusal) -> Moment {
    var next = self
    switch choice {
    case .named(let view):
      if case .quantity(let quantity) = view { next = try showing(gradient: quantity) }
      next.position.look(view)
      if position.screen != view.screen { next = try next.opening(view.screen) }
      if case .quantity(let quantity) = view, !next.position.shownQuantities.contains(quantity) {
        throw .noQuantity(quantity, layer: next.selectedName)
      }
    case .by(let distance): next.position.turnView(by: distance)
    }
    return next
  }

  func ordering(_ choice: Command.Choice<Command.UnitOrder>) -> Moment {
    var next = self
    switch choice {
    case .named(let order): next.position.order = order
    case .by(let distance) where position.screen == .unit: next.position.turnSum(by: distance)
    case .by(let distance): next.position.order = position.order.next(distance)
    }
    return next
  }

  func scaling(_ choice: Command.Choice<Command.UnitScale>) -> Moment {
    var next = self
    switch choice {
    case .named(let scale): next.position.unitScale = scale
    case .by(let distance): next.position.unitScale = position.unitScale.next(distance)
    }
    return next
  }

  /// A second quantity below the first; it opens the screen that it belongs to.
  func comparing(_ quantity: QuantityName?) throws(Refusal) -> Moment {
    var next = self
    if let quantity { next = try showing(gradient: quantity) }
    next.position.comparison = quantity
    guard quantity != nil, position.screen != .layer else { return next }
    return try next.opening(.layer)
  }
}

// MARK: - Screens

extension Moment {
  /// The open screen, and what it needs to be chosen.
  func opening(_ screen: Command.ScreenName) throws(Refusal) -> Moment {
    var next = self
    if screen.showsLayers || screen == .contrast {
      let now = position.layer.place
      if screen == .unit, position.screen == .layer, !recurrentPlaces.contains(now) {
        throw .noGatesToShow(layer: selectedName)
      }
      let isMapped = screen == .layer && mappedPlaces.contains(now)
      let last = isMapped ? now : recurrentPlaces.last { $0 <= now }
      guard let place = last ?? recurrentPlaces.first else {
        throw layers.contains(where: \.isRecurrent) ? .noRecurrentLayerBuilt : .noRecurrentLayer
      }
      // Another layer in its place would pass for it. What stops the network is for the contrast.
      if screen.showsLayers, case .layer(let index) = position.layer, layers[index].isRecurrent,
        !recurrentPlaces.contains(now)
      {
        throw noNumbers(position.layer, layers[index].name)
      }
      next.position.layer = Position.Selection(place: place)
    }
    if screen == .dense {
      next.position.layer = try denseToOpen()
      if next.position.layer != position.layer { next.position.term = nil }
    }
    if screen.showsLayers || screen == .dense, timeline.isAtStart { next = next.at(0) }
    if let place = position.screens.firstIndex(of: screen) {
      next.position.screens = Array(position.screens[...place])
    } else {
      next.position.screens.append(screen)
    }
    next.position.forgetDescents()
    if screen == .schedule, position.screen != .schedule { next.position.cells = 0 }
    return next
  }

  /// One screen deeper.
  func entering() throws(Refusal) -> Moment {
    if position.screen == .dense { return try descending() }
    if position.screen == .origins { return try followingOrigin() }
    guard let deeper = position.screen.view.deeper else {
      throw .nothingDeeper
    }
    if case .layer(let index) = position.layer, layers[index].isDense { return try opening(.dense) }
    return try opening(deeper)
  }

  /// The screen before, or nil at the first one.
  func leaving() -> Moment? {
    var next = self
    if next.position.ascend() { return next }
    guard position.screens.count > 1 else { return nil }
    next.position.screens.removeLast()
    next.position.forgetDescents()
    // On the way another kind of layer may have been chosen than the screen before shows.
    if let places = places(on: next.position.screen), !places.contains(position.layer.place),
      let place = places.last(where: { $0 <= position.layer.place }) ?? places.first
    {
      next.position.layer = Position.Selection(place: place)
    }
    return next
  }
}

extension Command.ScreenName {
  /// Whether the screen is about one recurrent layer, with timestep and unit.
  var showsLayers: Bool { self == .layer || self == .unit }
}

extension Command.View {
  /// The screen that a way to look belongs to.
  var screen: Command.ScreenName {
    switch self {
    case .axis: .network
    case .quantity: .layer
    case .phase: .unit
    case .schedule: .schedule
    case .code: .shapes
    }
  }
}

extension Position {
  mutating func look(_ view: Command.View) {
    switch view {
    case .axis(let axis): self.axis = axis
    case .quantity(let quantity): self.quantity = quantity
    case .phase(let phase): self.phase = phase
    case .schedule(let schedule):
      self.schedule = schedule
      cells = 0
    case .code(let code): self.code = code
    }
  }

  /// What the layer screen can show of the chosen layer.
  var shownQuantities: [QuantityName] {
    guard case .layer(let index) = layer else { return QuantityName.shown }
    guard let recurrent = description.layers[index].recurrent else { return [.output, .input] }
    let gradients = showsGradients ? recurrent.gradients : []
    return (recurrent.quantities + gradients).map(\.name) + [.input]
  }

  mutating func turnView(by distance: Int) {
    screen.view.turnLook(of: &self, by: distance)
  }
}

extension CaseIterable where Self: Equatable {
  /// The case so many further on, in a ring.
  func next(_ distance: Int) -> Self {
    let cases = Array(Self.allCases)
    return cases[turned(cases.firstIndex(of: self) ?? 0, by: distance, of: cases.count)]
  }
}
