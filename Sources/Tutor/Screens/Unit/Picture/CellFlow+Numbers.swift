import Engine
import Insight

extension CellFlow {
  /// What each lane comes to in a unit at a timestep; what is added is rounded so that it adds up.
  func numbers(_ ledger: Ledger) -> [Double] {
    lanes.map { number($0, ledger) }
  }

  private func number(_ lane: Lane, _ ledger: Ledger) -> Double {
    let state = ledger.state(lane.state)
    if lane.isResult { return Double(state?.result ?? 0) }
    let sum = ledger[lane.state]
    switch lane.kind {
    case .inputs: return sum.inputs.reduce(0) { $0 + $1.product }
    case .states: return sum.fromStates
    case .bias: return sum.bias ?? 0
    case .sum: return sum.total
    case .made, .squashed: return Double(state?.result ?? 0)
    case .remembered, .curved, .kept, .added, .shown: break
    }
    guard let state, state.products.indices.contains(lane.product) else { return 0 }
    let product = state.products[lane.product]
    switch lane.kind {
    case .remembered, .curved:
      let place = product.factors.firstIndex { $0 == lane.factors.first }
      return place.map { product.values[$0] } ?? 0
    default:
      let printed = PrintedSum(state.products.map(\.value), total: Double(state.result))
      return printed.map { Double($0.addends[lane.product]) / 1000 } ?? product.value
    }
  }
}

extension Ledger {
  /// A factor's number: a gate as the network used it, or what it leaves of one.
  func number(_ factor: StateEquation.Factor) -> Double {
    switch factor {
    case .now(let name), .curved(let name, _): number(name)
    case .rest(let name): 1 - number(name)
    case .before(let name): Double(state(name)?.before ?? 0)
    }
  }

  private func number(_ name: QuantityName) -> Double {
    sums.first { $0.gate == name }.map { Double($0.result) }
      ?? Double(state(name)?.result ?? 0)
  }
}
