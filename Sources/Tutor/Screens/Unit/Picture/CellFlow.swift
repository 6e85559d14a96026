import Engine

/// How the states of a unit come about, as its picture shows it: lanes from an old state to what the
/// layer outputs, and the wires on which gates act. It is made of what the layer says of itself.
///
///     c[t−1]   × f kept   + i·g written   = c[t]   tanh(c)   × o = h[t]
struct CellFlow {
  /// One step of the way.
  struct Lane: Hashable {
    enum Kind: Hashable {
      /// A state as it enters.
      case remembered
      /// What the factors leave of a state that enters.
      case kept
      /// A product that is put on.
      case added
      /// What the products come to.
      case made
      /// A state of this timestep behind its curve.
      case curved
      /// What the factors let through of it.
      case shown
      /// Parts of a weighted sum, and the sum, where a state is the curve of one.
      case inputs, states, bias, sum
      /// The curve of that sum.
      case squashed
    }

    let kind: Kind
    /// The state that is on its way.
    let state: QuantityName
    /// Which of its products it belongs to.
    var product = 0
    /// The factors that come in here.
    var factors: [StateEquation.Factor] = []
    /// Whether the state is there with it.
    var isResult = false
  }

  /// A place on a wire where gates act.
  struct Node: Hashable {
    enum Kind: Hashable {
      /// The wire is multiplied by a gate.
      case times
      /// A product is put on.
      case plus
      /// Another state's wire begins here, behind a curve.
      case branch
    }

    let kind: Kind
    /// The gauges below it.
    let gauges: Range<Int>
    /// The lane that it makes.
    let lane: Int
  }

  /// A gate or candidate, or what stands in its place, and the lane that it is needed for; nil where
  /// it acts on no wire.
  struct Gauge: Hashable {
    let factor: StateEquation.Factor
    let lane: Int?
  }

  private(set) var lanes: [Lane] = []
  private(set) var nodes: [Node] = []
  private(set) var gauges: [Gauge] = []
  /// The state whose wire goes through the picture, and that which enters it.
  private(set) var wire: QuantityName = .hiddenState
  private(set) var enters: QuantityName?
  /// The lane that makes a state.
  private(set) var makes: [QuantityName: Int] = [:]

  init(_ settings: any RecurrentLayer) {
    for (place, equation) in settings.stateEquations.enumerated() {
      if place == 0 { wire = equation.state }
      add(equation, isWire: place == 0)
    }
    for state in settings.shownStates where state.sum != nil && makes[state.name] == nil {
      addSum(state.name, hasBias: settings.useBias)
    }
    if settings.stateEquations.isEmpty { wire = lanes.last?.state ?? .hiddenState }
    let shown = Set(gauges.map(\.factor.name))
    gauges += settings.sums.filter { !shown.contains($0.name) }.map {
      Gauge(factor: .now($0.name), lane: makes[$0.name])
    }
  }

  private mutating func add(_ equation: StateEquation, isWire: Bool) {
    let state = equation.state
    let isSingle = equation.products.count == 1
    for (place, factors) in equation.products.enumerated() {
      let carried = factors.first { $0.isBefore || $0.isCurved }
      let others = factors.filter { $0 != carried }
      if let carried {
        lanes.append(
          Lane(
            kind: carried.isBefore ? .remembered : .curved, state: state, product: place,
            factors: [carried]))
      }
      if !others.isEmpty {
        let kind: Lane.Kind =
          switch carried {
          case .before: .kept
          case .curved: .shown
          default: .added
          }
        lanes.append(Lane(kind: kind, state: state, product: place, factors: others))
      }
      wireUp(carried, others, isWire: isWire)
    }
    if isSingle {
      lanes[lanes.count - 1].isResult = true
    } else {
      lanes.append(Lane(kind: .made, state: state, isResult: true))
    }
    makes[state] = lanes.count - 1
  }

  /// The gauges of a product and where they act.
  private mutating func wireUp(
    _ carried: StateEquation.Factor?, _ others: [StateEquation.Factor], isWire: Bool
  ) {
    let lane = lanes.count - 1
    let first = gauges.count
    gauges += others.map { Gauge(factor: $0, lane: lane) }
    let all = first..<gauges.count
    if isWire, case .before(let name) = carried, enters == nil {
      enters = name
      nodes += all.map { Node(kind: .times, gauges: $0..<$0 + 1, lane: lane) }
    } else if isWire {
      nodes.append(Node(kind: .plus, gauges: all, lane: lane))
    } else if case .curved(wire, _) = carried {
      nodes.append(Node(kind: .branch, gauges: all, lane: lane))
    }
  }

  private mutating func addSum(_ state: QuantityName, hasBias: Bool) {
    for kind: Lane.Kind in [.inputs, .states] + (hasBias ? [.bias] : []) + [.sum] {
      lanes.append(Lane(kind: kind, state: state))
    }
    lanes.append(Lane(kind: .squashed, state: state, isResult: true))
    makes[state] = lanes.count - 1
  }
}

extension StateEquation.Factor {
  var isBefore: Bool { if case .before = self { true } else { false } }
}
