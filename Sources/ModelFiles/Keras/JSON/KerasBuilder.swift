import Documents
import Engine

/// Puts a network together of the layers of a file, one after another.
struct KerasBuilder {
  private(set) var input: InputLayer?
  private(set) var layers: [Layer] = []
  private(set) var initialisers: [String: KerasInitialiser] = [:]
  private var names: Set<String> = []

  /// What a layer in a file became: what it hands on, and where its weights went.
  struct Built {
    var outputs: [Source]
    /// The layers of the network that have its weights, in the order of its arrays.
    var parts: [String]
    /// The cells of an RNN that has several, each with the layer that it became.
    var cells: [SavedLayer] = []
  }

  /// Adds an input, the first of which is the network's own.
  mutating func add(_ input: InputLayer) -> Source {
    var input = input
    input.name = free(input.name, in: nil)
    if self.input == nil {
      self.input = input
    } else {
      layers.append(AnotherInput(input).layer)
    }
    return Source(input.name)
  }

  /// Adds a layer of a file that reads these; `model` is the model within the model that it is in.
  mutating func add(
    _ layer: KerasLayer, reading sources: [Source], in model: String?
  ) throws(FileError) -> Built {
    // What is more is refused before it takes time.
    guard layers.count < NetworkPlan.mostLayers else {
      throw layer.value.error(.network(.tooManyLayers(found: layers.count + 1)))
    }
    let name = free(layer.name, in: model)
    switch layer.className {
    case "Bidirectional": return try bidirectional(layer, name, sources)
    case "RNN": return try stack(layer, name, sources)
    case "TimeDistributed":
      guard let inner = layer.inner() else {
        throw layer.value.error(.kerasLayers([layer.refusal].compactMap(\.self)))
      }
      try layer.checkType()
      var settings = try inner.settings(named: name)
      // The layer itself saw no timesteps, so its axis 1 is the last one here.
      if settings.options.contains(where: { $0.name == "axis" }) {
        settings.set("axis", to: .integer(-1))
      }
      return try add(settings, inner.initialisers(), sources)
    case "Attention" where !layer.version.isKeras3 && layers.contains(where: Self.isMask):
      throw layer.wiring(.olderMask)
    default:
      var settings = try layer.settings(named: name)
      if var recurrent = settings.recurrent, readsSkipped(layer, sources) {
        recurrent.readsSkipped = true
        settings = recurrent
      }
      if let recurrent = settings.recurrent, recurrent.goBackwards {
        try checkUnrolled(layer, layer, recurrent)
      }
      return try add(settings, layer.initialisers(), sources)
    }
  }

  /// Whether a layer of Keras 3 reads what is skipped, since initial states are handed to it.
  private func readsSkipped(_ layer: KerasLayer, _ sources: [Source]) -> Bool {
    layer.version.isKeras3 && sources.count > 1 && !layer.isCalledWithMask
  }

  /// An RNN of several cells: their layers one behind the other.
  private mutating func stack(
    _ layer: KerasLayer, _ name: String, _ sources: [Source]
  ) throws(FileError) -> Built {
    let cells = try layer.cells().compactMap(\.self)
    if let value = layer.config.value("return_state"), value.written == "true" {
      throw layer.setting("return_state", value, .changesNumbers)
    }
    var built = Built(outputs: sources, parts: [])
    for (place, cell) in cells.enumerated() {
      let isLast = place == cells.count - 1
      let own = isLast ? name : free("\(name)_\(cell.name)", in: nil)
      guard var recurrent = try cell.settings(named: own).recurrent else { continue }
      if !isLast { recurrent.returnSequences = true }
      if place > 0 { recurrent.goBackwards = false }
      built.outputs = try add(recurrent, cell.initialisers(), built.outputs).outputs
      built.cells.append(
        SavedLayer(name: cell.name, className: cell.writtenClass, ownParts: [own]))
    }
    return built
  }

  private mutating func add(
    _ settings: any LayerSettings, _ initialisers: [String: KerasInitialiser], _ sources: [Source]
  ) throws(FileError) -> Built {
    append(Layer(settings, reads: sources), initialisers)
    return Built(
      outputs: [Source(settings.name)] + Self.states(settings.recurrent), parts: [settings.name])
  }

  /// Refuses a layer that reads backwards, where Keras gives zeros at the wrong timesteps: unrolled, it lays
  /// the mask as it stands in time over outputs that stand in the order of processing.
  private func checkUnrolled(
    _ layer: KerasLayer, _ backwards: KerasLayer, _ recurrent: any RecurrentLayer
  ) throws(FileError) {
    if recurrent.zerosWhereSkipped, !recurrent.readsSkipped,
      backwards.config.value("unroll")?.written == "true", layers.contains(where: Self.isMask)
    {
      throw layer.wiring(.unrolledMask)
    }
  }

  /// Whether layers behind one skip timesteps.
  private static func isMask(_ layer: Layer) -> Bool {
    layer.settings is Masking || (layer.settings as? Embedding)?.maskZero == true
  }

  private mutating func bidirectional(
    _ layer: KerasLayer, _ name: String, _ sources: [Source]
  ) throws(FileError) -> Built {
    guard let inner = layer.inner(),
      var meeting = try layer.settings(named: name) as? Bidirectional,
      var forward = try inner.settings(named: name).recurrent
    else { throw layer.value.error(.kerasLayers([layer.refusal].compactMap(\.self))) }
    // Without a mode the two do not meet: each hands on its own.
    let mode = layer.config["merge_mode"]
    let meets = mode?.isNull != true
    if let mode, !meets, forward.returnSequences {
      throw layer.setting("merge_mode", mode, .changesNumbers)
    }
    let other = layer.inner("backward_layer")
    var backward = try other?.settings(named: name).recurrent
    if readsSkipped(layer, sources) {
      forward.readsSkipped = true
      backward?.readsSkipped = true
    }
    var backwards = backward ?? forward
    backwards.zerosWhereSkipped = backwards.returnSequences
    try checkUnrolled(layer, other ?? inner, backwards)
    meeting.name = free(around: name)
    let three = meeting.layers(around: forward, backward: backward, reads: sources)
    for (place, part) in three.prefix(meets ? 3 : 2).enumerated() {
      names.insert(part.name)
      let filled = [inner, other ?? inner]
      append(part, place < 2 ? filled[place].initialisers() : [:])
    }
    return Built(
      outputs: (meets ? [Source(meeting.name)] : three.prefix(2).map { Source($0.name) })
        + Self.states(three[0].recurrent) + Self.states(three[1].recurrent),
      parts: [meeting.forwardName, meeting.backwardName])
  }

  private mutating func append(_ layer: Layer, _ initialisers: [String: KerasInitialiser]) {
    var layer = layer
    // What stands right before it need not be named.
    if let before = layers.last?.name ?? input?.name, layer.reads == [Source(before)] {
      layer.reads = nil
    }
    layers.append(layer)
    for (weight, initialiser) in initialisers {
      self.initialisers[layer.name + "/" + weight] = initialiser
    }
  }

  /// The states that a recurrent layer hands on beside its output.
  private static func states(_ layer: (any RecurrentLayer)?) -> [Source] {
    guard let layer, layer.returnState else { return [] }
    return layer.states.indices.map { Source(layer.name, output: $0 + 1) }
  }

  /// A name for a Bidirectional, whose two layers are named after it: its own, or where another layer has
  /// one of those names already, the next one that is free.
  private mutating func free(around name: String) -> String {
    var both = Bidirectional(name: name)
    while names.contains(both.forwardName) || names.contains(both.backwardName) {
      both.name = free(name, in: nil)
    }
    return both.name
  }

  /// A name that no layer has yet; a slash, which names of weights need, becomes a line.
  private mutating func free(_ name: String, in model: String?) -> String {
    let plain = name.replacing("/", with: "_")
    var free = plain
    if names.contains(free), let model { free = "\(model.replacing("/", with: "_"))_\(plain)" }
    let base = free
    var number = 2
    while !names.insert(free).inserted {
      free = "\(base)_\(number)"
      number += 1
    }
    return free
  }
}
