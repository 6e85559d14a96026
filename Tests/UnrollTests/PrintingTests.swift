import Testing

@Suite("The printing commands")
struct PrintingTests {
  @Test("summary derives every count, for both models", arguments: ["latch", "weather"])
  func summary(_ model: String) throws {
    let outcome = try Program.run("summary", "--model", model)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let rule = String(repeating: "─", count: 79)
    #expect(
      outcome.text == """
        Model: \(model)
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

        """)
  }

  @Test("evaluate prints the weather's accuracy beside the rules that need no network")
  func weather() throws {
    let outcome = try Program.run("evaluate", "--model", "weather")
    #expect(outcome.status == 0)
    #expect(
      outcome.text == """
        weather, windows 1050–1410, test
          the network         0.701  253 of 361
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
