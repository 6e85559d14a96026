import Foundation
import Testing

@Suite("The printing commands")
struct PrintingTests {
  @Test(
    "summary derives every count, for both models",
    arguments: [
      ("latch", "Remembers for fifty symbols whether a 7 (set) or a 3 (clear) came last."),
      ("weather", "Fifty days of Seattle weather; does it rain the day after?"),
    ])
  func summary(_ model: String, _ about: String) throws {
    let outcome = try Program.run("summary", "--model", model)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let rule = String(repeating: "─", count: 79)
    #expect(
      outcome.text == """
        Model: \(model)
        \(about)
        \(rule)
        Layer (type)              Output shape     Parameters  Counted as
        \(rule)
        input_layer (InputLayer)  (None, 50, 10)            0
        lstm1 (LSTM)              (None, 50, 128)      71,168  4·((10 + 128)·128 + 128)
        lstm2 (LSTM)              (None, 64)           49,408  4·((128 + 64)·64 + 64)
        dense1 (Dense)            (None, 128)           8,320  64·128 + 128
        dense2 (Dense)            (None, 64)            8,256  128·64 + 64
        output (Dense)            (None, 1)                65  64·1 + 1
        \(rule)
        Total parameters: 137,217
        Weights: \(Program.source("lessons/models/\(model)/weights.safetensors"))

        """)
  }

  @Test("summary counts a file of PyTorch's as PyTorch does, and says what Keras would")
  func torchCounts() throws {
    let file = Program.source("Tests/ModelFilesTests/Fixtures/PyTorch/lstm.pth")
    let outcome = try Program.run("summary", file)
    #expect(outcome.status == 0)
    // torch: sum(p.numel() for p in model.parameters()) with nn.LSTM(3, 5, num_layers=2) and Linear
    // layers of 4 and 2.
    #expect(
      outcome.text.contains(
        "\nTotal parameters: 474 as PyTorch counts, with two biases in each recurrent layer; 434 as Keras does\n"
      ))
    #expect(outcome.text.contains("200  4·((3 + 5)·5 + 2·5)"))
    #expect(outcome.text.contains("240  4·((5 + 5)·5 + 2·5)"))
  }

  @Test("summary as JSON has what the table has, and what each layer reads")
  func summaryAsJSON() throws {
    let outcome = try Program.run("summary", "--format", "json")
    #expect(outcome.status == 0)
    let found = try #require(
      try JSONSerialization.jsonObject(with: outcome.output) as? NSDictionary)
    #expect(found["model"] as? String == "latch")
    #expect(found["parameters"] as? Int == 137_217)
    #expect(found["fault"] is NSNull)
    let batch = NSNull()
    #expect((found["input"] as? NSDictionary)?["shape"] as? NSArray == [batch, 50, 10])
    let weights = try #require(found["weights"] as? NSDictionary)
    #expect((weights["file"] as? String)?.hasSuffix("latch/weights.safetensors") == true)
    let layers = try #require(found["layers"] as? [NSDictionary])
    #expect(layers.map { $0["class"] as? String } == ["LSTM", "LSTM", "Dense", "Dense", "Dense"])
    let second = layers[1]
    #expect(second["name"] as? String == "lstm2")
    #expect(second["reads"] as? [NSDictionary] == [["layer": "lstm1", "output": 0]])
    #expect(second["input_shapes"] as? NSArray == [[batch, 50, 128] as NSArray])
    #expect(second["output_shape"] as? NSArray == [batch, 64])
    #expect(second["parameters"] as? Int == 49408)
    #expect(second["counted_as"] as? String == "4·((128 + 64)·64 + 64)")
    let shapes = try #require(second["weights"] as? [NSDictionary])
    #expect(shapes.first == ["name": "kernel", "shape": [128, 256]])
  }

  @Test("what a file of observations holds beside numbers is named on standard error")
  func passedOver() throws {
    let scratch = try Scratch()
    let model = try scratch.write(
      "m.yaml",
      "network: {input: {timesteps: any, features: 2}, layers: [{lstm: a, units: 1}]}")
    let input = try scratch.write(
      "x.csv", "Date;a;b;place\n02.01.2024;1,5;2;x\n03.01.2024;3;4;x\n")
    for command in ["summary", "trace"] {
      let outcome = try Program.run(command, "--model", model, "--input", input)
      #expect(outcome.status == 0)
      #expect(
        outcome.errors.split(separator: "\n").first.map(String.init)
          == "\(input): passed over 'place', an index or no numbers")
    }
  }

  @Test("how an input is meant is said in every command, and wrong words are errors of usage")
  func meaning() throws {
    let scratch = try Scratch()
    let model = try scratch.write(
      "m.yaml", "network: {input: {timesteps: 2, features: 1}, layers: [{lstm: a, units: 1}]}")
    let input = try scratch.write("x.csv", "day,a,b\n1,10,5\n2,20,6\n3,30,7\n4,40,8\n")
    func rows(_ options: String...) throws -> Int {
      let outcome = try Program.run(["trace", model, "--input", input] + options)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return outcome.output.split(separator: 0x0A).count - 1
    }
    #expect(try rows("--columns", "b") == 6)
    #expect(try rows("--columns", "b", "--target", "a", "--normalise", "--fit-on", "0:3") == 4)
    #expect(try rows("--columns", "a", "--step", "2") == 4)
    let unsaid = try Program.run("summary", model, "--input", input)
    #expect(unsaid.status == 1)
    #expect(
      unsaid.errors.hasPrefix(
        "Error: \(input): it cannot be told which of its columns is the feature that the model "
          + "reads; name it with --columns NAME: it has 'day' (numbers), 'a' (numbers) and 'b' "
          + "(numbers)"), "\(unsaid.errors)")
    let wrong: [[String]] = [
      ["--input", input, "--window", "0"], ["--input", input, "--standardise", "--normalise"],
      ["--input", input, "--fit-on", "9"], ["--columns", "a"],
      ["--input", input, "--missing", "mean"],
    ]
    for options in wrong {
      #expect(try Program.run(["summary", model] + options).status == 64, "\(options)")
    }
  }

  @Test("a table comes through a pipe")
  func pipe() throws {
    let scratch = try Scratch()
    let model = try scratch.write(
      "m.yaml", "network: {input: {timesteps: 2, features: 1}, layers: [{lstm: a, units: 1}]}")
    let text = "Date,a\n2024-01-02,1\n2024-01-03,2\n2024-01-04,3\n"
    let traced = try Program.run(["trace", model, "--input", "-"], input: text)
    #expect(traced.status == 0 && traced.output.split(separator: 0x0A).count == 5)
    let broken = try Program.run(["summary", model, "--input", "-"], input: "a\n1\n,\n")
    #expect(broken.status == 1)
    #expect(broken.errors.contains("/dev/stdin:3: this row has 2 cells"), "\(broken.errors)")
  }

  @Test("summary of a network too large to draw comes at once, and says that it is untrained")
  func large() throws {
    let scratch = try Scratch()
    let model = try scratch.write(
      "large.yaml",
      "network: {input: {timesteps: any, features: 2}, layers: [{lstm: a, units: 3000}]}")
    let outcome = try Program.run("summary", "--model", model, "--seed", "4")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let rule = String(repeating: "─", count: 79)
    #expect(
      outcome.text
        == """
        Model: large
        \(rule)
        Layer (type)              Output shape     Parameters  Counted as
        \(rule)
        input_layer (InputLayer)  (None, None, 2)           0
        a (LSTM)                  (None, 3000)     36,036,000  4·((2 + 3000)·3000 + 3000)
        \(rule)
        Total parameters: 36,036,000
        Weights: untrained, drawn from seed 4

        """.replacing(rule, with: String(repeating: "─", count: 81)))
    let frame = try Program.run("frame", "--model", model)
    #expect(frame.status == 1)
    #expect(
      frame.errors
        == "Error: \(model): the network has 36,036,000 parameters, and at most 16,777,216, 64 "
        + "MiB of weights, can be run: give its layers fewer units\n")
  }

  private static let impossible = """
    network:
      input: {timesteps: 6, features: 2}
      layers:
        - {lstm: a, units: 3}
        - {lstm: b, units: 2}
        - {dense: d, units: 1}
    """

  private static let fault =
    "Input 0 with name 'None' of layer 'b' is incompatible with the layer: expected ndim=3, found "
    + "ndim=2. Full shape received: (None, 3); b reads a sequence, but (3) comes in for each "
    + "observation, because a outputs only its last hidden state: set return_sequences=True on a"

  @Test("summary of an impossible network prints the table up to the fault, then the fault")
  func impossible() throws {
    let scratch = try Scratch()
    let model = try scratch.write("two.yaml", Self.impossible)
    let outcome = try Program.run("summary", "--model", model)
    #expect(outcome.status == 1)
    #expect(outcome.errors == "Error: \(model): \(Self.fault)\n")
    let rule = String(repeating: "─", count: 69)
    #expect(
      outcome.text == """
        Model: two
        \(rule)
        Layer (type)              Output shape  Parameters  Counted as
        \(rule)
        input_layer (InputLayer)  (None, 6, 2)           0
        a (LSTM)                  (None, 3)             72  4·((2 + 3)·3 + 3)
        \(rule)
        Weights: untrained, drawn from seed 0

        """)
    let trace = try Program.run("trace", "--model", model)
    #expect(trace.status == 1 && trace.output.isEmpty)
    #expect(trace.errors == "Error: \(Self.fault)\n")
  }

  @Test("frame shows a network that is impossible from the start as r would, and r mends it")
  func impossibleFrame() throws {
    let scratch = try Scratch()
    let model = try scratch.write("two.yaml", Self.impossible)
    let outcome = try Program.run("frame", "--model", model)
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("b ✗ cannot be built. Keras says:"))
    let mended = try Program.run(
      "frame", "--model", model, "--do", "select a; toggle return_sequences; go last")
    #expect(mended.status == 0)
    #expect(mended.text.contains("input (6,2) ▸ a (6,3) ▸ b (2) ▸ d (1)"))
    #expect(!mended.text.contains("✗"))
    let bare = try scratch.write(
      "bare.yaml", "network: {input: {features: 2}, layers: [{lstm: a, units: 3}]}")
    for size in ["0x0", "60x18", "100x30", "200x60"] {
      #expect(try Program.run("frame", "--model", bare, "--size", size).status == 0)
    }
  }

  @Test("model +1 comes back to the model that was opened, with its input")
  func ring() throws {
    let scratch = try Scratch()
    let model = try scratch.write(
      "three.yaml", "network: {input: {timesteps: 3, features: 1}, layers: [{lstm: a, units: 1}]}")
    let input = Program.source("Tests/ModelFilesTests/Fixtures/weather_input.npy")
    func title(_ arguments: String..., steps: Int) throws -> String {
      let commands = Array(repeating: "model +1", count: steps).joined(separator: "; ")
      let outcome = try Child.run(
        [Program.path, "frame", "--size", "120x30"] + arguments + ["--do", commands])
      #expect(outcome.status == 0)
      return outcome.text.split(separator: "\n").first.map(String.init) ?? ""
    }
    let three = try title("--model", model, "--observation", "2", steps: 8)
    #expect(three.hasPrefix(" Unroll  three (untrained) · observation 2 "))
    #expect(try title("--model", model, steps: 1).hasPrefix(" Unroll  latch "))
    #expect(try title("--model", model, steps: 2).hasPrefix(" Unroll  latch4 "))
    #expect(try title("--model", model, steps: 3).hasPrefix(" Unroll  weather "))
    let latch = try title("--model", "latch", "--input", input, steps: 7)
    #expect(latch.hasPrefix(" Unroll  latch · observation 0 "))
    #expect(latch.contains("of 8 in weather_input.npy"))
  }

  @Test("evaluate prints the weather's accuracy beside the rules that need no network")
  func weather() throws {
    let outcome = try Program.run("evaluate", "--model", "weather")
    #expect(outcome.status == 0)
    #expect(
      outcome.text == """
        weather, windows 1050–1410, test
          the network         0.717  259 of 361
          tomorrow as today   0.709  256 of 361
          always dry          0.607  219 of 361

        """)
  }

  @Test("evaluate prints the latch's accuracy on the recorded sequences and on fresh ones")
  func latch() throws {
    let outcome = try Program.run("evaluate", "--fresh", "100")
    #expect(outcome.status == 0)
    #expect(
      outcome.text.contains("latch, 50 recorded sequences\n  the network         1.000  50 of 50"))
    #expect(
      outcome.text.contains("latch, 100 fresh sequences\n  the network         1.000  100 of 100"))
  }

  @Test(
    "frame prints the screen at any size, as many rows as asked for and none too wide",
    arguments: [(0, 0), (20, 5), (59, 17), (60, 18), (80, 24), (100, 30), (200, 60)])
  func sizes(_ width: Int, _ height: Int) throws {
    let outcome = try Program.run("frame", "--size", "\(width)x\(height)")
    #expect(outcome.status == 0)
    let rows = outcome.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(rows.count == height)
    #expect(rows.allSatisfy { $0.count <= width })
    #expect(outcome.text.contains("t 0 of 0–49") == (width >= 60 && height >= 18))
  }

  @Test("frame carries commands out first")
  func commands() throws {
    let text = try Program.run(
      "frame", "--do", "go 12; select lstm2; toggle return_sequences"
    ).text
    #expect(text.contains("t 12 of 0–49"))
    #expect(text.contains("lstm2 (50,64)"))
    #expect(text.contains("output (50,1)"))
    #expect(try Program.run("frame", "--do", "go last; go 12; quit; go 3").text.contains("t 12 of"))
  }

  @Test("text has no escape byte; ansi has, and NO_COLOR takes its colours")
  func formats() throws {
    #expect(try !Program.run("frame").text.contains("\u{1B}"))
    #expect(try Program.run("frame", "--format", "ansi").text.contains("38;5;"))
    let plain = try Program.run("frame", "--format", "ansi", environment: ["NO_COLOR": "1"]).text
    #expect(!plain.contains("38;5;"))
    #expect(!plain.contains("48;5;"))
    #expect(try Program.run("frame", "--format", "svg").text.hasPrefix("<svg"))
  }

  @Test(
    "where the locale is not UTF-8, what is printed is ASCII",
    arguments: [
      ["frame"], ["frame", "--model", "weather", "--do", "go last"],
      ["frame", "--do", "select lstm1; toggle return_sequences; help"], ["summary"],
      ["evaluate", "--model", "weather"], ["trace"], ["--help"], ["trace", "--help"],
      ["frame", "--help"],
    ])
  func ascii(_ arguments: [String]) throws {
    let variables = Child.environment.merging(["LC_ALL": "C"]) { _, new in new }
    let outcome = try Child.run([Program.path] + arguments, environment: variables)
    #expect(outcome.status == 0)
    #expect(!outcome.output.isEmpty)
    #expect(outcome.output.allSatisfy { $0 < 0x80 })
  }

  @Test("a product in ASCII is no decimal number")
  func product() throws {
    let text = try Program.run("summary", environment: ["LC_ALL": "C"]).text
    #expect(text.contains("71,168  4*((10 + 128)*128 + 128)\n"))
  }
}
