import Lessons
import Phrases
import Screen
import Tutor
import Vocabulary

/// Covers on a canvas what would give the answer of an open question away: the rows of the quantities
/// that it asks for, what the lesson names, and every number or shape that equals the answer, unless it
/// stands in the row of something else. What some commands would change stands nowhere: nothing of that
/// is covered.
struct Covering {
  let question: Question
  let play: LessonPlay
  let state: Explorer

  init(_ question: Question, _ play: LessonPlay, _ state: Explorer) {
    self.question = question
    self.play = play
    self.state = state
  }

  /// Covers it and gives the rectangles that were covered.
  func cover(_ canvas: inout Canvas) -> [Rect] {
    let hidden = canvas.hide(play.step?.hides.map(\.text) ?? [])
    var rects: [Rect] = []
    // The screen's own advice is what the line to mend is about.
    if case .line = question.kind.entry {
      rects += canvas.parts.filter { $0.name == .advice }.map(\.rect)
    }
    for quantity in asked {
      for part in canvas.parts where part.name == quantity.part {
        rects.append(from(quantity, in: part))
      }
    }
    canvas.cover(rects)
    // What one chooses from stands in the question anyway.
    if case .typed = question.kind.entry, isOnScreen {
      canvas.cover { told, parts in isAnswer(told) && !isOfOthers(parts()) }
    }
    return hidden + rects
  }

  /// Whether a text, one that tells of a quantity where there is one, would tell the answer.
  func isGivenAway(by quantity: Quantity?, _ text: String) -> Bool {
    let isAsked = named.contains { asked in
      guard let quantity else { return false }
      return asked.layer == quantity.layer && asked.kind == quantity.kind
        && zip(asked.indices, quantity.indices).allSatisfy { $0 == nil || $1 == nil || $0 == $1 }
    }
    return isAsked && isOnScreen || Told.all(in: text).contains(where: isAnswer)
  }

  private var asked: [Quantity] {
    guard isOnScreen else { return [] }
    return named.filter { quantity in
      switch quantity.kind {
      case .x, .kernel, .recurrentKernel, .bias, .shape: false
      default: true
      }
    }
  }

  /// Whether what is asked for can stand on the screen. What it would be after some commands is there
  /// only where they do not change it; what would hold after them is nowhere.
  private var isOnScreen: Bool {
    if let measure = question.measure, !measure.commands.isEmpty {
      let now = try? state.moment.value(of: measure.formula)
      return now.map { question.agrees($0, with: question.value) } ?? false
    }
    return question.claimCommands.isEmpty
  }

  /// Whether parts belong to something that does not tell what is asked for: the input, or a gate, which
  /// no state enters at its own timestep.
  private func isOfOthers(_ parts: [PartName]) -> Bool {
    let own = Set(named.map(\.part))
    guard !parts.contains(where: own.contains) else { return false }
    return parts.contains { part in
      guard let quantity = Quantity(parsing: part.text) else { return false }
      return quantity.kind == .x || quantity.kind.recurrent.map { !$0.isState } ?? false
    }
  }

  /// What is asked for by its address.
  private var named: [Quantity] {
    var formulas = question.measure.map { [$0.formula] } ?? []
    if let claim = question.claim?.condition { formulas += [claim.left, claim.right] }
    formulas += question.kind.compared.map(\.formula)
    // What stands in a calculation is what one calculates with; only what is asked for is covered.
    return formulas.compactMap { formula -> Quantity? in
      if case .quantity(let quantity) = formula { quantity } else { nil }
    }
  }

  /// Of a row over time what lies before the timestep that is asked for stays.
  private func from(_ quantity: Quantity, in part: Region) -> Rect {
    guard let timeline = part.timeline else { return part.rect }
    let timestep = quantity.indices.first.flatMap(\.self)
    // Its name stays.
    let column = timestep.flatMap { timeline.column(of: $0) } ?? timeline.start
    let start = max(part.rect.column, column)
    return Rect(
      column: start, row: part.rect.row, width: part.rect.columns.upperBound - start,
      height: part.rect.height)
  }

  /// Whether a number or shape is the answer.
  private func isAnswer(_ told: Told) -> Bool {
    switch (question.value, told) {
    case (.shape(let shape), .shape(let found)): return found == shape
    case (.number(let number), .shape(let found)):
      // A shape gives its sizes away.
      return number.magnitude >= 60 && found.contains { Double($0) == number }
    case (.number(let number), .number(let found, let digits)):
      // A small whole number stands for much else: timesteps, units, layers.
      if number == number.rounded() { return found == number && number.magnitude >= 60 }
      return digits > 1 && (found - number).magnitude <= halfUnit(of: digits) * 1.001
    default: return false
    }
  }
}
