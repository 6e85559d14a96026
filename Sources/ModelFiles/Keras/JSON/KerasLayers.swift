import Documents
import Engine
import Wording

/// The layers of a model of Keras's, and those of the models among them.
struct KerasLayers {
  struct Entry {
    let layer: KerasLayer
    /// What a model among the layers holds.
    let model: KerasLayers?
    /// What it is fed in a Functional model, named as in the file.
    let sources: [Source]
  }

  /// Where the list stands.
  let list: DocumentValue
  let entries: [Entry]
  let isSequential: Bool
  let config: DocumentMapping?
  /// The places of the layers that the outputs need, each behind all that it reads.
  let order: [Int]

  /// The layers in the `config` of a model of that class: a list of them, or one among other keys.
  init(
    _ config: DocumentValue, _ className: String, _ version: KerasVersion
  ) throws(FileError) {
    isSequential = className == "Sequential"
    self.config = config.isList ? nil : try config.mapping("config")
    list = try self.config?.required("layers", example: "\"layers\": […]") ?? config
    var entries: [Entry] = []
    let values = try list.list("layers")
    guard values.count <= NetworkPlan.mostLayers else {
      throw list.error(.network(.tooManyLayers(found: values.count)))
    }
    for value in values {
      let layer = try KerasLayer(value, version)
      var model: KerasLayers?
      if layer.isModel, let inner = try value.mapping(.layer)["config"] {
        model = try KerasLayers(inner, layer.writtenClass, version)
      }
      let sources = isSequential ? [] : try layer.sources()
      entries.append(Entry(layer: layer, model: model, sources: sources))
    }
    self.entries = entries
    let graph = KerasGraph(entries)
    order =
      isSequential
      ? Array(entries.indices)
      : try graph.order(for: try Self.outputs(self.config, graph))
  }

  /// Throws for classes that cannot be done, all in one.
  func checkClasses() throws(FileError) {
    let refused = refused
    guard let first = refused.first else { return }
    throw first.value.error(.kerasLayers(refused.compactMap(\.refusal)))
  }

  private var refused: [KerasLayer] {
    order.flatMap { place in
      let entry = entries[place]
      return entry.model?.refused ?? (entry.layer.refusal == nil ? [] : [entry.layer])
    }
  }

  /// What leaves a Functional model: what its file says, or what no layer reads.
  private static func outputs(
    _ config: DocumentMapping?, _ graph: KerasGraph
  ) throws(FileError) -> [Source] {
    guard let written = config?["output_layers"] else { return graph.ends }
    return try KerasLayer.ends(written)
  }

  /// What leaves the model, named as in the file.
  func outputs() throws(FileError) -> [Source] {
    try Self.outputs(config, KerasGraph(entries))
  }
}
