import ModelFiles
import Phrases
import Wording

/// One line of the list of observations, as texts.
struct ObservationRow {
  let index: Int
  /// Its days where it has some, else what it is called.
  let name: String
  /// Nil as long as it has not been run.
  let output: String?
  let truth: String?
  let error: String?
  let isRight: Bool?

  init(_ index: Int, _ table: ObservationTable) {
    self.index = index
    let facts = table.facts(index)
    // Days say more than the number once again.
    switch facts?.kind {
    case .weather, .rows: name = facts?.span ?? "\(index)"
    case .latch, .drawn, .file, .random, nil: name = facts?.name ?? "\(index)"
    }
    guard table.outputs.indices.contains(index) else {
      (output, truth, error, isRight) = (nil, nil, nil, nil)
      return
    }
    output = decimal(table.outputs[index], digits: 4)
    truth = table.words(of: index)
    error = truth == nil ? nil : decimal(table.errors[index], digits: 4)
    isRight = table.isRight(index)
  }
}
