import Documents
import Engine
import Phrases
import Testing

@testable import ModelFiles

@Suite struct LoadedModelTests {
  @Test(
    "the shipped weights give Keras's answers",
    arguments: [("latch", 0, "latch_output.npy"), ("weather", 1050, "weather_output.npy")])
  func kerasOutputs(name: String, first: Int, fixture: String) throws {
    let model = try Sources.library.load(name)
    let expected = try NumPyFile.read(Sources.fixture(fixture)).values
    var batch: [Observation] = []
    for index in expected.indices {
      batch.append(try model.observations.observation(first + index))
    }
    let outputs = try model.network.outputs(batch).flatMap(\.values)
    // Sums in another order differ by up to 3e-7; the answers are between 0 and 1.
    #expect(largestDifference(outputs, expected) < 1e-5)
  }

  @Test("Keras's JSON with weights and input of one's own gives Keras's answers")
  func overrides() throws {
    let model = try Sources.library.load(
      Sources.fixture("weather_config.json"),
      weights: Sources.lessons + "/models/weather/weights.safetensors",
      input: Sources.fixture("weather_input.csv"))
    #expect(model.name == "weather_config")
    #expect(model.weights.isTrained)
    #expect(model.features.map(\.name).last == "season")
    #expect(model.observations.count == 1 && model.firstObservation == 0)
    let facts = try model.observations.facts(0)
    #expect(facts.name == "observation 0" && facts.span == "of 1 in weather_input.csv")
    let output = try model.network.forward(try model.observations.observation(0)).output(4)
    let expected = try NumPyFile.read(Sources.fixture("weather_output.npy")).values
    #expect(largestDifference(output?.values ?? [], [expected[0]]) < 1e-5)
  }

  @Test("the latch opens on sequence 1, with its words and telling units")
  func latch() throws {
    let model = try Sources.library.load("latch")
    #expect(model.firstObservation == 1)
    #expect(model.observations.count == nil)
    #expect(model.telling == ["lstm1": 117, "lstm2": 58])
    #expect(model.features.map(\.name) == (0..<10).map { "symbol \($0)" })
    #expect(model.output?.label == "set at the end")
    #expect(model.output?.words(true) == "it is set")
    #expect(model.output?.words(false) == "it is not set")
  }

  @Test("the weather opens on a test window, answered rightly, with units of measure")
  func weather() throws {
    let model = try Sources.library.load("weather")
    let facts = try model.observations.facts(model.firstObservation)
    #expect(facts.split == .test)
    let observation = try model.observations.observation(model.firstObservation)
    let answer = try #require(try model.network.outputs([observation]).first?.values.first)
    #expect(model.output?.answer(answer) == facts.target)
    #expect(abs(answer - 0.243) < 0.005)
    #expect(model.features.prefix(4).map(\.unit) == ["mm", "°C", "°C", "m/s"])
    #expect(model.output?.words(false) == "it stayed dry")
  }

  @Test("a network without weights and data is untrained, and gets made-up numbers")
  func untrained() throws {
    let model = try Sources.library.load(Sources.fixture("weather_config.json"), seed: 3)
    #expect(model.weights == .untrained(seed: 3))
    let facts = try model.observations.facts(2)
    #expect(facts.name == "observation 2" && facts.rule == "made-up numbers")
    let observation = try model.observations.observation(2)
    #expect(observation.values.allSatisfy { $0 >= -1 && $0 < 1 })
    #expect(try model.observations.observation(2) == observation)
    #expect(try model.observations.timesteps(of: 2).count == 50)
    #expect(model.features[9].name == "feature 9")
    #expect(try model.accuracy() == [])
  }

  @Test("an observation that is not there is refused")
  func noObservation() throws {
    let model = try Sources.library.load("weather")
    let scratch = try Scratch()
    #expect(
      scratch.sentence { _ = try model.observations.observation(1411) }
        == "the weather: there is no observation 1411; they count from 0 to 1410")
    #expect(
      scratch.sentence { _ = try Sources.library.load("latch").observations.facts(-1) }
        == "the latch: there is no observation -1; they count from 0 on")
  }

  @Test("what does not fit together is refused with its place")
  func misfits() throws {
    let scratch = try Scratch()
    let network = "network: {input: {timesteps: 3, features: 2}, layers: [{lstm: a, units: 1}]}\n"
    func sentence(_ lines: String, weights: String? = nil) throws -> String {
      let file = try scratch.file("m.yaml", network + lines)
      return scratch.sentence { _ = try Sources.library.load(file, weights: weights) }
    }
    #expect(
      try sentence("features: [x]")
        == "m.yaml:2:11: it names 1 feature, but the input has 2")
    #expect(
      try sentence("observations: {kind: latch}")
        == "m.yaml:2:15: the latch gives ten one-hot symbols at a fixed number of timesteps, but "
        + "the network's input is (3, 2)")
    #expect(
      try sentence("observations: {kind: weather, data: w.csv}")
        == "m.yaml:2:15: the weather gives ten features at a fixed number of days, but the "
        + "network's input is (3, 2)")
    _ = try scratch.file("x.csv", "1,2\n3,4\n5,6\n")
    #expect(
      try sentence("observations: {kind: file, data: x.csv, first: 1}")
        == "m.yaml:2:48: there is no observation 1; they count from 0 to 0")
    #expect(
      try sentence("weights: w.txt")
        == "w.txt: this kind of file is not known here; it should end in .safetensors, .keras, .h5, "
        + ".hdf5, .pth, .pt, .ckpt or .onnx")
    try Safetensors(tensors: ["a/bias": NumberArray(shape: [4], values: [0, 0, 0, 0])])
      .write(to: scratch.folder + "/t.safetensors")
    #expect(
      try sentence("weights: t.safetensors")
        == "t.safetensors: it lacks 'a/kernel' (2, 4) and 'a/recurrent_kernel' (1, 4), which the "
        + "network needs; it has 'a/bias' (4)")
  }

  private static let impossible =
    "network: {input: {timesteps: 3, features: 2}, "
    + "layers: [{lstm: a, units: 1}, {lstm: b, units: 2}]}\n"

  @Test("a network in which a layer hands on too little opens up to there")
  func impossible() throws {
    let scratch = try Scratch()
    let model = try Sources.library.load(try scratch.file("m.yaml", Self.impossible), seed: 5)
    #expect(model.weights == .untrained(seed: 5))
    #expect(model.network.plan.failure?.layerName == "b")
    #expect(
      model.network.weights.keys.sorted() == [
        "a/bias", "a/kernel", "a/recurrent_kernel", "b/bias", "b/kernel", "b/recurrent_kernel",
      ])
    let trace = try model.network.forward(try model.observations.observation(0))
    #expect(trace.layerCount == 1)
    let second = try scratch.file(
      "n.yaml", "network: {input: {features: 2}, layers: [{lstm: a, units: 1}]}")
    let bare = try Sources.library.load(second)
    #expect(bare.network.plan.failure?.layerIndex == 0)
    #expect(bare.network.weights.isEmpty)
  }

  @Test("weights given to an impossible network are used as far as they fit")
  func impossibleWithWeights() throws {
    let scratch = try Scratch()
    let kernel = NumberArray(shape: [2, 4], values: [1, 2, 3, 4, 5, 6, 7, 8])
    let four = NumberArray(shape: [1, 4], values: [1, 2, 3, 4])
    try Safetensors(
      tensors: [
        "a/kernel": kernel, "a/recurrent_kernel": four,
        "a/bias": NumberArray(shape: [4], values: four.values),
      ]
    ).write(to: scratch.folder + "/w.safetensors")
    let file = try scratch.file("m.yaml", Self.impossible + "weights: w.safetensors")
    let network = try Sources.library.load(file).network
    #expect(network.weights["a/kernel"] == Tensor(kernel))
    #expect(network.plan.layers.count == 1 && network.plan.failure?.layerName == "b")
  }

  @Test("what no setting of return_sequences mends is refused in the engine's words")
  func broken() throws {
    let scratch = try Scratch()
    let file = try scratch.file(
      "m.yaml",
      "network: {input: {features: 2}, layers: [{dense: a, units: 1}, {dense: a, units: 1}]}")
    #expect(
      scratch.sentence { _ = try Sources.library.load(file) }
        == "m.yaml: two layers are called 'a': give each layer a name of its own")
    let large = try scratch.file(
      "large.yaml",
      "network: {input: {timesteps: 1, features: 1}, layers: [{lstm: a, units: 3000}]}")
    #expect(
      scratch.sentence { _ = try Sources.library.load(large) }
        == "large.yaml: the network has 36,024,000 parameters, and at most 16,777,216, 64 MiB of "
        + "weights, can be run: give its layers fewer units")
  }

  @Test("weights the other way round are refused with both what is wrong and what to do")
  func transposed() throws {
    let scratch = try Scratch()
    try Safetensors(tensors: ["a/kernel": NumberArray(shape: [1, 2], values: [1, 2])])
      .write(to: scratch.folder + "/w.safetensors")
    let file = try scratch.file(
      "m.yaml",
      "network: {input: {features: 2}, layers: [{dense: a, units: 1}]}\nweights: w.safetensors")
    #expect(
      scratch.sentence { _ = try Sources.library.load(file) }
        == "w.safetensors: the weight 'a/kernel' has the wrong shape: expected (2, 1), found (1, 2); "
        + "the rows and columns of a/kernel are the other way round, as PyTorch stores them: "
        + "transpose it")
  }

  @Test("what stands in the files beside weights and numbers is passed over and named")
  func notes() throws {
    let scratch = try Scratch()
    // The state of the generator of a dropout, among the variables of a Keras model.
    let header =
      #"{"a/kernel":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},"#
      + #""seed_generator/seed_generator_state":{"dtype":"I64","shape":[2],"data_offsets":[8,24]},"#
      + #""a/bias":{"dtype":"F32","shape":[1],"data_offsets":[24,28]}}"#
    let weights = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Array($0) }
    let file = try scratch.file(
      "w.safetensors", weights + Array(header.utf8) + [UInt8](repeating: 0, count: 28))
    let input = try scratch.file("x.csv", "Date,a,b,place\n2024-01-02,1,2,x\n2024-01-03,3,4,x\n")
    let model = try scratch.file(
      "m.yaml", "network: {input: {features: 2}, layers: [{dense: a, units: 1}]}")
    let loaded = try Sources.library.load(model, weights: file, input: input)
    let notes = [
      "w.safetensors: passed over 'seed_generator/seed_generator_state' (I64), which holds no "
        + "weights that can be read",
      "x.csv: passed over 'place', an index or no numbers",
    ]
    #expect(loaded.notes.map { "\($0)".replacing(scratch.folder + "/", with: "") } == notes)
    let outline = try Sources.library.outline(model, weights: file, input: input)
    #expect(outline.notes == loaded.notes && outline.fault == nil)
  }

  @Test("a weight of a type that is not read is refused by its type")
  func integerWeight() throws {
    let scratch = try Scratch()
    let header = #"{"a/kernel":{"dtype":"I64","shape":[2,1],"data_offsets":[0,16]}}"#
    let weights = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Array($0) }
    let file = try scratch.file(
      "w.safetensors", weights + Array(header.utf8) + [UInt8](repeating: 0, count: 16))
    let model = try scratch.file(
      "m.yaml", "network: {input: {features: 2}, layers: [{dense: a, units: 1}]}")
    #expect(
      scratch.sentence { _ = try Sources.library.load(model, weights: file) }
        == "w.safetensors: tensor 'a/kernel' has the data type I64; F32, F64, F16 and BF16 can be "
        + "read, so convert it before saving")
  }
}
