import Testing

@testable import Wording

@Suite("decimal")
struct DecimalTests {
  @Test("a number is rounded to its decimals, half away from zero")
  func rounds() {
    #expect(decimal(0.368, digits: 2) == "0.37")
    #expect(decimal(-2.6639, digits: 3) == "-2.664")
    #expect(decimal(0.125, digits: 2) == "0.13")
    #expect(decimal(7, digits: 0) == "7")
    #expect(decimal(12.05) == "12.05")
  }

  @Test("what rounds to zero has no sign")
  func noNegativeZero() {
    #expect(decimal(-0.001) == "0.00")
    #expect(decimal(-0.001, signed: true) == " 0.00")
    #expect(decimal(0.004, signed: true) == " 0.00")
    #expect(decimal(0.31, signed: true) == "+0.31")
  }

  @Test("a power of ten has one figure or two before it")
  func powers() {
    #expect(scientific(18_461) == "1.8e4" && scientific(18_461, inTwoFigures: false) == "2e4")
    #expect(scientific(-0.000_023_4) == "-2.3e-5")
    #expect(scientific(9_960) == "1.0e4" && scientific(9_600, inTwoFigures: false) == "1e4")
    #expect(scientific(0) == "0" && scientific(.infinity) == "inf")
  }

  @Test("what is no number says so")
  func notFinite() {
    #expect(decimal(.nan) == "nan")
    #expect(decimal(-.infinity) == "-inf")
    #expect(decimal(.infinity, signed: true) == "inf")
    #expect(decimal(.greatestFiniteMagnitude) == "3.4028235e+38")
  }

  @Test(
    "any number of digits is right, also more than an integer or a Float has",
    arguments: [
      (Float(0), 19, "0.0000000000000000000"), (1e-16, 19, "0.0000000000000001000"),
      (1e-20, 25, "0.0000000000000000000100000"), (0.5, 20, "0.5"),
      (-1e-10, 16, "-0.0000000001000000"),
      (3, 0, "3"), (3, -1, "3"), (3, .min, "3"),
    ])
  func manyDigits(value: Float, digits: Int, text: String) {
    #expect(decimal(value, digits: digits) == text)
  }

  @Test("no number of digits traps")
  func everyDigits() {
    for digits in Array(0...400) + [Int.max] {
      for value: Float in [0, -0.001, .leastNonzeroMagnitude, 0.1, 123.456] {
        let text = decimal(value, digits: digits, signed: true)
        #expect(text.count < 200)
        #expect(Float(text.drop { $0 == " " }).map { ($0 - value).magnitude <= 1 } == true)
      }
    }
  }

  @Test("thousands stand apart")
  func thousands() {
    #expect(
      [0, 65, 8320, 137_217, 1_000_000, -71_168].map(grouped) == [
        "0", "65", "8,320", "137,217", "1,000,000", "-71,168",
      ])
  }
}
