import Documents
import Engine
import Pickle
import Wording

/// The modules of a state dict: tensors of one name before their last part belong together.
struct TorchModules {
  private(set) var modules: [TorchModule] = []
  /// All that cannot be opened.
  private(set) var unread: [TorchFault.Module] = []

  /// The most modules.
  static let most = 200

  /// - Throws: modules whose weights do not belong together, and too many of them.
  init(_ state: TorchState, file: String) throws(FileError) {
    let parameters = Self.withoutWrapping(state)
    var groups: [(name: String, tensors: [String: Tensor])] = []
    var places: [String: Int] = [:]
    func place(of module: String) -> Int {
      if let place = places[module] { return place }
      places[module] = groups.count
      groups.append((module, [:]))
      return groups.count - 1
    }
    let classes = Dictionary(parameters.classes.map { ($0.module, $0.1) }) { $1 }
    let withTensors = Set(parameters.parameters.map { Self.split($0.name).module })
    // A whole module names those without tensors, too, such as curves.
    for (module, torchClass) in parameters.classes
    where withTensors.contains(module) || torchClass.isTorch && !torchClass.isPassing {
      _ = place(of: module)
    }
    for (name, tensor) in parameters.parameters {
      let (module, leaf) = Self.split(name)
      groups[place(of: module)].tensors[leaf] = tensor
    }
    guard groups.count <= Self.most else {
      throw FileError(file, .torch(.tooManyModules(limit: Self.most)))
    }
    for (name, tensors) in groups {
      let kind: TorchModuleReader.Result
      do throws(TorchFault) {
        kind = try TorchModuleReader(name: name, tensors: tensors, torchClass: classes[name]).read()
      } catch {
        throw FileError(file, .torch(error))
      }
      switch kind {
      case .module(let kind): modules.append(TorchModule(name: name, kind: kind))
      case .unread(let kind):
        unread.append(TorchFault.Module(name: excerpt(name), kind: kind))
      case .nothing: break
      }
    }
    if state.isOrdered { findEmbedding() }
    for name in parameters.unread {
      unread.append(
        TorchFault.Module(name: excerpt(Self.split(name).module), kind: .tensors([excerpt(name)])))
    }
  }

  /// A first module without a bias whose rows are read by nobody, and whose columns are what the next one
  /// reads, is a table of words.
  private mutating func findEmbedding() {
    guard modules.count > 1, case .linear(let weight, nil) = modules[0].kind,
      let reads = modules[1].reads, weight.shape[1] == reads, weight.shape[0] != reads
    else { return }
    modules[0] = TorchModule(name: modules[0].name, kind: .embedding(weight))
  }

  /// Module and tensor: `lstm` and `weight_ih_l0`.
  static func split(_ name: String) -> (module: String, leaf: String) {
    guard let dot = name.lastIndex(of: ".") else { return ("", name) }
    return (String(name[..<dot]), String(name[name.index(after: dot)...]))
  }

  /// What wraps a whole network puts a name before all others: a second card, a compiler, a checkpoint.
  private static let wrappings = [
    "module.", "_orig_mod.", "model.", "net.", "network.", "_model.",
  ]
  private static let mostWrappings = 8

  private static func withoutWrapping(_ state: TorchState) -> TorchState {
    var state = state
    var rounds = 0
    while rounds < mostWrappings,
      let wrapping = wrappings.first(where: { wrapping in
        state.parameters.allSatisfy { $0.name.hasPrefix(wrapping) } && !state.parameters.isEmpty
      })
    {
      rounds += 1
      func bare(_ name: String) -> String { String(name.dropFirst(wrapping.count)) }
      state.parameters = state.parameters.map { (bare($0.name), $0.tensor) }
      state.classes = state.classes.compactMap { module, torchClass in
        module.hasPrefix(wrapping) ? (bare(module), torchClass) : nil
      }
      state.unread = state.unread.map { $0.hasPrefix(wrapping) ? bare($0) : $0 }
    }
    return state
  }
}
