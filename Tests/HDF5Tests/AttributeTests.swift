import Testing

@testable import HDF5

@Suite struct AttributeTests {
  @Test("attributes as values of their types", arguments: Fixture.everything)
  func values(file: String) throws {
    let few = try Fixture.root(file).group("attributes/few").attributes()
    #expect(
      few.names == ["fixed_names", "names", "nothing", "numbers", "text", "truth", "whole"])
    #expect(try few.attribute("text").text() == "a text")
    #expect(try few.attribute("names").texts() == ["lstm", "dense_1"])
    #expect(try few.attribute("fixed_names").texts() == ["kernel:0", "bias:0"])
    #expect(try few.attribute("whole").integers() == [7])
    #expect(try few.attribute("numbers").shape == [2, 2])
    #expect(try few.attribute("numbers").floats() == [1.5, 2.5, 3.5, 4.5])
    #expect(try few.attribute("truth").elementType == .boolean)
    #expect(try few.attribute("nothing").count == 0)
    #expect(few["missing"]?.name == nil)
  }

  @Test("many attributes, and a large one", arguments: Fixture.everything)
  func many(file: String) throws {
    let many = try Fixture.root(file).group("attributes/many").attributes()
    for index in 0..<20 {
      #expect(try many.attribute("a\(index)").integers() == [index])
    }
    if file == "latest.h5" {
      #expect(try many.attribute("large").floats() == (0..<1200).map(Float.init))
    }
  }

  @Test("a named datatype is that of its dataset and attribute", arguments: Fixture.everything)
  func namedType(file: String) throws {
    let attributes = try Fixture.root(file).group("attributes")
    guard case .datatype = try attributes["kind"] else {
      Issue.record("a datatype is expected")
      return
    }
    let dataset = try attributes.dataset("of_named_kind")
    #expect(try dataset.floats() == [1, 2])
    #expect(try dataset.attributes().attribute("also").floats() == [3, 4])
  }

  @Test("messages that objects share are found in their heap")
  func shared() throws {
    let root = try Fixture.root("shared.h5")
    for name in ["d0", "d1", "d2"] {
      let dataset = try root.dataset(name)
      #expect(try dataset.floats() == [0, 1, 2, 3])
      let attributes = try dataset.attributes()
      #expect(attributes.names.count == 13)
      #expect(try attributes.attribute("unit").floats() == [0, 1, 2, 3, 4, 5])
      #expect(try attributes.attribute("more11").floats() == [0, 1, 2])
    }
  }

  @Test("who asks for an attribute that is not there is told which are")
  func missing() throws {
    let few = try Fixture.root("latest.h5").group("attributes/few")
    #expect(
      sentence { _ = try few.attributes().attribute("layer_names") }
        == "latest.h5: '/attributes/few' has no attribute 'layer_names'; it has 'fixed_names', "
        + "'names', 'nothing', 'numbers', 'text', 'truth' and 'whole'")
  }
}
