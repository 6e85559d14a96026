import Foundation

// What is large: done in little memory, or refused in a sentence.
extension NamedCase {
  static let memory: [NamedCase] =
    [
      (1_000_000, 200), (100_000_000, 1), (1, 100_000), (2_000_000_000, 2_000_000_000),
      (9_223_372_036_854_775_807, 1), (50, 20_000),
    ].map { timesteps, units in
      NamedCase("a description of \(timesteps) timesteps and \(units) units") { trial in
        let model = """
          network:
            input: {timesteps: \(timesteps), features: 2}
            layers:
              - lstm: lstm1
                units: \(units)

          """
        let file = try trial.write("model.yaml", model)
        for command in [["summary"], ["frame"], ["trace", "-o", "out"]] {
          try trial.run(command + ["--model", file], seconds: 60).expect(0, 1)
            .expect(memoryBelow: 400)
        }
      }
    }
    + ["safetensors", "csv", "json"].map { format in
      NamedCase("trace of 10,000 observations as \(format)") { trial in
        let file = try trial.write("model.yaml", SampleFiles.model)
        let input = try trial.write("input.npy", npy(observations: 10_000))
        try trial.run(
          ["trace", "--model", file, "--input", input, "--format", format, "-o", "out"],
          seconds: 120
        ).expect(0).expect(memoryBelow: 200)
      }
    }
    + [
      NamedCase("values and sums over the weights of 2,000 units") { trial in
        let file = try trial.write("model.yaml", model(timesteps: 5, units: [2000]))
        for commands in [
          "value lstm1.recurrent_kernel", "value lstm1.recurrent_kernel[*, *]",
          "value lstm1.kernel[0, *]", "break lstm1.recurrent_kernel[*, *] < 0",
        ] {
          try trial.run(["--plain", "--model", file, "--do", commands], seconds: 60).expect(0, 1)
            .expect(memoryBelow: 400)
        }
        let lesson = try trial.write(
          "lesson.yaml",
          """
          title: A sum
          model: model.yaml
          steps:
            - say: It is {sum(lstm1.recurrent_kernel[*, *] * lstm1.recurrent_kernel[*, *]):.1}.
          """)
        try trial.run(["check", lesson], seconds: 60).expect(1).expect(memoryBelow: 400)
      },
      NamedCase("two contrasts of 20,000 timesteps, again and again, and taken back") { trial in
        let file = try trial.write("model.yaml", model(timesteps: 20_000, units: [40, 40]))
        let turns = (0..<24).flatMap { _ in ["select lstm1", "select lstm2"] }
        let commands = (["open contrast"] + turns + turns.map { _ in "undo" }).joined(
          separator: ";")
        try trial.run(["--plain", "--model", file, "--do", commands], seconds: 120).expect(0, 1)
          .expect(memoryBelow: 400)
      },
      NamedCase("a csv file of 16 MB of commas") { trial in
        let commas = [UInt8](repeating: UInt8(ascii: ","), count: 16 << 20)
        let input = try trial.write("days.csv", commas)
        try trial.run(["frame", "--input", input], seconds: 60).expect(1).expect(memoryBelow: 400)
      },
      NamedCase("a csv file of 8 MB of line ends") { trial in
        let lines = (0..<(4 << 20)).flatMap { _ in [UInt8(ascii: "1"), UInt8(ascii: "\n")] }
        let input = try trial.write("days.csv", lines)
        try trial.run(["frame", "--input", input], seconds: 60).expect(0, 1)
          .expect(memoryBelow: 400)
      },
    ]

  /// LSTM layers one after another, without weights.
  private static func model(timesteps: Int, units: [Int]) -> String {
    let layers = units.enumerated().map { place, units in
      "    - {lstm: lstm\(place + 1), units: \(units), return_sequences: true}\n"
    }
    return "network:\n  input: {timesteps: \(timesteps), features: 2}\n  layers:\n"
      + layers.joined()
  }

  /// Observations of the small network.
  private static func npy(observations: Int) -> [UInt8] {
    var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(observations), 6, 3), }"
    header += String(repeating: " ", count: 117 - header.utf8.count) + "\n"
    return [0x93] + Array("NUMPY".utf8) + [1, 0, 118, 0] + Array(header.utf8)
      + [UInt8](repeating: 0, count: observations * 18 * 4)
  }
}
