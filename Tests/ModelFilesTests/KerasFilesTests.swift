import Documents
import Engine
import Foundation
import Testing

@testable import ModelFiles

/// Files that Keras wrote, against what Keras computes for them; `make-keras-files.py` made both.
@Suite struct KerasFilesTests {
  private func file(_ name: String) -> String { Sources.fixture("KerasFiles/" + name) }

  /// The largest difference from Keras's answers, relative where they are above 1.
  private func difference(_ model: LoadedModel, _ answers: String) throws -> Float {
    let right = try NumPyFile.read(file(answers + "_output.npy")).values
    var outputs: [Float] = []
    for index in 0..<2 {
      outputs += try model.network.outputs([try model.observations.observation(index)])[0].values
    }
    guard outputs.count == right.count else { return .infinity }
    return zip(outputs, right).map { abs($0 - $1) / max(1, abs($1)) }.max() ?? .infinity
  }

  @Test(
    "a whole model has its architecture and its weights in one file, and gives Keras's answers",
    arguments: [
      "keras3.keras", "keras3.h5", "graph.keras", "graph2.h5", "keras2.keras", "keras2.h5",
      "cudnn.h5", "keras1.h5", "convolution1.h5",
    ])
  func wholeModels(name: String) throws {
    let model = try Sources.library.load(file(name), input: file("input.npy"))
    let stem = String(name.prefix { $0 != "." })
    // Sums in another order differ by less.
    #expect(try difference(model, stem) < 1e-5)
    #expect(model.name == stem && model.weights == .file(file(name)))
    // The inner model of a graph is one that does not learn.
    let settings = PassedOver.Settings(layer: "lstm", names: ["trainable: false"])
    #expect(model.notes.map(\.content) == (stem.hasPrefix("graph") ? [.training([settings])] : []))
    let outline = try Sources.library.outline(file(name))
    #expect(outline.fault == nil && outline.name == stem)
    #expect(outline.weights == .file(file(name)))
  }

  @Test(
    "weights of every form fit the architecture from JSON",
    arguments: [
      ("keras3.json", "keras3.weights.h5", "keras3"), ("keras3.json", "keras3.keras", "keras3"),
      ("keras3.json", "keras3.h5", "keras3"), ("keras3.json", "windows.weights.h5", "keras3"),
      ("keras2.json", "keras2.weights.h5", "keras2"), ("keras2.json", "keras2.keras", "keras2"),
      ("keras2.json", "parts.h5", "keras2"), ("keras2.json", "keras2.h5", "keras2"),
    ])
  func weights(architecture: String, weights: String, answers: String) throws {
    let model = try Sources.library.load(
      file(architecture), weights: file(weights), input: file("input.npy"))
    #expect(try difference(model, answers) < 1e-5)
    #expect(model.weights == .file(file(weights)))
  }

  @Test(
    "a network in our form takes the weights by the kinds of its layers, or by their order",
    arguments: ["keras3.weights.h5", "keras3.keras", "keras3.h5"])
  func ours(weights: String) throws {
    let scratch = try Scratch()
    let model = try scratch.file(
      "m.yaml",
      """
      network:
        input: {timesteps: 5, features: 3}
        layers:
          - {lstm: mine1, units: 3, return_sequences: true}
          - {gru: mine2, units: 2, return_sequences: true}
          - {simple_rnn: mine3, units: 2, use_bias: false}
          - {dense: mine4, units: 2, activation: softmax}
      """)
    let loaded = try Sources.library.load(
      model, weights: file(weights), input: file("input.npy"))
    #expect(try difference(loaded, "keras3") < 1e-5)
  }

  @Test("words go through an Embedding, and what stands for none is skipped")
  func words() throws {
    let model = try Sources.library.load(file("words.h5"), input: file("words.npy"))
    #expect(try difference(model, "words") < 1e-5)
    #expect(model.description.input.hasFeatures == false)
  }

  @Test(
    "a Bidirectional of Keras's is described as one, and opens again with the same answers under a mask",
    arguments: [("words.h5", "words"), ("skipped.keras", "skipped")])
  func described(name: String, answers: String) throws {
    let scratch = try Scratch()
    let input = file("words.npy")
    let model = try Sources.library.load(file(name), input: input)
    let lines = model.description.lines
    #expect(lines.contains { $0.hasPrefix("    layer: {") })
    #expect(!lines.contains { $0.contains("_forward: ") || $0.contains(": both_forward") })
    let text = "network:\n" + lines.map { "  \($0)\n" }.joined()
    let path = try scratch.file("m.yaml", text + "weights: \(yamlWord(file(name)))\n")
    let opened = try Sources.library.load(path, input: input)
    #expect(try difference(opened, answers) < 1e-5)
  }

  @Test("a group that holds itself over and over is left after a while", .timeLimit(.minutes(10)))
  func circlesAtLength() throws {
    #expect(
      try sentence(file("keras3.json"), weights: file("circles.weights.h5")).contains(
        "it is no file of Keras's"))
  }

  @Test("a Bidirectional in our form takes the weights of Keras's")
  func bidirectional() throws {
    let scratch = try Scratch()
    let model = try scratch.file(
      "m.yaml",
      """
      network:
        input: {timesteps: 5, tokens: true}
        layers:
          - {embedding: e, input_dim: 5, output_dim: 2, mask_zero: true}
          - {bidirectional: b, layer: {lstm: l, units: 2}}
          - {dense: d, units: 1}
      """)
    let loaded = try Sources.library.load(
      model, weights: file("words.h5"), input: file("words.npy"))
    #expect(try difference(loaded, "words") < 1e-5)
  }

  @Test("a model in our form names a file of Keras's, and has its weights where it names none")
  func named() throws {
    let scratch = try Scratch()
    _ = try scratch.file("k.keras", try Damage.contents(file("keras3.keras")))
    let text = "name: mine\nnetwork: {keras: k.keras}\n"
    let model = try scratch.file("m.yaml", text)
    let loaded = try Sources.library.load(model, input: file("input.npy"))
    #expect(try difference(loaded, "keras3") < 1e-5)
    #expect(loaded.name == "mine" && loaded.weights == .file(scratch.folder + "/k.keras"))
    #expect(
      loaded.files == [model, scratch.folder + "/k.keras", file("input.npy")])
  }

  @Test(
    "what a file is its first bytes say, whatever it is called",
    arguments: [
      ("keras3.h5", "a.keras"), ("keras3.keras", "a.h5"), ("keras3.keras", "a.zip"),
      ("keras3.h5", "a"), ("keras3.json", "a.h5"), ("keras3.h5", "a.json"),
    ])
  func firstBytes(name: String, other: String) throws {
    let scratch = try Scratch()
    let copy = try scratch.file(other, try Damage.contents(file(name)))
    let weights = name == "keras3.json" ? file("keras3.weights.h5") : nil
    let model = try Sources.library.load(copy, weights: weights, input: file("input.npy"))
    #expect(try difference(model, "keras3") < 1e-5)
    #expect(model.name == "a")
  }

  private func sentence(_ model: String, weights: String? = nil) throws -> String {
    let scratch = try Scratch()
    let told = scratch.sentence { _ = try Sources.library.load(model, weights: weights) }
    return told.replacing(Sources.fixture("KerasFiles") + "/", with: "")
  }

  @Test("weights of another network are refused with what each has")
  func misfits() throws {
    #expect(
      try sentence(file("keras2.json"), weights: file("keras3.h5"))
        == "keras3.h5: it has no weights for layer 'lstm', which needs kernel (3, 12), "
        + "recurrent_kernel (3, 12) and bias (12); it has those of 'first', 'gru', 'simple_rnn' and "
        + "'dense', so it belongs to another network")
    #expect(
      try sentence(file("keras2.json"), weights: file("keras3.keras"))
        == "keras3.keras: the weight 'gru/bias' should have the shape (6), but "
        + "'layers/gru/cell/vars/2' (2, 6) stands there; the file belongs to a network of other sizes"
    )
    #expect(
      try sentence(file("keras3.json"), weights: file("keras2.weights.h5"))
        == "keras2.weights.h5: it has no weights for layer 'simple_rnn', which needs kernel (2, 2) "
        + "and recurrent_kernel (2, 2); it has those of 'layers/dense', 'layers/gru' and "
        + "'layers/lstm', so it belongs to another network")
    let scratch = try Scratch()
    let noBias = try scratch.file(
      "m.yaml",
      "network: {input: {timesteps: 5, features: 3}, layers: "
        + "[{lstm: lstm, units: 3, use_bias: false}]}")
    #expect(
      try sentence(noBias, weights: file("keras2.h5"))
        == "keras2.h5: layer 'lstm' needs kernel (3, 12) and recurrent_kernel (3, 12), but the file "
        + "has 'model_weights/lstm/lstm/lstm_cell/kernel:0' (3, 12), "
        + "'model_weights/lstm/lstm/lstm_cell/recurrent_kernel:0' (3, 12) and "
        + "'model_weights/lstm/lstm/lstm_cell/bias:0' (12) for it; it belongs to another network")
    #expect(
      try sentence(file("keras3.weights.h5"))
        == "keras3.weights.h5: it holds weights and no architecture; open the model's .json with it: "
        + "--model MODEL.json --weights FILE")
  }

  @Test("HDF5 and ZIP files of others are told apart from Keras's")
  func others() throws {
    let fixtures = Sources.folder.deletingLastPathComponent().path
    let told =
      "it is no file of Keras's: neither layers nor weights of layers stand in it, but 'attributes', "
      + "'chunks', 'compact', 'filling', 'filters', 'links', 'numbers' and 'texts'"
    let other = fixtures + "/HDF5Tests/Fixtures/earliest.h5"
    #expect(try sentence(other) == "\(other): \(told)")
    #expect(try sentence(file("keras3.json"), weights: other) == "\(other): \(told)")
    let scratch = try Scratch()
    let archive = try scratch.file(
      "a.keras", try Damage.contents(fixtures + "/ZIPTests/Fixtures/stored.zip"))
    #expect(
      scratch.sentence { _ = try Sources.library.load(file("keras3.json"), weights: archive) }
        == "a.keras: there is no entry 'model.weights.h5' in it; it has 'config.json', 'data/zeros', "
        + "'grün' and 'empty'")
    #expect(
      scratch.sentence { _ = try Sources.library.load(archive) }
        == "a.keras: JSON without a class_name is not a model that can be opened here; save a "
        + "Sequential or Functional one with model.to_json()")
  }

  @Test("tensors with Keras's own paths as names are matched, whatever stands beside them")
  func paths() throws {
    let scratch = try Scratch()
    let keras = try Sources.library.load(file("keras3.keras"))
    var tensors: [String: NumberArray] = [:]
    for (name, tensor) in keras.network.weights {
      let parts = name.split(separator: "/")
      let cell = parts[0] == "dense" ? "" : "cell/"
      tensors["sequential/\(parts[0])/\(cell)\(parts[1])"] = NumberArray(tensor)
    }
    let path = scratch.folder + "/w.safetensors"
    try Safetensors(tensors: tensors).write(to: path)
    let model = try Sources.library.load(
      file("keras3.json"), weights: path, input: file("input.npy"))
    #expect(try difference(model, "keras3") < 1e-5)
  }

  @Test(
    "files of kinds that are not read are called by their names, with what to do",
    arguments: [
      (
        "pointer.h5", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n",
        "this is a pointer of Git LFS, not the file itself; run 'git lfs pull' in its repository to "
          + "fetch it"
      ),
      (
        "a.pb", "\u{8}\u{1}",
        "this is a graph of TensorFlow, which is not read; load the model where it was made and "
          + "save it with model.save('model.keras')"
      ),
      (
        "a.bin", "\u{1C}\u{0}\u{0}\u{0}TFL3",
        "this is a TensorFlow Lite model, which is not read; open the model that it was converted "
          + "from"
      ),
      (
        "a.weights.json", "{}",
        "this is a list of the files over which weights are spread, which is not read; save them in "
          + "one, with model.save_weights('model.weights.h5')"
      ),
      (
        "a.pt2", "x",
        "this is a program of torch.export, which is not read; save the weights with "
          + "torch.save(model.state_dict(), FILE)"
      ),
      (
        "a.ckpt.index", "x",
        "this is a checkpoint of TensorFlow, which is not read; load it into its model and save "
          + "that with model.save('model.keras')"
      ),
    ])
  func foreign(name: String, text: String, sentence: String) throws {
    let scratch = try Scratch()
    let path = try scratch.file(name, text)
    #expect(
      scratch.sentence { _ = try Sources.library.load(path) } == "\(name): \(sentence)")
    #expect(
      scratch.sentence { _ = try Sources.library.load(file("keras3.json"), weights: path) }
        == "\(name): \(sentence)")
  }

  @Test("a SavedModel is told from other folders")
  func savedModel() throws {
    let scratch = try Scratch()
    _ = try scratch.file("saved/saved_model.pb", "x")
    #expect(
      scratch.sentence { _ = try Sources.library.load(scratch.folder + "/saved") }
        == "saved: this is a SavedModel of TensorFlow, which is not read; load it where it was made "
        + "and save it with model.save('model.keras')")
  }
}
