import Documents
import Foundation
import Testing

@Suite("unroll train")
struct TrainCommandTests {
  /// Little to learn, and quickly.
  static let small = [
    "train", "parity", "--units", "2", "--length", "4", "--examples", "64", "--epochs", "2",
    "--batch", "8", "--seed", "3",
  ]

  private func run(_ arguments: String...) throws -> Outcome {
    try Child.run([Program.path] + Self.small + arguments)
  }

  private func bytes(_ file: String) throws -> Data { try Data(contentsOf: URL(filePath: file)) }

  @Test("without a terminal there is a line an epoch, beside the rules, and one at the end")
  func text() throws {
    let outcome = try run()
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let lines = outcome.text.split(separator: "\n")
    #expect(lines.count == 3)
    let number = #/[0-9]+(\.[0-9]+)?/#
    #expect(
      lines.map { $0.replacing(number, with: "#") } == [
        "Epoch #: loss #, right # %; new examples: loss #, right # % (always the same answer # %, "
          + "all but the first # %).",
        "Epoch #: loss #, right # %; new examples: loss #, right # % (always the same answer # %, "
          + "all but the first # %).",
        "Epoch # of # was the best; nothing is kept of it, since no --output is named.",
      ])
  }

  @Test("as JSON there is an object an epoch, each on its line, and one at the end")
  func json() throws {
    let outcome = try run("--format", "json")
    #expect(outcome.status == 0)
    let lines = outcome.text.split(separator: "\n").map(String.init)
    let number = #/-?[0-9]+(\.[0-9]+)?(e-?[0-9]+)?/#
    let rules =
      #""baselines":[{"rule":"always the same answer","loss":#,"accuracy":#},"#
      + #"{"rule":"all but the first","loss":#,"accuracy":#}]"#
    let epoch =
      #"{"epoch":#,"epochs":#,"loss":#,"accuracy":#,"validation_loss":#,"validation_accuracy":#,"#
      + #""rate":#,"# + rules + "}"
    #expect(
      lines.map { $0.replacing(number, with: "#") } == [
        epoch, epoch,
        #"{"end":"epochs","epochs":#,"batch":#,"best_epoch":#,"output":null,"# + rules + "}",
      ])
    #expect(lines[1].hasPrefix(#"{"epoch":2,"epochs":2,"loss":0."#))
    let alone = try run("--format", "json", "--validation-split", "0")
    let first = try #require(alone.text.split(separator: "\n").first)
    #expect(
      first.replacing(number, with: "#")
        == #"{"epoch":#,"epochs":#,"loss":#,"accuracy":#,"rate":#,"baselines":[]}"#)
  }

  @Test("the best network is kept with all that opens it, the same bytes for the same seed")
  func output() throws {
    let scratch = try Scratch()
    let names = [
      "keras_model.py", "model.yaml", "torch_model.py", "weights.safetensors",
      "weights_torch.safetensors",
    ]
    for folder in ["one", "other"] {
      let outcome = try run("-o", scratch.path(folder))
      #expect(outcome.status == 0)
      #expect(outcome.text.hasSuffix("its weights are in \(scratch.path(folder)).\n"))
      let found = try FileManager.default.contentsOfDirectory(atPath: scratch.path(folder))
      #expect(found.sorted() == names)
    }
    for name in names {
      #expect(try bytes(scratch.path("one/\(name)")) == bytes(scratch.path("other/\(name)")))
    }
    let judged = try Program.run("evaluate", scratch.path("one"), "--fresh", "20")
    #expect(judged.errors == "")
    let lines = judged.text.split(separator: "\n")
    #expect(lines.first == "parity, 20 fresh sequences")
    // An answer after each of four timesteps, and two rules.
    #expect(lines.dropFirst().allSatisfy { $0.hasSuffix(" of 80") } && lines.count == 4)
    let alone = try run("-o", scratch.path("w.safetensors"))
    #expect(alone.status == 0)
    #expect(
      try bytes(scratch.path("w.safetensors")) == bytes(scratch.path("one/weights.safetensors")))
  }

  @Test("a model that stands there is not written over without a word, but by its own run it is")
  func writingOver() throws {
    let scratch = try Scratch()
    let (folder, weights) = (scratch.path("out"), scratch.path("w.safetensors"))
    let run = scratch.path("run")
    #expect(try self.run("-o", folder, "--checkpoint", run).status == 0)
    #expect(try self.run("-o", weights).status == 0)
    let before = try bytes("\(folder)/weights.safetensors")
    for place in [folder, weights] {
      let refused = try self.run("-o", place)
      #expect(refused.status == 1 && refused.text == "")
      #expect(
        refused.errors
          == "Error: \(place) holds a trained model, which would be lost; name another place, or add "
          + "--force\n")
    }
    #expect(try bytes("\(folder)/weights.safetensors") == before)
    let more = try Program.run("train", "--resume", run, "--epochs", "3", "-o", folder)
    #expect(more.errors == "" && more.status == 0)
    #expect(try bytes("\(folder)/weights.safetensors") != before)
    #expect(try self.run("-o", folder, "--force", "--seed", "4").status == 0)
    // Another run's model is there now.
    let other = try Program.run("train", "--resume", run, "--epochs", "4", "-o", folder)
    #expect(other.status == 1 && other.errors.contains("add --force"))
  }

  @Test(
    "what a task learns from opens with it, with what is true of it",
    arguments: ["latch", "weather", "adding", "parity", "brackets", "copy"])
  func opens(_ task: String) throws {
    let scratch = try Scratch()
    let folder = scratch.path("out")
    let outcome = try Program.run(
      "train", task, "--units", "2", "--epochs", "1", "--examples", "32", "-o", folder)
    #expect(outcome.errors == "")
    let opened = try Program.run("--plain", "--do", "go 1; open learning; train 1 batch", folder)
    #expect(opened.errors == "")
    #expect(opened.status == 0)
    #expect(opened.text.contains("batch 1 of"))
    let judged = try Program.run("evaluate", folder, "--fresh", "50")
    #expect(judged.errors == "" && judged.status == 0)
    let again = try Program.run(
      "train", "--model", folder, "--epochs", "1", "--examples", "32", "-o", scratch.path("more"))
    #expect(again.errors == "" && again.status == 0)
  }

  @Test("one's own data are learnt by a network of their size, and open with it")
  func ownData() throws {
    let scratch = try Scratch()
    var rows = "day,open,close,wet\n"
    for day in 0..<60 { rows += "\(day),\(day % 7),\(day % 5),\(day % 7 > 3 ? 1 : 0)\n" }
    let file = try scratch.write("days.csv", rows)
    let folder = scratch.path("out")
    let run = scratch.path("run")
    let outcome = try Program.run(
      "train", "--input", file, "--columns", "open,close", "--target", "wet", "--window", "5",
      "--units", "3", "--epochs", "2", "-o", folder, "--checkpoint", run)
    #expect(outcome.errors == "")
    #expect(outcome.text.split(separator: "\n").count == 3)
    let opened = try Program.run("--plain", "--do", "go 1", folder)
    #expect(opened.errors == "")
    #expect(opened.status == 0)
    let more = try Program.run("train", "--resume", run, "--epochs", "3")
    #expect(more.errors == "")
    #expect(more.text.hasPrefix("Epoch 3: "))
    try scratch.write("days.csv", rows.replacing("5,5,0,1", with: "5,4,0,1"))
    let other = try Program.run("train", "--resume", run, "--epochs", "4")
    #expect(
      other.errors
        == "Error: \(run): the examples are not those that this run began with; put '\(file)' back "
        + "as it was, or begin anew\n")
  }

  @Test("a run in which numbers are no longer finite ends with where that began")
  func notFinite() throws {
    let scratch = try Scratch()
    let outcome = try Program.run(
      "train", "adding", "--units", "3", "--layer", "simple_rnn", "--optimizer", "sgd", "--rate",
      "1e6", "--clip", "0", "--epochs", "3", "-o", scratch.path("out"), "--format", "json")
    #expect(outcome.status == 1)
    let sentence = try #require(outcome.errors.split(separator: "\n").last)
    #expect(
      sentence.wholeMatch(
        of:
          #/Error: epoch 1, batch \d+: (\w+ makes a number|the gradient of [\w/]+ is|the loss is).* finite.*/#
      ) != nil)
    #expect(outcome.text.contains(#"{"end":"problem","epochs":0,"#))
  }

  // MARK: - Faults of options

  @Test(
    "what an option cannot take is said in a sentence",
    arguments: [
      (["parity", "--epochs", "0"], "--epochs takes a number from 1 to 1,000,000; found 0"),
      (["parity", "--batch", "0"], "--batch takes a number from 1 to 1,000,000; found 0"),
      (["parity", "--patience", "0"], "--patience takes a number from 1 to 1,000,000; found 0"),
      (["parity", "--rate", "0"], "--rate takes a number from 1e-12 to 1e12; found 0.0"),
      (["parity", "--rate", "nan"], "--rate takes a number from 1e-12 to 1e12; found nan"),
      (["parity", "--clip=-1"], "--clip takes a number from 0 to 1e12; found -1.0"),
      (
        ["parity", "--validation-split", "1"],
        "--validation-split takes a number from 0 to 0.9; found 1.0"
      ),
      (
        ["parity", "--units", "4,x"],
        "--units takes whole numbers from 1 to 4096, one for each layer, such as 128,64; found 4,x"
      ),
      (
        ["parity", "--layer", "dense"],
        "--layer takes lstm, gru or simple_rnn; found dense"
      ),
      (
        ["parity", "--class-weight", "0:1,0:2"],
        "--class-weight takes classes with what each counts, such as 0:1,1:3.5; found 0:1,0:2"
      ),
      (["brackets", "--length", "3"], "'brackets' does not come with --length 3"),
      (["weather", "--length", "40"], "'weather' does not come with --length 40"),
      (
        ["weather", "--validation-split", "0.1"],
        "'weather' has a test of its own; leave --validation-split out"
      ),
      (
        ["parity", "--model", "latch", "--units", "3"],
        "--model says its layers; leave --units out"
      ),
      (["parity", "--every", "3"], "--every says how often --checkpoint is written; give both"),
      (
        ["parity", "--input", "a.csv", "--target", "b"],
        "'parity' has sequences of its own, and --input names others; give one of them"
      ),
      (
        ["--input", "a.csv"],
        "--input has no true answers; name the column that holds them with --target"
      ),
      (
        ["--input", "-", "--target", "b"],
        "standard input cannot be read again, and a run has to find its data; name a file with "
          + "--input"
      ),
      (
        ["parity", "--target", "b"],
        "how an input is meant is said, but no input is named; add --input FILE"
      ),
      (
        ["data"], "your own data come by --input FILE --target COLUMN; name them, or another task"
      ),
      (
        [],
        "nothing is named to learn; give a task (latch, weather, adding, parity, brackets or copy), "
          + "a --model with data of its own, an --input with its --target, or a run to --resume"
      ),
      (
        ["--resume", "run", "--rate", "0.1", "--units", "3"],
        "a run goes on with the settings it began with; leave out --units and --rate"
      ),
      (
        ["copy", "--length", "999", "--examples", "20000"],
        "--examples takes a number from 1 to 5368; found 20000"
      ),
    ])
  func options(_ arguments: [String], _ sentence: String) throws {
    let outcome = try Child.run([Program.path, "train"] + arguments)
    #expect(outcome.status == 64)
    #expect(outcome.errors.hasPrefix("Error: \(sentence)\n"))
  }

  @Test("places that are something else are refused before anything is learnt")
  func places() throws {
    let scratch = try Scratch()
    let text = try scratch.write("notes.txt", "mine")
    for (arguments, sentence) in [
      (
        ["--checkpoint", text],
        "\(text) is there already and is no checkpoint; name a new file"
      ),
      (
        ["-o", text],
        "\(text) is no folder and cannot be made one; name a folder, or a .safetensors file for the "
          + "weights alone"
      ),
    ] {
      let outcome = try Child.run([Program.path] + Self.small + arguments)
      #expect(outcome.status == 1)
      #expect(outcome.errors == "Error: \(sentence)\n")
      #expect(outcome.text == "")
    }
    #expect(try scratch.read("notes.txt") == "mine")
    let resumed = try Program.run("train", "--resume", text)
    #expect(resumed.status == 1)
    #expect(resumed.errors.hasPrefix("Error: \(text): "))
    let model = try Program.run("describe", "latch", "-o", scratch.path("model.yaml"))
    #expect(model.status == 0)
    let over = try Program.run("train", "latch", "--model", scratch.folder, "-o", scratch.folder)
    #expect(over.status == 1)
    #expect(over.errors.hasSuffix("is a file that is read for this; name another\n"))
    let other = try Program.run("train", "parity", "--model", "latch")
    #expect(other.status == 1)
    #expect(other.errors.hasPrefix("Error: "))
  }
}
