import Documents
import Vocabulary
import Wording

// What a scalar of a lesson is read as: a line, a sentence, a formula, a condition, a command.
extension LessonReader {
  /// A text that can be shown, on one line.
  mutating func line(_ value: DocumentValue, _ name: ValueName) -> String? {
    guard value.isText else {
      fault(
        value.place,
        isInBrackets(value)
          ? .braceAtStart
          : .document(.wrongType(name: name, expected: .text, found: value.found)))
      return nil
    }
    guard let text = collect({ () throws(FileError) in try value.text(name) }) else {
      return nil
    }
    guard !isTooLong(text, value.place) else { return nil }
    if let hidden = text.unicodeScalars.first(where: {
      $0 != "\n" && Cleaning.safe($0) != $0
    }) {
      fault(value.place, .hidden(hidden))
      return nil
    }
    // By scalars: a mark that joins the space before it is one character with it, and would be lost.
    let words = text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
      .map { String($0) }
    if value.isPlainText, let (place, lost) = comment(behind: words, value.place) {
      fault(place, .comment(lost: lost))
      return nil
    }
    return words.joined(separator: " ")
  }

  /// A sentence with markup.
  mutating func text(_ value: DocumentValue, _ name: ValueName) -> LessonText? {
    guard let line = line(value, name) else { return nil }
    do throws(FormulaError) {
      var text = try LessonText(parsing: line)
      text.place = value.place
      return text
    } catch {
      fault(place(value, offset: error.offset), .formula(error.problem, in: line))
      return nil
    }
  }

  /// A formula; what is wrong with it is a fault at its place.
  mutating func formula(_ value: DocumentValue, _ name: ValueName) -> Formula? {
    guard let line = line(value, name) else { return nil }
    do throws(FormulaError) { return try Formula(parsing: line) } catch {
      fault(place(value, offset: error.offset), .formula(error.problem, in: line))
      return nil
    }
  }

  mutating func condition(_ value: DocumentValue, _ name: ValueName) -> PlacedCondition? {
    guard let line = line(value, name) else { return nil }
    do throws(FormulaError) {
      return PlacedCondition(condition: try Condition(parsing: line), place: value.place)
    } catch {
      fault(place(value, offset: error.offset), .formula(error.problem, in: line))
      return nil
    }
  }

  mutating func conditions(_ value: DocumentValue, _ name: ValueName) -> [PlacedCondition] {
    (list(value, name, most: Self.mostEntries) ?? []).compactMap { condition($0, name) }
  }

  /// Commands, each on a line of its own.
  mutating func commands(_ value: DocumentValue, _ name: ValueName) -> [PlacedCommand] {
    (list(value, name) ?? []).compactMap { command($0, name) }
  }

  private mutating func command(_ value: DocumentValue, _ name: ValueName) -> PlacedCommand? {
    guard value.isText else {
      fault(
        value.place,
        isInBrackets(value)
          ? .bracketInList
          : .document(.wrongType(name: name, expected: .command, found: value.found)))
      return nil
    }
    guard let line = line(value, name) else { return nil }
    do throws(CommandError) {
      let command = try Command(parsing: line)
      guard command.isForLessons else {
        fault(value.place, .forbidden(String(line.prefix { $0 != " " })))
        return nil
      }
      return PlacedCommand(command: command, place: value.place)
    } catch {
      // A list in brackets was cut at a comma or bracket that belongs to an address.
      fault(value.place, isInBrackets(value) ? .bracketInList : .command(error))
      return nil
    }
  }

  /// Whether it begins with a bracket, or stands inside brackets that its line opened: YAML's own
  /// lists and groups of keys, which an author seldom means.
  private func isInBrackets(_ value: DocumentValue) -> Bool {
    guard let line = value.place.line, let column = value.place.column,
      lines.indices.contains(line - 1)
    else { return false }
    let text = lines[line - 1]
    let first = text.dropFirst(max(0, column - 1)).first
    return text.prefix(max(0, column - 1)).contains("[")
      || !value.isText && (first == "[" || first == "{")
  }

  /// The place so many characters into a text, where it stands on one line as it is.
  private func place(_ value: DocumentValue, offset: Int) -> Place {
    var place = value.place
    if value.isPlainText, let column = place.column { place.column = column + offset }
    return place
  }
}
