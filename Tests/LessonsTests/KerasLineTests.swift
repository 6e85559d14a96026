import Engine
import Lessons
import Phrases
import Testing

@Suite("KerasLine")
struct KerasLineTests {
  private static let noLine =
    "a line such as model.add(LSTM(64)) is expected, with LSTM, GRU, SimpleRNN, Dense or another of "
    + "Keras's layers"

  private func layer(_ line: String) throws -> Layer {
    try KerasLine(parsing: line, name: "a").layer
  }

  @Test(
    "an LSTM line is read however it is written",
    arguments: [
      "model.add(LSTM(128, return_sequences=True))",
      "model.add( LSTM( units = 128 , return_sequences = True ) )",
      "x = layers.LSTM(return_sequences=True, units=128)(x)",
      "LSTM(128,return_sequences=True,)",
      "keras.layers.LSTM(128, return_sequences=True, name='first', use_bias=True)",
      "model.add(tf.keras.layers.LSTM(128, return_sequences=True, input_shape=(50, 10)))",
      "first = LSTM(128, return_sequences=True, name='a, b(')",
    ])
  func lstm(line: String) throws {
    #expect(try layer(line) == Layer(LSTM(name: "a", units: 128, returnSequences: true)))
  }

  @Test("every setting of an LSTM is taken")
  func settings() throws {
    let line = """
      LSTM(3, activation="relu", recurrent_activation='hard_sigmoid', use_bias=False, \
      unit_forget_bias=False, return_sequences=True, return_state=True, go_backwards=True)
      """
    let expected = LSTM(
      name: "a", units: 3, activation: .relu, recurrentActivation: .hardSigmoid,
      useBias: false, unitForgetBias: false, returnSequences: true, returnState: true,
      goBackwards: true)
    #expect(try layer(line) == Layer(expected))
  }

  @Test("a Dense line is read too")
  func dense() throws {
    #expect(
      try layer("model.add(Dense(1, activation=\"sigmoid\", use_bias=False))")
        == Layer(Dense(name: "a", units: 1, activation: .sigmoid, useBias: false)))
  }

  @Test("lines that mean the same layer are equal, others are not")
  func equality() throws {
    let one = try KerasLine(parsing: "model.add(LSTM(64))", name: "a")
    #expect(try one == KerasLine(parsing: "LSTM(units=64, return_sequences=False)", name: "a"))
    #expect(try one != KerasLine(parsing: "model.add(LSTM(65))", name: "a"))
    #expect(try one != KerasLine(parsing: "model.add(Dense(64))", name: "a"))
    #expect(try one != KerasLine(parsing: "LSTM(64, return_sequences=True)", name: "a"))
  }

  @Test(
    "what is no such line says why",
    arguments: [
      ("", Self.noLine),
      (
        "model.add(Conv2D(64))",
        Self.noLine
      ),
      ("model.add(LSTM(64)", "a bracket is not closed"),
      (
        "model.add(LSTM(64)))",
        "'))' after the layer is too much; one bracket closes 'model.add('"
      ),
      (
        "model.add(Bidirectional(LSTM(64)))",
        "'model.add(Bidirectional(' before the layer is not understood; write model.add( or x = there"
      ),
      (
        "modle.ad(LSTM(64))",
        "'modle.ad(' before the layer is not understood; write model.add( or x = there"
      ),
      (
        "x = LSTM(64)(x) garbage (",
        "'(x)garbage(' after the layer is not understood; leave it out"
      ),
      ("model.add(LSTM(64, use_bias=True", "a bracket is not closed"),
      ("LSTM()", "the number of units is missing, as in LSTM(64)"),
      ("LSTM(return_sequences=True)", "the number of units is missing, as in LSTM(64)"),
      ("LSTM(0)", "the number of units is missing, as in LSTM(64)"),
      (
        "LSTM(9223372036854775808)",
        "a layer has at most 1,000,000 units, and '9223372036854775808' stands there"
      ),
      (
        "LSTM(" + String(repeating: "1", count: 500) + ")",
        "a line of at most 500 characters is expected"
      ),
      ("LSTM(many)", "the number of units is missing, as in LSTM(64)"),
      ("LSTM(64, True)", "'True' needs a name: only the first one stands without it"),
      (
        "LSTM(64, return_sequences=true)",
        "return_sequences is True or False, with a capital; found 'true'"
      ),
      ("LSTM(64, return_sequence=True)", "LSTM has no setting 'return_sequence' here"),
      ("Dense(1, return_sequences=True)", "Dense has no setting 'return_sequences' here"),
      ("Dense(1, activation='softplus7')", "there is no activation 'softplus7' here"),
    ] as [(String, String?)])
  func faults(line: String, sentence: String?) {
    do {
      _ = try KerasLine(parsing: line, name: "a")
      #expect(sentence == nil, "\(line)")
    } catch {
      #expect(error.sentence == sentence)
    }
  }
}
