import Documents
import Engine
import Foundation
import Phrases
import Testing

@testable import ModelFiles

/// Files that PyTorch wrote, against what PyTorch computes with them; `Fixtures/PyTorch/make-fixtures.py`
/// made both.
@Suite struct TorchFileTests {
  private let folder = Sources.fixture("PyTorch") + "/"

  private func path(_ name: String) -> String { Sources.fixture("PyTorch/\(name)") }

  private func load(_ name: String) throws -> LoadedModel { try Sources.library.load(path(name)) }

  private func answer(_ model: LoadedModel, to name: String) throws -> [Float] {
    let file = try ObservationFile(contentsOf: path("\(name)_input.npy"))
    let observation = try ObservationSource.file(file).observation(0)
    return try #require(try model.network.outputs([observation]).first).values
  }

  private func expected(_ name: String) throws -> [Float] {
    try NumPyFile.read(path("\(name)_output.npy")).values
  }

  private func notes(_ name: String) throws -> [String] {
    try load(name).notes.map { "\($0)".replacing(folder, with: "") }
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
    Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  // MARK: - Numbers

  @Test(
    "every form gives PyTorch's numbers",
    arguments: [
      "lstm.pth", "gru.pth", "rnn.pth", "whole.pt", "whole_legacy.pt", "half.pth", "views.pth",
      "names.safetensors", "script.pt", "cell.pth",
      "both.pth", "words.pth", "curves.pt",
    ])
  func numbers(file: String) throws {
    let name = String(file.prefix { $0 != "." })
    let found = try answer(try load(file), to: name)
    #expect(largestDifference(found, try expected(name)) < 1e-5)
  }

  @Test("modules are layers of ours, with the settings that names and shapes say")
  func layers() throws {
    let stacked = try load("lstm.pth")
    #expect(
      stacked.description
        == NetworkDescription(
          input: InputLayer(timesteps: nil, features: 3),
          layers: [
            Layer(LSTM(name: "rnn_l0", units: 5, returnSequences: true)),
            Layer(LSTM(name: "rnn_l1", units: 5)),
            Layer(Dense(name: "fc1", units: 4, activation: .relu)),
            Layer(Dense(name: "fc2", units: 2)),
          ]))
    #expect(stacked.weights == .file(path("lstm.pth")))
    #expect(
      try load("rnn.pth").description.layers.first
        == Layer(SimpleRNN(name: "rnn", units: 5, useBias: false)))
    // A whole module says what a state dict does not.
    #expect(
      try load("whole.pt").description.layers == [
        Layer(SimpleRNN(name: "rnn", units: 4, activation: .relu)),
        Layer(Dense(name: "head_0", units: 6, activation: .tanh)),
        Layer(Dense(name: "head_3", units: 1, activation: .sigmoid)),
      ])
    // head.0 and head.1: nothing stands between them.
    #expect(
      try load("cell.pth").description.layers.suffix(2) == [
        Layer(Dense(name: "head_0", units: 3)), Layer(Dense(name: "head_1", units: 2)),
      ])
  }

  @Test("what is assumed is said, each time in the same way")
  func assumptions() throws {
    #expect(
      try notes("lstm.pth") == [
        "lstm.pth: weights do not say how they are used, so it is assumed that rnn, fc1, fc2 follow one "
          + "another, only the last timestep leaves rnn, no activation follows fc2 and relu follows "
          + "fc1; 'unroll describe lstm.pth' writes a model in which that can be changed"
      ])
    #expect(
      try notes("names.safetensors").first?.contains(
        "that rnn, fc1, fc2 follow one another, since their widths fit so, only") == true)
    #expect(try notes("rnn.pth").first?.contains(" and rnn has tanh;") == true)
    #expect(
      try load("lstm.pth").notes.map(\.brief) == [
        "lstm.pth holds weights alone; 'unroll describe' says what is assumed of their use"
      ])
    #expect(
      try notes("whole.pt").last
        == "whole.pt: it names __main__.Listed, which is not known here and was not run")
  }

  @Test(
    "a module in both directions is two layers and where they meet, a table of words comes first")
  func graphs() throws {
    let both = try load("both.pth")
    #expect(
      both.description.lines == [
        "input: {timesteps: any, features: 3}",
        "layers:",
        "  - bidirectional: rnn_l0",
        "    layer: {lstm: rnn_l0, units: 4, return_sequences: true}",
        "  - bidirectional: rnn_l1",
        "    layer: {lstm: rnn_l1, units: 4}",
        "  - batch_normalization: bn0",
        "    epsilon: 1e-05",
        "  - dense: fc1",
        "    units: 5",
        "  - batch_normalization: bn1",
        "    epsilon: 1e-05",
        "  - activation_layer: bn1_relu",
        "    activation: relu",
        "  - dense: fc2",
        "    units: 2",
        "  - layer_normalization: norm",
        "    epsilon: 1e-05",
      ])
    #expect(
      try notes("both.pth") == [
        "both.pth: weights do not say how they are used, so it is assumed that rnn, bn0, fc1, bn1, fc2, "
          + "norm follow one another, what both directions of rnn end with leaves it, not its output "
          + "at the last timestep, no activation follows norm, relu follows bn1 and norm is an "
          + "nn.LayerNorm; 'unroll describe both.pth' writes a model in which that can be changed"
      ])
    #expect(
      try load("words.pth").description.lines.prefix(4) == [
        "input: {timesteps: any, tokens: true}", "layers:", "  - embedding: table",
        "    output_dim: 4",
      ])
  }

  @Test("curves of a whole module have its settings; what is unknown, or has others, is named")
  func curves() throws {
    #expect(
      try load("curves.pt").description.lines.dropFirst(2) == [
        "  - dense: body_2", "    units: 5",
        "  - leaky_re_lu: body_2_leaky_relu", "    negative_slope: 0.05",
        "  - dense: body_5", "    units: 4",
        "  - elu: body_5_elu", "    alpha: 1.5",
        "  - dense: body_7", "    units: 4",
        "  - leaky_re_lu: body_7_leaky_relu", "    negative_slope: 0.01",
        "  - dense: body_9", "    units: 3", "    activation: hard_tanh",
        "  - dense: body_11", "    units: 2", "    activation: softmax",
      ])
    #expect(
      sentence("unknown.pt")
        == "unknown.pt: 'pool' (nn.MaxPool1d), 'gelu' (nn.GELU with approximate='tanh'), 'clip' "
        + "(nn.Hardtanh with max_val=2.0), 'group' (nn.GroupNorm) and 'last' (nn.LogSoftmax) cannot be "
        + "opened so far; save a network without them")
  }

  // MARK: - Weights for a model of one's own

  @Test("weights are taken by a model that calls its layers otherwise, if they are the same")
  func otherNames() throws {
    let scratch = try Scratch()
    let layers =
      "[{lstm: a, units: 5, return_sequences: true}, {lstm: b, units: 5}, "
      + "{dense: c, units: 4, activation: relu}, {dense: d, units: UNITS}]"
    func model(units: Int) throws -> String {
      try scratch.file(
        "m\(units).yaml",
        "network: {input: {timesteps: 6, features: 3}, "
          + "layers: \(layers.replacing("UNITS", with: "\(units)"))}\n")
    }
    let two = try model(units: 2)
    let loaded = try Sources.library.load(two, weights: path("lstm.pth"))
    #expect(largestDifference(try answer(loaded, to: "lstm"), try expected("lstm")) < 1e-5)
    let three = try model(units: 3)
    #expect(
      scratch.sentence {
        _ = try Sources.library.load(three, weights: path("lstm.pth"))
      }.replacing(folder, with: "")
        == "lstm.pth: its layers 'rnn_l0', 'rnn_l1', 'fc1' and 'fc2' are of other kinds or sizes than "
        + "those of the model")
  }

  @Test(
    "a network in our short form is read back as it was",
    arguments: ["lstm.pth", "rnn.pth", "whole.pt", "both.pth", "words.pth"])
  func lines(file: String) throws {
    let scratch = try Scratch()
    let model = try load(file)
    let text = "network:\n" + model.description.lines.map { "  \($0)\n" }.joined()
    let ours = try scratch.file("m.yaml", text + "weights: \(yamlWord(path(file)))\n")
    let read = try Sources.library.load(ours)
    #expect(read.network == model.network)
  }

  // MARK: - What cannot be opened

  @Test(
    "all modules that cannot be opened are named at once, and what forms no chain by its widths")
  func refused() {
    #expect(
      sentence("several_kinds.pth")
        == "several_kinds.pth: the module (scale (2, 2, 2, 2, 2)), 'attention' (nn.MultiheadAttention) "
        + "and 'projected' (nn.LSTM with proj_size) cannot be opened so far; save a network "
        + "without them")
    #expect(
      sentence("heads.pth")
        == "heads.pth: its modules form no chain in which each reads what the one before it gives: "
        + "'rnn' reads 3 and gives 4, 'mean' reads 4 and gives 1 and 'variance' reads 4 and gives 1; "
        + "describe the network in a model.yaml, its layers in this order, and give the file as "
        + "--weights")
    #expect(
      sentence("networks.pth")
        == "networks.pth: it holds several networks, 'actor' and 'critic'; save the state dict of one"
    )
    #expect(
      sentence("no_network.pth")
        == "no_network.pth: it holds no weights of a network; save the weights with "
        + "torch.save(model.state_dict(), FILE)")
  }

  @Test("a file that would run a program runs none, and says which")
  func hostile() throws {
    #expect(
      try notes("hostile.pth").last
        == "hostile.pth: it names posix.system, which is not known here and was not run")
    #expect(sentence("hostile_alone.pth").hasPrefix("hostile_alone.pth: it holds no weights"))
    #expect(!FileManager.default.fileExists(atPath: "/tmp/unroll-was-run"))
  }

  @Test("what is no file of PyTorch's is said")
  func forms() throws {
    let scratch = try Scratch()
    func sentence(_ bytes: [UInt8]) throws -> String {
      let file = try scratch.file("a.pth", bytes)
      return scratch.sentence { _ = try Sources.library.load(file) }
    }
    #expect(
      try sentence([1, 2, 3]).hasPrefix("a.pth: it does not begin as a file of PyTorch's does"))
    var tape = [UInt8](repeating: 0, count: 1024)
    tape.replaceSubrange(257..<262, with: Array("ustar".utf8))
    #expect(try sentence(tape).contains("the form that PyTorch wrote before version 0.1.10"))
    let legacy = try contents("rnn.pth")
    #expect(
      try sentence(Array(legacy.dropLast(3)))
        == "a.pth: it ends before the numbers of its tensors do; the file is cut short")
    try Safetensors(tensors: ["a/kernel": NumberArray(shape: [1], values: [0])])
      .write(to: scratch.folder + "/a.safetensors")
    #expect(
      scratch.sentence { _ = try Sources.library.load(scratch.folder + "/a.safetensors") }
        == "a.safetensors: it holds weights and does not say of which layers; open the model that they "
        + "belong to, and give this file as --weights")
  }

  // MARK: - Damage

  /// Reads copies with some bytes changed and counts those that were refused.
  private func refusals(of name: String, rounds: Int) throws -> Int {
    let original = try contents(name)
    var chance = SplitMix64(seed: 3)
    var refused = 0
    for _ in 0..<rounds {
      var bytes = original
      for _ in 0...chance.below(4) {
        bytes[chance.below(UInt64(bytes.count))] = UInt8(chance.below(256))
      }
      do throws(FileError) {
        _ = try ModelFile.torch(bytes[...], named: "a.pth")
      } catch {
        refused += 1
        #expect(error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 })
      }
    }
    return refused
  }

  @Test(
    "damaged copies cost an error at most: archives, and the older form, which has no checksums",
    arguments: ["lstm.pth", "rnn.pth", "whole_legacy.pt"])
  func damagedAtLength(name: String) throws {
    #expect(try refusals(of: name, rounds: 2000) > 100)
    let original = try contents(name)
    for end in stride(from: 0, to: original.count, by: 1 + original.count / 500) {
      _ = try? ModelFile.torch(original[..<end], named: "a.pth")
    }
  }
}
