import Testing
import Wording

@testable import Tutor

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

  @Test("what is no number says so")
  func notFinite() {
    #expect(decimal(.nan) == "nan")
    #expect(decimal(-.infinity) == "-inf")
    #expect(decimal(.infinity, signed: true) == "inf")
    #expect(decimal(.greatestFiniteMagnitude) == "3.4028235e+38")
  }

  @Test("thousands stand apart")
  func thousands() {
    #expect(
      [0, 65, 8320, 137_217, 1_000_000, -71_168].map(grouped) == [
        "0", "65", "8,320", "137,217", "1,000,000", "-71,168",
      ])
  }
}
