import Testing

@testable import Insight

@Suite("The steps of a Dense sum")
struct DenseStepsTests {
  private func sum(_ products: [Double], bias: Double? = 0.25) -> DenseSum {
    DenseSum(terms: products.map { Ledger.Term(value: $0, weight: 1) }, bias: bias)
  }

  @Test("the largest term comes first, and what adds nothing is one row")
  func order() {
    let steps = DenseSteps(sum([1, 0, -3, 0, 2]), chosen: nil, rows: 9)
    #expect(steps.rows == [.bias, .term(2), .term(4), .term(0), .zeros(2)])
    #expect(steps.running() == [0.25, -2.75, -0.75, 0.25, 0.25])
    #expect(DenseSteps.most(steps.sum) == 5)
  }

  @Test("what has no row of its own is one step, and the terms before a window another")
  func window() {
    let many = sum((1...20).map(Double.init) + [0])
    #expect(
      DenseSteps(many, chosen: nil, rows: 5).rows
        == [.bias, .term(19), .term(18), .term(17), .smaller(18, zeros: 1)])
    // The tenth of them.
    #expect(
      DenseSteps(many, chosen: 10, rows: 5).rows
        == [.bias, .larger(8), .term(11), .term(10), .smaller(11, zeros: 1)])
    // One that adds nothing is reached as well.
    #expect(
      DenseSteps(many, chosen: 20, rows: 5).rows
        == [.bias, .larger(19), .term(0), .term(20)])
  }

  @Test(
    "every term has its row where it is chosen, and every table ends at the sum", arguments: 3...24)
  func every(rows: Int) {
    let terms = (0..<20).map { Double($0 * 7 % 20 - 9) * 0.1234 }
    for bias in [nil, 0.3333] {
      let sum = sum(terms, bias: bias)
      for term in terms.indices {
        let steps = DenseSteps(sum, chosen: term, rows: rows)
        #expect(steps.rows.contains(.term(term)) && steps.rows.count <= max(rows, 4))
        #expect(((steps.running().last ?? 0) - sum.total).magnitude < 1e-9)
        #expect(steps.printed?.addends.reduce(0, +) == PrintedSum.thousandths(sum.total))
      }
    }
  }

  @Test("of another sum the same rows are added up")
  func other() {
    let steps = DenseSteps(sum([1, 2, 3]), chosen: nil, rows: 9)
    #expect(steps.running(sum([10, 0, 1], bias: 0)) == [0, 1, 1, 11])
  }

  @Test("a number that is none is no printed sum")
  func notFinite() {
    let steps = DenseSteps(sum([.nan, 2]), chosen: nil, rows: 9)
    #expect(steps.printed == nil && steps.rows == [.bias, .term(0), .term(1)])
  }
}
