import Engine
import Foundation
import LessonCheck
import Lessons
import ModelFiles
import Testing

@testable import Kernels
@testable import LessonPlayer
@testable import Tutor

/// The lessons hold the engine to its word: where it computes something else, sentences and answers
/// become untrue, and `unroll check` says so.
@Suite("Lessons on a faulty engine")
struct FaultyEngineTests {
  /// A fault of the engine: one of its loops computes something else.
  enum Fault: CaseIterable {
    /// lstm2 never sees its own past: h[t − 1]·R is 0.
    case noRecurrentKernelInSecondLayer
    /// Input gate and forget gate change places: c = i ⊙ c[t − 1] + f ⊙ g, in every layer.
    case swappedGates
    /// h[t − 1] is ignored in every layer.
    case noHiddenState

    /// The portable loops with the fault in them.
    var kernels: Kernels {
      var kernels = Kernels.portable
      let sound = kernels
      switch self {
      case .noRecurrentKernelInSecondLayer:
        kernels.addProduct = { left, right, sums, rows, columns, depth in
          // 64 units: a recurrent kernel (64, 256).
          if depth == 64, right.stride == 256 { return }
          sound.addProduct(left, right, sums, rows, columns, depth)
        }
        kernels.stepGates = { sums, hidden, cell, hiddenState, cellState, kernel, rows in
          sound.stepGates(
            sums, kernel.units == 64 ? nil : hidden, cell, hiddenState, cellState, kernel, rows)
        }
      case .noHiddenState:
        kernels.addProduct = { left, right, sums, rows, columns, depth in
          // Of all weights only a recurrent kernel has four columns for each row.
          if right.stride == 4 * depth { return }
          sound.addProduct(left, right, sums, rows, columns, depth)
        }
        kernels.stepGates = { sums, _, cell, hiddenState, cellState, kernel, rows in
          sound.stepGates(sums, nil, cell, hiddenState, cellState, kernel, rows)
        }
      case .swappedGates:
        kernels.updateCellState = { gates, before, cellState, rows, units in
          for row in 0..<rows {
            for unit in 0..<units {
              let gate = gates.start + row * gates.stride + unit
              let (i, f, g) = (gate[0], gate[units], gate[2 * units])
              let c = before.start[row * before.stride + unit]
              cellState.start[row * cellState.stride + unit] = i * c + f * g
            }
          }
        }
        let swapped = kernels
        kernels.stepGates = { sums, hidden, cell, hiddenState, cellState, kernel, rows in
          let units = kernel.units
          // c before lies elsewhere than c: the gates may be finished first.
          sound.stepGates(sums, hidden, cell, hiddenState, cellState, kernel, rows)
          let gates = Rows(sums.start, stride: sums.stride)
          swapped.updateCellState(gates, cell, cellState, rows, units)
          sound.copyRows(
            Rows(cellState.start, stride: cellState.stride), hiddenState, rows, units)
          sound.apply(.tanh, hiddenState, rows, units)
          sound.showCellState(gates, hiddenState, rows, units)
        }
      }
      return kernels
    }
  }

  @Test("without a fault nothing is wrong, so the count below counts faults")
  func soundAtLength() throws {
    for file in Course.files {
      let lesson = try LessonReader.read(file)
      let faults = LessonCheck.faults(of: lesson, on: try Course.model(of: lesson), draws: false)
      #expect(faults == [], "\(file)")
    }
  }

  @Test(
    "each fault makes at least five lessons fail, through what they say of numbers",
    arguments: Fault.allCases)
  func faultyAtLength(_ fault: Fault) throws {
    var failing: [String] = []
    // Once five have failed the others need not be checked.
    for file in Course.files where failing.count < 5 {
      let lesson = try LessonReader.read(file)
      let faults = LessonCheck.faults(
        of: lesson, on: try Course.model(of: lesson), draws: false, kernels: fault.kernels
      )
      .filter(\.isOfNumbers)
      if !faults.isEmpty { failing.append(lesson.name) }
    }
    #expect(failing.count >= 5, "\(fault): only \(failing)")
  }

  @Test("at least half of the wrong answers are computed from a stated faulty idea")
  func ideas() throws {
    var wrong = 0
    var computed = 0
    for file in Course.files {
      let lesson = try LessonReader.read(file)
      let answers = lesson.steps.compactMap(\.question).flatMap(\.wrong)
      wrong += answers.count
      computed += answers.count { $0.computed != nil && $0.idea != nil }
      let questions = lesson.steps.compactMap(\.question)
      let asked = questions.count { !$0.isAttempt }
      #expect(asked >= 3, "\(lesson.name) asks \(asked) questions")
      #expect(questions.count > asked, "\(lesson.name) has nothing to do by hand")
    }
    #expect(computed * 2 >= wrong, "\(computed) of \(wrong)")
  }
}

extension LessonFault {
  /// Whether it is about what the engine computes, not about how something is written or drawn.
  fileprivate var isOfNumbers: Bool {
    switch problem {
    case .answerDiffers, .wrongDiffers, .wrongHolds, .checkFails, .attemptUnsolved, .attemptDone:
      true
    default: false
    }
  }
}
