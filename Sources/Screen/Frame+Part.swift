extension Frame {
  /// A part of a screen that has a name, so that others can point at it or cover it:
  ///
  ///     frame.name("lstm1.forget_gate", Rect(column: 0, row: 7, width: 80, height: 1))
  ///
  /// Several parts may have the same name.
  package struct Part: Hashable, Sendable {
    /// A quantity's address without indices, a layer's name, or a word of the screen's own.
    package let name: String
    /// Where it stands; always within the frame.
    package let rect: Rect
    /// Which timesteps its columns are, where they are timesteps.
    package let timeline: Timeline?

    /// Timesteps side by side, a column each.
    package struct Timeline: Hashable, Sendable {
      /// The column, in the frame, of the first timestep that is shown.
      package let start: Int
      /// That timestep.
      package let first: Int
      /// How many are shown.
      package let count: Int

      package init(start: Int, first: Int, count: Int) {
        self.start = start
        self.first = first
        self.count = count
      }

      /// The column, in the frame, of a timestep; nil where it is not shown.
      package func column(of timestep: Int) -> Int? {
        guard timestep >= first, timestep - first < count else { return nil }
        return start + timestep - first
      }
    }
  }
}
