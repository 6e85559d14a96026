import Engine
import Insight
import Phrases

/// What is said below the picture of the unit: what the newest lane is while it plays, else how the
/// timestep went.
struct PictureSentences {
  let all: [Sentence]

  init(_ picture: UnitPicture) {
    guard let ledger = picture.ledger else {
      all =
        UnitSentences(
          picture.state, layer: picture.layer, settings: picture.settings, ledger: nil,
          width: picture.size.width
        ).all.map { Sentence($0) }
      return
    }
    let says = Saying(picture: picture, ledger: ledger)
    if let lit = picture.state.position.lit, picture.flow.lanes.indices.contains(lit - 1) {
      all = [says.lane(lit - 1)]
    } else {
      all = says.held + picture.settings.stateEquations.map(says.made)
    }
  }

  private struct Saying {
    let picture: UnitPicture
    let ledger: Ledger

    private func text(_ number: Double) -> String { PrintedSum.text(number) }

    /// A gate that is held, and what its sum would give.
    var held: [Sentence] {
      ledger.sums.filter(\.isHeld).prefix(1).map {
        Sentence(
          UnitPhrases.held(
            $0.gate.letter, at: PrintedSum.text(Double($0.result), signed: $0.isSigned),
            inPlaceOf: PrintedSum.text($0.curved, signed: $0.isSigned)))
      }
    }

    /// How a state came about.
    func made(_ equation: StateEquation) -> Sentence {
      let flow = picture.flow
      let places = flow.lanes.indices.filter { flow.lanes[$0].state == equation.state }
      func number(_ kind: CellFlow.Lane.Kind) -> String? {
        places.first { flow.lanes[$0].kind == kind }.map { text(picture.numbers[$0]) }
      }
      let result = ledger.state(equation.state)?.result ?? 0
      let name = "\(equation.state.letter)[\(ledger.timestep)]"
      if let whole = number(.remembered), let kept = number(.kept), let added = number(.added) {
        return UnitPhrases.keeps(kept, of: whole, writes: added, makes: name, text(Double(result)))
      }
      let factors = equation.products.joined().map {
        $0.letters(before: "[\(ledger.timestep - 1)]")
      }
      if let curved = number(.curved), equation.products.count == 1 {
        return Sentence(
          UnitPhrases.lets(text(Double(result)), of: curved, by: factors.first ?? "", out: name))
      }
      return Sentence("\(name) = \(text(Double(result))).")
    }

    /// The newest lane.
    func lane(_ place: Int) -> Sentence {
      let lane = picture.flow.lanes[place]
      let label = picture.labels(place).first?.text ?? ""
      return Sentence(
        UnitPhrases.lane(label, text(picture.numbers[place]), isResult: lane.isResult))
    }
  }
}
