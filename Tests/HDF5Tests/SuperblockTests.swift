import Testing

@testable import HDF5

@Suite struct SuperblockTests {
  @Test("addresses and lengths of four bytes", arguments: ["sizes_4_8.h5", "sizes_8_4.h5"])
  func sizes(file: String) throws {
    let root = try Fixture.root(file)
    #expect(try root.dataset("numbers").floats() == [0, 1, 2, 3, 4])
    #expect(try root.dataset("texts").texts() == ["one", "two"])
    #expect(try root.dataset("chunks").floats() == (0..<35).map(Float.init))
    #expect(try root.attributes().attribute("a11").integers() == [11])
    #expect(try root.dataset("group/n11").integers() == [11])
  }

  @Test("a file within other bytes is read without a copy of it")
  func slice() throws {
    let bytes = try Fixture.bytes("earliest.h5")
    let around = [UInt8](repeating: 1, count: 100) + bytes + [2, 3]
    let root = try HDF5File(bytes: around[100..<100 + bytes.count], named: "a.h5").root
    #expect(try root.dataset("compact").floats() == [1, 2, 3, 4])
    #expect(HDF5File.begins(bytes))
    #expect(!HDF5File.begins(around))
  }

  @Test("what is no HDF5 file, or not a whole one, is called so")
  func refusals() throws {
    #expect(
      sentence { _ = try HDF5File(bytes: Array("no".utf8), named: "a.h5") }
        == "a.h5: it does not begin as an HDF5 file does")
    #expect(
      sentence { _ = try HDF5File(bytes: [], named: "a.h5") }
        == "a.h5: it does not begin as an HDF5 file does")
    for name in Fixture.everything {
      let bytes = try Fixture.bytes(name)
      #expect(
        sentence { _ = try HDF5File(bytes: bytes.dropLast(), named: "a.h5") }
          .hasSuffix("the file is cut short"))
    }
    var bytes = try Fixture.bytes("sizes_8_4.h5")
    // Its flags stand behind the sizes of addresses and lengths.
    bytes[11] = 1
    #expect(
      sentence { _ = try HDF5File(bytes: bytes, named: "a.h5") }
        == "a.h5: a program is writing it, or ended before it had closed it; wait for that "
        + "program, or clear the mark with h5clear -s")
    bytes[8] = 4
    #expect(
      sentence { _ = try HDF5File(bytes: bytes, named: "a.h5") }
        == "a.h5: its superblock has version 4, and versions 0 to 3 are read; write it again "
        + "with: a = h5py.File('a.h5'); b = h5py.File('new.h5', 'w'); "
        + "[a.copy(k, b) for k in a]; b.attrs.update(a.attrs); b.close()")
  }
}
