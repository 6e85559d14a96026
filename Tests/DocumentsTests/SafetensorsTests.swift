import Testing

@testable import Documents

@Suite struct SafetensorsTests {
  /// A file with that header and as many zero bytes of data.
  private func bytes(_ header: String, data: Int = 0) -> [UInt8] {
    withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Array($0) } + Array(header.utf8)
      + Array(repeating: 0, count: data)
  }

  @Test("what is written is read again, metadata too")
  func roundTrip() throws {
    let scratch = try Scratch()
    let file = scratch.folder + "/a.safetensors"
    let written = Safetensors(
      tensors: [
        "lstm1/kernel": NumberArray(shape: [2, 3], values: [1, -2, 3.5, 0, .infinity, 6]),
        "scalar \"x\"\n": NumberArray(shape: [], values: [7]),
        "empty": NumberArray(shape: [0, 4], values: []),
      ], metadata: ["about": "Grüße \"\\ \u{1}"])
    try written.write(to: file)
    #expect(try Safetensors(contentsOf: file) == written)
    #expect(written.encoded.count % 4 == 0)
    #expect(written.encoded[0] % 8 == 0)
  }

  @Test("Keras's weights keep their shapes")
  func keras() throws {
    let weights = try Safetensors(
      contentsOf: Sources.lessons + "/models/weather/weights.safetensors")
    #expect(weights.tensors.count == 12)
    #expect(weights.tensors["lstm1/kernel"]?.shape == [10, 512])
    #expect(weights.tensors.values.reduce(0) { $0 + $1.values.count } == 137_217)
  }

  @Test("F64, F16 and BF16 become float32")
  func types() throws {
    let scratch = try Scratch()
    let header =
      #"{"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},"#
      + #""b":{"dtype":"F16","shape":[2],"data_offsets":[8,12]},"#
      + #""c":{"dtype":"BF16","shape":[1],"data_offsets":[12,14]}}"#
    var file = bytes(header)
    withUnsafeBytes(of: (-1.25).bitPattern.littleEndian) { file += $0 }
    file += [0x00, 0x3E, 0x01, 0x00, 0x20, 0xC0]
    let read = try Safetensors(contentsOf: scratch.file("t.safetensors", file)).tensors
    #expect(read["a"]?.values == [-1.25])
    #expect(read["b"]?.values == [1.5, 0x1p-24])
    #expect(read["c"]?.values == [-2.5])
  }

  @Test(
    "a hostile or broken file is refused with a sentence",
    arguments: [
      (
        "{}".dropLast(2) + "", -8,
        "it holds 0 bytes, too few for a safetensors file, whose first 8 bytes give the length of "
          + "its header"
      ),
      ("{\"a\"", 0, "its header cannot be read: ':' is expected after 4 bytes"),
      ("[]", 0, "its header cannot be read: it is not an object of tensors"),
      (
        String(repeating: "[", count: 100_000), 0,
        "its header cannot be read: less nesting is expected after 32 bytes"
      ),
      (
        #"{"a":{},"a":{}}"#, 0,
        "its header cannot be read: each key once, not 'a' again is expected after 11 bytes"
      ),
      (#"{"a":{"dtype":"F32","shape":[1]}}"#, 4, "tensor 'a' has no pair of data offsets"),
      (
        #"{"a":{"dtype":"I64","shape":[2],"data_offsets":[0,8]}}"#, 8,
        "tensor 'a' of shape [2] takes 16 bytes, but its offsets span 8"
      ),
      (
        #"{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}"#, 4,
        "tensor 'a' has the shape [-1], which no array can have"
      ),
      (
        #"{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}"#, 0,
        "tensor 'a' has the shape [4611686018427387904, 4], which no array can have"
      ),
      (
        #"{"a":{"dtype":"F32","shape":[2,3],"data_offsets":[0,20]}}"#, 20,
        "tensor 'a' of shape [2, 3] takes 24 bytes, but its offsets span 20"
      ),
      (
        #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#, 4,
        "tensor 'a' ends at byte 8 of the data, but there are 4; the file is cut short"
      ),
      (
        #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"#
          + #""b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#, 8,
        "the tensors 'a' and 'b' share bytes; save the file again"
      ),
      (
        #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#, 8,
        "bytes 0 to 4 of the data belong to no tensor; save the file again"
      ),
      (
        #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, 6,
        "bytes 4 to 6 of the data belong to no tensor; save the file again"
      ),
      (
        #"{"__metadata__":{"a":1}}"#, 0,
        "its header cannot be read: __metadata__ holds more than text"
      ),
    ])
  func refused(header: String, data: Int, sentence: String) throws {
    let scratch = try Scratch()
    let file = try scratch.file("b.safetensors", data < 0 ? [] : bytes(header, data: data))
    #expect(
      scratch.sentence { _ = try Safetensors(contentsOf: file) } == "b.safetensors: " + sentence)
  }

  @Test(
    "a tensor of another type is passed over and named, and refused where it is asked for",
    arguments: [("I64", 8), ("U32", 4), ("BOOL", 1), ("F8_E4M3", 1), ("C64", 8), ("F4", 3)])
  func otherType(type: String, size: Int) throws {
    let scratch = try Scratch()
    let header =
      #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"#
      + #""n":{"dtype":"\#(type)","shape":[2],"data_offsets":[4,\#(4 + 2 * size)]},"#
      + #""z":{"dtype":"F32","shape":[1],"data_offsets":[\#(4 + 2 * size),\#(8 + 2 * size)]}}"#
    var bytes = bytes(header, data: 4 + 2 * size)
    withUnsafeBytes(of: Float(2.5).bitPattern.littleEndian) { bytes += $0 }
    let file = try scratch.file("b.safetensors", bytes)
    let read = try Safetensors(contentsOf: file, limit: 2)
    #expect(read.tensors.mapValues(\.values) == ["a": [0], "z": [2.5]])
    #expect(read.passedOver == ["n": type])
    #expect(
      scratch.sentence { _ = try read.tensor("n", in: file) }
        == "b.safetensors: tensor 'n' has the data type \(type); F32, F64, F16 and BF16 can be "
        + "read, so convert it before saving")
  }

  @Test("a header longer than the file is refused before it is read")
  func longHeader() throws {
    let scratch = try Scratch()
    let file = try scratch.file("b.safetensors", Array(repeating: 0xFF, count: 12))
    #expect(
      scratch.sentence { _ = try Safetensors(contentsOf: file) }
        == "b.safetensors: its header should take 18446744073709551615 bytes, but 4 follow; the "
        + "file is cut short or not a safetensors file")
  }

  @Test("a file cut at any byte of its header is refused, never a trap")
  func cut() throws {
    let scratch = try Scratch()
    let whole = Safetensors(
      tensors: ["a": NumberArray(shape: [2], values: [1, 2])], metadata: ["x": "y\u{2}"]
    ).encoded
    for length in 0..<whole.count {
      let file = try scratch.file("c.safetensors", whole.prefix(length))
      #expect(throws: FileError.self) { _ = try Safetensors(contentsOf: file) }
    }
  }

  @Test("writing over a folder or into none says so")
  func unwritable() throws {
    let scratch = try Scratch()
    let empty = Safetensors(tensors: [:])
    #expect(
      scratch.sentence { try empty.write(to: scratch.folder + "/no/a.safetensors") }
        == "no/a.safetensors: it cannot be written: its folder does not exist")
    #expect(
      scratch.sentence { try empty.write(to: scratch.folder + "/.") }
        == ".: this is a folder, and a file is needed")
  }
}
