import Documents
import Engine
import Wording

/// The layers of a model of Keras's, and those of the models among them.
struct KerasLayers {
  private struct Entry {
    let layer: KerasLayer
    /// What a model among the layers holds.
    let model: KerasLayers?
  }

  /// Where the list stands.
  let list: DocumentValue
  private let entries: [Entry]
  private let isSequential: Bool
  private let config: DocumentMapping?

  /// The layers in the `config` of a model of that class: a list of them, or one among other keys.
  init(
    _ config: DocumentValue, _ className: String, _ version: KerasVersion
  ) throws(FileError) {
    isSequential = className == "Sequential"
    self.config = config.isList ? nil : try config.mapping("config")
    list = try self.config?.required("layers", example: "\"layers\": […]") ?? config
    var entries: [Entry] = []
    for value in try list.list("layers") {
      let layer = try KerasLayer(value, version)
      var model: KerasLayers?
      if layer.isModel, let inner = try value.mapping(.layer)["config"] {
        model = try KerasLayers(inner, layer.writtenClass, version)
      }
      entries.append(Entry(layer: layer, model: model))
    }
    self.entries = entries
  }

  /// Throws for classes that cannot be done, all in one: said before the wiring is looked at.
  func checkClasses() throws(FileError) {
    let refused = refused
    // A mask brings helpers along; its own layer is the one to name.
    let isHelper = { (layer: KerasLayer) in ["NotEqual", "Any"].contains(layer.className) }
    let named = refused.contains { !isHelper($0) } ? refused.filter { !isHelper($0) } : refused
    guard let first = named.first else { return }
    throw first.value.error(.kerasLayers(named.compactMap(\.refusal)))
  }

  private var refused: [KerasLayer] {
    entries.flatMap { entry in
      entry.model?.refused ?? (entry.layer.refusal == nil ? [] : [entry.layer])
    }
  }
}

// MARK: - One after another

extension KerasLayers {
  /// A plain chain of layers, with those of the models in it in their places.
  struct Chain {
    /// The layer that says what comes in; nil for a model without layers.
    var input: KerasLayer?
    /// The layers behind the input.
    var layers: [KerasLayer] = []
    /// All layers in the order of the file.
    var saved: [SavedLayer] = []
  }

  /// The shape that a Sequential model was built for, where it says so.
  var builtShape: DocumentValue? {
    config?["build_input_shape"].flatMap { $0.isNull ? nil : $0 }
  }

  /// The chain; a layer gets a longer name where one before it has its own.
  func chain(_ names: inout Set<String>) throws(FileError) -> Chain {
    var chain = Chain()
    var parts: [Chain] = []
    for entry in entries {
      var part = Chain()
      if let model = entry.model {
        part = try model.chain(&names)
        chain.saved.append(
          SavedLayer(
            name: entry.layer.name, className: entry.layer.writtenClass, layers: part.saved))
      } else {
        var layer = entry.layer
        while !names.insert(layer.name).inserted { layer.name += "_again" }
        part.input = layer
        if !layer.isInput { part.layers = [layer] }
        chain.saved.append(
          SavedLayer(
            name: entry.layer.name, className: layer.writtenClass,
            part: layer.isInput ? nil : layer.name))
      }
      parts.append(part)
    }
    let order = isSequential ? Array(parts.indices) : try wired()
    chain.input = order.first.flatMap { parts[$0].input }
    for (index, place) in order.enumerated() {
      if index > 0, entries[place].layer.isInput { throw entries[place].layer.wiring(.lateInput) }
      chain.layers += parts[place].layers
    }
    return chain
  }

  /// The places of a Functional model's layers from the input on, each fed by the one before it alone.
  private func wired() throws(FileError) -> [Int] {
    var inputs: [Int] = []
    var follower: [String: Int] = [:]
    for (place, entry) in entries.enumerated() {
      let layer = entry.layer
      let sources = try layer.sources()
      if sources.isEmpty {
        inputs.append(place)
        guard inputs.count == 1 else { throw layer.wiring(.secondInput) }
        continue
      }
      guard sources.count == 1 else { throw layer.wiring(.fed(times: sources.count)) }
      guard sources[0].tensor == 0 else { throw layer.wiring(.readsState) }
      guard follower.updateValue(place, forKey: sources[0].layer) == nil else {
        throw layer.wiring(.readsTheSame)
      }
    }
    guard var last = inputs.first else { throw list.error(.kerasNoInput) }
    var order = [last]
    while let next = follower.removeValue(forKey: entries[last].layer.name) {
      order.append(next)
      last = next
    }
    let lost = follower.values.map { entries[$0].layer }.min { $0.name < $1.name }
    if order.count < entries.count, let lost { throw lost.wiring(.notFed) }
    if let output = config?["output_layers"] {
      for name in try KerasLayer.outputNames(output) where name != entries[last].layer.name {
        throw FileError(
          output.place, .kerasWiring(layer: excerpt(name), .earlyOutput))
      }
    }
    return order
  }
}
