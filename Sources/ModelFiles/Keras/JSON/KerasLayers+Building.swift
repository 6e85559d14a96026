import Documents
import Engine
import Wording

extension KerasLayers {
  /// What the layers of a model became.
  struct Built {
    /// What leaves it.
    var outputs: [Source] = []
    /// All its layers in the order of the file.
    var saved: [SavedLayer] = []
  }

  /// Adds the layers to a network. A model within the model, of that `name`, reads what it is `given`;
  /// the outer one makes the inputs.
  func build(
    into builder: inout KerasBuilder, given: [Source]? = nil, name: String? = nil
  ) throws(FileError) -> Built {
    isSequential
      ? try sequential(&builder, given?.first, name) : try functional(&builder, given, name)
  }

  private func sequential(
    _ builder: inout KerasBuilder, _ given: Source?, _ name: String?
  ) throws(FileError) -> Built {
    var built = Built()
    guard !entries.isEmpty else { throw list.error(.kerasNoInput) }
    var current: Source
    if let given {
      current = given
    } else {
      guard let first = firstLayer else { throw list.error(.kerasNoInput) }
      current = builder.add(
        try first.input(
          tokens: readsTokens,
          builtFor: config?["build_input_shape"].flatMap { $0.isList ? $0 : nil }))
    }
    for (place, entry) in entries.enumerated() {
      var saved = SavedLayer(name: entry.layer.name, className: entry.layer.writtenClass)
      if entry.layer.isInput {
        guard place == 0 else { throw entry.layer.wiring(.lateInput) }
      } else {
        let next = try add(entry, reading: [current], &builder, name, &saved)
        guard let output = next.first else { throw entry.layer.wiring(.severalOutputs) }
        current = output
      }
      built.saved.append(saved)
    }
    built.outputs = [current]
    return built
  }

  private func functional(
    _ builder: inout KerasBuilder, _ given: [Source]?, _ name: String?
  ) throws(FileError) -> Built {
    var saved = entries.map {
      SavedLayer(name: $0.layer.name, className: $0.layer.writtenClass)
    }
    var handed: [String: [Source]] = [:]
    for (place, entry) in try inputs().enumerated() {
      if let given {
        guard place < given.count else { throw entry.layer.wiring(.notFed) }
        handed[entry.layer.name] = [given[place]]
      } else {
        let input = try entry.layer.input(
          tokens: readsTokens(from: entry.layer.name), builtFor: nil)
        handed[entry.layer.name] = [builder.add(input)]
      }
    }
    func found(_ source: Source, for layer: KerasLayer) throws(FileError) -> Source {
      guard let outputs = handed[source.layer], outputs.indices.contains(source.output) else {
        throw layer.wiring(.unknownSource(excerpt(source.layer)))
      }
      return outputs[source.output]
    }
    for place in order where !entries[place].layer.isInput {
      let entry = entries[place]
      guard !entry.sources.isEmpty else { throw entry.layer.wiring(.notFed) }
      var reads: [Source] = []
      for source in entry.sources { reads.append(try found(source, for: entry.layer)) }
      handed[entry.layer.name] = try add(entry, reading: reads, &builder, name, &saved[place])
    }
    var built = Built(saved: saved)
    guard let last = order.last else { throw list.error(.kerasNoInput) }
    for output in try outputs() {
      built.outputs.append(try found(output, for: entries[last].layer))
    }
    return built
  }

  /// Adds a layer or the layers of a model; what leaves them.
  private func add(
    _ entry: Entry, reading sources: [Source], _ builder: inout KerasBuilder, _ name: String?,
    _ saved: inout SavedLayer
  ) throws(FileError) -> [Source] {
    guard let model = entry.model else {
      let built = try builder.add(entry.layer, reading: sources, in: name)
      saved.ownParts = built.parts
      if !built.cells.isEmpty {
        saved.layers = built.cells
        saved.folder = "cell/cells"
      }
      return built.outputs
    }
    let built = try model.build(into: &builder, given: sources, name: entry.layer.name)
    saved.layers = built.saved
    return built.outputs
  }

  /// The inputs, in the order in which the model is fed.
  private func inputs() throws(FileError) -> [Entry] {
    let inputs = entries.filter(\.layer.isInput)
    guard let written = config?["input_layers"] else { return inputs }
    var ordered: [Entry] = []
    for source in try KerasLayer.ends(written) {
      ordered += inputs.filter { $0.layer.name == source.layer }
    }
    return ordered.isEmpty ? inputs : ordered
  }
}

// MARK: - What an input is

extension KerasLayers {
  /// The layer that says what comes into a Sequential model.
  private var firstLayer: KerasLayer? {
    guard let first = entries.first else { return nil }
    guard let model = first.model else { return first.layer }
    return model.isSequential ? model.firstLayer : (try? model.inputs())?.first?.layer
  }

  /// Whether an Embedding is the first to read what comes into the model.
  private var readsTokens: Bool {
    guard isSequential else {
      return entries.contains { $0.layer.isInput && readsTokens(from: $0.layer.name) }
    }
    guard let first = entries.first(where: { !$0.layer.isInput }) else { return false }
    return first.model?.readsTokens ?? (first.layer.className == "Embedding")
  }

  /// The same for what one input of a Functional model hands on.
  private func readsTokens(from input: String) -> Bool {
    entries.contains { entry in
      entry.sources.contains { $0.layer == input }
        && (entry.model?.readsTokens ?? (entry.layer.className == "Embedding"))
    }
  }
}
