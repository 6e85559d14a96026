import Documents
import LessonPlayer
import Tutor

/// A lesson's record as JSON, beside whatever a newer version of the program wrote into it, which
/// stays.
struct StoredRecord {
  /// No lesson has more steps, and no sum of them overflows.
  private static let counts = 0...1_000_000

  private(set) var members: [(key: String, value: JSON)] = []
  private(set) var record: LessonRecord?

  /// None is kept yet.
  init() {}

  /// Nil where what is known of a record has another form here, as a newer version may give it.
  init?(_ json: JSON) {
    guard case .object(let members) = json else { return nil }
    func member(_ key: String) -> JSON? { members.first { $0.key == key }?.value }
    guard let step = Self.count(member("step")), let right = Self.count(member("right")),
      let answered = Self.count(member("answered")),
      let questions = Self.count(member("questions")),
      let isFinished = Self.flag(member("finished"))
    else { return nil }
    var record = LessonRecord(
      step: step, right: right, answered: answered, questions: questions, isFinished: isFinished)
    // Earlier versions did not have these.
    if let value = member("round") {
      guard let round = Self.count(value) else { return nil }
      record.round = round
    }
    if let value = member("missed") {
      guard case .array(let places) = value else { return nil }
      for value in places {
        guard let place = Self.count(value) else { return nil }
        record.missed.insert(place)
      }
    }
    if let value = member("answers") {
      guard case .object(let answers) = value else { return nil }
      for (key, value) in answers {
        guard let place = Int(key) else { continue }
        guard let isRight = Self.flag(value) else { return nil }
        record.answers[place] = isRight
      }
    }
    self.members = members
    self.record = record
  }

  private static func count(_ value: JSON?) -> Int? {
    guard case .number(let text) = value, let count = Int(text), counts.contains(count) else {
      return nil
    }
    return count
  }

  private static func flag(_ value: JSON?) -> Bool? {
    switch value {
    case .word("true"): true
    case .word("false"): false
    default: nil
    }
  }

  /// Puts a record in the place of the one that is kept.
  mutating func keep(_ record: LessonRecord) {
    self.record = record
    let counts = [
      ("step", record.step), ("right", record.right), ("answered", record.answered),
      ("questions", record.questions), ("round", record.round),
    ]
    for (key, count) in counts { set(key, .number("\(count)")) }
    set("finished", .word("\(record.isFinished)"))
    set("missed", .array(record.missed.sorted().map { .number("\($0)") }))
    var answers: [(key: String, value: JSON)] = []
    if case .object(let before) = members.first(where: { $0.key == "answers" })?.value {
      answers = before.filter { Int($0.key) == nil }
    }
    for (place, isRight) in record.answers.sorted(by: { $0.key < $1.key }) {
      answers.append(("\(place)", .word("\(isRight)")))
    }
    set("answers", .object(answers))
  }

  private mutating func set(_ key: String, _ value: JSON) {
    if let index = members.firstIndex(where: { $0.key == key }) {
      members[index].value = value
    } else {
      members.append((key, value))
    }
  }
}
