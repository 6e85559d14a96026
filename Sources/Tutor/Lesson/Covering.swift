import Lessons
import Screen
import Vocabulary

/// Covers on a screen what would give the answer of an open question away: the rows of the quantities
/// that it asks for, what the lesson names, and every number or shape that equals the answer.
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
  func cover(_ frame: inout Frame) -> [Rect] {
    var rects = Self.hide(play.step?.hides ?? [], on: &frame)
    // The screen's own advice is what the line to mend is about.
    if case .repair = question.kind {
      rects += frame.parts.filter { $0.name == "advice" }.map(\.rect)
    }
    for quantity in asked {
      for part in frame.parts where part.name == Spot.name(of: quantity) {
        rects.append(from(quantity, in: part))
      }
    }
    for rect in rects { frame.cover(rect) }
    for (row, text) in frame.textRows().enumerated().dropFirst() {
      // One for each cell, whatever would join to one character.
      coverAnswer(text.unicodeScalars.map { Character($0) }, row, &frame)
    }
    return rects
  }

  /// Covers what a lesson names, and gives the rectangles.
  static func hide(_ pointers: [Pointer], on frame: inout Frame) -> [Rect] {
    let rects = pointers.flatMap { Spot.rects(of: $0, on: frame) }
    for rect in rects { frame.cover(rect) }
    return rects
  }

  /// Whether the sentence that tells a quantity's value would tell the answer.
  func isGivenAway(by quantity: Quantity, _ sentence: String) -> Bool {
    let isAsked = named.contains { asked in
      asked.layer == quantity.layer && asked.kind == quantity.kind
        && zip(asked.indices, quantity.indices).allSatisfy { $0 == nil || $1 == nil || $0 == $1 }
    }
    let characters = Array(sentence)
    return isAsked || tokens(characters).contains { isAnswer(String(characters[$0])) }
  }

  private var asked: [Quantity] {
    named.filter { quantity in
      switch quantity.kind {
      case .x, .kernel, .recurrentKernel, .bias, .shape: false
      case .inputGate, .forgetGate, .cellCandidate, .outputGate, .cellState, .hiddenState, .output:
        true
      }
    }
  }

  /// What is asked for by its address.
  private var named: [Quantity] {
    var formulas = question.measure.map { [$0.formula] } ?? []
    if let claim = question.claim?.condition { formulas += [claim.left, claim.right] }
    if case .largest(let parts) = question.kind { formulas += parts.map(\.formula) }
    // What stands in a calculation is what one calculates with; only what is asked for is covered.
    return formulas.compactMap { formula -> Quantity? in
      if case .quantity(let quantity) = formula { quantity } else { nil }
    }
  }

  /// Of a row over time what lies before the timestep that is asked for stays.
  private func from(_ quantity: Quantity, in part: Frame.Part) -> Rect {
    guard let timeline = part.timeline, let timestep = quantity.indices.first.flatMap(\.self),
      let column = timeline.column(of: timestep)
    else { return part.rect }
    let start = max(part.rect.column, column)
    return Rect(
      column: start, row: part.rect.row, width: part.rect.columns.upperBound - start,
      height: part.rect.height)
  }

  // MARK: - Numbers and shapes

  private func coverAnswer(_ characters: [Character], _ row: Int, _ frame: inout Frame) {
    switch question.kind {
    case .shape, .number: break
    case .choice, .truth, .largest, .press, .repair, .attempt: return
    }
    for range in tokens(characters) where isAnswer(String(characters[range])) {
      for column in range where characters[column] != " " {
        frame[column, row] = Cell(.glyph("?"), frame[column, row].style)
      }
    }
  }

  private func isAnswer(_ token: String) -> Bool {
    switch question.kind {
    case .shape(let shape): return token.hasPrefix("(") && GivenAnswer.shape(token) == shape
    case .number(let number, _):
      // A shape gives its sizes away.
      if let shape = GivenAnswer.shape(token) {
        return number.magnitude >= 60 && shape.contains { Double($0) == number }
      }
      guard let formula = try? Formula(parsing: token),
        case .number(let found, let digits) = formula
      else { return false }
      // A small whole number stands for much else: timesteps, units, layers.
      if number == number.rounded() { return found == number && number.magnitude >= 60 }
      return digits > 1 && (found - number).magnitude <= halfUnit(of: digits) * 1.001
    case .choice, .truth, .largest, .press, .repair, .attempt: return false
    }
  }

  /// Shapes in brackets, and numbers with their sign.
  private func tokens(_ characters: [Character]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var place = 0
    while place < characters.count {
      if characters[place] == "(", let end = shapeEnd(characters, place) {
        ranges.append(place..<end)
        place = end
      } else if characters[place].isASCII, characters[place].isNumber {
        var start = place
        var end = place
        while end < characters.count,
          characters[end].isASCII && characters[end].isNumber
            || (".,".contains(characters[end]) && end + 1 < characters.count
              && characters[end + 1].isNumber)
        {
          end += 1
        }
        if start > 0, "+-".contains(characters[start - 1]) { start -= 1 }
        ranges.append(start..<end)
        place = end
      } else {
        place += 1
      }
    }
    return ranges
  }

  private func shapeEnd(_ characters: [Character], _ start: Int) -> Int? {
    var place = start + 1
    // In code the batch stands in front by its name.
    for batch in ["batch,", "None,"] where characters[place...].starts(with: batch) {
      place += batch.count
    }
    while place < characters.count, characters[place].isNumber || ", ".contains(characters[place]) {
      place += 1
    }
    return place < characters.count && characters[place] == ")" && place > start + 1
      ? place + 1 : nil
  }
}
