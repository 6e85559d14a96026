import Documents
import Engine
import Foundation
import ModelFiles
import Testing
import ZIP

@Suite("unroll trace")
struct TraceCommandTests {
  static let cases = [
    "tiny", "tiny_last", "activations", "go_backwards", "no_bias", "return_state",
    "return_state_last", "saturated", "seed_network", "seed_network_batch",
    "seed_network_sequences", "training_small",
  ]

  @Test(
    "every reference case gives Keras's outputs, states and traces, by their names",
    arguments: cases)
  func reference(_ name: String) throws {
    let fixture = Program.source("Tests/EngineTests/Fixtures/\(name)")
    let expected = try Safetensors(contentsOf: fixture + ".safetensors").tensors
    let scratch = try Scratch()
    let found = try trace(fixture, expected, scratch)

    let kinds = ["output/", "state/", "trace/"]
    let names = expected.keys.filter { name in kinds.contains { name.hasPrefix($0) } }
    #expect(Set(found.keys) == Set(names))
    // Sums of hundreds in `saturated`, in another order, differ by more.
    let tolerance: Float = name == "saturated" ? 2e-4 : 1e-5
    for name in names {
      let (one, other) = (try #require(found[name]), try #require(expected[name]))
      #expect(one.shape == other.shape, "\(name)")
      #expect(largestDifference(one.values, other.values) < tolerance, "\(name)")
    }
  }

  /// What the program makes of a case's configuration, weights and input, each from a file.
  private func trace(
    _ fixture: String, _ tensors: [String: NumberArray], _ scratch: borrowing Scratch
  ) throws -> [String: NumberArray] {
    let json = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(filePath: fixture + ".json")))
    let description = try #require(json as? [String: Any])
    let config = try #require(description["keras_config"])
    let model = try scratch.write(
      "model.json", try JSONSerialization.data(withJSONObject: config))
    let file: String
    if let shipped = description["weights"] as? String {
      file = Program.source(shipped)
    } else {
      file = scratch.path("weights.safetensors")
      try Safetensors(tensors: weights(among: tensors)).write(to: file)
    }
    let result = scratch.path("trace.safetensors")
    let outcome = try Program.run(
      "trace", "--model", model, "--weights", file, "--input", fixture + ".safetensors",
      "--format", "safetensors", "-o", result)
    #expect(outcome.errors == "")
    try #require(outcome.status == 0)
    return try Safetensors(contentsOf: result).tensors
  }

  private func weights(among tensors: [String: NumberArray]) -> [String: NumberArray] {
    var weights: [String: NumberArray] = [:]
    for (name, tensor) in tensors where name.hasPrefix("weights/") {
      weights[String(name.dropFirst("weights/".count))] = tensor
    }
    return weights
  }

  @Test("the weather's real file gives Keras's answers, into a pipe as into a file")
  func weather() throws {
    let fixtures = Program.source("Tests/ModelFilesTests/Fixtures")
    let outcome = try Program.run(
      "trace", "--model", "weather", "--input", fixtures + "/weather_input.npy",
      "--format", "safetensors")
    try #require(outcome.status == 0)
    let scratch = try Scratch()
    let file = try scratch.write("trace.safetensors", outcome.output)
    let found = try #require(try Safetensors(contentsOf: file).tensors["output/output"])
    let expected = try numbers(inNumPyFile: fixtures + "/weather_output.npy")
    #expect(found.shape == [8, 1])
    #expect(largestDifference(found.values, expected) < 1e-5)
  }

  /// The numbers of a float32 file of NumPy's first version, which end it.
  private func numbers(inNumPyFile file: String) throws -> [Float] {
    let data = try Data(contentsOf: URL(filePath: file))
    let start = 10 + Int(data[8]) + Int(data[9]) << 8
    let bytes = data.subdata(in: start..<data.count)
    return [Float](unsafeUninitializedCapacity: bytes.count / 4) { buffer, count in
      count = bytes.copyBytes(to: buffer) / 4
    }
  }

  /// So many observations for the latch, all the same.
  private func input(_ count: Int, _ scratch: borrowing Scratch) throws -> String {
    let file = scratch.path("input.safetensors")
    let values = (0..<count * 500).map { Float($0 % 10 == $0 / 10 % 10 ? 1 : 0) }
    try Safetensors(tensors: ["input": NumberArray(shape: [count, 50, 10], values: values)])
      .write(to: file)
    return file
  }

  @Test(
    "a trace many times as large as the memory is written, into a file and in order",
    arguments: [("csv", 100), ("json", 40), ("safetensors", 1200), ("npz", 1200)])
  func memory(_ format: String, _ count: Int) throws {
    let scratch = try Scratch()
    let input = try input(count, scratch)
    let file = scratch.path("trace")
    let outcome = try Program.run(
      withinMegabytes: 200, "trace", "--input", input, "--format", format, "-o", file)
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
    let rows = 50 * (128 + 64) + 128 + 64 + 1
    #expect(try Data(contentsOf: URL(filePath: file)).count > count * rows * 20)
  }

  @Test(
    "npz has the arrays of safetensors as entries that numpy.load reads, into a file and a pipe")
  func npz() throws {
    let scratch = try Scratch()
    let input = try input(3, scratch)
    func trace(_ format: String, to file: String) throws -> Data {
      let outcome = try Program.run(
        "trace", "--input", input, "--format", format, "-o", file)
      try #require(outcome.status == 0)
      return file == "-" ? outcome.output : try Data(contentsOf: URL(filePath: file))
    }
    _ = try trace("safetensors", to: scratch.path("trace"))
    let expected = try Safetensors(contentsOf: scratch.path("trace")).tensors
    for file in [scratch.path("trace.npz"), "-"] {
      let archive = try ZIPArchive(bytes: Array(trace("npz", to: file)), named: "trace.npz")
      #expect(archive.names == expected.keys.sorted().map { $0 + ".npy" })
      for (name, tensor) in expected {
        let entry = try scratch.write("entry.npy", Data(archive.bytes(of: name + ".npy")))
        let found = try NumPyFile.read(entry)
        #expect(found.shape == tensor.shape && found.values == tensor.values, "\(name)")
      }
    }
  }

  /// The most observations of (50, 10) that are read.
  private static let mostRead = NetworkPlan.mostObserved / 500

  @Test("safetensors come to the same bytes in order as here and there, also with states")
  func inOrder() throws {
    let scratch = try Scratch()
    let model = try scratch.write(
      "m.yaml",
      """
      network:
        input: {timesteps: 50, features: 10}
        layers:
          - {lstm: b, units: 3, return_sequences: true, return_state: true, go_backwards: true}
          - {dense: c, units: 2}
          - {lstm: a, units: 4, return_state: true}
          - {dense: d, units: 1}
      """)
    let input = try input(Self.mostRead, scratch)
    let arguments = [
      "trace", "--model", model, "--input", input, "--format", "safetensors", "-o",
    ]
    let file = scratch.path("trace")
    #expect(try Child.run([Program.path] + arguments + [file]).status == 0)
    let piped = try Child.run([Program.path] + arguments + ["-"])
    #expect(piped.status == 0)
    let written = try Data(contentsOf: URL(filePath: file))
    #expect(piped.output == written)
    let tensors = try Safetensors(contentsOf: file, limit: .max).tensors
    #expect(tensors["state/a/h"]?.values == tensors["output/a"]?.values)
    #expect(tensors["trace/b/cell_state"]?.shape == [Self.mostRead, 50, 3])
  }

  @Test("-o refuses what is read, under any name, before anything is written")
  func inputs() throws {
    let scratch = try Scratch()
    try scratch.write(
      "m.yaml",
      "network: {input: {timesteps: 50, features: 10}, layers: [{lstm: a, units: 1}]}\n"
        + "weights: w.safetensors")
    let zeros = ["a/kernel": [10, 4], "a/recurrent_kernel": [1, 4], "a/bias": [4]].mapValues {
      NumberArray(shape: $0, values: [Float](repeating: 0, count: $0.reduce(1, *)))
    }
    try Safetensors(tensors: zeros).write(to: scratch.path("w.safetensors"))
    let input = try input(2, scratch)
    let link = scratch.path("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "w.safetensors")
    for name in ["m.yaml", "w.safetensors", "input.safetensors", "link"] {
      let file = scratch.path(name)
      let before = try Data(contentsOf: URL(filePath: file))
      let outcome = try Program.run(
        "trace", "--model", scratch.path("m.yaml"), "--input", input, "-o", file)
      #expect(outcome.status == 1)
      #expect(
        outcome.errors
          == "Error: --output: \(file) is a file that is read for this; name another\n")
      #expect(try Data(contentsOf: URL(filePath: file)) == before)
    }
    let empty = try Program.run("trace", "-o", "")
    #expect(empty.status == 1)
    #expect(empty.errors.hasPrefix("Error: --output: an empty name stands for no file"))
  }

  @Test("the last observation there can be is traced, and none behind it or before the first")
  func lastObservation() throws {
    let last = try Program.run("trace", "--observation", "\(Int.max - 1)")
    #expect(last.status == 0)
    #expect(last.text.contains("\n\(Int.max - 1),output,,0,,,,,,,"))
    for index in [Int.max, -1] {
      let none = try Program.run("trace", "--observation=\(index)")
      #expect(none.status == 1)
      #expect(
        none.errors
          == "Error: the latch: there is no observation \(index); they count from 0 on\n")
    }
  }

  @Test("-o replaces a file whole")
  func replaces() throws {
    let scratch = try Scratch()
    let file = try scratch.write("trace.csv", String(repeating: "old\n", count: 1_000_000))
    let outcome = try Program.run("trace", "-o", file)
    #expect(outcome.status == 0)
    #expect(outcome.text == "")
    #expect(try scratch.read("trace.csv") == Program.run("trace").text)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder) == ["trace.csv"])
  }

  @Test("-o into a pipe writes there and does not put a file in its place")
  func pipe() throws {
    let scratch = try Scratch()
    let pipe = scratch.path("pipe")
    try #require(mkfifo(pipe, 0o600) == 0)
    let line = "cat \(quoted(pipe)) & \(quoted(Program.path)) trace -o \(quoted(pipe)) && wait"
    let outcome = try Child.run(["sh", "-c", line], seconds: 30)
    #expect(outcome.status == 0)
    #expect(outcome.text == (try Program.run("trace").text))
    #expect(outcome.errors == "")
  }

  @Test("-o to a link writes the file it leads to, and the link stays")
  func link() throws {
    let scratch = try Scratch()
    try scratch.write("target.csv", "old\n")
    let link = scratch.path("link.csv")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "target.csv")
    let outcome = try Program.run("trace", "-o", link)
    #expect(outcome.status == 0)
    #expect(try scratch.read("target.csv") == Program.run("trace").text)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: link) == "target.csv")
  }

  @Test("a path that cannot be written is one sentence")
  func unwritable() throws {
    let scratch = try Scratch()
    let missing = scratch.path("nosuch/trace.csv")
    let outcome = try Program.run("trace", "-o", missing)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors == "Error: \(missing): it cannot be written: its folder does not exist\n")
    let folder = try Program.run("trace", "-o", scratch.folder)
    #expect(folder.status == 1)
    #expect(
      folder.errors == "Error: \(scratch.folder): this is a folder, and a file is needed\n")
  }

  @Test("a write that fails half-way leaves the old file as it was, and nothing beside it")
  func failure() throws {
    let scratch = try Scratch()
    let file = try scratch.write("trace.csv", "old\n")
    // Files of this process may not grow beyond a few kilobytes, as on a full disk.
    let line = "trap '' XFSZ; ulimit -f 8; \(quoted(Program.path)) trace -o \(quoted(file))"
    let outcome = try Child.run(["sh", "-c", line])
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("Error: \(file): it cannot be written: "))
    #expect(outcome.errors.filter { $0 == "\n" }.count == 1)
    #expect(try scratch.read("trace.csv") == "old\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder) == ["trace.csv"])
  }

  @Test("safetensors is not poured over a terminal")
  func terminal() throws {
    let session = try TmuxSession()
    try session.begin(["trace", "--format", "safetensors"], redirection: "2>errors")
    try session.expectEnd(status: 64)
    #expect(
      try session.scratch.read("errors").hasPrefix(
        "Error: safetensors is no text for a terminal; name a file with -o FILE\n"))
  }
}

/// The largest distance between two lists of numbers; infinite where they differ in length.
func largestDifference(_ one: [Float], _ other: [Float]) -> Float {
  guard one.count == other.count else { return .infinity }
  return zip(one, other).reduce(0) { largest, pair in
    let difference = abs(pair.0 - pair.1)
    return difference.isNaN ? .infinity : max(largest, difference)
  }
}
