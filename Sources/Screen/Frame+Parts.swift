extension Frame {
  package struct Part: Hashable, Sendable {
    package var name: String
    package var rect: Rect
    package var timeline: Timeline?
    package struct Timeline: Hashable, Sendable {
      package var start: Int
      package var first: Int
      package var count: Int
      package func column(of timestep: Int) -> Int? {
        (first..<first + count).contains(timestep) ? start + timestep - first : nil
      }
    }
  }
  package var parts: [Part] { [] }
  package mutating func dim(except rects: [Rect]) {}
  package mutating func cover(_ rect: Rect) {}
}
