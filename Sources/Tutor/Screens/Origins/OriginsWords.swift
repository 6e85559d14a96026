import Engine
import Insight
import Phrases
import Wording

/// What the origins screen says: of the chosen number what really becomes of the traced one beside what its
/// gradient says, then of the path.
struct OriginsWords {
  let sentences: [Sentence]

  init(_ screen: OriginsScreen) {
    self.init(screen.state, screen.origins)
  }

  init(_ state: Explorer, _ origins: TracedOrigins) {
    let moment = state.moment
    let tracing = origins.tracing
    let traced = "\(moment.address(of: tracing.number))"
    guard let origin = moment.chosenOrigin else {
      sentences = [OriginsPhrases.nothingMoved(traced)]
      return
    }
    let chosen = "\(moment.address(of: origin.number))"
    // What a what-if made of the answer stands on every screen.
    let isSaid = state.message != nil
    var said = isSaid ? [] : state.beforeAndAfter.map { [Sentence($0)] } ?? []
    let place = state.position.origin
    if origins.changes.indices.contains(place) {
      let change = origins.changes[place]
      said.append(OriginsPhrases.change(change, of: traced, by: chosen))
      if let small = origins.smallChange(place) { said.append(OriginsPhrases.small(small)) }
      if change.error ?? 0 > 0.5 { said.append(OriginsPhrases.bends) }
    } else {
      said.append(OriginsPhrases.estimate(origin, of: traced, by: chosen))
    }
    sentences = said + [OriginsPhrases.keys]
  }
}
