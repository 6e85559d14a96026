import Documents
import Engine
import Phrases
import Testing

@testable import ModelFiles

/// The forms in which people have Keras's JSON.
@Suite struct KerasFormsTests {
  private func model(_ text: String) throws -> KerasModel {
    let scratch = try Scratch()
    return try KerasJSON.read(try scratch.file("a.json", text))
  }

  private func sentence(_ text: String) throws -> String {
    let scratch = try Scratch()
    let file = try scratch.file("a.json", text)
    return scratch.sentence { _ = try Sources.library.load(file) }
  }

  private let plain = NetworkDescription(
    input: InputLayer(name: "input_layer", timesteps: 6, features: 3),
    layers: [
      Layer(LSTM(name: "lstm_1", units: 4)), Layer(Dense(name: "dense_1", units: 2)),
    ])

  @Test("the two layers of a Bidirectional have names of their own, whatever others are called")
  func namesWithin() throws {
    let found = try model(
      """
      {"class_name": "Sequential", "config": {"layers": [
      {"class_name": "InputLayer", "config": {"name": "x", "batch_shape": [null, 5, 3]}},
      {"class_name": "Dense", "config": {"name": "a_forward", "units": 3}},
      {"class_name": "Bidirectional", "config": {"name": "a", "layer":
      {"class_name": "LSTM", "config": {"name": "lstm", "units": 2}}}},
      {"class_name": "Dense", "config": {"name": "a_2_backward", "units": 1}}]}}
      """)
    #expect(
      found.network.layers.map(\.name)
        == ["a_forward", "a_2_forward", "a_2_backward", "a_2", "a_2_backward_2"])
    #expect(found.network.plan().failure == nil)
  }

  @Test("what only its training looks at is told, layer by layer, what is as usual is not")
  func settingsOfTraining() throws {
    let scratch = try Scratch()
    let file = try scratch.file(
      "a.json",
      """
      {"class_name": "Sequential", "config": {"layers": [
      {"class_name": "InputLayer", "config": {"name": "x", "batch_shape": [null, 5, 3]}},
      {"class_name": "Bidirectional", "config": {"name": "both", "trainable": true, "layer":
      {"class_name": "LSTM", "config": {"name": "lstm", "units": 2, "return_sequences": true,
      "dropout": 0.2, "recurrent_dropout": 0.0, "kernel_regularizer": null}}}},
      {"class_name": "GRU", "config": {"name": "gru", "units": 2, "stateful": true,
      "recurrent_dropout": 0.5, "trainable": false,
      "bias_regularizer": {"class_name": "L2", "config": {"l2": 0.1}}}},
      {"class_name": "Dropout", "config": {"name": "drop", "rate": 0.5}},
      {"class_name": "Dense", "config": {"name": "out", "units": 1, "kernel_constraint": null}}]}}
      """)
    let model = try Sources.library.load(file)
    #expect(
      model.notes.map(\.description) == [
        "\(file): passed over dropout of both and stateful, recurrent_dropout, trainable: false and "
          + "bias_regularizer of gru; that changes no answer, but how Keras would train it"
      ])
  }

  @Test("what Keras refuses, or an older one did in another way, is refused")
  func refusedSettings() throws {
    func layer(_ text: String) throws -> String {
      try sentence(
        #"{"class_name": "Sequential", "config": {"layers": [{"class_name": "InputLayer", "config": "#
          + #"{"name": "x", "batch_shape": [null, 5, 3]}}, \#(text)]}}"#)
    }
    for kind in ["MaxPooling1D", "AveragePooling1D"] {
      #expect(
        try layer(
          #"{"class_name": "\#(kind)", "config": {"name": "a", "padding": "causal"}}"#
        ).contains("padding=causal, but it can be valid or same"))
    }
    #expect(
      try layer(
        #"{"class_name": "BatchNormalization", "config": {"name": "a", "mode": 1}}"#
      ).contains("mode=1, which changes its numbers and cannot be done here"))
    #expect(
      try layer(#"{"class_name": "AdditiveAttention", "config": {"name": "a"}}"#).contains(
        "layer 'a' is an AdditiveAttention, which cannot be opened"))
    #expect(
      try layer(#"{"class_name": "UnitNormalization", "config": {"name": "a"}}"#).contains(
        "layer 'a' is a UnitNormalization, which cannot be opened"))
  }

  @Test("the names of Keras 1, its list of layers and its lengths of the input are read")
  func keras1() throws {
    let text = """
      {"class_name": "Sequential", "keras_version": "1.2.2", "config": [
      {"class_name": "LSTM", "config": {"name": "lstm_1", "input_dim": 3, "input_length": 6,
       "output_dim": 4, "init": "glorot_uniform", "inner_init": "orthogonal",
       "forget_bias_init": "one", "activation": "tanh", "inner_activation": "sigmoid",
       "return_sequences": false, "dropout_W": 0.0, "W_regularizer": null}},
      {"class_name": "Dense", "config": {"name": "dense_1", "output_dim": 2, "bias": true,
       "activation": "linear"}}]}
      """
    #expect(try model(text).network == plain)
    var other = LSTM(name: "lstm_1", units: 4)
    other.unitForgetBias = false
    other.recurrentActivation = .hardSigmoidOfKeras2
    let changed = text.replacing("\"one\"", with: "\"zero\"")
      .replacing("inner_activation\": \"sigmoid", with: "inner_activation\": \"hard_sigmoid")
    #expect(try model(changed).network.layers[0] == Layer(other))
  }

  @Test(
    "the input's shape is found where each version has it",
    arguments: [
      #""batch_shape": [null, 6, 3]"#, #""batch_input_shape": [null, 6, 3]"#,
      #""input_shape": [6, 3]"#, #""input_dim": 3, "input_length": 6"#,
    ])
  func inputShapes(shape: String) throws {
    let text = """
      {"class_name": "Sequential", "config": {"name": "s", "layers": [
      {"class_name": "LSTM", "config": {"name": "lstm_1", "units": 4, \(shape)}},
      {"class_name": "Dense", "config": {"name": "dense_1", "units": 2}}]}}
      """
    #expect(try model(text).network == plain)
  }

  @Test(
    "the shape that a model or its first layer was built for stands for one that is not said",
    arguments: [
      (#", "build_config": {"input_shape": [null, 6, 3]}"#, ""),
      ("", #", "build_input_shape": [null, 6, 3]"#),
    ])
  func builtShapes(ofLayer: String, ofModel: String) throws {
    let text = """
      {"class_name": "Sequential", "config": {"name": "s", "layers": [
      {"class_name": "LSTM", "config": {"name": "lstm_1", "units": 4}\(ofLayer)},
      {"class_name": "Dense", "config": {"name": "dense_1", "units": 2}}]\(ofModel)}}
      """
    #expect(try model(text).network == plain)
  }

  private let short =
    #"{"class_name": "Sequential", "config": [{"class_name": "LSTM", "config": {"name": "lstm_1", "#
    + #""units": 4, "batch_input_shape": [null, 6, 3]}}, {"class_name": "Dense", "config": {"#
    + #""name": "dense_1", "units": 2}}]}"#

  @Test("JSON within a JSON text is read, and what is wrong in it is told of the file")
  func twice() throws {
    #expect(try model(JSON.quoted(short)).network == plain)
    #expect(
      try sentence(JSON.quoted(String(short.dropLast())))
        == "a.json: its text is not JSON: ',' or '}' is expected after 208 bytes; save the model again"
    )
  }

  @Test("what model.get_config() gives is read, which says no class")
  func configAlone() throws {
    let layers = short.dropFirst(#"{"class_name": "Sequential", "config": "#.count).dropLast()
    #expect(try model(#"{"name": "s", "layers": \#(layers)}"#).network == plain)
  }

  @Test("escapes are read, those of two halves too")
  func escapes() throws {
    let text = short.replacing("dense_1", with: #"d\u00fcnn \ud83d\ude42"#)
    #expect(try model(text).network.layers[1].name == "dünn 🙂")
    #expect(
      try sentence(short.replacing("dense_1", with: #"d\ud83d"#))
        .hasSuffix(
          ": this is not JSON: both halves of a surrogate pair is expected here; save the file again"
        ))
  }

  @Test("an older file's GRU has no reset_after, cuDNN's always has")
  func resetAfter() throws {
    func gru(_ version: String, _ className: String) throws -> Layer {
      try model(
        """
        {"class_name": "Sequential"\(version), "config": {"layers": [{"class_name": "\(className)",
        "config": {"name": "g", "units": 2, "batch_input_shape": [null, 5, 3]}}]}}
        """
      ).network.layers[0]
    }
    let older = #", "keras_version": "2.1.6-tf""#
    #expect(try gru(older, "GRU") == Layer(GRU(name: "g", units: 2, resetAfter: false)))
    #expect(try gru(older, "CuDNNGRU") == Layer(GRU(name: "g", units: 2)))
    #expect(
      try gru(#", "module": "keras", "keras_version": "3.1.0""#, "GRU")
        == Layer(GRU(name: "g", units: 2)))
    // Without a version, the key of the input's shape tells it.
    #expect(try gru("", "GRU") == Layer(GRU(name: "g", units: 2, resetAfter: false)))
  }

  @Test("a model in a model stands in its place, TimeDistributed Dense is Dense")
  func nested() throws {
    let inner =
      #"{"class_name": "Sequential", "config": {"name": "inner", "layers": [{"class_name": "#
      + #""InputLayer", "config": {"name": "x", "batch_shape": [null, 6, 3]}}, {"class_name": "LSTM", "#
      + #""config": {"name": "lstm_1", "units": 4, "return_sequences": true}}]}}"#
    let model = try model(
      """
      {"class_name": "Sequential", "config": {"name": "s", "layers": [\(inner), \(inner),
      {"class_name": "TimeDistributed", "config": {"name": "each", "layer":
       {"class_name": "Dense", "config": {"name": "dense_1", "units": 2}}}}]}}
      """)
    #expect(
      model.network.layers.map(\.name) == ["lstm_1", "inner_lstm_1", "each"])
    #expect(model.network.layers[2] == Layer(Dense(name: "each", units: 2)))
    #expect(model.network.input.features == 3)
    #expect(
      SavedLayer.grouped(model.layers).map(\.group)
        == ["sequential", "sequential_1", "time_distributed"])
  }

  @Test("a mask before what is unrolled and reads backwards is refused where Keras skips otherwise")
  func unrolledMask() throws {
    func model(_ first: String, sequences: Bool = true, unroll: Bool = true) -> String {
      """
      {"class_name": "Sequential", "config": {"name": "s", "layers": [
      {"class_name": "InputLayer", "config": {"name": "x", "batch_shape": [null, 6, 3]}},
      \(first)
      {"class_name": "Bidirectional", "config": {"name": "both", "layer":
       {"class_name": "LSTM", "config": {"name": "lstm", "units": 4,
        "return_sequences": \(sequences), "unroll": \(unroll)}}}}]}}
      """
    }
    let masking = #"{"class_name": "Masking", "config": {"name": "m"}},"#
    #expect(
      try sentence(model(masking))
        == "a.json:4:1: layer 'both' is unrolled and reads backwards behind a mask, where Keras skips the "
        + "wrong timesteps; save the model with unroll=False")
    // Without the mask, the sequence or the unrolling both are the same.
    for text in [
      model(""), model(masking, sequences: false), model(masking, unroll: false),
    ] { #expect(try self.model(text).network.layers.count >= 3) }
  }

  @Test("all layers that cannot be opened are told in one error")
  func refusals() throws {
    #expect(
      try sentence(
        """
        {"class_name": "Sequential", "config": {"name": "s", "layers": [
        {"class_name": "Own>First", "config": {"name": "a"}},
        {"class_name": "LSTM", "config": {"name": "lstm", "units": 4}},
        {"class_name": "Lambda", "config": {"name": "b"}}]}}
        """)
        == "a.json:2:1: 2 layers cannot be opened: 'a' (Own>First) and 'b' (Lambda); an "
        + "Own>First and a Lambda are Python code, which is never run: build them of other layers")
    #expect(
      try sentence(
        """
        {"class_name": "Sequential", "config": {"name": "s", "layers": [
        {"module": "keras.layers", "class_name": "Conv2D", "config": {"name": "a"}},
        {"module": "mine", "class_name": "Own", "config": {"name": "b"}},
        {"module": "mine", "class_name": "Own", "config": {"name": "c"}}]}}
        """)
        == "a.json:2:1: 3 layers cannot be opened: 'a' (Conv2D), 'b' (Own) and 'c' (Own); an Own is "
        + "Python code, which is never run: build it of other layers, and save a model without 'a'")
    #expect(
      try sentence(
        """
        {"class_name": "Sequential", "config": {"name": "s", "layers": [
        {"class_name": "TimeDistributed", "config": {"name": "each", "layer":
         {"class_name": "Conv2D", "config": {"name": "c"}}}}]}}
        """)
        == "a.json:2:1: layer 'each' is a TimeDistributed around Conv2D, which cannot be opened; save "
        + "a model without it")
  }

  @Test("what is larger than any architecture is refused before it takes memory or time")
  func sizes() throws {
    let layer = #"{"class_name": "Dropout", "config": {"name": "a", "rate": 0.1}}"#
    func model(_ layers: [String]) -> String {
      #"{"class_name": "Sequential", "config": {"name": "s", "layers": [\#(layers.joined(separator: ","))]}}"#
    }
    let input =
      #"{"class_name": "InputLayer", "config": {"name": "i", "batch_shape": [null, 5, 3]}}"#
    let part = model([String](repeating: layer, count: 900))
    #expect(
      try sentence(model([input, part, part])).hasSuffix(
        ": the network has 1,001 layers, and at most 1,000 can be opened: give it fewer"))
    #expect(
      try sentence(model([String](repeating: layer, count: 1001))).hasSuffix(
        ": the network has 1,001 layers, and at most 1,000 can be opened: give it fewer"))
    #expect(
      try sentence(String(repeating: " ", count: 2 << 20) + "{}")
        == "a.json: it is larger than 2 MiB, the most that is read")
  }

  @Test("an untrained model is filled by the initialisers of its file")
  func initialisers() throws {
    let text = short.replacing(
      #""units": 2"#,
      with:
        #""units": 2, "kernel_initializer": {"class_name": "Constant", "config": {"value": 0.5}},"#
        + #" "bias_initializer": "ones""#)
    let scratch = try Scratch()
    let model = try Sources.library.load(try scratch.file("a.json", text))
    #expect(
      model.network.weights["dense_1/kernel"]
        == Tensor(shape: [4, 2], values: [Float](repeating: 0.5, count: 8)))
    #expect(model.network.weights["dense_1/bias"] == Tensor(shape: [2], values: [1, 1]))
    // A forget gate keeps its own bias.
    let lstm = short.replacing(#""units": 4"#, with: #""units": 1, "bias_initializer": "zeros""#)
    #expect(
      try Sources.library.load(try scratch.file("b.json", lstm)).network.weights["lstm_1/bias"]
        == Tensor(shape: [4], values: [0, 1, 0, 0]))
    let own = text.replacing(#""ones""#, with: #"{"class_name": "Own", "config": {}}"#)
    #expect(
      try sentence(own).hasSuffix(
        ": the weight 'dense_1/bias' is to be filled by Own, which is not known here; give the model "
          + "weights with --weights, or one of Keras's own initialisers"))
  }

  @Test(
    "each of Keras's initialisers is known, as a name and as an object",
    arguments: [
      ("zeros", "Zeros"), ("ones", "Ones"), ("glorot_uniform", "GlorotUniform"),
      ("glorot_normal", "GlorotNormal"), ("he_uniform", "HeUniform"), ("he_normal", "HeNormal"),
      ("lecun_uniform", "LecunUniform"), ("lecun_normal", "LecunNormal"),
      ("random_uniform", "RandomUniform"), ("random_normal", "RandomNormal"),
      ("truncated_normal", "TruncatedNormal"), ("orthogonal", "Orthogonal"),
      ("identity", "Identity"), ("variance_scaling", "VarianceScaling"), ("constant", "Constant"),
    ])
  func known(name: String, className: String) throws {
    func initialiser(_ written: String) throws -> WeightInitialiser {
      let text = short.replacing(
        #""units": 2"#, with: #""units": 2, "kernel_initializer": \#(written)"#)
      guard case .known(let known) = try model(text).initialisers["dense_1/kernel"] else {
        Issue.record("\(written) is known")
        return .constant(.nan)
      }
      return known
    }
    #expect(
      try initialiser("\"\(name)\"")
        == initialiser("{\"class_name\": \"\(className)\", \"config\": {}}"))
  }
}
