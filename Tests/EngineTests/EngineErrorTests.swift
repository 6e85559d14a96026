import Engine
import Phrases
import Testing

@Suite("EngineError")
struct EngineErrorTests {
  @Test("Keras's errors are word for word")
  func kerasWords() {
    let rank = EngineError.rank(
      layer: "lstm2", expected: 3, found: Shape([nil, 128]), lostBy: "lstm1")
    #expect(
      rank.description
        == "Input 0 with name 'None' of layer 'lstm2' is incompatible with the layer: "
        + "expected ndim=3, found ndim=2. Full shape received: (None, 128)")
    #expect(
      rank.advice
        == "lstm2 reads a sequence, but (128) comes in for each observation, because lstm1 outputs "
        + "only its last hidden state: set return_sequences=True on lstm1")
    let bare = NetworkDescription(
      input: InputLayer(timesteps: nil, features: 10, hasTimesteps: false),
      layers: [Layer(LSTM(name: "lstm1", units: 128))])
    #expect(
      bare.plan().failure?.error.description
        == "Input 0 with name 'None' of layer 'lstm1' is incompatible with the layer: "
        + "expected ndim=3, found ndim=2. Full shape received: (None, 10)")
    #expect(
      bare.plan().failure?.error.advice
        == "lstm1 reads a sequence, but (10) comes in for each observation, because the input has "
        + "no timestep axis: give it timesteps")
  }

  @Test("feeding a finished model the wrong numbers says what it reads and what came")
  func inputShapes() {
    func error(_ found: [Int]) -> EngineError {
      .inputShape(input: "input_layer", expected: Shape([nil, 50, 10]), found: found)
    }
    let opening = "Input 0 with name 'input_layer' of layer 'functional' is incompatible with the "
    #expect(
      error([3, 50, 7]).description
        == opening + "layer: expected shape=(None, 50, 10), found shape=(3, 50, 7)")
    #expect(
      error([3, 50, 7]).advice
        == "the network reads 10 features at each timestep, these numbers have 7")
    #expect(
      error([3, 49, 10]).advice == "the network reads 50 timesteps, these numbers have 49")
    #expect(
      error([3, 49, 7]).advice
        == "the network reads 10 features at each timestep, these numbers have 7; "
        + "it reads 50 timesteps, these numbers have 49")
    #expect(
      error([50, 10]).description
        == opening + "layer: expected shape=(None, 50, 10), found shape=(50, 10)")
    #expect(
      error([50, 10]).advice
        == "one axis is missing: a single observation is a batch of one, (1, 50, 10)")
    #expect(error([-1, 50, 10]).advice == "no axis can have a negative length")
    #expect(error([10]).advice == "the network reads 3 axes, these numbers have 1")
  }

  @Test("every other error says what is wrong and what to do", arguments: others)
  func sentences(_ error: EngineError, _ sentence: String) {
    #expect(error.description == sentence)
    #expect(error.advice == nil)
    #expect(error.sentence == sentence)
  }

  private static let others: [(EngineError, String)] = [
    (
      EngineError.noLayers,
      "the network has no layers: it needs at least one"
    ),
    (
      .duplicateName("lstm"),
      "two layers are called 'lstm': give each layer a name of its own"
    ),
    (
      .unusableName("a/b"),
      "a layer cannot be called 'a/b': a name needs at least one letter and no '/'"
    ),
    (.units(layer: "lstm", found: 0), "layer 'lstm' has units=0: it needs at least 1"),
    (
      .features(input: "input_layer", found: 0),
      "input 'input_layer' has 0 features: it needs at least 1"
    ),
    (
      .timesteps(input: "input_layer", found: 0),
      "input 'input_layer' has 0 timesteps: it needs at least 1, or None for any number"
    ),
    (
      .softmaxInRecurrent(layer: "lstm", setting: "activation", kind: "an LSTM"),
      "layer 'lstm' has activation=softmax: softmax is for Dense layers only, because it ties "
        + "the units together; choose another for an LSTM"
    ),
    (
      .tooManyParameters(layer: "lstm"),
      "layer 'lstm' would have more than 268,435,456 parameters: give it fewer units"
    ),
    (
      .tooManyLayers(found: 22_000),
      "the network has 22,000 layers, and at most 1,000 can be opened: give it fewer"
    ),
    (
      .tooManyWeights(found: 25_000_000),
      "the network has 25,000,000 parameters, and at most 16,777,216, 64 MiB of weights, can be "
        + "run: give its layers fewer units"
    ),
    (
      .runTooLarge(timesteps: 1_000_000, found: 411_000_001),
      "a run over 1,000,000 timesteps would keep 411,000,001 numbers, and at most 41,943,040, "
        + "160 MiB, are kept: give the network fewer timesteps or units"
    ),
    (
      .noTimesteps(input: "input_layer"),
      "the observation for 'input_layer' has no timesteps: it needs at least 1"
    ),
    (
      .missingWeight(name: "lstm/bias", expected: [20]),
      "the weight 'lstm/bias' is missing: the network needs one of shape (20)"
    ),
    (
      .unknownWeight(name: "gru/bias", known: ["lstm/kernel", "lstm/bias"]),
      "no layer of the network has a weight 'gru/bias'; it has lstm/kernel, lstm/bias"
    ),
    (
      .weightShape(name: "lstm/kernel", expected: [10, 512], found: [7, 512]),
      "the weight 'lstm/kernel' has the wrong shape: expected (10, 512), found (7, 512)"
    ),
    (
      .weightCount(name: "lstm/kernel", shape: [10, 512], found: 7),
      "the weight 'lstm/kernel' is broken: its shape (10, 512) does not fit 7 numbers"
    ),
    (
      .weightNotFinite(name: "lstm/kernel", index: [3, 7]),
      "the weight 'lstm/kernel' holds NaN or infinity, first at [3, 7]: "
        + "every number after it would be NaN too"
    ),
  ]

  @Test(
    "every error of a change says what is wrong and what to do", arguments: changes)
  func changeSentences(_ error: EngineError, _ sentence: String) {
    #expect(error.description == sentence)
    #expect(error.advice == nil)
  }

  private static let changes: [(EngineError, String)] = [
    (
      .weightIndex(name: "lstm/kernel", shape: [10, 512], found: [10, 0]),
      "the weight 'lstm/kernel' has no number at [10, 0]: its shape is (10, 512), and every "
        + "index counts from 0"
    ),
    (
      .unknownLayer(name: "lstm3", known: ["lstm1", "lstm2"]),
      "the network has no layer 'lstm3'; it has lstm1, lstm2"
    ),
    (
      .notRecurrent(layer: "dense1"),
      "layer 'dense1' is not recurrent: it has no gates and carries no state"
    ),
    (
      .notAGate(
        layer: "lstm2", quantity: .cellState,
        gates: [.inputGate, .forgetGate, .cellCandidate, .outputGate]),
      "lstm2.cell_state cannot be clamped, it is a state: clamp input_gate, forget_gate, "
        + "cell_candidate or output_gate, or erase the state at a timestep"
    ),
    (
      .notAGate(layer: "rnn", quantity: .hiddenState, gates: []),
      "rnn.hidden_state cannot be clamped, it is a state: erase the state at a timestep"
    ),
    (
      .unknownQuantity(
        layer: "lstm2", quantity: QuantityName("reset_gate"),
        known: [.inputGate, .cellState]),
      "layer 'lstm2' has no reset_gate; it has input_gate, cell_state"
    ),
    (
      .unit(layer: "lstm2", units: 64, found: 64),
      "layer 'lstm2' has no unit 64: its units are 0 to 63"
    ),
    (
      .timestep(timesteps: 50, found: 50),
      "there is no timestep 50: the timesteps are 0 to 49"
    ),
    (
      .feature(features: 10, found: -1),
      "there is no feature -1: the features are 0 to 9"
    ),
    (
      .stateLength(layer: "lstm2", state: .hiddenState, expected: 64, found: 128),
      "layer 'lstm2' has 64 units, but its initial hidden_state has 128 numbers: it needs one "
        + "for each unit"
    ),
    (
      .notFinite(what: "lstm2.forget_gate"),
      "lstm2.forget_gate cannot be NaN or infinity: give it a finite number"
    ),
    (
      .needsWholeSequence(layer: "lstm2", order: .diagonal),
      "layer 'lstm2' needs all timesteps of what it reads before its first one, so the layers "
        + "before it must have finished: along the diagonal is impossible, layer by layer is not"
    ),
  ]

  @Test("a kernel stored the other way round is recognised")
  func transposed() {
    let error = EngineError.weightShape(
      name: "lstm/kernel", expected: [10, 512], found: [512, 10])
    #expect(
      error.advice
        == "the rows and columns of lstm/kernel are the other way round, as PyTorch stores them: "
        + "transpose it")
    #expect(
      error.sentence
        == "the weight 'lstm/kernel' has the wrong shape: expected (10, 512), found (512, 10); "
        + "the rows and columns of lstm/kernel are the other way round, as PyTorch stores them: "
        + "transpose it")
  }
}
