import Foundation
import Testing

@Suite("unroll describe")
struct DescribeTests {
  private let file = Program.source("Tests/ModelFilesTests/Fixtures/PyTorch/lstm.pth")

  @Test("a file of weights becomes a model that says what is assumed, and opens as the file does")
  func describe() throws {
    let scratch = try Scratch()
    let model = "\(scratch.folder)/model.yaml"
    let outcome = try Program.run("describe", file, "-o", model)
    #expect(outcome.status == 0)
    #expect(outcome.text == "" && outcome.errors == "")
    let text = try String(contentsOfFile: model, encoding: .utf8)
    #expect(
      text == """
        # \(file): weights do not say how they are used, so it is assumed that
        # - rnn, fc1, fc2 follow one another
        # - only the last timestep leaves rnn
        # - no activation follows fc2
        # - relu follows fc1
        name: lstm
        network:
          input: {timesteps: any, features: 3}
          layers:
            - lstm: rnn_l0
              units: 5
              return_sequences: true
            - lstm: rnn_l1
              units: 5
            - dense: fc1
              units: 4
              activation: relu
            - dense: fc2
              units: 2
        weights: "\(file)"

        """)
    let trace = ["trace", "--input", file.replacing(".pth", with: "_input.npy"), "--model"]
    let own = try Child.run([Program.path] + trace + [model])
    let torch = try Child.run([Program.path] + trace + [file])
    #expect(own.status == 0 && own.errors == "")
    #expect(torch.status == 0 && torch.errors.hasPrefix("\(file): weights do not say"))
    #expect(own.output == torch.output)
  }

  @Test("its weights can be written beside it, and then stand there by the names of the layers")
  func weights() throws {
    let scratch = try Scratch()
    let weights = "\(scratch.folder)/w.safetensors"
    let model = "\(scratch.folder)/model.yaml"
    let outcome = try Program.run("describe", file, "-o", model, "--weights-to", weights)
    #expect(outcome.status == 0)
    #expect(
      try String(contentsOfFile: model, encoding: .utf8).hasSuffix("\nweights: w.safetensors\n"))
    let summary = try Program.run("summary", "--model", model)
    #expect(summary.status == 0 && summary.errors == "")
    let over = try Program.run("describe", file, "--weights-to", file)
    #expect(over.status == 1)
    #expect(
      over.errors == "Error: --weights-to: \(file) is a file that is read for this; name another\n")
  }

  @Test("what is there already is replaced only with --force")
  func force() throws {
    let scratch = try Scratch()
    let model = try scratch.write("model.yaml", "# mine\n")
    let weights = try scratch.write("w.safetensors", "mine")
    let refused = try Program.run("describe", file, "-o", model)
    #expect(refused.status == 1)
    #expect(
      refused.errors
        == "Error: --output: \(model) is there already and would be lost; name another place, or add "
        + "--force\n")
    let beside = try Program.run("describe", file, "--weights-to", weights)
    #expect(beside.status == 1)
    #expect(beside.errors.hasPrefix("Error: --weights-to: \(weights) is there already"))
    #expect(try String(contentsOfFile: model, encoding: .utf8) == "# mine\n")
    #expect(try String(contentsOfFile: weights, encoding: .utf8) == "mine")
    let forced = try Program.run("describe", file, "-o", model, "--weights-to", weights, "--force")
    #expect(forced.status == 0)
    #expect(
      try String(contentsOfFile: model, encoding: .utf8).hasSuffix("weights: w.safetensors\n"))
  }

  @Test("a shipped model is described, too")
  func shipped() throws {
    let outcome = try Program.run("describe", "latch")
    #expect(outcome.status == 0)
    #expect(outcome.text.hasPrefix("name: latch\nabout: "))
    #expect(
      outcome.text.contains("\n    - dense: output\n      units: 1\n      activation: sigmoid\n"))
  }
}
