import Documents
import Engine
import Foundation
import Testing

@testable import ModelFiles

@Suite struct KerasJSONTests {
  private func network(_ fixture: String) throws -> NetworkDescription {
    try KerasJSON.read(Sources.fixture(fixture)).network
  }

  @Test("the weather network of Keras is the one in our short form")
  func weather() throws {
    let ours = try ModelFile.ours(Sources.lessons + "/models/weather/model.yaml", .everything)
    #expect(try network("weather_config.json") == ours.network)
    #expect(ours.network.plan().parameterCount == 137_217)
  }

  @Test("flags, activations and missing biases arrive")
  func settings() throws {
    let backwards = try network("keras_go_backwards.json")
    #expect(
      backwards.layers == [
        Layer(LSTM(name: "lstm", units: 5, returnSequences: true, goBackwards: true))
      ])
    #expect(
      try network("keras_return_state.json").layers == [
        Layer(LSTM(name: "lstm", units: 5, returnSequences: true, returnState: true))
      ])
    guard let lstm = try network("keras_activations.json").layers[0].settings as? LSTM else {
      Issue.record("an LSTM is expected")
      return
    }
    #expect(lstm.activation == .relu && lstm.recurrentActivation == .hardSigmoid)
    guard let plain = try network("keras_no_bias.json").layers[0].settings as? LSTM else {
      Issue.record("an LSTM is expected")
      return
    }
    #expect(plain.useBias == false)
  }

  @Test(
    "a GRU is read with its own settings; a file of Keras 1 or 2 that knows no reset_after has none"
  )
  func gru() throws {
    let network = try network("keras_gru.json")
    #expect(network.layers.first == Layer(GRU(name: "gru", units: 5, returnSequences: true)))
    let scratch = try Scratch()
    func layer(_ version: String) throws -> Layer? {
      let file = try scratch.file(
        "a.json",
        """
        {"class_name": "Sequential", \(version) "config": {"layers": [
        {"class_name": "GRU", "config": {"name": "a", "units": 4, "batch_input_shape": [null, 5, 3]}}]}}
        """)
      return try KerasJSON.read(file).network.layers.first
    }
    #expect(
      try layer("\"keras_version\": \"2.2.4\",")
        == Layer(GRU(name: "a", units: 4, resetAfter: false)))
  }

  /// One line of JSON with an LSTM's settings in it, so that columns are known.
  private func sentence(_ text: String) throws -> String {
    let scratch = try Scratch()
    let file = try scratch.file("a.json", text)
    return scratch.sentence { _ = try KerasJSON.read(file) }
  }

  private func sequential(_ settings: String, input: String = "[null, 5, 3]") -> String {
    """
    {"class_name": "Sequential", "config": {"layers": [
    {"class_name": "InputLayer", "config": {"name": "x", "batch_shape": \(input)}},
    {"class_name": "LSTM", "config": {"name": "a", "units": 4, \(settings)}}]}}
    """
  }

  @Test("a Sequential model is read, what changes nothing is passed over")
  func sequential() throws {
    let scratch = try Scratch()
    let text = sequential(#""dropout": 0.5, "recurrent_dropout": 0.5, "unroll": true"#)
    let network = try KerasJSON.read(try scratch.file("a.json", text)).network
    #expect(
      network
        == NetworkDescription(
          input: InputLayer(name: "x", timesteps: 5, features: 3),
          layers: [Layer(LSTM(name: "a", units: 4))]))
    #expect(
      try KerasJSON.read(
        try scratch.file("b.json", sequential("\"activation\": null", input: "[null, null, 3]"))
      ).network.input.timesteps == nil)
  }

  @Test(
    "a setting that would change numbers is refused by its layer's name",
    arguments: [
      (
        #""activation": "sparsemax""#,
        "activation=sparsemax, but the known ones are tanh, sigmoid, relu, linear, hard_sigmoid, "
          + "softsign, softplus, elu, selu, gelu, silu, mish and 6 more"
      ),
      (
        #""activation": {"class_name": "Own", "config": {"a": 1}}"#,
        "activation=Own, which is a custom function and cannot be done here"
      ),
      (#""dtype": "mixed_float16""#, "dtype=mixed_float16, but float32 is what is computed here"),
      (
        #""dtype": {"class_name": "DTypePolicy", "config": {"name": "float64"}}"#,
        "dtype=float64, but float32 is what is computed here"
      ),
    ])
  func refusedSettings(setting: String, sentence: String) throws {
    let found = try self.sentence(sequential(setting))
    #expect(found.hasPrefix("a.json:3:"))
    #expect(found.hasSuffix(": layer 'a' has " + sentence))
  }

  @Test("hard_sigmoid of Keras 2 is computed as Keras 2 does, for every activation")
  func hardSigmoid() throws {
    let model = try Sources.library.load(
      Sources.fixture("keras2_hard_sigmoid.json"),
      weights: Sources.fixture("keras2_hard_sigmoid.safetensors"),
      input: Sources.fixture("keras2_hard_sigmoid_input.npy"))
    let lstm = try #require(model.network.description.layers.first?.recurrent)
    #expect(lstm.quantity(.cellCandidate)?.sum?.activation == .hardSigmoidOfKeras2)
    let trace = try model.network.forward(try model.observations.observation(0))
    // What tf_keras 2.21.0 computes for the same file.
    let right: [Float] = [-0.500_544_965, -0.419_459_193]
    #expect(largestDifference(try #require(trace.output(1)).values, right) < 1e-6)
    let text = sequential(#""recurrent_activation": "hard_sigmoid""#)
    let old = text.dropLast() + #", "keras_version": "2.15.0"}"#
    #expect(try sentence(text) == "no error")
    #expect(try sentence(String(old)) == "no error")
  }

  @Test("a layer's name with a control character is refused at its place")
  func hiddenName() throws {
    let text = sequential("\"use_bias\": true").replacing(
      #""name": "a""#, with: #""name": "a\u001b""#)
    #expect(
      try sentence(text)
        == "a.json:3:43: the name 'a' holds the character U+001B, which cannot be shown; "
        + "leave it out")
  }

  @Test("Keras 2's functional form is read")
  func keras2Functional() throws {
    let scratch = try Scratch()
    let file = try scratch.file(
      "a.json",
      """
      {"class_name": "Functional", "keras_version": "2.9.0", "config": {"layers": [
      {"class_name": "InputLayer", "config": {"name": "x", "batch_input_shape": [null, 5, 3]},
       "inbound_nodes": []},
      {"class_name": "Dense", "config": {"name": "b", "units": 1},
       "inbound_nodes": [[["a", 0, 0, {}]]]},
      {"class_name": "LSTM", "config": {"name": "a", "units": 4, "time_major": false},
       "inbound_nodes": [[["x", 0, 0, {}]]]}],
      "output_layers": [["b", 0, 0]]}}
      """)
    #expect(try KerasJSON.read(file).network.layers.map(\.name) == ["a", "b"])
  }

  private func functional(_ nodes: String, _ rest: String = "") -> String {
    """
    {"class_name": "Functional", "config": {"layers": [
    {"class_name": "InputLayer", "config": {"name": "x", "batch_shape": [null, 5, 3]}},
    {"class_name": "LSTM", "config": {"name": "a", "units": 4, "return_state": true},
     "inbound_nodes": [[["x", 0, 0, {}]]]},
    {"class_name": "Add", "config": {"name": "b"}, "inbound_nodes": \(nodes)}]\(rest)}}
    """
  }

  @Test("layers that meet, and states, are read by their names; what comes right before by none")
  func graph() throws {
    let scratch = try Scratch()
    let text = functional(#"[[["a", 0, 0, {}], ["a", 0, 2, {}]]]"#)
    let network = try KerasJSON.read(try scratch.file("a.json", text)).network
    #expect(
      network.layers == [
        Layer(LSTM(name: "a", units: 4, returnState: true)),
        Layer(Add(name: "b"), reads: [Source("a"), Source("a", output: 2)]),
      ])
  }

  @Test("what the output does not need is left out, other inputs stand among the layers")
  func needed() throws {
    let scratch = try Scratch()
    let text = """
      {"class_name": "Functional", "config": {"layers": [
      {"class_name": "InputLayer", "config": {"name": "one", "batch_shape": [null, 5, 3]}},
      {"class_name": "InputLayer", "config": {"name": "two", "batch_shape": [null, 4]}},
      {"class_name": "Lambda", "config": {"name": "idle"}, "inbound_nodes": [[["two", 0, 0, {}]]]},
      {"class_name": "LSTM", "config": {"name": "a", "units": 4},
       "inbound_nodes": [[["one", 0, 0, {}]]]},
      {"class_name": "Add", "config": {"name": "b"},
       "inbound_nodes": [[["a", 0, 0, {}], ["two", 0, 0, {}]]]}],
      "input_layers": [["two", 0, 0], ["one", 0, 0]], "output_layers": ["b", 0, 0]}}
      """
    let network = try KerasJSON.read(try scratch.file("a.json", text)).network
    #expect(network.inputs.map(\.name) == ["two", "one"])
    #expect(network.layers.map(\.name) == ["one", "a", "b"])
    #expect(network.plan().failure == nil)
  }

  @Test(
    "an operation between layers is its layer where it joins two tensors, and refused otherwise")
  func operations() throws {
    func tensor(_ name: String) -> String {
      #"{"class_name": "__keras_tensor__", "config": {"keras_history": ["\#(name)", 0, 0]}}"#
    }
    func text(_ arguments: String) -> String {
      """
      {"class_name": "Functional", "config": {"layers": [
      {"class_name": "InputLayer", "config": {"name": "x", "batch_shape": [null, 5, 3]}},
      {"class_name": "Activation", "config": {"name": "a", "activation": "relu"},
       "inbound_nodes": [{"args": [\(tensor("x"))], "kwargs": {}}]},
      {"module": "keras.src.ops.numpy", "class_name": "Multiply", "config": {"name": "b"},
       "inbound_nodes": [{"args": [\(arguments)], "kwargs": {}}]}]}}
      """
    }
    let scratch = try Scratch()
    let both = text(tensor("a") + ", " + tensor("x"))
    var multiply = Multiply(name: "b")
    // An operation hands on no mask.
    multiply.masks = .none
    #expect(
      try KerasJSON.read(try scratch.file("a.json", both)).network.layers.last
        == Layer(multiply, reads: [Source("a"), Source("x")]))
    #expect(
      try sentence(text(tensor("a") + ", 2.0"))
        == "a.json:5:1: layer 'b' is a keras.ops call, Multiply, which cannot be opened; save a model "
        + "without it")
  }

  @Test("a Bidirectional is its two layers and where they meet; masks find their way by themselves")
  func wrappers() throws {
    let network = try network("keras_bidirectional_concat.json")
    #expect(network.layers.map(\.name) == ["bi_forward", "bi_backward", "bi"])
    #expect(network.layers[1].readsBackwards)
    let masked = try self.network("keras_masked_last.json")
    #expect(masked.layers.map(\.kind) == ["Masking", "LSTM"])
  }

  @Test(
    "a layer without a place is refused by its name",
    arguments: [
      (
        #"[[["x", 0, 0, {}]], [["a", 0, 0, {}]]]"#, "", "5:1",
        "layer 'b' is called 2 times; a layer that is shared cannot be opened, so make one for each "
          + "call"
      ),
      (
        #"[[["a", 0, 3, {}]]]"#, "", "5:1",
        "layer 'b' reads 'a', which does not hand that on in this file; save the model again"
      ),
      (
        #"[[["z", 0, 0, {}]]]"#, "", "5:1",
        "layer 'b' reads 'z', which does not hand that on in this file; save the model again"
      ),
      (
        #"[[["b", 0, 0, {}]]]"#, #", "output_layers": [["b", 0, 0]]"#, "5:1",
        "layer 'b' reads, over others, what it hands on itself; save the model again"
      ),
      (
        "[]", #", "output_layers": [["b", 0, 0]]"#, "5:1",
        "layer 'b' is fed nothing; connect it, or leave it out"
      ),
      (
        #"[[["a", 0, 0, {}]]]"#, #", "output_layers": [["a", 0, 0], ["b", 0, 0]]"#, "1:51",
        "layer 'b' is one of several outputs, or hands on a state as the answer; make a model with "
          + "one output"
      ),
    ])
  func wiring(nodes: String, rest: String, place: String, sentence: String) throws {
    #expect(try self.sentence(functional(nodes, rest)) == "a.json:\(place): \(sentence)")
  }

  @Test("each kind of setting is read from the table of its layer")
  func tables() throws {
    let scratch = try Scratch()
    func layer(_ className: String, _ settings: String) throws -> Layer? {
      let file = try scratch.file(
        "a.json",
        """
        {"class_name": "Sequential", "keras_version": "2.9.0", "config": {"layers": [
        {"class_name": "\(className)", "config": {"name": "a", \(settings),
         "batch_input_shape": [null, 5, 3]}}]}}
        """)
      return try KerasJSON.read(file).network.layers.first
    }
    var convolution = Conv1D(name: "a", filters: 4, kernelSize: 3)
    convolution.strides = 2
    #expect(
      try layer("Conv1D", #""filters": 4, "kernel_size": [3], "strides": [2], "padding": "valid""#)
        == Layer(convolution))
    var leaky = LeakyReLU(name: "a")
    leaky.negativeSlope = 0.25
    #expect(try layer("LeakyReLU", #""alpha": 0.25"#) == Layer(leaky))
    var curve = ReLU(name: "a")
    curve.maxValue = 6
    #expect(
      try layer("ReLU", #""max_value": 6.0, "negative_slope": 0.0, "threshold": 0.0"#)
        == Layer(curve))
    var shape = Reshape(name: "a")
    shape.targetShape = [3, 5]
    #expect(try layer("Reshape", #""target_shape": [3, 5]"#) == Layer(shape))
    #expect(
      try layer("LSTM", #""units": 2, "stateful": true"#).map { $0.recurrent?.stateful } == true)
    #expect(
      scratch.sentence {
        _ = try layer("Conv1D", #""filters": 4, "kernel_size": 3, "padding": "full""#)
      }.hasSuffix(": layer 'a' has padding=full, but it can be valid, same or causal"))
    #expect(
      scratch.sentence {
        _ = try layer(
          "Conv1D", #""filters": 4, "kernel_size": 3, "data_format": "channels_first""#)
      }.hasSuffix(": layer 'a' has data_format=channels_first, but the features come last here"))
    #expect(
      scratch.sentence { _ = try layer("Conv1D", #""filters": 4"#) }
        == "a.json:2:36: the key 'kernel_size' is missing here; write for example '\"kernel_size\": 3'"
    )
  }

  @Test(
    "what is no model is refused",
    arguments: [
      (
        "{}",
        "a.json:1:1: JSON without a class_name is not a model that can be opened here; save a "
          + "Sequential or Functional one with model.to_json()"
      ),
      (
        #"{"class_name": "Own", "config": {}}"#,
        "a.json:1:16: the class Own is not a model that can be opened here; save a Sequential or "
          + "Functional one with model.to_json()"
      ),
      (
        #"{"class_name": "Sequential", "config": {"layers": []}}"#,
        "a.json:1:51: the input shape is missing; begin the model with keras.Input((timesteps, "
          + "features))"
      ),
      (
        #"{"class_name": "Sequential", "config": {"layers": [{"class_name": "Dense", "#
          + #""config": {"name": "d", "units": 2}}]}}"#,
        "a.json:1:52: the input shape is missing; begin the model with keras.Input((timesteps, "
          + "features))"
      ),
    ])
  func noModel(text: String, sentence: String) throws {
    #expect(try self.sentence(text) == sentence)
  }
}
