import Documents
import Engine
import Foundation
import Phrases
import Testing

@testable import ModelFiles

/// Files that PyTorch and Keras exported to ONNX, against what they compute; the scripts that made both
/// stand in `Fixtures/ONNX`.
@Suite struct ONNXFileTests {
  private let folder = Sources.fixture("ONNX") + "/"

  private func load(_ name: String) throws -> LoadedModel {
    try Sources.library.load("\(folder)\(name).onnx")
  }

  private func sentence(_ name: String) -> String {
    do {
      _ = try load(name)
      return "no error"
    } catch {
      return "\(error)".replacing(folder, with: "")
    }
  }

  private func contents(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)\(name).onnx")))
  }

  @Test(
    "what was exported gives the numbers of its framework",
    arguments: [
      "torch_lstm", "torch_lstm_dynamo", "torch_gru", "torch_gru_dynamo", "torch_state",
      "torch_state_dynamo", "torch_each", "torch_outside", "keras_lstm",
      "torch_both", "torch_both_dynamo", "torch_words", "torch_words_dynamo", "keras_both",
      "plain_gru",
    ])
  func numbers(name: String) throws {
    let model = try load(name)
    let file = try ObservationFile(contentsOf: "\(folder)\(name)_input.npy")
    let observation = try ObservationSource.file(file).observation(0)
    let found = try #require(try model.network.outputs([observation]).first).values
    let expected = try NumPyFile.read("\(folder)\(name)_output.npy").values
    #expect(largestDifference(found, expected) < 1e-5)
    #expect(model.notes.isEmpty)
  }

  @Test("steps are layers of ours, and what an exporter puts around them is none")
  func layers() throws {
    #expect(
      try load("torch_lstm").description
        == NetworkDescription(
          input: InputLayer(timesteps: 5, features: 3),
          layers: [
            Layer(LSTM(name: "first", units: 6, returnSequences: true)),
            Layer(LSTM(name: "second", units: 4)),
            Layer(Dense(name: "head_0", units: 5, activation: .relu)),
            Layer(Dense(name: "head_2", units: 5, activation: .relu)),
            Layer(Dense(name: "head_4", units: 1, activation: .sigmoid)),
          ]))
    // Of any number of timesteps, and of a GRU as PyTorch and cuDNN have it.
    let gru = try load("torch_gru").description
    #expect(gru.input.timesteps == nil)
    #expect(gru.layers.first == Layer(GRU(name: "first", units: 6, returnSequences: true)))
    #expect(
      try load("torch_each").description.layers == [
        Layer(SimpleRNN(name: "rnn", units: 4, returnSequences: true)),
        Layer(Dense(name: "fc", units: 2, activation: .tanh, useBias: false)),
      ])
    #expect(
      try load("keras_lstm").description.layers.map(\.width)
        == load("torch_lstm").description.layers.map(\.width))
  }

  @Test("both directions are two layers and where they meet; words come by a table")
  func graphs() throws {
    #expect(
      try load("torch_both").description.lines == [
        "input: {timesteps: 5, features: 3}",
        "layers:",
        "  - bidirectional: rnn",
        "    layer: {lstm: rnn, units: 4, return_sequences: true}",
        "  - bidirectional: rnn_2",
        "    layer: {lstm: rnn_2, units: 4}",
        "  - batch_normalization: bn",
        "    epsilon: 1e-05",
        "  - activation_layer: Tanh",
        "    activation: tanh",
        "  - layer_normalization: norm",
        "    epsilon: 1e-05",
        "  - dense: fc",
        "    units: 1",
      ])
    #expect(
      try load("torch_words").description.lines == [
        "input: {timesteps: 5, tokens: true}",
        "layers:",
        "  - embedding: table",
        "    output_dim: 4",
        "    input_dim: 11",
        "  - gru: rnn",
        "    units: 3",
        "    return_sequences: true",
        "  - flatten: Flatten",
        "  - dense: fc",
        "    units: 2",
      ])
  }

  @Test("all that cannot be opened is named at once")
  func refused() {
    #expect(
      sentence("torch_refused")
        == "torch_refused.onnx: '/Add' (Add) and '/CumSum' (CumSum) cannot be opened so far; export a "
        + "network without them")
    #expect(
      sentence("torch_cell")
        == "torch_cell.onnx: '/rnn/LSTM' (LSTM whose last cell state is read) cannot be opened so far; "
        + "export a network without it"
    )
    #expect(
      sentence("torch_both_last")
        == "torch_both_last.onnx: '/Gather' (Gather of the last timestep of two directions, of which one "
        + "has read that timestep alone; what each ends with, h_n in PyTorch, can be opened) cannot be "
        + "opened so far; export a network without it")
    // A GRU of tf2onnx is a loop.
    #expect(
      sentence("keras_gru")
        == "keras_gru.onnx: 'sequential_1_1/gru_1/while_loop' (Loop) cannot be opened so far; export a "
        + "network without it")
  }

  @Test(
    "weights in a file beside are read from its own folder alone, and asked for where they lack")
  func outside() throws {
    let scratch = try Scratch()
    let bytes = try contents("torch_outside")
    let file = try scratch.file("torch_outside.onnx", bytes)
    #expect(
      scratch.sentence { _ = try Sources.library.load(file) }
        == "torch_outside.onnx: its weights should stand in a file 'torch_outside.onnx.data' beside it, "
        + "which cannot be read; export the model with external_data=False")
    let name = Array("torch_outside.onnx.data".utf8)
    let other = Array("../../../../../etc/passwd".utf8.prefix(name.count))
    var elsewhere = bytes
    while let place = elsewhere.indices.first(where: { elsewhere[$0...].starts(with: name) }) {
      elsewhere.replaceSubrange(place..<place + name.count, with: other)
    }
    let asked = try scratch.file("a.onnx", elsewhere)
    #expect(
      scratch.sentence { _ = try Sources.library.load(asked) }.contains("which cannot be read"))
  }

  @Test("what is no file of ONNX's is said")
  func damage() throws {
    let scratch = try Scratch()
    func sentence(_ bytes: [UInt8]) throws -> String {
      let file = try scratch.file("a.onnx", bytes)
      return scratch.sentence { _ = try Sources.library.load(file) }
    }
    #expect(
      try sentence([7, 7])
        == "a.onnx: it is damaged at byte 0, or no file of ONNX's; export the model "
        + "again")
    #expect(
      try sentence([8, 9]) == "a.onnx: it holds no graph with an input; export the model again")
    #expect(
      try sentence(Array(contents("torch_lstm").dropLast(40))).contains("it is damaged at byte"))
  }

  @Test(
    "copies with changed bytes, and those that end too early, cost an error at most",
    arguments: [
      "torch_lstm", "torch_state_dynamo", "keras_lstm", "torch_outside", "torch_both", "keras_both",
    ])
  func damagedAtLength(name: String) throws {
    let original = try contents(name)
    let beside = Array(
      try Data(contentsOf: URL(fileURLWithPath: folder + "torch_outside.onnx.data")))
    var chance = SplitMix64(seed: 4)
    var refused = 0
    func read(_ bytes: ArraySlice<UInt8>) {
      do throws(FileError) {
        _ = try ONNXFile(bytes, named: "a.onnx") { _ in beside }
      } catch {
        refused += 1
        #expect(error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 })
      }
    }
    for _ in 0..<2000 {
      var bytes = original
      for _ in 0...chance.below(4) {
        bytes[chance.below(UInt64(bytes.count))] = UInt8(chance.below(256))
      }
      read(bytes[...])
    }
    for end in stride(from: 0, to: original.count, by: 11) { read(original[..<end]) }
    #expect(refused > 500)
  }
}
