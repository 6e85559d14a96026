import Foundation
import Testing

@Suite("The command line")
struct CommandLineTests {
  @Test("help and version come on standard output with status 0, without a terminal")
  func help() throws {
    let help = try Program.run("--help", without: ["TERM"])
    #expect(help.status == 0)
    #expect(help.errors == "")
    for name in [
      "explore", "play", "record", "frame", "summary", "trace", "evaluate", "describe", "train",
    ] {
      #expect(help.text.contains("\n  \(name) "))
    }
    let version = try Program.run("--version", without: ["TERM"])
    #expect(version.status == 0)
    #expect(version.errors == "")
    #expect(version.text == "0.1.0\n")
    #expect(try Program.run("trace", "--help").text.contains("USAGE: unroll trace"))
  }

  @Test(
    "help and version that cannot be written are an error", arguments: ["--help", "--version"])
  func fullDevice(_ option: String) throws {
    let outcome = try Child.run(["sh", "-c", "exec \(quoted(Program.path)) \(option) >/dev/full"])
    #expect(outcome.status == 1)
    #expect(
      outcome.errors == "Error: standard output cannot be written: no space left on device\n")
  }

  @Test("in a locale without UTF-8 standard error is ASCII too, and so is help")
  func ascii() throws {
    for arguments in [["summary", "--model", "×é"], ["frame", "--do", "select ×é"], ["--help"]] {
      let outcome = try Child.run(
        [Program.path] + arguments, environment: Child.environment.merging(["LC_ALL": "C"]) { $1 })
      let bytes = outcome.output + Data(outcome.errors.utf8)
      #expect(!bytes.isEmpty && bytes.allSatisfy { $0 < 0x80 })
    }
  }

  @Test(
    "an empty name is refused with the option's",
    arguments: [
      (["frame", "--model", ""], "--model <model>"),
      (["frame", "--weights", ""], "--weights <file>"),
      (["frame", "--input", ""], "--input <file>"),
      (["frame", "--lessons", ""], "--lessons <folder>"),
      (["--save-session", ""], "--save-session <file>"),
      (["play", "--notes", ""], "--notes <file>"),
      (["play", ""], "<lesson>"), (["check", ""], "<lesson>"), (["record", ""], "<lesson>"),
    ])
  func emptyNames(_ arguments: [String], _ option: String) throws {
    let outcome = try Child.run([Program.path] + arguments)
    #expect(outcome.status == 64)
    #expect(
      outcome.errors.hasPrefix(
        "Error: The value '' is invalid for '\(option)': an empty name stands for nothing; "
          + "write one\n"))
    let record = try Program.run("record", "1", "-o", "")
    #expect(record.status == 1)
    #expect(
      record.errors
        == "Error: --output: an empty name stands for no file; name one, or - for standard "
        + "output\n")
  }

  @Test(
    "a usage error ends with status 64, on standard error alone",
    arguments: [
      (["--nosuch"], "Error: Unknown option '--nosuch'"),
      (["latch", "extra"], "Error: Unexpected argument 'extra'"),
      (["summary", "latch", "extra"], "Error: Unexpected argument 'extra'"),
      (
        ["latch", "x.npy"],
        "Error: 'x.npy' is data; give it with --input x.npy\nUsage: unroll [<model>]"
      ),
      (
        ["trace", "latch", "days.csv"],
        "Error: 'days.csv' is data; give it with --input days.csv\nUsage: unroll trace"
      ),
      (
        ["latch", "w.safetensors"],
        "Error: 'w.safetensors' is data or weights; give it with --input or --weights\n"
      ),
      (["frame", "--size", "80"], "Error: The value '80' is invalid for '--size"),
      (["frame", "--size", "80x-1"], "Error: The value '80x-1' is invalid for '--size"),
      (["frame", "--format", "png"], "Error: The value 'png' is invalid for '--format"),
      (["frame", "--color", "3"], "Error: The value '3' is invalid for '--color"),
      (["trace", "--observation"], "Error: Missing value for '--observation"),
      (["evaluate", "--fresh", "0"], "Error: --fresh takes a number from 1 to 1,000,000; found 0"),
      (
        ["frame", "--do", "selct lstm1"],
        "Error: --do: unknown command 'selct'; did you mean 'select'?"
      ),
      (
        ["frame", "--do", "go x"],
        "Error: --do: 'go' takes 12 | +1 | -10 | start | first | last | 2015-04-27 | change | "
          + "change +1; found 'x'"
      ),
      (
        ["frame", "--do", "go 1;;go 2"],
        "Error: --do: an empty command; write for example 'go 12' or 'select lstm2; go last'"
      ),
      (
        ["play", "--auto", "--words-per-minute", "19"],
        "Error: --words-per-minute takes a number from 20 to 1000; found 19"
      ),
      (
        ["play", "--words-per-minute", "100"],
        "Error: --words-per-minute is the pace of --auto; give both"
      ),
      (["play", "--speed", "21"], "Error: --speed takes a number from 0.1 to 20; found 21.0"),
      (["play", "--speed", "nan"], "Error: --speed takes a number from 0.1 to 20; found nan"),
      (["play", "--plain", "--auto"], "Error: --auto needs the screen; --plain has none"),
      (
        ["play", "--transcript", "--notes", "x"],
        "Error: --notes needs the screen; --transcript has none"
      ),
      (["record"], "Error: Missing expected argument '<lesson>'"),
      (["record", "1", "--format", "v4"], "Error: The value 'v4' is invalid for '--format"),
      (
        ["record", "1", "--size", "59x18"],
        "Error: --size takes at least 60x18, which a lesson needs; found 59x18"
      ),
      (["trace", "--seed=-1"], "Error: The value '-1' is invalid for '--seed"),
      (["frame", "--x\u{1B}[2J\u{202E}\u{7}"], "Error: Unknown option '--x[2J'"),
    ])
  func usage(_ arguments: [String], _ sentence: String) throws {
    let outcome = try Child.run([Program.path] + arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix(sentence))
    #expect(outcome.errors.contains("Usage: unroll"))
  }

  @Test("an input of another shape is told with its file, and last in Keras's words")
  func unfit() throws {
    let file = Program.source("Tests/DocumentsTests/Fixtures/float64.npy")
    for command in ["trace", "frame"] {
      let outcome = try Program.run(command, "--input", file)
      #expect(outcome.status == 1)
      #expect(
        outcome.errors == """
          Error: \(file): it gives observations of the shape (1, 2, 3), and the model reads \
          (None, 50, 10): the network reads 10 features at each timestep, these numbers have 3; it \
          reads 50 timesteps, these numbers have 2. Keras says: Input 0 with name 'input_layer' of \
          layer 'functional' is incompatible with the layer: expected shape=(None, 50, 10), found \
          shape=(1, 2, 3)

          """)
    }
  }

  @Test("of a PyTorch model an input of another shape is refused without Keras's words")
  func unfitForTorch() throws {
    let fixtures = Program.source("Tests/ModelFilesTests/Fixtures")
    let outcome = try Program.run(
      "frame", "\(fixtures)/PyTorch/lstm.pth", "--input", "\(fixtures)/latch_input.npy")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("latch_input.npy: it gives observations of the shape ("))
    #expect(
      outcome.errors.contains("the model reads (None, None, 3): the network reads 3 features"))
    #expect(!outcome.errors.contains("Keras"))
  }

  @Test(
    "any other error is one sentence with status 1, on standard error alone",
    arguments: [
      (
        ["summary", "--model", "nosuch"],
        "--model: there is no model 'nosuch'; the shipped ones are latch, latch4, weather, adding, brackets, copy and parity; "
          + "or give the path of a model.yaml, of a file of Keras's, .keras, .h5 or .json, of PyTorch's, "
          + ".pth or .pt, or of an .onnx"
      ),
      (["summary", "--model", "lach"], "--model: there is no model 'lach'; did you mean 'latch'?"),
      (
        ["summary", "--lessons", "/nosuch"],
        "/nosuch: --lessons names it, but it is no lessons folder, which holds a folder 'models'"
      ),
      (["trace", "--input", "/nosuch.npy"], "/nosuch.npy: there is no such file"),
      (
        ["trace", "--observation=-1"], "the latch: there is no observation -1; they count from 0 on"
      ),
      (
        ["frame", "--model", "weather", "--observation", "1411"],
        "the weather: there is no observation 1411; they count from 0 to 1410"
      ),
      (
        ["frame", "--do", "select a\u{1B}[2J\u{202E}"],
        "--do: 'select a[2J': no layer is called 'a[2J'; the layers are input_layer, lstm1, lstm2, "
          + "dense1, dense2, output"
      ),
      (
        ["play", "5", "--lessons", Program.source("lessons")],
        "standard output is not a terminal; 'unroll play --plain' and 'unroll play --transcript' "
          + "print the lesson"
      ),
      (
        ["frame", "--do", "go 3; select lstm3"],
        "--do: 'select lstm3': no layer is called 'lstm3'; did you mean 'lstm1'?"
      ),
    ])
  func sentence(_ arguments: [String], _ sentence: String) throws {
    let outcome = try Child.run([Program.path] + arguments)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == "Error: \(sentence)\n")
  }

  @Test("commands that end with quit end the program, without a terminal and without a screen")
  func quits() throws {
    let outcome = try Program.run("--do", "go 3; quit; select nosuch", without: ["TERM"])
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == "")
  }

  @Test("UNROLL_LESSONS that names no lessons folder is an error, not a reason to look on")
  func lessons() throws {
    let outcome = try Program.run("summary", environment: ["UNROLL_LESSONS": "/nosuch"])
    #expect(outcome.status == 1)
    #expect(
      outcome.errors == "Error: /nosuch: UNROLL_LESSONS names it, but it is no lessons folder, "
        + "which holds a folder 'models'\n")
  }

  @Test("a full disk behind standard output is an error", arguments: ["summary", "frame", "trace"])
  func fullDisk(_ command: String) throws {
    let outcome = try Child.run([
      "sh", "-c", "test -c /dev/full || exit 99; \(quoted(Program.path)) \(command) >/dev/full",
    ])
    // Only Linux has /dev/full.
    guard outcome.status != 99 else { return }
    #expect(outcome.status == 1)
    #expect(
      outcome.errors
        == "Error: standard output cannot be written: no space left on device\n")
  }
}
