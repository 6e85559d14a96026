import Documents
import Engine
import Testing

@testable import ModelFiles

@Suite struct ObservationFileTests {
  @Test("a csv with names and an npy batch hold the same numbers")
  func sameNumbers() throws {
    let csv = try ObservationFile(contentsOf: Sources.fixture("weather_input.csv"))
    let npy = try ObservationFile(contentsOf: Sources.fixture("weather_input.npy"))
    #expect(csv.count == 1 && npy.count == 8)
    #expect(npy.tensor.shape == [8, 50, 10])
    #expect(csv.observation(0) == npy.observation(0))
    #expect(csv.featureNames?.first == "precipitation" && csv.featureNames?.count == 10)
    #expect(npy.featureNames == nil)
  }

  @Test("a csv without names, infinity taken as it is, and NaN where it is to be kept")
  func withoutNames() throws {
    let scratch = try Scratch()
    var reading = InputReading()
    reading.missing = .keep
    let file = try ObservationFile(
      contentsOf: try scratch.file("a.csv", "1,nan\r\n-inf, 2.5 \r\n"), reading: reading)
    #expect(file.tensor.shape == [1, 2, 2])
    #expect(file.tensor.values[0] == 1 && file.tensor.values[1].isNaN)
    #expect(file.tensor.values[2...] == [-.infinity, 2.5])
    #expect(file.featureNames == nil)
  }

  @Test("the tensor 'input' of a safetensors file")
  func safetensors() throws {
    let scratch = try Scratch()
    let path = scratch.folder + "/x.safetensors"
    try Safetensors(tensors: ["input": NumberArray(shape: [2, 1], values: [3, 4])]).write(to: path)
    let file = try ObservationFile(contentsOf: path)
    #expect(file.observation(0) == Observation(timesteps: 2, features: 1, values: [3, 4]))
    let one = NumberArray(shape: [1], values: [3])
    try Safetensors(tensors: ["x": one, "y": one]).write(to: path)
    #expect(
      scratch.sentence { _ = try ObservationFile(contentsOf: path) }
        == "x.safetensors: it holds 'x' and 'y'; say which is the input with --array x")
  }

  @Test(
    "a bad number names its place",
    arguments: [
      (
        "a,b\n1,2\n3,4x\n",
        "a.csv:3:3: '4x' in column 'b' is not a number; write one such as 0.5 or -1e-3"
      ),
      (
        "1,2\n3,\n",
        "a.csv:2:3: 1 value is missing here; fill with --missing forward or zero, leave rows out with "
          + "drop, or let NaN in with keep"
      ),
      ("1,x\n", "a.csv:1:3: 'x' is not a number; write one such as 0.5 or -1e-3"),
      ("a,b\n", "a.csv: it holds no row of numbers"),
      (
        "a,b\u{1B}c\n1,2\n",
        "a.csv:1:3: the name 'bc' holds the character U+001B, which cannot be shown; leave it out"
      ),
    ])
  func badNumber(text: String, sentence: String) throws {
    let scratch = try Scratch()
    let file = try scratch.file("a.csv", text)
    #expect(scratch.sentence { _ = try ObservationFile(contentsOf: file) } == sentence)
  }

  @Test("a shape that is no sequence, an unknown ending, a folder, a missing file")
  func refused() throws {
    let scratch = try Scratch()
    let path = scratch.folder + "/x.safetensors"
    try Safetensors(tensors: ["input": NumberArray(shape: [4], values: [1, 2, 3, 4])]).write(
      to: path)
    #expect(
      scratch.sentence { _ = try ObservationFile(contentsOf: path) }
        == "x.safetensors: its shape is [4]; an input is [timesteps, features] or "
        + "[observations, timesteps, features], none of them 0")
    #expect(
      scratch.sentence { _ = try ObservationFile(contentsOf: "x.doc") }
        == "x.doc: this kind of file is not known here; it should end in .npy, .npz, .csv, .tsv, .txt or "
        + ".safetensors"
    )
    #expect(
      scratch.sentence { _ = try ObservationFile(contentsOf: "/dev/no\u{1B}[2J.csv") }
        == "/dev/no[2J.csv: there is no such file")
    #expect(
      scratch.sentence { _ = try ObservationFile(contentsOf: scratch.folder) }
        .hasSuffix(": this is a folder, and a file is needed"))
    _ = try scratch.file("d.csv/x", "")
    #expect(
      scratch.sentence { _ = try ObservationFile(contentsOf: scratch.folder + "/d.csv") }
        == "d.csv: this is a folder, and a file is needed")
  }

  @Test("a file that never ends is given up at the limit")
  func endless() throws {
    #expect(throws: FileError("/dev/zero", .tooLarge(limit: 1 << 20))) {
      _ = try FileBytes.read("/dev/zero", limit: 1 << 20)
    }
  }
}
