import Engine
import Insight
import Phrases

/// The origins screen.
extension PlainText {
  mutating func addOrigins() {
    guard let origins = state.moment.origins else {
      add(OriginsPhrases.nothing)
      return
    }
    for origin in origins.list {
      add(
        OriginsPhrases.estimate(
          origin, of: "\(state.moment.address(of: origins.tracing.number))",
          by: "\(state.moment.address(of: origin.number))"
        ).forms[0])
    }
    for sentence in OriginsWords(state, origins).sentences.dropLast() { add(sentence.forms[0]) }
  }
}
