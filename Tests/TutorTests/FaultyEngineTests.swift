import Engine
import Foundation
import Lessons
import ModelFiles
import Testing

@testable import Tutor

/// The lessons hold the engine to its word: where it computes something else, sentences and answers
/// become untrue, and `unroll check` says so.
@Suite("Lessons on a faulty engine")
struct FaultyEngineTests {
  static let files = LessonShelf(folder: Models.root.appending(path: "lessons").path).files

  /// A fault of the engine, as weights that make the right engine compute what the faulty one would.
  enum Fault: CaseIterable {
    /// lstm2 never sees its own past.
    case noRecurrentKernelInSecondLayer
    /// Input gate and forget gate change places, in every layer.
    case swappedGates
    /// h[t − 1] is ignored in every layer.
    case noHiddenState

    func weights(_ network: Network) -> [String: Tensor] {
      var weights = network.weights
      for (name, tensor) in weights {
        let isRecurrent = name.hasSuffix("/recurrent_kernel")
        switch self {
        case .noRecurrentKernelInSecondLayer:
          if name == "lstm2/recurrent_kernel" { weights[name] = tensor.zero }
        case .noHiddenState: if isRecurrent { weights[name] = tensor.zero }
        case .swappedGates:
          if name.hasPrefix("lstm") { weights[name] = tensor.withSwappedGates }
        }
      }
      return weights
    }
  }

  @Test("without a fault nothing is wrong, so the count below counts faults")
  func sound() throws {
    for file in Self.files {
      let lesson = try LessonReader.read(file)
      let faults = LessonCheck.faults(of: lesson, on: try model(of: lesson), draws: false)
      #expect(faults == [], "\(file)")
    }
  }

  @Test(
    "each fault makes at least five lessons fail, through what they say of numbers",
    arguments: Fault.allCases)
  func faulty(_ fault: Fault) throws {
    var failing: [String] = []
    for file in Self.files {
      let lesson = try LessonReader.read(file)
      var model = try model(of: lesson)
      model.network = try Network(model.description, weights: fault.weights(model.network))
      let faults = LessonCheck.faults(of: lesson, on: model, draws: false)
        .filter(\.isOfNumbers)
      if !faults.isEmpty { failing.append(lesson.name) }
    }
    #expect(failing.count >= 5, "\(fault): only \(failing)")
  }

  @Test("at least half of the wrong answers are computed from a stated faulty idea")
  func ideas() throws {
    var wrong = 0
    var computed = 0
    for file in Self.files {
      let lesson = try LessonReader.read(file)
      let answers = lesson.steps.compactMap(\.question).flatMap(\.wrong)
      wrong += answers.count
      computed += answers.count { $0.computed != nil && $0.idea != nil }
      let questions = lesson.steps.compactMap(\.question)
      let asked = questions.count { if case .attempt = $0.kind { false } else { true } }
      #expect(asked >= 3, "\(lesson.name) asks \(asked) questions")
      #expect(questions.count > asked, "\(lesson.name) has nothing to do by hand")
    }
    #expect(computed * 2 >= wrong, "\(computed) of \(wrong)")
  }

  private func model(of lesson: Lesson) throws -> LoadedModel {
    switch lesson.model {
    case .named(let name): try Models.library.load(name)
    case .own(let file): try Models.library.load(file)
    }
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

extension Tensor {
  fileprivate var zero: Tensor {
    Tensor(shape: shape, values: [Float](repeating: 0, count: values.count))
  }

  /// The columns of input gate and forget gate exchanged: the first and the second quarter of each row.
  fileprivate var withSwappedGates: Tensor {
    let width = shape[shape.count - 1]
    let quarter = width / 4
    var swapped = values
    for start in stride(from: 0, to: values.count, by: width) {
      for column in 0..<quarter {
        swapped.swapAt(start + column, start + quarter + column)
      }
    }
    return Tensor(shape: shape, values: swapped)
  }
}
