import Engine

/// Modules one behind the other, with what is assumed to happen between them.
struct TorchChain {
  struct Link {
    let module: TorchModule
    /// Behind an `nn.Linear`.
    var curve = TorchCurve.activation(.linear)
    /// Whether a recurrent module hands on all timesteps.
    var givesSequence = false
  }

  private(set) var links: [Link] = []
  private(set) var assumptions: [TorchAssumption] = []

  /// The chain of modules in their order; curves among them are those that the file lists.
  init(_ modules: [TorchModule]) {
    var curves: [[(name: String, curve: TorchCurve)]] = []
    var unused: [String] = []
    for module in modules {
      if case .curve(let curve) = module.kind {
        if curves.isEmpty {
          unused.append(TorchNetwork.shown(module))
        } else {
          curves[curves.count - 1].append((TorchNetwork.shown(module), curve))
        }
      } else {
        links.append(Link(module: module))
        curves.append([])
      }
    }
    let lastRecurrent = links.lastIndex { $0.module.isRecurrent }
    for index in links.indices {
      links[index].givesSequence = lastRecurrent.map { index < $0 } ?? false
    }
    if let lastRecurrent {
      let module = links[lastRecurrent].module
      let name = TorchNetwork.shown(module)
      assumptions.append(module.isBidirectional ? .lastStates(name) : .lastTimestep(name))
    }
    setCurves(curves, behind: lastRecurrent ?? -1, unused: &unused)
    if !unused.isEmpty { assumptions.append(.unusedCurves(unused)) }
    let scaled = links.filter { link in
      if case .normalisation(let normalisation) = link.module.kind {
        normalisation.running == nil
      } else {
        false
      }
    }
    if !scaled.isEmpty {
      assumptions.append(.layerNorm(scaled.map { TorchNetwork.shown($0.module) }))
    }
    let simple = links.filter { link in
      if case .recurrent(let recurrent) = link.module.kind {
        recurrent.cell == .rnn && recurrent.curve == nil
      } else {
        false
      }
    }
    if !simple.isEmpty {
      assumptions.append(.stateCurve(.tanh, of: simple.map { TorchNetwork.shown($0.module) }))
    }
  }

  /// The curves behind each `nn.Linear`, or behind what scales its numbers: what the file lists there,
  /// otherwise ReLU between two that follow one another, and nothing at the end.
  private mutating func setCurves(
    _ listed: [[(name: String, curve: TorchCurve)]], behind lastRecurrent: Int,
    unused: inout [String]
  ) {
    // One curve that is made at the end serves between all of them: so it is usually written.
    let hidden = listed.last?.first.map(\.curve)
    let endsListed =
      hidden.map { curve in
        [.sigmoid, .softmax, .tanh].contains { curve == .activation($0) }
      } ?? false
    var assumed: [TorchCurve: [String]] = [:]
    for index in links.indices {
      let module = links[index].module
      let name = TorchNetwork.shown(module)
      let isLast = index == links.count - 1
      guard module.isLinear || module.isNormalisation && index > lastRecurrent + 1 else {
        unused += listed[index].map(\.name)
        continue
      }
      // Behind what scales is its place, where that stands between.
      guard isLast || !links[index + 1].module.isNormalisation || !listed[index].isEmpty else {
        continue
      }
      if let first = listed[index].first, !isLast || endsListed {
        links[index].curve = first.curve
        assumed[first.curve, default: []].append(name)
      } else if isLast {
        assumptions.append(.noCurve(after: name))
      } else if index > lastRecurrent, links[index + 1].module.isLinear,
        !Self.areNeighbours(module, links[index + 1].module)
      {
        let curve = endsListed ? .activation(.relu) : hidden ?? .activation(.relu)
        links[index].curve = curve
        assumed[curve, default: []].append(name)
      }
    }
    for (curve, names) in assumed.sorted(by: { left, right in
      (left.key.name, left.value[0]) < (right.key.name, right.value[0])
    }) {
      assumptions.append(.curve(curve, after: names))
    }
  }

  /// Whether two modules stand in one `nn.Sequential` with nothing between them: `fc.0` and `fc.1`.
  private static func areNeighbours(_ left: TorchModule, _ right: TorchModule) -> Bool {
    let (first, second) = (TorchModules.split(left.name), TorchModules.split(right.name))
    guard first.module == second.module, let one = Int(first.leaf), let two = Int(second.leaf)
    else {
      return false
    }
    return one + 1 == two
  }
}
