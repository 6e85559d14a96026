import Testing

@testable import Documents

@Suite struct NumPyFileTests {
  private func bytes(_ header: String, version: UInt8 = 1, data: Int = 0) -> [UInt8] {
    let length = header.utf8.count
    return [0x93] + Array("NUMPY".utf8) + [version, 0, UInt8(length & 0xFF), UInt8(length >> 8)]
      + (version == 1 ? [] : [0, 0]) + Array(header.utf8) + Array(repeating: 0, count: data)
  }

  @Test("floats and whole numbers of several widths, versions 1 and 3")
  func types() throws {
    let double = try NumPyFile.read(Sources.fixture("float64.npy"))
    #expect(double.shape == [2, 3])
    #expect(double.values == [0, 0.25, 0.5, 0.75, 1, 1.25])
    #expect(try NumPyFile.read(Sources.fixture("int16.npy")).values == [1, -2, 300, 4])
    #expect(try NumPyFile.read(Sources.fixture("version3.npy")).values == [0, 1, 2, 3])
    let half = try NumPyFile.read(Sources.fixture("half.npy")).values
    #expect(half == [1.5, 0, 0x1p-24, 65504, .infinity])
    #expect(half[1].sign == .minus)
  }

  @Test("Fortran order, in which pandas keeps its columns, is turned into rows")
  func fortran() throws {
    let read = try NumPyFile.read(Sources.fixture("fortran.npy"))
    #expect(read == NumberArray(shape: [2, 3], values: [0, 1, 2, 3, 4, 5]))
    let frame = try NumPyFile.read(Sources.fixture("frame.npy"))
    #expect(frame.shape == [3, 4])
    #expect(frame.values == [1, 2, 0.5, 1.5, 1.5, 2.5, 1, 2, 2, 3, 1.5, 2.5])
  }

  @Test("Fortran order of three axes, of one that is 1 long, and of nothing")
  func fortranShapes() throws {
    let scratch = try Scratch()
    func read(_ shape: String, _ values: [UInt8]) throws -> NumberArray {
      let header = "{'descr': '|u1', 'fortran_order': True, 'shape': \(shape)}"
      return try NumPyFile.read(try scratch.file("a.npy", bytes(header) + values))
    }
    // numpy.arange(12).reshape(2, 3, 2).ravel('F')
    let cube = try read("(2, 3, 2)", [0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11])
    #expect(cube == NumberArray(shape: [2, 3, 2], values: (0..<12).map(Float.init)))
    #expect(try read("(1, 2, 2)", [0, 2, 1, 3]).values == [0, 1, 2, 3])
    #expect(try read("(3, 1)", [0, 1, 2]).values == [0, 1, 2])
    #expect(try read("(0, 4)", []).values == [])
  }

  @Test("Booleans, as pandas.get_dummies gives, are 0 and 1")
  func booleans() throws {
    let scratch = try Scratch()
    let header = "{'descr': '|b1', 'fortran_order': False, 'shape': (3,)}"
    #expect(
      try NumPyFile.read(try scratch.file("a.npy", bytes(header) + [1, 0, 1])).values == [1, 0, 1])
  }

  @Test(
    "a hostile or broken header is refused with a sentence",
    arguments: [
      ("{'descr': '<f4', 'fortran_order': False}", "'shape' is missing in it"),
      (
        "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}", "its shape has a size '-1'"
      ),
      (
        "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}",
        "its shape has a size '99999999999999999999'"
      ),
      (
        "{'descr': '<f4', 'fortran_order': False, 'shape': (4611686018427387904, 4)}",
        "no array can have the shape [4611686018427387904, 4]"
      ),
      ("{'descr': [('x', '<f4')], 'shape': (1,)}", "its numbers have named fields"),
      ("{'descr': '<f4', 'descr': '<f4'}", "'descr' stands in it twice"),
      ("{'x': 1}", "'x' is not expected in it"),
      ("{'descr': '<f4", "a quotation mark is not closed"),
      ("__import__('os')", "'{' is expected before '__import__('os')'"),
      ("{'descr': '<f4', 'fortran_order': 1}", "'False' is expected before '1}'"),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': ()} x", "more follows its '}'"),
    ])
  func header(header: String, reason: String) throws {
    let scratch = try Scratch()
    let file = try scratch.file("a.npy", bytes(header))
    #expect(
      scratch.sentence { _ = try NumPyFile.read(file) }
        == "a.npy: its .npy header cannot be read: " + reason)
  }

  @Test("other broken files")
  func broken() throws {
    let scratch = try Scratch()
    func sentence(_ bytes: [UInt8]) throws -> String {
      let file = try scratch.file("a.npy", bytes)
      return scratch.sentence { _ = try NumPyFile.read(file) }
    }
    let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }"
    #expect(
      try sentence([]) == "a.npy: it does not begin as an .npy file does; write it with numpy.save")
    #expect(
      try sentence(bytes(header, version: 9))
        == "a.npy: it is an .npy file of version 9.0; versions 1 to 3 can be read")
    #expect(
      try sentence(bytes(header, data: 11))
        == "a.npy: an array of shape [3] takes 12 bytes, but 11 follow the header")
    #expect(
      try sentence(bytes(header.replacing("<f4", with: "<c8"), data: 12))
        == "a.npy: its numbers are of type '<c8'; write it with array.astype('float32')")
    #expect(
      try sentence(Array(bytes(header).prefix(20)))
        == "a.npy: its .npy header cannot be read: it should take 57 bytes, but 10 follow")
    for length in 0..<bytes(header, data: 12).count {
      #expect(try sentence(Array(bytes(header, data: 12).prefix(length))) != "no error")
    }
  }
}
