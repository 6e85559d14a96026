import ModelFiles
import Wording

// What is wrong with a file of PyTorch's or with the network that it tells, and what is assumed of it.

extension TorchFault {
  private static let saving = "save the weights with torch.save(model.state_dict(), FILE)"

  /// What was found and what to do, without the place.
  var words: String {
    switch self {
    // The file
    case .notTorch: "it does not begin as a file of PyTorch's does; \(Self.saving)"
    case .noPickle:
      "it is a ZIP archive without a data.pkl, so PyTorch did not write it; \(Self.saving)"
    case .tarForm:
      "it is in the form that PyTorch wrote before version 0.1.10; load it there, or in any newer one, "
        + "and save it again"
    case .cutShort: "it ends before the numbers of its tensors do; the file is cut short"
    case .storageType(let key):
      "it does not say of which type the numbers of its storage '\(key)' are; save it again in a newer "
        + "PyTorch"
    case .noState: "it holds no weights of a network; \(Self.saving)"
    case .ownNames:
      "it holds weights and does not say of which layers; open the model that they belong to, and give "
        + "this file as --weights"
    case .severalNetworks(let names):
      "it holds several networks, \(listed(names.map { "'\($0)'" }, "and")); save the state dict of one"
    case .tooDeep: "its modules hold too many others; \(Self.saving)"
    case .tensor(let name, let reason): "its tensor '\(name)' \(reason.words)"

    // Its modules
    case .modules(let modules):
      "\(listed(shortened(modules.map(\.words)), "and")) cannot be opened so far; save a network without "
        + (modules.count == 1 ? "it" : "them")
    case .shapes(let module):
      "the weights of '\(module)' do not belong together: their shapes are those of no nn.LSTM, nn.GRU, "
        + "nn.RNN or nn.Linear"
    case .noChain(let links):
      "its modules form no chain in which each reads what the one before it gives: "
        + listed(links.map(\.words), "and")
        + "; describe the network in a model.yaml, its layers in this order, and give the file as --weights"
    case .tooManyModules(let limit): "it has more than \(limit) modules, the most that are read"
    case .noModules: "it holds no nn.LSTM, nn.GRU, nn.RNN or nn.Linear"
    }
  }
}

/// The first of many, and how many more there are.
func shortened(_ words: [String]) -> [String] {
  words.count <= 8 ? words : words.prefix(7) + ["\(words.count - 7) more"]
}

extension TorchFault.Unread {
  fileprivate var words: String {
    switch self {
    case .noStorage: "has no numbers in the file; save it again"
    case .beyondStorage: "reaches beyond its numbers; the file is damaged"
    case .kind: "is of a kind that is not read"
    }
  }
}

extension TorchFault.Module {
  fileprivate var words: String {
    let shown = name.isEmpty ? "the module" : "'\(name)'"
    return switch kind {
    case .known(let name): "\(shown) (nn.\(name))"
    case .setting(let name, let setting): "\(shown) (nn.\(name) with \(setting))"
    case .projection: "\(shown) (nn.LSTM with proj_size)"
    case .tensors(let tensors): "\(shown) (\(tensors.joined(separator: ", ")))"
    }
  }
}

extension TorchFault.Link {
  fileprivate var words: String {
    "'\(module)' \(reads.map { "reads \($0) and " } ?? "")gives \(gives)"
  }
}

extension TorchAssumption {
  /// What is assumed, as half a sentence behind "that".
  var words: String {
    switch self {
    case .order(let modules): "\(modules.joined(separator: ", ")) follow one another"
    case .orderByWidths(let modules):
      "\(modules.joined(separator: ", ")) follow one another, since their widths fit so"
    case .lastTimestep(let module): "only the last timestep leaves \(module)"
    case .lastStates(let module):
      "what both directions of \(module) end with leaves it, not its output at the last timestep"
    case .layerNorm(let modules):
      "\(listed(modules, "and")) \(modules.count == 1 ? "is an" : "are") nn.LayerNorm"
    case .curve(let curve, let modules):
      "\(curve.name) follows \(listed(modules, "and"))"
    case .noCurve(let module): "no activation follows \(module)"
    case .stateCurve(let curve, let modules):
      "\(listed(modules, "and")) \(modules.count == 1 ? "has" : "have") \(curve.rawValue)"
    case .unusedCurves(let names):
      "\(listed(names, "and")) of the file \(names.count == 1 ? "is" : "are") not used"
    }
  }
}
