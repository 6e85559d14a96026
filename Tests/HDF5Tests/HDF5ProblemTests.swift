import Documents
import Phrases
import Testing

@testable import HDF5

/// What is not read is named, with the line of h5py that writes it again.
@Suite struct HDF5ProblemTests {
  /// The line that opens the file, reads an object and writes it again as `result`.
  private static func line(_ object: String, _ result: String) -> String {
    "f = h5py.File('refused.h5', 'r+'); x = f['/\(object)'][()]; del f['/\(object)']; "
      + "f['/\(object)'] = \(result)"
  }

  @Test(
    "elements and layouts that are not read",
    arguments: [
      ("lzf", "uses the filter lzf, which is not read; write it again with: ", "x"),
      (
        "scaleoffset", "uses the filter scaleoffset, which is not read; write it again with: ", "x"
      ),
      (
        "complex", "holds complex numbers, which are not read; write the file again with: ",
        "x.real.astype('float32')"
      ),
      (
        "compound", "holds compound values, which are not read; write the file again with: ",
        "x['FIELD'].astype('float32')"
      ),
      (
        "opaque", "holds bytes without a meaning, which are not read; write the file again with: ",
        "x.view(ml_dtypes.bfloat16).astype('float32')"
      ),
      (
        "long_double",
        "holds floating-point numbers of an unusual form in 16 bytes, which are not read; write "
          + "the file again with: ", "x.astype('float32')"
      ),
      (
        "sequence",
        "holds sequences of any length, which are not read; write the file again with: ",
        "numpy.stack(x).astype('float32')"
      ),
      ("array", "holds arrays, which are not read; write the file again with: ", "x"),
      (
        "external",
        "keeps its numbers in another file, which is not read; write it again with: ", "x"
      ),
      (
        "virtual",
        "is a virtual dataset, put together of others, which is not read; write it again with: ",
        "x"
      ),
    ])
  func unread(name: String, words: String, result: String) throws {
    let dataset = try Fixture.root("refused.h5").dataset(name)
    #expect(
      sentence { _ = try dataset.floats() }
        == "refused.h5: '/\(name)' \(words)\(Self.line(name, result))")
  }

  @Test("references, and an attribute")
  func others() throws {
    let root = try Fixture.root("refused.h5")
    #expect(
      sentence { _ = try root.dataset("reference").floats() }
        == "refused.h5: '/reference' holds references, which are not read; write the file again "
        + "with: f = h5py.File('refused.h5', 'r+'); del f['/reference']")
    #expect(
      sentence { _ = try root.attributes().attribute("complex").floats() }
        == "refused.h5: attribute 'complex' of '/' holds complex numbers, which are not read; "
        + "write the file again with: f = h5py.File('refused.h5', 'r+'); "
        + "x = f['/'].attrs['complex']; f['/'].attrs['complex'] = x.real.astype('float32')")
  }

  @Test(
    "what claims to be enormous is refused before memory is taken for it",
    arguments: ["enormous", "enormous_whole"])
  func enormous(name: String) throws {
    let dataset = try Fixture.root("refused.h5").dataset(name)
    #expect(dataset.count == 1 << 38)
    #expect(
      sentence { _ = try dataset.floats() }
        == "refused.h5: '/\(name)' would take 1,099,511,627,776 bytes, and of a file of this size "
        + "at most 50,380,632 are read")
  }

  @Test("a file's own line keeps quotation marks of names")
  func quoting() {
    let problem = HDF5Problem(
      file: "it's.h5", object: "/a\\b", attribute: nil, fault: .unread(.virtualDataset))
    #expect(
      problem.description.hasSuffix(
        "f = h5py.File('it\\'s.h5', 'r+'); x = f['/a\\\\b'][()]; del f['/a\\\\b']; "
          + "f['/a\\\\b'] = x"))
  }

  @Test("what the memory that is given does not hold is refused")
  func memory() throws {
    let bytes = try Fixture.bytes("latest.h5")
    let root = try HDF5File(bytes: bytes, named: "a.h5", memory: 139).root
    #expect(try root.dataset("numbers/little/float32").floats().count == 5)
    #expect(
      sentence { _ = try root.dataset("chunks/implicit").floats() }
        == "a.h5: '/chunks/implicit' would take 140 bytes, and of a file of this size at most 139 "
        + "are read")
  }
}
