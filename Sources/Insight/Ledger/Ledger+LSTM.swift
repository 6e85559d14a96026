import Engine

// The numbers of an LSTM by the names that its equations give them.
extension Ledger {
  /// The gates of an LSTM in the order of the weights' columns.
  package static let gates: [QuantityName] = LSTM(name: "", units: 1).sums.map(\.name)

  /// c of the timestep before, as it counts here: 0 where it is erased.
  package var cellBefore: Float { state(.cellState)?.before ?? 0 }
  /// c of this timestep.
  package var cellState: Float { state(.cellState)?.result ?? 0 }
  /// h of this timestep.
  package var hiddenState: Float { state(.hiddenState)?.result ?? 0 }
  /// Whether a what-if keeps h of the timestep before from being read.
  package var isHiddenErased: Bool { state(.hiddenState)?.isErased ?? false }
  /// Whether a what-if keeps c of the timestep before from being read.
  package var isCellErased: Bool { state(.cellState)?.isErased ?? false }

  /// What is kept: f·c[t−1].
  package var kept: Double { product(0, of: .cellState)?.value ?? 0 }
  /// What is written: i·g.
  package var written: Double { product(1, of: .cellState)?.value ?? 0 }
  /// What the curve makes of c on its way out.
  package var curvedCell: Double { product(0, of: .hiddenState)?.values.last ?? 0 }
  /// What the output gate shows of it: o·φ(c).
  package var shown: Double { product(0, of: .hiddenState)?.value ?? 0 }

  private func product(_ place: Int, of name: QuantityName) -> Product? {
    let products = state(name)?.products ?? []
    return products.indices.contains(place) ? products[place] : nil
  }
}
