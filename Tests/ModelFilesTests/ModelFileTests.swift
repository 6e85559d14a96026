import Engine
import Testing

@testable import ModelFiles

@Suite struct ModelFileTests {
  private func sentence(_ yaml: String) throws -> String {
    let scratch = try Scratch()
    let file = try scratch.file("model.yaml", yaml)
    return scratch.sentence { _ = try ModelFile.ours(file, .everything) }
  }

  @Test("every setting of the short form arrives")
  func settings() throws {
    let scratch = try Scratch()
    let file = try scratch.file(
      "small/model.yaml",
      """
      about: No
      network:
        input: {timesteps: any, features: 3, name: x}
        layers:
          - {lstm: a, units: 4, activation: relu, recurrent_activation: hard_sigmoid,
             use_bias: false, unit_forget_bias: False, return_sequences: True,
             return_state: true, go_backwards: true}
          - {dense: b, units: 2, activation: softmax, use_bias: false}
      weights: w.safetensors
      features: [one, {name: two, unit: mm}, three]
      output: {label: up, threshold: 0.25}
      telling: {a: 3}
      """)
    let model = try ModelFile.ours(file, .everything)
    #expect(model.name == "small")
    #expect(model.about == "No")
    #expect(
      model.network
        == NetworkDescription(
          input: InputLayer(name: "x", timesteps: nil, features: 3),
          layers: [
            Layer(
              LSTM(
                name: "a", units: 4, activation: .relu, recurrentActivation: .hardSigmoid,
                useBias: false, unitForgetBias: false, returnSequences: true, returnState: true,
                goBackwards: true)),
            Layer(Dense(name: "b", units: 2, activation: .softmax, useBias: false)),
          ]))
    #expect(model.weights == scratch.folder + "/small/w.safetensors")
    #expect(model.features?[1] == Feature(name: "two", unit: "mm"))
    #expect(
      model.output
        == OutputMeaning(label: "up", positive: "yes", negative: "no", threshold: 0.25))
    #expect(model.telling == ["a": 3])
  }

  @Test("an input without timesteps has no such axis")
  func noTimesteps() throws {
    let scratch = try Scratch()
    let file = try scratch.file(
      "m.yaml", "network: {input: {features: 3}, layers: [{dense: d, units: 1}]}")
    let model = try ModelFile.ours(file, .everything)
    #expect(model.name == "m")
    #expect(model.network.input.hasTimesteps == false)
  }

  @Test(
    "a mistake is named with its line and column",
    arguments: [
      ("", "model.yaml: the file is empty, and a model with the key 'network' is expected"),
      ("- a", "model.yaml:1:1: a model should be a group of keys, but a list stands here"),
      ("nam: x", "model.yaml:1:1: unknown key 'nam'; did you mean 'name'?"),
      (
        "name: x\nxylophone: 1",
        "model.yaml:2:1: unknown key 'xylophone'; the keys here are name, about, network, weights, "
          + "features, observations, output and telling"
      ),
      (
        "name: x",
        "model.yaml:1:1: the key 'network' is missing here; write for example 'network: {keras: "
          + "config.json}'"
      ),
      ("name: a\nname: b", "model.yaml:1:1: the key 'name' stands here twice; keep one of them"),
      (
        "name: {lstm1}\nnetwork: 3",
        "model.yaml:1:7: name should be text, but a group of keys stands here"
      ),
      (
        "name: a: b",
        "model.yaml:1:8: it cannot be read on from here: mapping values are not allowed in this "
          + "context"
      ),
      (
        "name: \"a\nb",
        "model.yaml:1:7: the quotation mark that opens here is never closed"
      ),
      (
        "name: a\u{1B}b",
        "model.yaml:1:8: it cannot be read on from here: control characters are not allowed"
      ),
      (
        "a: &a [x]\nb: [*a, *a]",
        "model.yaml:2:5: '*a' repeats what '&a' names, which is not done in these files; write it "
          + "out"
      ),
      (
        "a: &a [x]\r\nb: {\"k\":*a}",
        "model.yaml:2:9: '*a' repeats what '&a' names, which is not done in these files; write it "
          + "out"
      ),
      (
        "? [a]\n: b",
        "model.yaml:1:3: a key should be text, but a list stands here"
      ),
      (
        "--- \na: 1\n---\nb: 1",
        "model.yaml:3:1: it cannot be read on from here: expected a single document in the stream, "
          + "but found another document"
      ),
    ])
  func mistakes(yaml: String, sentence: String) throws {
    #expect(try self.sentence(yaml) == sentence)
  }

  @Test(
    "a mistake in the network is named with its line and column",
    arguments: [
      (
        "layers: []",
        "the key 'input' is missing here; write for example 'input: {timesteps: 50, features: 10}'",
        "2:3"
      ),
      (
        "input: {features: 10}",
        "the key 'layers' is missing here; write for example 'layers: [{lstm: lstm1, units: 64}]'",
        "2:3"
      ),
      (
        "input: {features: ten}",
        "features should be a whole number from 1 to 1000000, but 'ten' stands here", "2:21"
      ),
      (
        "input: {features: 0}",
        "features should be a whole number from 1 to 1000000, but '0' stands here", "2:21"
      ),
      (
        "input: {features: 1e3}",
        "features should be a whole number from 1 to 1000000, but '1e3' stands here", "2:21"
      ),
      ("input: {feature: 3}", "unknown key 'feature'; did you mean 'features'?", "2:11"),
      (
        "{input: {features: 3}, layers: [{conv: g}]}",
        "a layer begins with its kind and its name, such as 'lstm: NAME' or 'dense: NAME', but 'conv' stands here",
        "2:35"
      ),
      (
        "{input: {features: 3}, layers: [lstm]}",
        "a layer should be a group of keys, but 'lstm' stands here", "2:35"
      ),
      (
        "{input: {features: 3}, layers: [{lstm: a}]}",
        "the key 'units' is missing here; write for example 'units: 64'", "2:35"
      ),
      (
        "{input: {features: 3}, layers: [{lstm: a, units: 2, return_sequence: true}]}",
        "unknown key 'return_sequence'; did you mean 'return_sequences'?", "2:55"
      ),
      (
        "{input: {features: 3}, layers: [{lstm: a, units: 2, use_bias: yes}]}",
        "use_bias should be true or false, but 'yes' stands here", "2:65"
      ),
      (
        "{input: {features: 3}, layers: [{dense: a, units: 2, activation: sigmod}]}",
        "unknown activation 'sigmod'; did you mean 'sigmoid'?", "2:68"
      ),
      (
        "{input: {features: 3}, layers: [{dense: a, units: 2, activation: rleu}]}",
        "unknown activation 'rleu'; did you mean 'relu'?", "2:68"
      ),
      (
        "{input: {features: 3}, layers: [{dense: a, units: 2, activation: what}]}",
        "unknown activation 'what'; the choices are tanh, sigmoid, relu, linear, hard_sigmoid, "
          + "hard_sigmoid_keras2, softsign, softplus, elu, selu, gelu, silu and 7 more",
        "2:68"
      ),
      (
        "{input: {features: 3}, layers: [{dense: a, units: 2, return_sequences: true}]}",
        "unknown key 'return_sequences'; the keys here are dense, reads, activation, use_bias and units",
        "2:56"
      ),
    ])
  func networkMistakes(yaml: String, sentence: String, place: String) throws {
    #expect(try self.sentence("network:\n  " + yaml) == "model.yaml:\(place): " + sentence)
  }

  @Test(
    "a mistake around the network is named with its line and column",
    arguments: [
      ("telling: {lstm2: 0}", "11: there is no recurrent layer 'lstm2'; did you mean 'lstm1'?"),
      ("telling: {x: 0}", "11: there is no recurrent layer 'x'; the recurrent layers are lstm1"),
      ("telling: {lstm1: 4}", "18: layer 'lstm1' has no unit 4; they count from 0 to 3"),
      (
        "output: {threshold: 2}",
        "9: the key 'label' is missing here; write for example 'label: rain tomorrow'"
      ),
      (
        "output: {label: a, threshold: 2}",
        "31: threshold should be a number from 0 to 1, but '2' stands here"
      ),
      (
        "observations: {kind: wether, data: a.csv}",
        "22: unknown kind 'wether'; did you mean 'weather'?"
      ),
      (
        "observations: {kind: file}",
        "15: the key 'data' is missing here; write for example 'data: input.npy'"
      ),
      (
        "observations: {kind: file, seed: 1}",
        "28: unknown key 'seed'; the keys here are kind, data, first, columns, window, step, "
          + "target, group, standardise, normalise, fit_on, missing and 3 more"
      ),
    ])
  func otherMistakes(line: String, sentence: String) throws {
    let network = "network: {input: {features: 3}, layers: [{lstm: lstm1, units: 4}]}\n"
    #expect(try self.sentence(network + line) == "model.yaml:2:" + sentence)
  }

  @Test(
    "a name with a character that cannot be shown is refused at its place",
    arguments: [
      (#"name: "a\eb""#, "1:7: the name 'ab' holds the character U+001B"),
      (
        #"network: {input: {features: 3, name: "x\a"}, layers: []}"#,
        "1:38: the name 'x' holds the character U+0007"
      ),
      (
        "network: {input: {features: 3}, layers: [{lstm: a\u{202E}b, units: 2}]}",
        "1:49: the name 'ab' holds the character U+202E"
      ),
      (
        #"network: {input: {features: 3}, layers: [{dense: "a\u200Bb", units: 2}]}"#,
        "1:50: the name 'ab' holds the character U+200B"
      ),
      (
        #"{network: {input: {features: 1}, layers: [{dense: a, units: 1}]}, features: ["\t"]}"#,
        "1:78: the name ' ' holds the character U+0009"
      ),
    ])
  func hidden(yaml: String, sentence: String) throws {
    #expect(
      try self.sentence(yaml)
        == "model.yaml:" + sentence + ", which cannot be shown; leave it out")
  }

  @Test("a name in any script is taken, and what is written about a model becomes one line")
  func scripts() throws {
    let scratch = try Scratch()
    let file = try scratch.file(
      "m.yaml",
      #"""
      about: "one\n\e[2Jtwo"
      network: {input: {features: 3}, layers: [{dense: 日本é, units: 1}]}
      """#)
    let model = try ModelFile.ours(file, .everything)
    #expect(model.network.layers[0].name == "日本é")
    #expect(model.about == "one [2Jtwo")
  }

  @Test("more than a mebibyte of YAML is not read, and deep nesting is refused")
  func hostile() throws {
    #expect(
      try sentence(String(repeating: "#", count: (1 << 20) + 1))
        == "model.yaml: it is larger than 1 MiB, the most that is read")
    for text in ["[", "{a: ", "- ", "? "] {
      let sentence = try sentence(String(repeating: text, count: (1 << 20) / text.count))
      #expect(
        sentence.hasSuffix(
          ": lists and groups of keys stand inside one another more than 1000 deep, the most that is "
            + "read; write them flatter"))
    }
    #expect(try sentence("name: \u{FF}".replacing("\u{FF}", with: "é")).hasPrefix("model.yaml:1:1"))
    for text in [
      "...", "---", "---\n---", "%TAG ! x", "!!binary x", ":", "?", "-", "!<x> {}", "\0",
    ] {
      #expect(try sentence(text).hasPrefix("model.yaml:"))
    }
    let scratch = try Scratch()
    let file = try scratch.file("model.yaml", [0x6E, 0xFF, 0xFE])
    #expect(
      scratch.sentence { _ = try ModelFile.ours(file, .everything) }
        == "model.yaml: it is not UTF-8 text")
  }

  @Test("a lone & or * in a text is no alias")
  func ampersand() throws {
    let scratch = try Scratch()
    let file = try scratch.file(
      "m.yaml",
      "about: a & b * c, R&D *b\nnetwork: {input: {features: 3}, layers: [{dense: d, units: 1}]}")
    #expect(try ModelFile.ours(file, .everything).about == "a & b * c, R&D *b")
  }

  @Test("a * in the middle of a text is no alias, whatever is named before")
  func starInText() throws {
    let scratch = try Scratch()
    let file = try scratch.file(
      "m.yaml",
      "about: mark &a and mark *a\nnetwork: {input: {features: 3}, layers: [{dense: d, units: 1}]}")
    #expect(try ModelFile.ours(file, .everything).about == "mark &a and mark *a")
    for alias in [
      "[&a x, *a]", "\n  - &a x\n  - *a", "\n  - &a x\n  -\n    *a", "{b: &a x, c: *a}",
    ] {
      let file = try scratch.file("alias.yaml", "about: \(alias)\n")
      #expect(
        scratch.sentence { _ = try ModelFile.ours(file, .everything) }.contains(
          "'*a' repeats what '&a' names"))
    }
  }
}
