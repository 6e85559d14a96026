import Documents
import Engine

extension NetworkDescription {
  /// The network in our short form, each line of it: what `init(yaml:)` reads. Options that are as
  /// Keras has them are left out.
  package var lines: [String] {
    let usual = InputLayer(timesteps: nil, features: 1).name
    let name = input.name == usual ? [] : ["name: \(yamlWord(input.name))"]
    var lines = ["input: {\((name + input.sizes).joined(separator: ", "))}", "layers:"]
    var before = input.name
    var folded: Set<String> = []
    for (place, layer) in layers.enumerated() where !folded.contains(layer.name) {
      if let pair = pair(at: place, behind: before) {
        folded = [pair.backward, pair.both.name]
        lines += Self.entry(pair.lines(behind: before))
        before = pair.both.name
        continue
      }
      if let another = layer.settings as? AnotherInput {
        let sizes = another.input.sizes.joined(separator: ", ")
        lines.append("  - {\(AnotherInput.word): \(yamlWord(layer.name)), \(sizes)}")
      } else {
        lines += Self.entry(layer.settings.lines + Self.reads(layer.reads, behind: before))
      }
      before = layer.name
    }
    return lines
  }

  /// The lines of one layer as an entry of the list.
  private static func entry(_ lines: [String]) -> [String] {
    lines.enumerated().map { ($0.offset == 0 ? "  - " : "    ") + $0.element }
  }

  /// What a layer reads, where that is not what stands before it.
  fileprivate static func reads(_ sources: [Source]?, behind before: String) -> [String] {
    guard let sources, sources != [Source(before)] else { return [] }
    let names = sources.map { source in
      source.output == 0
        ? yamlWord(source.layer) : yamlWord("\(source.layer).\(Source.states[source.output - 1])")
    }
    return ["reads: " + (names.count == 1 ? names[0] : "[\(names.joined(separator: ", "))]")]
  }

  /// The three layers of a Bidirectional that begin at a place, where they are as one writes one.
  private func pair(at place: Int, behind before: String) -> DescribedPair? {
    guard place + 2 < layers.count, let forward = layers[place].recurrent,
      let backward = layers[place + 1].recurrent,
      let both = layers[place + 2].settings as? Bidirectional
    else { return nil }
    let three = (place...place + 2).map { layer in
      Layer(layers[layer].settings, reads: sources(of: layer))
    }
    let reads = sources(of: place) + sources(of: place + 1).dropFirst()
    let pair = DescribedPair(
      forward: forward, backward: backward.name, both: both, reads: reads)
    let whole = both.layers(around: forward, reads: reads)
    return whole == three ? pair : nil
  }

  /// What a layer reads, also where that is what stands before it.
  private func sources(of place: Int) -> [Source] {
    layers[place].reads ?? [Source(place == 0 ? input.name : layers[place - 1].name)]
  }
}

/// A Bidirectional with the layer that it was put around.
private struct DescribedPair {
  let forward: any RecurrentLayer
  let backward: String
  let both: Bidirectional
  let reads: [Source]

  func lines(behind before: String) -> [String] {
    var inner = forward
    inner.name = both.name
    inner.zerosWhereSkipped = false
    return both.lines.prefix(1) + ["layer: {\(inner.lines.joined(separator: ", "))}"]
      + both.lines.dropFirst() + NetworkDescription.reads(reads, behind: before)
  }
}

extension InputLayer {
  fileprivate var sizes: [String] {
    let length = hasTimesteps ? ["timesteps: \(timesteps.map(String.init) ?? "any")"] : []
    return length + [hasFeatures ? "features: \(features)" : "tokens: true"]
  }
}

extension LayerSettings {
  fileprivate var lines: [String] {
    var lines = ["\(Self.word): \(yamlWord(name))"]
    if let name = Self.widthName, let width { lines.append("\(name): \(width)") }
    for option in options where option.isRequired || option.value != option.standard {
      lines.append("\(option.name): \(option.value.text)")
    }
    if recurrent?.readsSkipped == true { lines.append("\(Layer.readsSkipped): true") }
    if recurrent?.zerosWhereSkipped == true { lines.append("\(Layer.zerosWhereSkipped): true") }
    return lines
  }
}

extension LayerOption.Value {
  fileprivate var text: String {
    switch self {
    case .truth(let flag): "\(flag)"
    case .activation(let activation): activation.rawValue
    case .integer(let number): "\(number)"
    case .number(let number): number.map { "\($0)" } ?? "null"
    case .integers(let numbers): "[\(numbers.map(String.init).joined(separator: ", "))]"
    case .word(let word): word
    }
  }
}

/// A text as YAML reads it back: as it is where it is a plain word, otherwise in quotes.
package func yamlWord(_ text: String) -> String {
  let isPlain =
    text.first?.isLetter == true
    && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-./".contains($0)) }
    && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
  return isPlain ? text : JSON.quoted(text)
}
