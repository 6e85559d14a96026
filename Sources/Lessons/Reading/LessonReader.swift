import Documents
import Vocabulary
import Wording

/// Reads lessons and gathers everything that is wrong with one, so that its author sees it at once.
///
/// What it takes is bounded, far above what anyone plays, so that a lesson is read and checked in time
/// that grows with its file alone.
///
/// Scalars are read as text: YAML's own types would turn `No` and `1` into something else.
package struct LessonReader {
  let file: String
  private let reach: Reach
  private let checksModel: ModelCheck
  let lines: [Substring]
  /// The most steps of a lesson; entries of a list in a step, commands aside; characters of a text.
  static let (mostSteps, mostEntries, longestText) = (1_000, 100, 10_000)
  private(set) var faults: [LessonFault] = []
  /// Where they are.
  private var faulty: Set<Place> = []
  /// The line that was looked at last.
  var opened: OpenedLine?
  /// How many steps come before the first that has a fault; nil where the model is unknown.
  private var soundSteps: Int?

  /// Throws what is wrong with a network that stands in a file of something else.
  package typealias ModelCheck = (DocumentValue, _ file: String) throws(FileError) -> Void

  /// Reads the lesson in `file`; `reach` says which files it may name, without it those of its folder.
  /// What is wrong with a network of its own is for `checksModel` to say: a lesson knows no models.
  ///
  /// - Throws: `LessonFaults` with all that is wrong.
  package static func read(
    _ file: String, reach: Reach? = nil, checksModel: @escaping ModelCheck = { _, _ in }
  ) throws(LessonFaults) -> Lesson {
    let text: String
    do throws(FileError) { text = try Document.text(of: file) } catch {
      throw LessonFaults([LessonFault(error)])
    }
    return try read(text, file, reach: reach, checksModel: checksModel)
  }

  /// Reads the lesson that `text` is, which stands in `file`.
  package static func read(
    _ text: String, _ file: String, reach: Reach? = nil,
    checksModel: @escaping ModelCheck = { _, _ in }
  ) throws(LessonFaults) -> Lesson {
    var reader = LessonReader(text, file, reach, checksModel)
    let lesson = reader.lesson(text)
    guard reader.faults.isEmpty, let lesson else { throw LessonFaults(reader.faults) }
    return lesson
  }

  /// All that is wrong with how a lesson is written, and the lesson up to the first step that has a
  /// fault: behind it nobody knows what the steps were to do.
  package static func beginning(
    of text: String, _ file: String, reach: Reach? = nil,
    checksModel: @escaping ModelCheck = { _, _ in }
  ) -> (lesson: Lesson?, faults: [LessonFault]) {
    var reader = LessonReader(text, file, reach, checksModel)
    guard var lesson = reader.lesson(text), let sound = reader.soundSteps else {
      return (nil, reader.faults)
    }
    lesson.steps = Array(lesson.steps.prefix(sound))
    return (lesson, reader.faults)
  }

  private init(
    _ text: String, _ file: String, _ reach: Reach?, _ checksModel: @escaping ModelCheck
  ) {
    self.file = file
    self.checksModel = checksModel
    self.reach = reach ?? Reach(ofLesson: file)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private mutating func lesson(_ text: String) -> Lesson? {
    guard let root = root(text) else { return nil }
    let known = ["title", "summary", "minutes", "model", "observation", "steps", "notes"]
    guard let keys = mapping(root, .lesson, known) else { return nil }
    let title = required(keys, "title", example: "title: What a unit is").flatMap {
      line($0, "title")
    }
    let summary = keys["summary"].flatMap { line($0, "summary") } ?? ""
    let minutes = keys["minutes"].flatMap { value in
      collect { () throws(FileError) in try value.integer("minutes", in: 1...120) }
    }
    let observation = keys["observation"].flatMap { value in
      collect { () throws(FileError) in
        try value.integer("observation", in: 0...Int(Int32.max))
      }
    }
    let notes = keys["notes"].flatMap { line($0, "notes") }
    let given = keys["model"].flatMap { self.model($0) }
    var steps: [Step] = []
    if keys["steps"] == nil { fault(root.place, .noSteps) }
    if let value = keys["steps"], value.isNull || value.found == .nothing {
      fault(value.place, .noSteps)
    } else if let value = keys["steps"], let list = list(value, "steps", most: Self.mostSteps) {
      let isOnItsModel =
        (keys["model"] == nil || given != nil) && (keys["observation"] == nil || observation != nil)
      let before = faults.count
      for element in list where !faults.isFull {
        if let step = step(element) { steps.append(step) }
        if isOnItsModel, faults.count == before { soundSteps = steps.count }
      }
      if list.isEmpty {
        fault(value.place, .noSteps)
      } else if faults.isEmpty, !steps.contains(where: \.isShown) {
        fault(value.place, .noneShown)
      }
    }
    return Lesson(
      file: file, title: title ?? "", summary: summary, minutes: minutes,
      model: given ?? .named(Lesson.usualModel),
      observation: observation, steps: steps, notes: notes, modelPlace: keys["model"]?.place,
      observationPlace: keys["observation"]?.place)
  }

  private mutating func root(_ text: String) -> DocumentValue? {
    do throws(FileError) {
      return try Document.root(
        of: text, file, expected: .lesson, reach: reach)
    } catch {
      let (place, problem) = remedied(error)
      fault(place, problem)
      return nil
    }
  }

  /// What YAML says of a sentence that is no sentence to it, with the remedy in its place.
  private func remedied(_ error: FileError) -> (Place, LessonFault.Problem) {
    guard case .syntax(let syntax)? = error.problem as? DocumentProblem,
      let number = error.place.line,
      lines.indices.contains(number - 1)
    else { return (error.place, .file(error)) }
    if let tab = lines[number - 1].prefix(while: \.isWhitespace).firstIndex(of: "\t") {
      let column = lines[number - 1].distance(from: lines[number - 1].startIndex, to: tab) + 1
      return (Place(file, line: number, column: column), .tab)
    }
    if case .reader(let words) = syntax, words.contains("mapping values"),
      lines[number - 1].contains(": ")
    {
      return (error.place, .colonInText)
    }
    // The reader may notice on the line behind the one that is wrong.
    for number in [number, number - 1] where lines.indices.contains(number - 1) {
      let line = lines[number - 1]
      let start = line.drop { $0 == " " || $0 == "-" }
      guard let colon = start.firstIndex(of: ":") else { continue }
      let text = start[colon...].dropFirst().drop { $0 == " " }
      guard text.hasPrefix("[") || text.hasPrefix("{") else { continue }
      let column = line.distance(from: line.startIndex, to: text.startIndex) + 1
      let isList = start.hasPrefix("do:") || start.hasPrefix("solution:")
      return (
        Place(file, line: number, column: column), isList ? .bracketInList : .braceAtStart
      )
    }
    return (error.place, .file(error))
  }

  private mutating func model(_ value: DocumentValue) -> Lesson.Model? {
    if value.isPlainText { return line(value, "model").map(Lesson.Model.named) }
    if value.isText {
      // A path in quotation marks is taken to the letter, since it may hold any.
      return collect { () throws(FileError) in .named(try value.text("model")) }
    }
    let (file, checksModel) = (file, checksModel)
    return collect { () throws(FileError) in
      try checksModel(value, file)
      return .own(value)
    }
  }
}

// MARK: - What everything is read with

extension LessonReader {
  mutating func fault(_ place: Place, _ problem: LessonFault.Problem) {
    faults.gather(LessonFault(place, problem, in: lines))
    faulty.insert(place)
  }

  /// Whether a fault was found at a place.
  func isFaulty(_ place: Place) -> Bool { faulty.contains(place) }

  /// The value of a body, or nil and its error among the faults.
  mutating func collect<Value>(_ body: () throws(FileError) -> Value) -> Value? {
    do throws(FileError) { return try body() } catch {
      fault(error.place, .file(error))
      return nil
    }
  }

  /// The keys of a value; unknown ones are faults.
  mutating func mapping(_ value: DocumentValue, _ name: ValueName, _ known: [String])
    -> DocumentMapping?
  {
    guard let keys = collect({ () throws(FileError) in try value.mapping(name) }) else {
      return nil
    }
    for entry in keys.entries where !faults.isFull && !known.contains(entry.key) {
      fault(
        entry.place,
        .document(
          .unknownKey(excerpt(entry.key), nearest: nearest(to: entry.key, in: known), known: known))
      )
    }
    return keys
  }

  mutating func required(_ keys: DocumentMapping, _ key: String, example: String) -> DocumentValue?
  {
    collect { () throws(FileError) in try keys.required(key, example: example) }
  }

  /// The elements of a list, `most` of them where that is bounded; a text alone is a list of one.
  mutating func list(_ value: DocumentValue, _ name: ValueName, most: Int = .max)
    -> [DocumentValue]?
  {
    if value.isText { return [value] }
    guard let list = collect({ () throws(FileError) in try value.list(name) }) else {
      return nil
    }
    return bounded(list, most, name, value.place)
  }

  /// At most so many entries; that there are more is a fault.
  mutating func bounded<Entry>(
    _ entries: [Entry], _ most: Int, _ name: ValueName, _ place: Place
  ) -> [Entry] {
    if entries.count > most {
      fault(place, .tooMany(name: name, found: entries.count, limit: most))
    }
    return Array(entries.prefix(most))
  }

  /// Whether a text is longer than any that is shown, which is a fault.
  mutating func isTooLong(_ text: String, _ place: Place) -> Bool {
    // A character may be made of any number of scalars, so these are counted.
    guard text.utf8.count > Self.longestText, case let count = text.unicodeScalars.count,
      count > Self.longestText
    else { return false }
    fault(place, .tooLong(characters: count, limit: Self.longestText))
    return true
  }
}
