import Testing

@testable import HDF5

@Suite struct NumberTests {
  private static let signed: [Float] = [-2, -1, 0, 1, 100]
  private static let unsigned: [Float] = [0, 1, 2, 3, 200]
  private static let fractions: [Float] = [-1.5, 0, 0.25, 3, 100]

  @Test("whole numbers of every width and order", arguments: Fixture.everything)
  func integers(file: String) throws {
    let numbers = try Fixture.root(file).group("numbers")
    for order in ["little", "big"] {
      for bits in [8, 16, 32, 64] {
        let signed = try numbers.dataset("\(order)/int\(bits)")
        #expect(signed.elementType == .integer(bits: bits, signed: true))
        #expect(try signed.floats() == Self.signed)
        #expect(try signed.integers() == [-2, -1, 0, 1, 100])
        let unsigned = try numbers.dataset("\(order)/uint\(bits)")
        #expect(unsigned.elementType == .integer(bits: bits, signed: false))
        #expect(try unsigned.floats() == Self.unsigned)
        #expect(try unsigned.doubles() == [0, 1, 2, 3, 200])
      }
    }
  }

  @Test("floating-point numbers of every width and order", arguments: Fixture.everything)
  func floats(file: String) throws {
    let numbers = try Fixture.root(file).group("numbers")
    for order in ["little", "big"] {
      for bits in [16, 32, 64] {
        let dataset = try numbers.dataset("\(order)/float\(bits)")
        #expect(dataset.elementType == .float(bits: bits))
        #expect(dataset.shape == [5])
        #expect(try dataset.floats() == Self.fractions)
        #expect(try dataset.doubles() == [-1.5, 0, 0.25, 3, 100])
      }
    }
  }

  @Test("numbers with bits of their own: bfloat16, and twelve bits in sixteen")
  func ownBits() throws {
    for file in Fixture.everything {
      let numbers = try Fixture.root(file).group("numbers")
      #expect(try numbers.dataset("bfloat16").floats() == Self.fractions)
      #expect(try numbers.dataset("int12").integers() == [1, -2, 2047, -2048])
    }
  }

  @Test("the limits of halves and floats")
  func limits() throws {
    for file in Fixture.everything {
      let numbers = try Fixture.root(file).group("numbers")
      let halves = try numbers.dataset("half_limits").floats()
      #expect(halves.prefix(6).elementsEqual([0, 0, 0x1p-24, 65504, .infinity, -.infinity]))
      #expect(halves[1].sign == .minus)
      #expect(halves[6].isNaN)
      let floats = try numbers.dataset("float_limits").doubles()
      #expect(floats[0] == 0x1p-149)
      #expect(floats[2] == .infinity)
      #expect(floats[3].sign == .minus)
    }
  }

  @Test("Booleans and enumerations are their numbers", arguments: Fixture.everything)
  func enumerations(file: String) throws {
    let numbers = try Fixture.root(file).group("numbers")
    let truths = try numbers.dataset("bool")
    #expect(truths.elementType == .boolean)
    #expect(try truths.integers() == [1, 0, 1])
    let colours = try numbers.dataset("enum")
    #expect(colours.elementType == .enumeration(bits: 16))
    #expect(try colours.floats() == [0, 5, -3])
  }

  @Test("a scalar has no axis, and an axis of 0 no number", arguments: Fixture.everything)
  func shapes(file: String) throws {
    let numbers = try Fixture.root(file).group("numbers")
    #expect(try numbers.dataset("scalar").shape == [])
    #expect(try numbers.dataset("scalar").floats() == [2.5])
    #expect(try numbers.dataset("no_rows").shape == [0, 3])
    #expect(try numbers.dataset("no_rows").floats() == [])
  }

  @Test("a number that an integer does not hold is refused, not cut")
  func tooLarge() throws {
    let limit = try Fixture.root("latest.h5").dataset("numbers/uint64_limit")
    #expect(try limit.floats() == [0x1p64])
    #expect(
      sentence { _ = try limit.integers() }
        == "latest.h5: '/numbers/uint64_limit' holds a whole number that is larger than "
        + "9,223,372,036,854,775,807")
  }

  @Test("texts are not numbers, and fractions are not whole")
  func wrongTypes() throws {
    let root = try Fixture.root("latest.h5")
    #expect(
      sentence { _ = try root.dataset("texts/fixed").floats() }
        == "latest.h5: '/texts/fixed' holds texts, and numbers are expected")
    #expect(
      sentence { _ = try root.dataset("numbers/little/float32").integers() }
        == "latest.h5: '/numbers/little/float32' holds floating-point numbers of 32 bits, and "
        + "whole numbers are expected")
    #expect(
      sentence { _ = try root.dataset("numbers/little/uint8").texts() }
        == "latest.h5: '/numbers/little/uint8' holds unsigned whole numbers of 8 bits, and texts "
        + "are expected")
  }
}
