import Engine
import Insight
import Phrases

/// Chooses what is said below the Dense screen: whether the layer has read this yet, how the sum came
/// about, what the chosen term adds. Every number is the screen's.
struct DenseSentences {
  let all: [Sentence]

  /// `saysSum` is false for whoever has said the sum already.
  init(_ screen: DenseScreen, saysSum: Bool = true) {
    guard let now = screen.now else {
      all = [DensePhrases.nothingRead(screen.settings.name)]
      return
    }
    let words = Words(screen: screen, now: now)
    let sum = saysSum ? words.sum : nil
    all = [words.awaited, words.answer, sum, words.term, words.zeros, words.shares]
      .compactMap(\.self)
  }

  private struct Words {
    let screen: DenseScreen
    let now: DenseUnit

    private var state: Explorer { screen.state }

    /// That the numbers are what the layer would make of this timestep.
    var awaited: Sentence? {
      now.reading.awaited.map {
        DensePhrases.awaited(
          state.plan.layers[$0].layer.name, last: state.timesteps - 1,
          timestep: now.reading.timestep, by: screen.settings.name)
      }
    }

    /// What the network answers at the end.
    var answer: Sentence? {
      guard now.reading.awaited == nil, screen.layer == state.plan.layers.count - 1,
        screen.settings.units == 1, state.model.output != nil
      else { return nil }
      let forms = Answer(state).forms(now.reading.outputs).map(\.text)
      return forms.first.map { Sentence($0, forms.last ?? $0) }
    }

    var sum: Sentence {
      DensePhrases.sum(
        unit: screen.settings.units == 1 ? nil : screen.unit, of: screen.settings.name,
        terms: now.sum.terms.count, hasBias: now.sum.bias != nil,
        total: PrintedSum.text(now.sum.total), curve: screen.settings.activation.words(of: "z"),
        output: DensePhrases.number(
          now.output, isShare: screen.settings.activation.range == 0...1
        ).text)
    }

    var term: Sentence? {
      guard let place = screen.term, now.sum.terms.indices.contains(place) else { return nil }
      // As its row prints it, where rounding the others may have left something over.
      let row = screen.steps?.rows.firstIndex(of: .term(place))
      let printed = row.flatMap { row in screen.steps?.printed.map { $0.addends[row] } }
      return state.saysTerm(place, of: now.sum, printed: printed)
    }

    /// How many of what is read add nothing, and why where the layer before says so.
    var zeros: Sentence? {
      let count = now.reading.inputs.count { $0 == 0 }
      guard count > 0, let place = state.plan.layers[screen.layer].before else { return nil }
      let before = state.plan.layers[place].layer
      let isRelu = (before.settings as? Dense)?.activation == .relu
      return DensePhrases.zeros(
        count, of: now.reading.inputs.count, in: before.name, byRelu: isRelu)
    }

    var shares: Sentence? {
      screen.settings.activation == .softmax ? DensePhrases.shares(screen.settings.units) : nil
    }
  }
}
