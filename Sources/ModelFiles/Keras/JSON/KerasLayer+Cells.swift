import Documents
import Engine

// An RNN around one of Keras's own cells computes what the layer of the cell's kind does; around several,
// what such layers do one behind the other.

extension KerasLayer {
  /// The layers that compute what Keras's cells do.
  static let classes = ["LSTMCell": "LSTM", "GRUCell": "GRU", "SimpleRNNCell": "SimpleRNN"]

  /// The class and the settings of the layer that an RNN with these settings is; nil for one with a cell
  /// of another kind, or with several.
  static func around(_ rnn: DocumentMapping) -> (className: String, config: DocumentMapping)? {
    guard let cell = try? rnn["cell"]?.mapping("cell"), let written = cell["class_name"]?.written,
      let name = classes[written], let config = try? cell["config"]?.mapping("config")
    else { return nil }
    return (name, merged(rnn, config))
  }

  /// The settings of an RNN and of a cell in it as those of one layer.
  static func merged(_ rnn: DocumentMapping, _ cell: DocumentMapping) -> DocumentMapping {
    let own = rnn.entries.filter { $0.key != "cell" }
    let keys = Set(own.map(\.key))
    return DocumentMapping(
      place: rnn.place, entries: own + cell.entries.filter { !keys.contains($0.key) })
  }

  /// The cells of an RNN that has several, as layers; nil among them stands for one of another class.
  /// Throws where it has none.
  func cells() throws(FileError) -> [KerasLayer?] {
    let stack = try config.required("cell", example: "\"cell\": {…}").mapping("cell")
    let settings = try stack.required("config", example: "\"config\": {…}").mapping("config")
    var cells: [KerasLayer?] = []
    for value in try settings.required("cells", example: "\"cells\": […]").list("cells") {
      cells.append(try KerasLayer(cell: value, of: self))
    }
    return cells
  }
}
