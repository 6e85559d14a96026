import Engine
import Vocabulary

extension Explorer {
  /// The words that may stand where a typed line ends: commands at the beginning, then what the
  /// command takes, with the names of this network.
  package func completions(of text: String) -> [String] {
    let command = text.split(separator: ";", omittingEmptySubsequences: false).last ?? ""
    let words = command.split(separator: " ", omittingEmptySubsequences: true)
    let typing = Prompt.word(before: text)
    let isFirst = words.isEmpty || (words.count == 1 && !command.hasSuffix(" "))
    let form = words.first.flatMap { name in CommandForm.all.first { $0.name == name } }
    let candidates =
      isFirst
      ? CommandForm.all.map(\.name) : (form?.completions ?? []).flatMap { self.words($0) }
    return candidates.filter { $0.hasPrefix(typing) && $0 != typing }
  }

  private func words(_ completion: Completion) -> [String] {
    let layers = position.description.layers.map(\.name)
    let recurrent = recurrentLayers.map { layers[$0] }
    func each(_ quantities: (any RecurrentLayer) -> [LayerQuantity]) -> [String] {
      recurrentLayers.compactMap { self.recurrent($0) }.flatMap { layer in
        quantities(layer).map { "\(layer.name).\($0.name.rawValue)" }
      }
    }
    func each(_ endings: [String]) -> [String] {
      recurrent.flatMap { name in endings.map { "\(name).\($0)" } }
    }
    switch completion {
    case .words(let words): return words
    case .layers where position.screen == .reach: return GapComparison.names
    case .layers: return [position.description.input.name] + layers
    case .models: return models
    case .flags: return each(Command.Flag.allCases.map(\.rawValue))
    case .recurrentLayers: return recurrent
    case .gates: return each { $0.gates }
    case .quantities: return each { $0.quantities }
    case .outputs: return layers.flatMap { ["\($0).output", "\($0).output.shape"] }
    case .units: return each(["units"])
    case .weights:
      return network.weights.keys.sorted().map { $0.replacing("/", with: ".") }
    case .bookmarks: return marks.bookmarks.keys.sorted()
    }
  }
}
