import Testing

@testable import unroll_faults

@Suite struct TableTests {
  private let kind = Kind(
    name: "resizes", sentence: "", quick: .init(trials: 1), long: .init(trials: 1)
  ) { _ in }

  @Test("a row counts faults, not trials, and has the longest, the memory and the time")
  func row() {
    var tally = Tally(kind, trials: 12)
    for trial in 0..<11 { tally.note(trial, nil, seconds: 0.5) }
    tally.note(11, "it broke", seconds: 2.04)
    tally.note(memory: 33.9)
    #expect(
      Table.head
        == "kind                    tried     passed     failed    longest     memory       time")
    #expect(
      Table.row(tally, each: 100)
        == "resizes                 1,200      1,100          1      2.0 s     33 MiB      7.5 s")
  }

  @Test("every failure says how it is repeated alone, in the order of the trials")
  func failures() {
    var tally = Tally(kind, trials: 3)
    tally.note(2, "it hung", seconds: 1)
    tally.note(0, nil, seconds: 1)
    tally.note(1, "it broke", seconds: 1)
    #expect(
      Table.failures([tally], seed: 9, isQuick: true) == [
        "resizes 1: it broke",
        "  unroll-faults --quick --only resizes --seed 9 --from 1 --count 1",
        "resizes 2: it hung",
        "  unroll-faults --quick --only resizes --seed 9 --from 2 --count 1",
      ])
  }
}
