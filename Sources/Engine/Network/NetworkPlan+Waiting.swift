extension NetworkPlan {
  /// The recurrent layers that must have read everything before each layer has its first row, by
  /// places, the one next to it first; none for a layer whose row t hangs on rows up to t alone.
  ///
  /// So a decoder waits for its encoder, and what reads a Bidirectional for the direction that comes
  /// from the end.
  package var awaited: [[Int]] {
    var awaited: [[Int]] = []
    /// For each layer the recurrent ones behind which it stands, nearest first.
    var origins: [[Int]] = []
    for (index, planned) in layers.enumerated() {
      func behind(_ source: PlannedSource) -> [Int] { source.layer.map { origins[$0] } ?? [] }
      let own = planned.sources.flatMap(behind)
      let recurrent = planned.layer.recurrent
      var waits = planned.sources.flatMap { source in source.layer.map { awaited[$0] } ?? [] }
      for (place, source) in planned.sources.enumerated() {
        guard let layer = source.layer else { continue }
        let isWhole =
          source.output > 0 || place > 0 && recurrent != nil
          || layers[layer].layer.recurrent?.returnSequences == false
          || recurrent?.goBackwards == true
          || recurrent == nil && !planned.isRowwise
        if isWhole { waits += behind(source) }
      }
      var known: Set<Int> = []
      awaited.append(waits.filter { known.insert($0).inserted })
      origins.append(recurrent == nil ? own : [index])
    }
    return awaited
  }
}
