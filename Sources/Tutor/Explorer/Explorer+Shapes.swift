import NetworkCode
import Phrases
import Wording

// The shapes screen's own: the code that it shows, and what is copied from it.
extension Explorer {
  /// The network that the shapes screen counts.
  var sketch: Sketch { Sketch(opened: model.description, tried: moment.sketch) }

  /// The code that is shown; nil on the table.
  var shownCode: NetworkCode? {
    switch position.code {
    case .table: nil
    case .keras: KerasCode(moment.sketch).code
    case .pytorch: TorchCode(moment.sketch).code
    }
  }

  /// Keeps the whole of the code, on the table the count of the chosen layer.
  mutating func copyFromShapes() -> Effect? {
    if let code = shownCode {
      let library = position.code == .keras ? "Keras" : "PyTorch"
      message = ExploringPhrases.copiedCode(of: library, lines: code.lines.count)
      return .copy(code.text)
    }
    guard case .layer(let index) = position.layer,
      let planned = sketch.plan.layers.indices.contains(index) ? sketch.plan.layers[index] : nil
    else {
      refuse(.noSizeToCopy(of: selectedName))
      return nil
    }
    let text =
      "\(planned.layer.name): \(planned.parameters.derivation) = "
      + grouped(planned.parameters.total)
    message = ExploringPhrases.copied(text)
    return .copy(text)
  }
}
