import Documents
import Engine
import Phrases
import Testing

@testable import ModelFiles

/// Arrays of every type, order and shape, read for what a model takes.
@Suite struct InputArrayTests {
  private static let stored = [
    "f2", "f2-big", "f4", "f4-big", "f8", "f8-big", "i1", "i2", "i2-big", "i4", "i4-big", "i8",
    "i8-big", "u1", "u2", "u2-big", "u4", "u4-big", "u8", "u8-big",
  ]

  @Test("each type and order of bytes holds the same numbers", arguments: stored)
  func types(name: String) throws {
    let file = try ObservationFile(contentsOf: Sources.fixture("Data/type-\(name).npy"))
    #expect(file.tensor == Tensor(shape: [4, 3, 2], values: (0..<24).map(Float.init)))
  }

  @Test("Booleans, big-endian columns, and a deflated archive")
  func others() throws {
    let all = Tensor(shape: [4, 3, 2], values: (0..<24).map(Float.init))
    let truths = try ObservationFile(contentsOf: Sources.fixture("Data/type-b1.npy"))
    #expect(truths.tensor.values == [0] + [Float](repeating: 1, count: 23))
    for name in ["fortran-big.npy", "packed.npz"] {
      #expect(try ObservationFile(contentsOf: Sources.fixture("Data/" + name)).tensor == all)
    }
  }

  /// The shape of the observations that an array of a shape becomes.
  private func axes(_ found: [Int], _ input: InputLayer) throws -> [Int] {
    let scratch = try Scratch()
    let path = scratch.folder + "/x.safetensors"
    let values = [Float](repeating: 1, count: found.reduce(1, *))
    try Safetensors(tensors: ["x": NumberArray(shape: found, values: values)]).write(to: path)
    return try ObservationFile(contentsOf: path, for: [input]).rows.shape
  }

  @Test("one axis, two and three are what the model's input makes of them")
  func shapes() throws {
    let three = InputLayer(timesteps: 4, features: 3)
    #expect(try axes([4, 3], three) == [1, 4, 3])
    #expect(try axes([9, 3], three) == [6, 4, 3])
    #expect(try axes([5, 12], three) == [5, 4, 3])
    #expect(try axes([12], three) == [1, 4, 3])
    #expect(try axes([5, 4, 3], three) == [5, 4, 3])
    #expect(try axes([2, 7, 3], three) == [2, 7, 3])
    let one = InputLayer(timesteps: 4, features: 1)
    #expect(try axes([4], one) == [1, 4, 1])
    #expect(try axes([9], one) == [6, 4, 1])
    #expect(try axes([9, 1], one) == [6, 4, 1])
    #expect(try axes([9, 4], one) == [9, 4, 1])
    let any = InputLayer(timesteps: nil, features: 1)
    #expect(try axes([9], any) == [1, 9, 1])
    #expect(try axes([9, 4], any) == [9, 4, 1])
    let tokens = InputLayer(tokens: 4)
    #expect(try axes([4], tokens) == [1, 4, 1])
    #expect(try axes([6, 4], tokens) == [6, 4, 1])
    var flat = InputLayer(timesteps: nil, features: 3)
    flat.hasTimesteps = false
    #expect(try axes([3], flat) == [1, 1, 3])
    #expect(try axes([5, 3], flat) == [5, 1, 3])
  }

  private func read(
    _ name: String, _ inputs: [InputLayer], array: String? = nil
  ) throws -> ObservationFile {
    var reading = InputReading()
    reading.array = array
    return try ObservationFile(
      contentsOf: Sources.fixture("Data/" + name), for: inputs, reading: reading)
  }

  @Test("an archive gives each input the array of its name, or the one that is named")
  func archives() throws {
    let left = InputLayer(name: "left", timesteps: 3, features: 2)
    let right = InputLayer(name: "right", timesteps: 3, features: 1)
    let both = try read("several.npz", [right, left])
    #expect(both.observation(1).values == [6, 8, 10])
    #expect(both.observation(1).beside.map(\.values) == [[6, 7, 8, 9, 10, 11]])
    #expect(try read("several.npz", [left]).observation(0).features == 2)
    let other = InputLayer(name: "x", timesteps: 3, features: 1)
    #expect(try read("several.npz", [other], array: "right").rows.shape == [4, 3, 1])
    func sentence(_ inputs: [InputLayer], array: String? = nil) -> String {
      do {
        _ = try read("several.npz", inputs, array: array)
        return "no error"
      } catch { return "\(error)".replacing(Sources.fixture("Data") + "/", with: "") }
    }
    #expect(
      sentence([other])
        == "several.npz: it holds 'left', 'right' and 'note'; say which is the input with --array left"
    )
    #expect(
      sentence([other], array: "up")
        == "several.npz: there is no tensor 'up'; the file has 'left', 'right' and 'note'")
    #expect(
      sentence([other, left])
        == "several.npz: the model has the inputs 'x' and 'left'; save an array for each under its name "
        + "with numpy.savez: this file has 'left', 'right' and 'note'")
    #expect(
      sentence([other], array: "note")
        == "several.npz/note.npy: its numbers are of type '<U1'; write it with array.astype('float32')"
    )
  }

  @Test("an option for columns is none for arrays")
  func options() {
    var reading = InputReading()
    reading.target = "close"
    let path = Sources.fixture("Data/type-f4.npy")
    #expect(
      throws: FileError(path, .input(.needsTable(option: "target"))),
      performing: { _ = try ObservationFile(contentsOf: path, reading: reading) })
  }
}
