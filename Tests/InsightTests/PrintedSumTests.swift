import Testing

@testable import Insight

@Suite("PrintedSum")
struct PrintedSumTests {
  @Test("the carrier takes what rounding the others leaves, and the total stays")
  func carrier() throws {
    let terms = [0.3334, 0.3334, -0.0001]
    let sum = try #require(PrintedSum(terms, total: 0.6667, carrier: 2))
    #expect(sum.addends == [333, 333, 1])
    #expect(sum.total == 667)
  }

  @Test("without a carrier those bend that rounding moved most, and of equal ones the largest")
  func spread() throws {
    let sum = try #require(PrintedSum([0.1004, -7.0004], total: -6.9))
    #expect(sum.addends == [100, -7000])
    #expect(
      try #require(PrintedSum([0.0004, 0.9004, 0.0004], total: 0.9012)).addends == [0, 901, 0])
    #expect(
      try #require(PrintedSum([0.0004, 9.0001, 0.0003, 0.0004], total: 9.0012)).addends
        == [1, 9000, 0, 0])
    // None by more than a thousandth, however many there are.
    let many = [Double](repeating: -0.0024, count: 50) + [0.27]
    #expect(
      try #require(PrintedSum(many, total: 0.15)).addends
        == [Int](repeating: -3, count: 20) + [Int](repeating: -2, count: 30) + [270])
  }

  @Test("numbers that are none, and those beyond a million, have no thousandths")
  func none() {
    #expect(PrintedSum([.nan], total: 1) == nil)
    #expect(PrintedSum([1], total: .infinity) == nil)
    #expect(PrintedSum([2e6, -2e6], total: 0) == nil)
    #expect(PrintedSum([], total: 0) == nil)
    #expect(PrintedSum([1.204, 0.464], total: 1.505) == nil)
  }

  @Test("thousandths are written with a sign, and zero without one")
  func text() {
    #expect(PrintedSum.text(-4) == "-0.004")
    #expect(PrintedSum.text(12_345) == "+12.345")
    #expect(PrintedSum.text(0) == "0.000")
    #expect(PrintedSum.text(-0.0004) == "0.000")
    #expect(PrintedSum.text(0.1654, signed: false) == "0.165")
    #expect(PrintedSum.text(.nan) == "nan")
    #expect(PrintedSum.text(-.infinity) == "-inf")
  }

  @Test("a number too long for its column loses decimals, never digits before the point")
  func narrow() {
    #expect(PrintedSum.text("+12345.678", width: 10) == "+12345.678")
    #expect(PrintedSum.text("+12345.678", width: 9) == "+12345.68")
    #expect(PrintedSum.text("-12345.678", width: 6) == "-12346")
    #expect(PrintedSum.text("+12345.678", width: 5) == "+1e4")
    #expect(PrintedSum.text("+9.6e+07", width: 6) == "+1e8")
  }
}
