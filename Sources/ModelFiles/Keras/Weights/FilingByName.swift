import Documents
import Engine
import HDF5

/// How the older `.h5` files are filed: a group for each layer, by its own name; the attribute
/// `layer_names` lists the groups and `weight_names` of each lists its arrays.
///
/// The names of arrays changed with every version, so they are never made up: the lists say them.
struct FilingByName: KerasFiling {
  private struct Filed {
    let name: String
    let arrays: [KerasArray]
  }

  private let layers: [Filed]
  private let version: KerasVersion?

  /// The layers that a group lists; nil where it lists none.
  init?(_ root: Group) throws(FileError) {
    let attributes = try root.attributes()
    guard let names = try KerasHDF5.texts("layer_names", of: attributes) else { return nil }
    version = try KerasHDF5.version(attributes)
    var layers: [Filed] = []
    for name in names {
      let group = try root.group(name)
      var arrays: [KerasArray] = []
      for path in try KerasHDF5.texts("weight_names", of: try group.attributes()) ?? [] {
        let dataset = try group.dataset(path)
        arrays.append(
          KerasArray(path: String(dataset.path.drop { $0 == "/" }), dataset: dataset))
      }
      layers.append(Filed(name: name, arrays: arrays))
    }
    self.layers = layers
  }

  func arrays(
    of saved: [SavedLayer], _ needed: [String: PlannedLayer], _ file: String
  ) throws(FileError) -> [String: [KerasArray]] {
    let asked = saved.filter { $0.parts.contains { needed[$0] != nil } }
    var found: [String: [KerasArray]] = [:]
    for (layer, filed) in zip(asked, try groups(of: asked, needed, file)) {
      let divided =
        layer.layers.isEmpty
        ? layer.divided(filed.arrays, needed) : Self.shared(filed.arrays, among: layer, needed)
      found.merge(divided) { $1 }
    }
    return found
  }

  /// The groups of some layers: those of their names, or where names differ, as in another model of
  /// the same form, those that hold anything in their order, as Keras does it.
  private func groups(
    of asked: [SavedLayer], _ needed: [String: PlannedLayer], _ file: String
  ) throws(FileError) -> [Filed] {
    let named = Dictionary(layers.map { ($0.name, $0) }) { first, _ in first }
    let byName = asked.compactMap { named[$0.name] }
    if byName.count == asked.count { return byName }
    let holding = layers.filter { !$0.arrays.isEmpty }
    if holding.count == asked.count { return holding }
    let missing = asked.first { named[$0.name] == nil }
    let part = missing?.parts.first { needed[$0] != nil } ?? ""
    throw FileError(
      file,
      .kerasNoWeights(
        layer: missing?.name ?? part, needed: needed[part]?.weightShapes ?? [],
        present: holding.map(\.name)))
  }

  /// The arrays of the layers of a model in the model, which stand in one list: those whose paths pass
  /// through a layer's name, or where they name none, so many after one another as each needs.
  private static func shared(
    _ arrays: [KerasArray], among model: SavedLayer, _ needed: [String: PlannedLayer]
  ) -> [String: [KerasArray]] {
    var found: [String: [KerasArray]] = [:]
    var rest = arrays[...]
    for layer in model.leaves {
      let count = layer.ownParts.reduce(0) { $0 + (needed[$1]?.weightShapes.count ?? 0) }
      guard count > 0 else { continue }
      let own = arrays.filter { $0.path.split(separator: "/").contains(layer.name[...]) }
      let taken = own.count == count ? own : Array(rest.prefix(count))
      found.merge(layer.divided(taken, needed)) { $1 }
      rest = rest.dropFirst(count)
    }
    return found
  }
}
