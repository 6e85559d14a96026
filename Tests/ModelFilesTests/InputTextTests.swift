import Documents
import Engine
import Phrases
import Testing

@testable import ModelFiles

/// Texts for an Embedding, against Keras's tokenizer and pad_sequences.
@Suite struct InputTextTests {
  private let input = InputLayer(tokens: 8)

  private func reading(
    _ tokenizer: String, _ padding: InputReading.Padding = .pre
  ) -> InputReading {
    var reading = InputReading()
    reading.tokenizer = Sources.fixture("Data/tokenizer-\(tokenizer).json")
    reading.padding = padding
    return reading
  }

  @Test(
    "a text a line becomes Keras's numbers, padded at either end",
    arguments: ["plain", "few", "letters"], InputReading.Padding.allCases)
  func tokens(name: String, padding: InputReading.Padding) throws {
    let file = try ObservationFile(
      contentsOf: Sources.fixture("Data/texts.txt"), for: [input], reading: reading(name, padding))
    let right = try NumPyFile.read(Sources.fixture("Data/tokens-\(name)-\(padding.rawValue).npy"))
    #expect(file.rows.shape == right.shape + [1])
    #expect(file.tensor.values == right.values)
  }

  @Test("each timestep keeps its word, padding has none, and a word that is not known its own")
  func words() throws {
    let path = Sources.fixture("Data/texts.txt")
    let file = try ObservationFile(contentsOf: path, for: [input], reading: reading("plain"))
    #expect(
      file.timesteps(of: 0).map(\.word) == [
        nil, nil, "the", "gate", "forgets", "the", "cell", "remembers",
      ])
    let few = try ObservationFile(contentsOf: path, for: [input], reading: reading("few"))
    #expect(few.timesteps(of: 3).last?.word == "nothing")
    #expect(few.observation(3).values.last == 1)
  }

  @Test("a column of texts with its answers, and numbers with their words")
  func tables() throws {
    let scratch = try Scratch()
    var reading = reading("plain")
    reading.target = "label"
    let file = try ObservationFile(
      contentsOf: try scratch.file(
        "a.csv", "review,label\n\"The gate, the cell\",1\nWhat a state,0\n"),
      for: [input], reading: reading)
    #expect(file.timesteps(of: 0).compactMap(\.word) == ["the", "gate", "the", "cell"])
    #expect(file.facts(0).target == true && file.facts(1).target == false)
    let numbers = try ObservationFile(
      contentsOf: Sources.fixture("Data/tokens-plain-pre.npy"), for: [input],
      reading: self.reading("plain"))
    #expect(numbers.timesteps(of: 0).map(\.word).suffix(2) == ["cell", "remembers"])
  }

  @Test("a plain list of words and their numbers is a tokenizer as well")
  func plainIndex() throws {
    let scratch = try Scratch()
    let path = try scratch.file("words.json", #"{"the": 1, "na\u00efve": 2}"#)
    #expect(
      try KerasTokenizer(contentsOf: path).tokens(of: "The NAÏVE, gate").map(\.number) == [1, 2])
  }

  @Test("what is missing or wrong has its sentence")
  func refused() throws {
    let scratch = try Scratch()
    let path = try scratch.file("a.txt", "The gate\n")
    func sentence(
      _ inputs: [InputLayer], _ reading: InputReading = InputReading(), file: String? = nil
    ) -> String {
      scratch.sentence {
        _ = try ObservationFile(contentsOf: file ?? path, for: inputs, reading: reading)
      }
    }
    #expect(
      sentence([input])
        == "a.txt: it holds texts, and the model reads whole numbers; name the tokenizer that it learnt "
        + "with, as saved by tokenizer.to_json(): --tokenizer FILE")
    #expect(
      sentence([InputLayer(timesteps: 4, features: 1)], reading("plain"))
        == "a.txt: it holds texts, and the model reads numbers; give it a .csv, .npy, .npz or "
        + ".safetensors")
    let csv = try scratch.file("b.csv", "review\nThe gate\nThe cell\n")
    #expect(sentence([input], file: csv).hasPrefix("b.csv: it holds texts, and the model"))
    var wrong = InputReading()
    wrong.tokenizer = try scratch.file("t.json", #"{"config": {"num_words": 3}}"#)
    #expect(
      sentence([input], wrong)
        == "t.json:1:12: the key 'word_index' is missing here; write for example '\"word_index\": "
        + "{\"the\": 1}'")
    wrong.tokenizer = try scratch.file("t.json", #"{"the": "first"}"#)
    #expect(
      sentence([input], wrong)
        == "t.json:1:2: the word 'the' has no whole number here; save the tokenizer again with "
        + "tokenizer.to_json()")
    var scaled = reading("plain")
    scaled.scaling = .standardise
    #expect(
      sentence([input], scaled)
        == "a.txt: the model reads whole numbers that name rows of an Embedding; leave --standardise "
        + "and --normalise out")
  }
}
