import Documents
import Engine
import HDF5

/// How `.keras` and `.weights.h5` files are filed: a group for each layer, named by its class in small
/// letters and numbered, `layers/lstm_1/cell/vars/0`.
///
/// On Windows the signs between the names were others, `layers\lstm_1/cell/vars/0`.
struct FilingByClass: KerasFiling {
  /// How many arrays a file may have, and how deep they may stand.
  private static let most = 20_000
  private static let deepest = 24
  /// How many names are looked at: a group may be one of those within it, over and over.
  private static let mostNames = 30_000
  /// What the group of all layers is called; the second is of Keras 2.12.
  static let names = ["layers", "_layer_checkpoint_dependencies"]

  /// All arrays by their paths, names between slashes.
  private let arrays: [String: KerasArray]

  /// The arrays below a group; nil where no layers are filed there.
  init?(_ root: Group) throws(FileError) {
    var arrays: [String: KerasArray] = [:]
    var names = 0
    try Self.collect(root, at: "", depth: 0, into: &arrays, names: &names)
    guard arrays.keys.contains(where: { $0.hasPrefix("layers/") }) else { return nil }
    self.arrays = arrays
  }

  private static func collect(
    _ group: Group, at path: String, depth: Int, into arrays: inout [String: KerasArray],
    names found: inout Int
  ) throws(FileError) {
    guard depth < deepest else { return }
    found += group.names.count
    for name in group.names {
      guard arrays.count < most, found < mostNames else { return }
      var part = name.replacing("\\", with: "/")
      if depth == 0 {
        guard let prefix = names.first(where: part.hasPrefix) else { continue }
        part = "layers" + part.dropFirst(prefix.count)
      }
      let place = path.isEmpty ? part : path + "/" + part
      switch try group[name] {
      case .group(let inner):
        try collect(inner, at: place, depth: depth + 1, into: &arrays, names: &found)
      case .dataset(let dataset):
        arrays[place] = KerasArray(path: String(dataset.path.drop { $0 == "/" }), dataset: dataset)
      case .datatype: break
      }
    }
  }

  func arrays(
    of layers: [SavedLayer], _ needed: [String: PlannedLayer], _ file: String
  ) throws(FileError) -> [String: [KerasArray]] {
    var found: [String: [KerasArray]] = [:]
    try add(layers, at: "layers", needed, file, to: &found)
    return found
  }

  private func add(
    _ layers: [SavedLayer], at path: String, _ needed: [String: PlannedLayer], _ file: String,
    to found: inout [String: [KerasArray]]
  ) throws(FileError) {
    for (group, layer) in SavedLayer.grouped(layers) {
      let place = path + "/" + group
      if !layer.layers.isEmpty {
        try add(layer.layers, at: "\(place)/\(layer.folder)", needed, file, to: &found)
      }
      let wanted = layer.ownParts.compactMap { needed[$0] }
      guard !wanted.isEmpty else { continue }
      let arrays = arrays(below: place)
      guard !arrays.isEmpty else {
        throw FileError(
          file,
          .kerasNoWeights(
            layer: layer.name, needed: wanted.flatMap(\.weightShapes),
            present: groups(beside: path)))
      }
      found.merge(layer.divided(arrays, needed)) { $1 }
    }
  }

  /// The arrays of one layer, in Keras's order.
  private func arrays(below place: String) -> [KerasArray] {
    let prefix = place + "/"
    return arrays.filter { $0.key.hasPrefix(prefix) && !$0.key.contains("/seed_generator/") }
      .map { (rank: Self.rank($0.key.dropFirst(prefix.count)), array: $0.value) }
      .sorted { $0.rank.lexicographicallyPrecedes($1.rank, by: <) }
      .map(\.array)
  }

  /// Parts of a layer come in the order in which Keras makes them, arrays in that of their numbers.
  private static func rank(_ path: Substring) -> [(Int, String)] {
    path.split(separator: "/").map { part in
      if let number = Int(part) { return (number, "") }
      return (order.firstIndex(of: String(part)) ?? order.count, String(part))
    }
  }

  private static let order = [
    "vars", "cell", "layer", "forward_layer", "backward_layer", "query_dense", "key_dense",
    "value_dense", "output_dense",
  ]

  /// The groups of layers that are there.
  private func groups(beside path: String) -> [String] {
    let prefix = path + "/"
    let names = arrays.keys.filter { $0.hasPrefix(prefix) }
      .compactMap { $0.dropFirst(prefix.count).split(separator: "/").first }
    return Set(names).sorted().map { prefix + $0 }
  }
}
