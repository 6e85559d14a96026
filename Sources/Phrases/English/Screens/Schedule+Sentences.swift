import Wording

// What the schedule screen says below its grid.
extension SchedulePhrases {
  // MARK: - What cannot be computed

  /// No layer can be computed; `kinds` are the layers that have cells.
  package static func noneComputed(kinds: String) -> String {
    "Nothing to schedule: no \(kinds) layer can be computed."
  }

  package static func noneThere(kinds: String) -> String {
    "Nothing to schedule: the network has no \(kinds) layer."
  }

  /// Before the reason.
  package static func ends(with layer: String) -> String { "The schedule ends with \(layer). " }

  package static func beginsAtEnd(_ layer: String, waitsFor before: String) -> Sentence {
    "\(layer) begins at the end: it waits for \(before)."
  }

  /// Where one order alone computes all cells.
  package static func oneOrder(_ cells: Int, because layer: String, of before: String) -> Sentence {
    Sentence(
      "Only layer by layer computes all \(cells) cells: \(layer) waits until \(before) has ended.",
      "Only layer by layer: \(layer) waits for all of \(before).")
  }

  package static func oneVector(of layer: String, for reader: String) -> Sentence {
    Sentence(
      "\(layer) outputs one vector; \(reader) needs h of every t: no order can go on.",
      "\(layer) outputs one vector; \(reader) needs one for every t.")
  }

  package static func inNoOrder(_ layer: String) -> Sentence {
    "\(layer) cannot be computed in any order."
  }

  // MARK: - What the order means

  /// All orders at once.
  package static func all(_ cells: Int) -> Sentence {
    Sentence(
      "The same \(counted(cells, "cell")) in three orders. How much is held differs, h and c do "
        + "not.",
      "The same cells in three orders; only what is held differs.")
  }

  package static let allSame: Sentence = "With one recurrent layer all orders are the same."

  package static func layerByLayer(
    _ first: String, timesteps: Int, then second: String
  ) -> Sentence {
    let timesteps = (timesteps > 1 ? "all " : "") + counted(timesteps, "timestep")
    return Sentence(
      "\(first) reads \(timesteps), then \(second) starts, as in Keras.",
      "A layer reads them all, then the next starts, as in Keras.")
  }

  package static let timestepByTimestep = Sentence(
    "Each timestep passes through all layers; Keras goes layer by layer.",
    "A timestep passes all layers; Keras goes by layers.")

  package static let diagonal = Sentence(
    "Cells of one wavefront do not need each other; Keras goes layer by layer.",
    "A wavefront's cells run at once; Keras goes by layers.")

  // MARK: - What a cell needs, and the signs

  /// `states` are those of any of the layers.
  package static func needs(states: [Character]) -> String {
    let own = states.map(String.init).joined(separator: ", ")
    return "A cell needs \(own) of its own layer at t − 1 and h of the layer before at t."
  }

  package static let signs =
    "▸ is computed now, from h and c of the lit cells; dots are still to come."
}
