import Lessons
import Phrases
import Screen
import Tutor

/// What a lesson says and asks, as lines for a width.
struct LessonPanel {
  let state: Explorer
  let play: LessonPlay
  let width: Int
  /// The lines that there is room for; a tally takes a shorter form where it needs more.
  let room: Int
  /// Whether it is read as text: then a line is typed, and no key.
  let isSpoken: Bool

  init(
    _ state: Explorer, _ play: LessonPlay, width: Int, room: Int = .max, isSpoken: Bool = false
  ) {
    self.state = state
    self.play = play
    self.width = width
    self.room = room
    self.isSpoken = isSpoken
  }

  /// All lines, the first of them the most needed.
  var lines: [StyledLine] {
    guard play.votes != nil, play.openQuestion != nil else {
      let lines = lines(.list)
      // Where there is too little room for all, what was answered is not repeated.
      return lines.count <= room ? lines : self.lines(.list, repeats: false)
    }
    let forms = LessonTally.Form.allCases.lazy.map { lines($0, repeats: false) }
    return forms.first { $0.count <= room } ?? lines(.none, repeats: false)
  }

  private func lines(_ form: LessonTally.Form, repeats: Bool = true) -> [StyledLine] {
    var lines: [StyledLine]
    if play.isAtEnd {
      lines = end
    } else {
      switch play.step?.content {
      case .text(let text): lines = wrapped(text)
      case .question(let question): lines = self.lines(of: question, form, repeats)
      case .silent, nil: lines = []
      }
    }
    if play.isOffering(in: state) { lines += wrapped(LessonPhrases.offersWay, Style(.accent)) }
    if let message = state.message { lines += wrapped(message, Style(.warning)) }
    if play.isStray(state) {
      lines += wrapped(LessonPhrases.strayed, Style(.quiet))
    }
    return lines
  }

  private func wrapped(_ text: LessonText, _ style: Style = Style(), indent: Int = 0)
    -> [StyledLine]
  {
    StyledLine.wrapped(text.pieces(moment, style: style), width: width, indent: indent)
  }

  private func wrapped(_ text: String, _ style: Style, indent: Int = 0) -> [StyledLine] {
    StyledLine.wrapped([.init(text: text, style: style)], width: width, indent: indent)
  }

  /// Values in a sentence are those of the step, wherever the learner has gone meanwhile.
  private var moment: Moment {
    // What was done by hand is what its reason speaks of, whatever is done after that.
    if play.step?.question?.isAttempt == true { return (play.settled ?? state).moment }
    return play.steady?.moment ?? state.moment
  }

  // MARK: - Questions

  private func lines(
    of question: Question, _ form: LessonTally.Form, _ repeats: Bool
  ) -> [StyledLine] {
    let outcome = play.outcome
    // What is asked was asked before anything was done.
    let before = play.steady?.moment ?? state.moment
    func prompt(_ style: Style) -> [StyledLine] {
      StyledLine.wrapped(question.prompt.pieces(before, style: style), width: width)
    }
    if outcome.isDone { return prompt(Style()) + answered(question, outcome, repeats) }
    var lines = prompt(Style(.text, bold: true))
    lines += given(question, form)
    if let feedback = outcome.feedback {
      lines += self.lines(of: feedback, question, repeats ? outcome.given : nil)
    }
    if max(outcome.wrong, outcome.misses) >= 2, let way = question.way ?? question.hint {
      lines += labelled(LessonPhrases.way, way, .accent)
    } else if outcome.showsHint, let hint = question.hint {
      lines += labelled(LessonPhrases.hint, hint, .accent)
    }
    return lines
  }

  /// What one chooses from, or types in, and how a room voted.
  private func given(_ question: Question, _ form: LessonTally.Form) -> [StyledLine] {
    if let votes = play.votes, let ballot = question.ballot {
      let isTyped = question.options == nil
      let tally = LessonTally(
        texts: ballot, counts: votes.counts, hasNumbers: votes.isCounting || !isTyped,
        isShort: isTyped, width: width,
        click: { votes.isCounting ? .vote($0 + 1) : isTyped ? nil : .answer("\($0 + 1)") })
      return tally.lines(form) + (isTyped && !votes.isCounting ? [entry(question)] : [])
    }
    switch question.kind.entry {
    case .options(let options, _):
      let lines = options.enumerated().flatMap { index, option in
        let number = StyledLine.Piece(text: "\(index + 1) ", style: Style(.accent, bold: true))
        return StyledLine.wrapped(
          [number, .init(text: option, style: Style())], width: width, indent: 2
        ).map { $0.clicked(.answer("\(index + 1)")) }
      }
      return lines + (play.isTyping ? [entry(question)] : [])
    case .line, .typed: return [entry(question)]
    case .key: return [StyledLine(LessonPhrases.pressTheKey, Style(.quiet))]
    case .byHand: return [StyledLine(LessonPhrases.isByHand, Style(.quiet))]
    }
  }

  /// The line in which an answer is typed, with its cursor.
  private func entry(_ question: Question) -> StyledLine {
    if play.typed == nil, case .line(let line) = question.kind.entry {
      // Nobody types now: the line as it is, without a cursor.
      var shown = StyledLine("▸ ", Style(.quiet, bold: true))
      let text = (play.left?.text ?? line).prefix(max(0, width - 2))
      shown.pieces.append(.init(text: String(text), style: Style(.title)))
      return shown
    }
    let typed = play.typed ?? Prompt("", history: [])
    let (before, under, behind) = typed.window(max(8, width - 4))
    var line = StyledLine("▸ ", Style(.accent, bold: true))
    line.pieces.append(.init(text: before, style: Style(.title, bold: true)))
    line.pieces.append(.init(text: under, style: Style(.title, reversed: true)))
    line.pieces.append(.init(text: behind, style: Style(.title, bold: true)))
    if typed.text.isEmpty {
      line.pieces.append(.init(text: takes(question), style: Style(.quiet)))
    }
    return line
  }

  /// What to type, in as many words as there is room for behind the mark and the cursor.
  private func takes(_ question: Question) -> String {
    guard case .typed(let value) = question.kind.entry else { return "" }
    // A space parts it from the cursor.
    let form = Fitted.whole(LessonPhrases.takes("\(value)").forms, width: width - 4)
    return form.map { " " + $0 } ?? ""
  }

  /// What an answer gets, behind the answer where it is repeated.
  private func lines(
    of feedback: LessonPlay.Feedback, _ question: Question, _ given: String?
  ) -> [StyledLine] {
    let answer = given.map { given in
      StyledLine.Piece(text: LessonPhrases.repeated(given), style: Style(.title, bold: true))
    }
    let pieces: [StyledLine.Piece]
    switch feedback {
    case .mistake(let index) where question.isHalfway(index):
      pieces = label(LessonPhrases.isHalfDone, question.wrong[index].sentence, .accent)
    case .mistake(let index):
      pieces = label(LessonPhrases.no, question.wrong[index].sentence, .warning)
    case .other:
      var text = play.outcome.remark.map(LessonPhrases.no) ?? LessonPhrases.isWrong
      if play.outcome.wrong >= 2 { text = LessonPhrases.isWrong(wayOut, play.outcome.remark) }
      pieces = [.init(text: text, style: Style(.warning))]
    }
    return StyledLine.wrapped((answer.map { [$0] } ?? []) + pieces, width: width)
  }

  /// How one gets the answer without knowing it. While a line is typed, `n` belongs to it.
  private var wayOut: String {
    if case .line = play.step?.question?.kind.entry, play.typed != nil, !isSpoken {
      return LessonPhrases.wayOutOfTyping
    }
    return LessonPhrases.wayOut
  }

  private func labelled(_ label: String, _ text: LessonText, _ ink: Ink) -> [StyledLine] {
    StyledLine.wrapped(self.label(label, text, ink), width: width)
  }

  private func label(_ label: String, _ text: LessonText, _ ink: Ink) -> [StyledLine.Piece] {
    [.init(text: label, style: Style(ink, bold: true))] + text.pieces(moment)
  }

  private func answered(
    _ question: Question, _ outcome: LessonPlay.Outcome, _ repeats: Bool
  ) -> [StyledLine] {
    var lines: [StyledLine] = []
    var label = outcome.wasRevealed ? LessonPhrases.answer : LessonPhrases.right
    if question.isAttempt { label = LessonPhrases.oneWay }
    let ink: Ink = outcome.wasRevealed ? .accent : .good
    if question.isAttempt, !outcome.wasRevealed {
      lines += wrapped(LessonPhrases.isDone, Style(.good, bold: true))
    } else {
      lines += StyledLine.wrapped(
        [
          .init(text: label, style: Style(ink, bold: true)),
          .init(text: question.answer, style: Style(.title, bold: true)),
        ] + (repeats ? typed(question, outcome) : []), width: width, indent: 2)
    }
    if let votes = play.votes, votes.all > 0,
      let index = question.ballot?.firstIndex(of: question.answer)
    {
      lines += wrapped(
        LessonPhrases.votes(votes.counts[index], of: votes.all), Style(.quiet))
    }
    if let because = question.because { lines += wrapped(because) }
    return lines
  }

  /// What was typed, where it is written otherwise than the right answer.
  private func typed(_ question: Question, _ outcome: LessonPlay.Outcome) -> [StyledLine.Piece] {
    guard case .typed = question.kind.entry, !outcome.wasRevealed, let given = outcome.given,
      given != question.answer
    else { return [] }
    return [.init(text: LessonPhrases.typed(given), style: Style(.quiet))]
  }

  private var end: [StyledLine] {
    var lines = wrapped(LessonPhrases.end(of: play.lesson.title), Style(.title, bold: true))
    // Of a film, and of a text that was read out, nobody knew anything or failed to.
    if play.outcomes.values.contains(where: \.wasAnswered) {
      let steps = play.stepsToRepeat
      lines += wrapped(
        steps.isEmpty ? LessonPhrases.allRight : LessonPhrases.again(steps: steps),
        Style(steps.isEmpty ? .good : .text))
    }
    // What one can type depends on whether lines come in.
    if isSpoken { return lines }
    return lines + wrapped(LessonPhrases.keysAtEnd(isLast: play.isLast), Style(.quiet))
  }
}
