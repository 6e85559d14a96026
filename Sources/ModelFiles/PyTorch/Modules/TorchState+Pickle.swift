import Documents
import Engine
import Pickle
import Wording

extension TorchState {
  /// The weights in a file: those of a state dict, of one within a checkpoint, or of a whole module.
  init(_ file: TorchFile) throws(FileError) {
    var search = TorchSearch(file.pickle)
    guard let place = try search.network(file.name) else {
      throw FileError(file.name, .torch(.noState))
    }
    var walk = TorchWalk(search.contents)
    walk.take(place, path: "", depth: 0)
    guard walk.steps < TorchWalk.mostSteps else {
      throw FileError(file.name, .torch(.tooDeep))
    }
    classes = walk.classes
    unread = walk.unread
    var total = 0
    for (name, tensor) in walk.tensors {
      guard let count = tensor.count else {
        throw FileError(file.name, .torch(.tensor(excerpt(name), .beyondStorage)))
      }
      total = total.addingReportingOverflow(count).overflow ? .max : total + count
      guard total <= NetworkPlan.mostWeights else {
        throw FileError(file.name, .tooManyNumbers(found: total, limit: NetworkPlan.mostWeights))
      }
    }
    parameters = try Self.read(walk.tensors, of: file)
  }

  /// The numbers of tensors, in their order. Those of one storage are read together: it may be a large
  /// one that was compressed, and thousands of tensors views of it.
  private static func read(
    _ tensors: [(name: String, tensor: TorchTensor)], of file: TorchFile
  ) throws(FileError) -> [(name: String, tensor: Tensor)] {
    var read = [Tensor?](repeating: nil, count: tensors.count)
    let byStorage = Dictionary(grouping: tensors.indices) { tensors[$0].tensor.storage.key }
    for places in byStorage.values.sorted(by: { $0[0] < $1[0] }) {
      func error(_ place: Int, _ reason: TorchFault.Unread) -> FileError {
        FileError(file.name, .torch(.tensor(excerpt(tensors[place].name), reason)))
      }
      let key = tensors[places[0]].tensor.storage.key
      guard let (bytes, isBigEndian) = try file.storages.bytes(key) else {
        throw error(places[0], .noStorage)
      }
      for place in places {
        read[place] = tensors[place].tensor.read(bytes, isBigEndian: isBigEndian)
        guard read[place] != nil else { throw error(place, .beyondStorage) }
      }
    }
    return zip(tensors, read).compactMap { named, tensor in tensor.map { (named.name, $0) } }
  }
}
