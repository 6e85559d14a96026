import Documents
import Vocabulary
import Wording

extension LessonReader {
  private static let common = ["do", "point", "hide", "check", "pause", "notes"]
  private static let questionKeys =
    ["of", "with", "answer", "wrong", "hint", "way", "because"] + QuestionKinds.keys(of: "ask")
  private static let attemptKeys =
    QuestionKinds.keys(of: "try") + ["wrong", "hint", "way", "because"]

  mutating func step(_ value: DocumentValue) -> Step? {
    let kinds = ["say", "ask", "try"]
    var known = kinds + Self.common + Self.questionKeys
    known += QuestionKinds.keys(of: "try")
    guard let keys = mapping(value, .step, known) else { return nil }
    let given = kinds.filter { keys[$0] != nil }
    guard given.count <= 1 else {
      fault(value.place, .stepKind(found: given))
      return nil
    }
    let allowed =
      switch given.first {
      case "ask": Self.questionKeys
      case "try": Self.attemptKeys
      default: [String]()
      }
    for entry in keys.entries
    where known.contains(entry.key) && !kinds.contains(entry.key)
      && !Self.common.contains(entry.key) && !allowed.contains(entry.key)
    {
      let needs = [("ask", Self.questionKeys), ("try", Self.attemptKeys)]
        .filter { $0.1.contains(entry.key) }.map(\.0)
      fault(entry.place, .stray(key: entry.key, needs: needs))
    }
    let content: Step.Content? =
      switch given.first {
      case "say": keys["say"].flatMap { text($0, "say") }.map(Step.Content.text)
      case "ask": keys["ask"].flatMap { question($0, keys) }.map(Step.Content.question)
      case "try": keys["try"].flatMap { attempt($0, keys) }.map(Step.Content.question)
      default: keys["do"] == nil && keys["check"] == nil ? nil : .silent
      }
    if given.isEmpty, content == nil {
      fault(value.place, .noStepKind(found: keys.entries.map(\.key)))
    }
    let commands = keys["do"].map { self.commands($0, "do") } ?? []
    let points = keys["point"].map { pointers($0, "point") } ?? []
    let hides = keys["hide"].map { pointers($0, "hide") } ?? []
    let checks = keys["check"].map { conditions($0, "check") } ?? []
    let pause = keys["pause"].flatMap { value in number(value, "pause", in: 0...600) } ?? 0
    let notes = keys["notes"].flatMap { line($0, "notes") }
    guard let content else { return nil }
    return Step(
      place: value.place, content: content, commands: commands, points: points, hides: hides,
      checks: checks, pause: pause, notes: notes)
  }

  private mutating func pointers(_ value: DocumentValue, _ name: ValueName) -> [Pointer] {
    (list(value, name, most: Self.mostEntries) ?? []).compactMap { value in
      line(value, name).map { Pointer(text: $0, place: value.place) }
    }
  }

  mutating func number(
    _ value: DocumentValue, _ name: ValueName, in range: ClosedRange<Double>
  ) -> Double? {
    guard let line = line(value, name) else { return nil }
    guard let number = Double(line), range.contains(number) else {
      fault(
        value.place,
        .document(
          .wrongType(
            name: name,
            expected: .number(from: Int(range.lowerBound), to: Int(range.upperBound)),
            found: .text(excerpt(line)))))
      return nil
    }
    return number
  }
}
