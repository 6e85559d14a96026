import Documents
import Engine
import Wording

/// Which layer of a Functional model reads which.
struct KerasGraph {
  private let entries: [KerasLayers.Entry]
  private let places: [String: Int]

  init(_ entries: [KerasLayers.Entry]) {
    self.entries = entries
    places = Dictionary(
      entries.enumerated().map { ($1.layer.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The first outputs of the layers that no layer reads.
  var ends: [Source] {
    let read = Set(entries.flatMap { $0.sources.map(\.layer) })
    return entries.filter { !read.contains($0.layer.name) }.map { Source($0.layer.name) }
  }

  /// The places of the layers that some outputs need, each behind all that it reads: in the order of the
  /// file where that is one. Throws for what is read and not there, and for a circle.
  func order(for outputs: [Source]) throws(FileError) -> [Int] {
    var needed: Set<Int> = []
    var open: [Int] = []
    for output in outputs {
      if let place = places[output.layer], needed.insert(place).inserted { open.append(place) }
    }
    while let place = open.popLast() {
      for before in try before(place) where needed.insert(before).inserted { open.append(before) }
    }
    var left: [Int: Int] = [:]
    var behind: [Int: [Int]] = [:]
    for place in needed {
      let before = Set(try before(place))
      left[place] = before.count
      for source in before { behind[source, default: []].append(place) }
    }
    let written = needed.sorted()
    if try isOrder(written) { return written }
    var ready = written.filter { left[$0] == 0 }
    var order: [Int] = []
    while order.count < ready.count {
      let place = ready[order.count]
      order.append(place)
      for next in (behind[place] ?? []).sorted() {
        left[next, default: 0] -= 1
        if left[next] == 0 { ready.append(next) }
      }
    }
    if order.count < written.count, let lost = written.first(where: { left[$0] != 0 }) {
      throw entries[lost].layer.wiring(.circle)
    }
    return order
  }

  private func isOrder(_ places: [Int]) throws(FileError) -> Bool {
    var seen: Set<Int> = []
    for place in places {
      guard try before(place).allSatisfy(seen.contains) else { return false }
      seen.insert(place)
    }
    return true
  }

  private func before(_ place: Int) throws(FileError) -> [Int] {
    var before: [Int] = []
    for source in entries[place].sources {
      guard let found = places[source.layer] else {
        throw entries[place].layer.wiring(.unknownSource(excerpt(source.layer)))
      }
      before.append(found)
    }
    return before
  }
}
