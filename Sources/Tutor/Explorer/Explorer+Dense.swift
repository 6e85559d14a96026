import Engine
import Insight
import Phrases
import Vocabulary

// The term of a Dense unit's sum that is chosen: its name, its address, what is said of it.
extension Explorer {
  /// The Dense layer that is open with what it reads; nil before the first timestep.
  private var dense: (reading: DenseReading, sum: DenseSum)? {
    moment.denseReading(of: trace).map { ($0, $0.sum(of: unit(of: $0.layer))) }
  }

  /// The chosen term by its place among what is read; the largest where none was chosen.
  var chosenTerm: Int? { dense.flatMap { term(of: $0.sum) } }

  private func term(of sum: DenseSum) -> Int? { position.term ?? sum.order.first }

  /// The address of the number that the chosen term multiplies.
  var addressOfTerm: Quantity? {
    guard let (reading, sum) = dense, let term = term(of: sum) else { return nil }
    guard let before = plan.layers[reading.layer].before else {
      return .x(reading.timestep, term)
    }
    let planned = plan.layers[before]
    if planned.layer.isRecurrent {
      return Quantity(layer: planned.layer.name, .hiddenState, [reading.timestep, term])
    }
    return Quantity(
      layer: planned.layer.name, .output,
      planned.outputShape.rank == 3 ? [reading.timestep, term] : [term])
  }

  /// The address of the chosen term's weight.
  var addressOfWeight: Quantity? {
    guard let (reading, sum) = dense, let term = term(of: sum) else { return nil }
    return Quantity(layer: reading.settings.name, .kernel, [term, unit(of: reading.layer)])
  }

  /// The chosen term where its layer has not read it yet: the address, the number that it would read if
  /// the sequence ended here, and that timestep. A state has been there all along and needs no if.
  var awaitedTerm: (address: Quantity, value: Float, timestep: Int)? {
    guard let (reading, sum) = dense, reading.awaited != nil, let term = term(of: sum),
      let address = addressOfTerm, address.kind == .output
    else { return nil }
    return (address, reading.inputs[term], reading.timestep)
  }

  /// What a term is called, the longest first.
  func termLabels(_ place: Int) -> [Phrase] {
    guard case .layer(let index) = position.layer, let before = plan.layers[index].before else {
      return [Phrase(plain: featureName(place)), DensePhrases.feature(place)]
    }
    return DensePhrases.term(place, of: plan.layers[before].layer.name)
  }

  /// What the chosen term adds, in a sentence.
  var termSentence: String? {
    guard let dense, let term = term(of: dense.sum), dense.sum.terms.indices.contains(term) else {
      return nil
    }
    return saysTerm(term, of: dense.sum).forms[0]
  }

  /// What a term adds: in thousandths as its row prints it, where it has one.
  func saysTerm(_ place: Int, of sum: DenseSum, printed: Int? = nil) -> Sentence {
    let term = sum.terms[place]
    return DensePhrases.adds(
      termLabels(place)[0].text, value: PrintedSum.text(term.value, signed: false),
      weight: PrintedSum.text(term.weight),
      product: printed.map { PrintedSum.text($0) } ?? PrintedSum.text(term.product),
      isLargest: place == sum.order.first && term.product != 0)
  }
}
