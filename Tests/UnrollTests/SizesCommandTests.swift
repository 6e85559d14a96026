import Documents
import Engine
import Foundation
import ModelFiles
import Testing

@Suite("what is too large")
struct SizesCommandTests {
  @Test(
    "a run that is too large is refused before its memory is taken",
    arguments: ["frame", "trace", "explore"])
  func run(_ command: String) throws {
    let scratch = try Scratch()
    let model = try scratch.write(
      "long.yaml",
      """
      network:
        input: {timesteps: 1000000, features: 2}
        layers: [{lstm: a, units: 200, return_sequences: true}, {dense: out, units: 1}]
      """)
    let outcome = try Program.run(withinMegabytes: 200, command, "--model", model)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors
        == "Error: a run over 1,000,000 timesteps would keep 403,000,000 numbers, and at most "
        + "41,943,040, 160 MiB, are kept: give the network fewer timesteps or units\n")
    #expect(try Program.run(withinMegabytes: 200, "summary", "--model", model).status == 0)
  }

  @Test("a network that is too large is refused before its weights are drawn or read")
  func weights() throws {
    let scratch = try Scratch()
    let model = try scratch.write(
      "large.yaml",
      "network: {input: {timesteps: 5, features: 2}, layers: [{lstm: a, units: 5000}]}")
    let sentence =
      "Error: \(model): the network has 100,060,000 parameters, and at most 16,777,216, 64 MiB of "
      + "weights, can be run: give its layers fewer units\n"
    let drawn = try Program.run(withinMegabytes: 200, "frame", "--model", model)
    #expect(drawn.status == 1)
    #expect(drawn.errors == sentence)
    let read = try Program.run(
      withinMegabytes: 200, "frame", "--model", model, "--weights", "missing.safetensors")
    #expect(read.errors == sentence)
  }

  @Test("a network of very many layers is refused at once")
  func layers() throws {
    let scratch = try Scratch()
    let layers = (0..<20_000).map { "    - {lstm: l\($0), units: 2}\n" }.joined()
    let model = try scratch.write(
      "deep.yaml", "network:\n  input: {timesteps: 5, features: 2}\n  layers:\n" + layers)
    let outcome = try Program.run(withinMegabytes: 300, "frame", "--model", model)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors
        == "Error: \(model): the network has 20,000 layers, and at most 1,000 can be opened: give "
        + "it fewer\n")
  }

  @Test("an address that names more numbers than can be worked with is refused")
  func address() throws {
    let scratch = try Scratch()
    let model = try scratch.write(
      "wide.yaml", "network: {input: {timesteps: 5, features: 2}, layers: [{lstm: a, units: 400}]}")
    let lesson = try scratch.write(
      "01-sum.yaml",
      """
      title: A sum
      model: wide.yaml
      steps:
        - say: "It is {sum(a.recurrent_kernel[*, *]):.1}."
      """)
    let sentence =
      "a.recurrent_kernel[*, *] names 640,000 numbers, and at most 262,144 are worked with at once; "
      + "name fewer of them"
    let value = try Program.run(
      withinMegabytes: 300, "--plain", "--model", model, "--do", "value a.recurrent_kernel[*, *]")
    #expect(value.status == 1)
    #expect(value.errors.contains(sentence))
    let check = try Program.run(withinMegabytes: 300, "check", lesson)
    #expect(check.status == 1)
    #expect(check.errors.contains(sentence))
  }

  @Test("1,600 units are drawn in less than 400 MB")
  func units() throws {
    let scratch = try Scratch()
    let model = try scratch.write(
      "wide.yaml", "network: {input: {timesteps: 5, features: 2}, layers: [{lstm: a, units: 1600}]}"
    )
    #expect(try Program.run(withinMegabytes: 400, "frame", "--model", model).status == 0)
  }

  @Test("what a screen holds beside the open run is refused where it is too much")
  func additions() throws {
    let scratch = try Scratch()
    let model = try scratch.write(
      "m.yaml",
      """
      network:
        input: {timesteps: 450000, features: 1}
        layers: [{lstm: a, units: 4}, {dense: out, units: 1}]
      """)
    let beside = try Program.run(
      withinMegabytes: 400, "frame", "--model", model, "--do", "beside 3")
    #expect(beside.status == 1)
    #expect(
      beside.errors
        == "Error: --do: 'beside 3': a second observation would hold 37,800,002 numbers, and at "
        + "most 37,748,736, 144 MiB, are held: open a network with fewer timesteps or units\n")
    let memory = try Program.run(
      withinMegabytes: 400, "frame", "--model", model, "--do", "open layer; order memory")
    #expect(memory.status == 0)
    #expect(memory.text.contains("not sorted by memory"))
  }

  @Test("an observation of too many timesteps to be shown is refused in the same words at once")
  func opening() throws {
    let scratch = try Scratch()
    let model = try scratch.write(
      "m.yaml",
      """
      network:
        input: {timesteps: 1000000, features: 1}
        layers: [{lstm: a, units: 9, return_sequences: true}, {dense: out, units: 1}]
      """)
    let outcome = try Program.run(withinMegabytes: 200, "frame", "--model", model)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors
        == "Error: this would hold 52,000,000 numbers, and at most 50,331,648, 192 MiB, are held: "
        + "open a network with fewer timesteps or units\n")
  }

  @Test("a csv file of commas takes little more than itself")
  func commas() throws {
    let scratch = try Scratch()
    let row = String(repeating: "0,", count: 999) + "0\n"
    let file = try scratch.write("commas.csv", String(repeating: row, count: 8000))
    let outcome = try Program.run(withinMegabytes: 300, "frame", "--input", file)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("it cannot be told which of its columns are the 10 features"))
  }

  @Test(
    "an input of more numbers than are kept is refused by its header",
    arguments: ["npy", "safetensors"])
  func numbers(_ kind: String) throws {
    let scratch = try Scratch()
    let count = NetworkPlan.mostObserved + 2
    let file = scratch.path("input.\(kind)")
    let header =
      kind == "npy"
      ? "{'descr': '|u1', 'fortran_order': False, 'shape': (\(count / 2), 2), }"
      : "{\"input\":{\"dtype\":\"F16\",\"shape\":[\(count / 2),2],"
        + "\"data_offsets\":[0,\(2 * count)]}}"
    var bytes: [UInt8]
    if kind == "npy" {
      bytes = [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0]
    } else {
      bytes = [UInt8(header.utf8.count)] + [UInt8](repeating: 0, count: 7)
    }
    bytes += header.utf8
    try Data(bytes).write(to: URL(filePath: file))
    let handle = try FileHandle(forWritingTo: URL(filePath: file))
    try handle.truncate(atOffset: UInt64(bytes.count + (kind == "npy" ? count : 2 * count)))
    try handle.close()
    let outcome = try Program.run(withinMegabytes: 200, "frame", "--input", file)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors
        == "Error: \(file): it holds 8,388,610 numbers, and at most 8,388,608 are read; save fewer "
        + "of them in it\n")
  }

  @Test("a safetensors header of very many tensors is refused before it is read")
  func header() throws {
    let scratch = try Scratch()
    let length = Safetensors.longestHeader + 1
    let file = try scratch.write(
      "w.safetensors",
      withUnsafeBytes(of: UInt64(length).littleEndian) { Data($0) }
        + Data(repeating: UInt8(ascii: " "), count: length))
    let outcome = try Program.run(withinMegabytes: 200, "frame", "--weights", file)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors
        == "Error: \(file): its header is longer than 4 MiB, the most that is read; save fewer "
        + "tensors in it\n")
  }
}
